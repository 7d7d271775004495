/** From a file that says 沿用 back to the year that is written whole, and forward again year by year. */
import { diagnose, type Diagnostic, type Report } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { withIncludes, type Include, type NotRead, type ParsedFile } from "../model/includes.ts";
import { parse, type Parsed, type Source } from "../syntax/parser.ts";
import type { Entry } from "../syntax/phrase.ts";
import type { FileNode, RulesetNode } from "../syntax/tree.ts";
import { vocabularyOf } from "../syntax/vocabulary.ts";
import { Draft } from "./draft.ts";
import { H5002 } from "./H5002-no-base-year/index.ts";
import { H5003, type Unfit } from "./H5003-base-year-unfit/index.ts";
import { resolveYear, type ResolvedYear } from "./resolve.ts";
import { Composer, whole, type Composed } from "./segments.ts";
import { extentOf, written } from "./written.ts";

/** Where the files of a chain of years come from. */
export interface YearSources {
  /** The rule set of a year that the file `from` inherits. */
  inherit?(year: string, from: string): Source | NotRead | undefined;
  include?(path: string, from: string): Source | NotRead | undefined;
}

/** The first line of a file that inherits a year. */
export function inheriting(tree: FileNode): RulesetNode | undefined {
  const heading = tree.statements.find((node): node is RulesetNode => node.kind === "ruleset");
  return heading?.inherit ? heading : undefined;
}

interface Given extends Parsed {
  readonly source: Source;
  readonly heading: RulesetNode | undefined;
}

/**
 * The text of the year that `source` amends, and what is wrong with the amendments; findings are in the files as written.
 * `known`: the file as it was parsed.
 */
export function resolveChain(
  source: Source,
  parsed: Parsed,
  sources: YearSources,
  methods: readonly Entry[],
): { readonly resolved: ResolvedYear | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (d) => void diagnostics.push(d);
  const years = yearsOf(source, parsed, sources, methods, report);
  const included = new Set<string>();
  const [first, ...amendments] = years ?? [];
  if (!first) return { resolved: undefined, diagnostics };
  let resolved: ResolvedYear | undefined = {
    ...withoutIncludes(
      first,
      whole(first.source.file, first.source.text),
      first.tree,
      sources,
      methods,
      included,
      report,
    ),
    year: first.heading?.year?.value ?? "",
    ids: new Map(),
    former: [],
    fields: new Map(),
    amending: undefined,
  };
  const vocabulary = vocabularyOf(methods);
  for (const given of amendments) {
    const { file } = given.source;
    const last = given === amendments.at(-1);
    const base = parse({ file, text: resolved.text }, methods);
    // Names of last year's are not taken apart in the amendments.
    const amended = parse(given.source, methods, base.declared);
    const wrong = amended.diagnostics.some(({ severity }) => severity === "error");
    if (last) diagnostics.push(...amended.diagnostics);
    if (base.diagnostics.some(({ severity }) => severity === "error") || (wrong && !last) || !given.heading) {
      unfit(given, "broken", report, source.file);
      return { resolved: undefined, diagnostics };
    }
    if (wrong) return { resolved: undefined, diagnostics };
    const heading = inheriting(amended.tree) ?? given.heading;
    const step: ResolvedYear | undefined = resolveYear(
      resolved,
      base,
      { ...amended, file, text: given.source.text, heading },
      vocabulary,
      report,
    );
    if (!step || diagnostics.some(({ severity }) => severity === "error"))
      return { resolved: undefined, diagnostics };
    const text = withIncluded(step, { file, tree: amended.tree }, sources, methods, included, report);
    resolved = { ...step, ...text };
  }
  return {
    resolved: diagnostics.some(({ severity }) => severity === "error") ? undefined : resolved,
    diagnostics,
  };
}

/** The files from the year that is written whole to `source`; undefined when one of them is not to be had. */
function yearsOf(
  source: Source,
  parsed: Parsed,
  sources: YearSources,
  methods: readonly Entry[],
  report: Report,
): readonly Given[] | undefined {
  const years: Given[] = [{ ...parsed, source, heading: inheriting(parsed.tree) }];
  for (;;) {
    const [at] = years;
    const year = at?.heading?.inherit?.value;
    if (!at || year === undefined) return years;
    const own = at.heading?.year?.value ?? "";
    if (year >= own) return unfit(at, "notEarlier", report, source.file, own);
    if (years.length > LIMITS.years) return unfit(at, "many", report, source.file);
    const found = sources.inherit?.(year, at.source.file);
    if (!found || !("text" in found)) {
      const range = inheritRange(at, source.file);
      const outside = found && "outside" in found ? { outside: found.outside } : {};
      const tooLarge = found && "tooLarge" in found ? { tooLarge: true as const } : {};
      report(diagnose(H5002, { year, ...outside, ...tooLarge }, { range }));
      return undefined;
    }
    const base = parse(found, methods);
    const heading = base.tree.statements.find((node): node is RulesetNode => node.kind === "ruleset");
    if (heading?.year?.value !== year)
      return unfit(at, "otherYear", report, source.file, heading?.year?.value);
    // Names of the year before are not known yet: mistakes in amendments show when they are worked in.
    const inherits = inheriting(base.tree);
    if (!inherits && base.diagnostics.some(({ severity }) => severity === "error"))
      return unfit(at, "broken", report, source.file);
    years.unshift({ ...base, source: found, heading: inherits ?? heading });
    if (!inherits) return years;
  }
}

function inheritRange({ source, heading }: Given, main: string) {
  const at = heading?.inherit ?? heading;
  return { file: source.file === main ? main : source.file, start: at?.start ?? 0, end: at?.end ?? 0 };
}

function unfit(at: Given, why: Unfit, report: Report, main: string, found?: string): undefined {
  const year = at.heading?.inherit?.value ?? "";
  const data = { year, why, ...(found === undefined ? {} : { found }) };
  report(diagnose(H5003, data, { range: inheritRange(at, main) }));
}

// ---- 引用 --------------------------------------------------------------------------------------------------

/** A text without its 引用, and with what they stand for behind it. */
function withoutIncludes(
  given: Given,
  composed: Composed,
  tree: FileNode,
  sources: YearSources,
  methods: readonly Entry[],
  included: Set<string>,
  report: Report,
): Composed {
  const text = withoutStatements(composed, tree);
  return withIncluded(text, { file: given.source.file, tree }, sources, methods, included, report);
}

function withoutStatements(composed: Composed, tree: FileNode): Composed {
  const includes = tree.statements.filter(({ kind }) => kind === "include");
  if (includes.length === 0) return composed;
  const draft = new Draft();
  const of = written(composed.text, tree);
  for (const node of includes) {
    const { start, after } = extentOf(node, of);
    draft.replace(start, after, []);
  }
  return draft.apply(composed, composed);
}

/** Behind a text, what its file includes, each file once in all years. */
function withIncluded(
  composed: Composed,
  main: ParsedFile,
  sources: YearSources,
  methods: readonly Entry[],
  included: Set<string>,
  report: Report,
): Composed {
  if (!main.tree.statements.some(({ kind }) => kind === "include")) return composed;
  const texts = new Map<string, string>();
  const read: Include = (path, from) => {
    const found = sources.include?.(path, from);
    if (!found || !("text" in found)) return found;
    const { tree, diagnostics } = parse(found, methods);
    if (!texts.has(found.file)) for (const one of diagnostics) report(one);
    texts.set(found.file, found.text);
    return { file: found.file, tree };
  };
  const out = new Composer();
  out.copy(composed, 0, composed.text.length);
  for (const { file, tree } of withIncludes(main, read, report)) {
    const text = texts.get(file);
    if (text === undefined || included.has(file)) continue;
    included.add(file);
    const own = withoutStatements(whole(file, text), tree);
    out.put("\n");
    out.copy(own, 0, own.text.length);
  }
  return out.done;
}
