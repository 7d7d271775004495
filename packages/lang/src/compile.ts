/** The whole way from text to program: parse, then check and lower. */
import type { Diagnostic, Range } from "./diagnostics/diagnostic.ts";
import { listed, withTargets } from "./listing.ts";
import { METHODS } from "./methods/registry.gen.ts";
import { compileFiles, type Compiled } from "./model/compile.ts";
import type { NotRead, ParsedFile } from "./model/includes.ts";
import type { ResolvedYear } from "./years/resolve.ts";
import { originOf } from "./years/segments.ts";
import { inheriting, resolveChain, type YearSources } from "./years/chain.ts";
import { relocatedFindings, relocatedProgram } from "./years/relocate.ts";
import { format } from "./format/format.ts";
import { reword } from "./official/reword.ts";
import { parse, type Parsed, type Source } from "./syntax/parser.ts";
import type { FileNode } from "./syntax/tree.ts";

export type { Source } from "./syntax/parser.ts";

/** `include` gives the file that 引用 "path" means, said in the file `from`; undefined: there is none. */
export interface CompileOptions extends YearSources {
  /** The year of the folder the file lies in. */
  readonly year?: string;
}

export interface CompiledSource extends Compiled {
  readonly tree: FileNode;
}

/**
 * Parses and checks a rule set. `program` is there only when nothing is in error; `diagnostics` are in the order of
 * the text, those of included files after the main file's.
 */
export function compile(source: Source, options: CompileOptions = {}): CompiledSource {
  const compiled = compileAsWritten(source, options);
  if (compiled.program !== undefined) return compiled;
  const check = (text: string): readonly Diagnostic[] =>
    compileAsWritten({ ...source, text }, options).diagnostics;
  return { ...compiled, diagnostics: listed(reword(source, compiled.diagnostics, check)) };
}

/** The tree of a rule file alone, whatever is wrong with it: for what is edited in its text. */
export function treeOf(source: Source): FileNode {
  return parse(source, METHODS).tree;
}

/** The rules of a year as one text. */
export interface WholeYear {
  /** In canonical layout. */
  readonly text: string;
  /** As it was put together, and where what stands in that was written. */
  readonly raw: string;
  originOf(range: Pick<Range, "start" | "end">): Range;
}

/** What a year inherits with its amendments worked into it; undefined when something was reported. */
export function resolve(
  source: Source,
  options: YearSources = {},
): { readonly whole: WholeYear | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parse(source, METHODS);
  const broken = parsed.diagnostics.some(({ severity }) => severity === "error");
  if (broken && !inheriting(parsed.tree)) return { whole: undefined, diagnostics: parsed.diagnostics };
  const { resolved, diagnostics } = resolveChain(source, parsed, options, METHODS);
  if (!resolved) return { whole: undefined, diagnostics };
  const { text } = format({ file: source.file, text: resolved.text });
  const whole = {
    text,
    raw: resolved.text,
    originOf: (at: Pick<Range, "start" | "end">) => originOf(resolved, at),
  };
  return { whole, diagnostics };
}

function compileAsWritten(source: Source, options: CompileOptions): CompiledSource {
  const main = parse(source, METHODS);
  if (!inheriting(main.tree)) return compileText(source, main, options);
  const { resolved, diagnostics } = resolveChain(source, main, options, METHODS);
  if (!resolved)
    return {
      program: undefined,
      standards: new Map(),
      tree: main.tree,
      diagnostics: listed(inOrder(diagnostics, source.file)),
    };
  const text = { file: source.file, text: resolved.text };
  const parsed = parse(text, METHODS);
  const compiled = compileText(text, parsed, { ...options, ids: resolved.ids });
  const found = relocatedFindings(compiled.diagnostics, resolved, parsed.tree);
  return {
    ...compiled,
    program: compiled.program && relocatedProgram(compiled.program, resolved),
    tree: main.tree,
    diagnostics: listed(inOrder([...diagnostics, ...found], source.file)),
  };
}

/** Those of the file itself first, by their place. */
function inOrder(diagnostics: readonly Diagnostic[], main: string): Diagnostic[] {
  const files = [...new Set([main, ...diagnostics.map(({ range }) => range?.file ?? "")])];
  return diagnostics.toSorted(
    (a, b) =>
      files.indexOf(a.range?.file ?? "") - files.indexOf(b.range?.file ?? "") ||
      (a.range?.start ?? 0) - (b.range?.start ?? 0),
  );
}

/** A text that inherits nothing. */
function compileText(
  source: Source,
  { tree, diagnostics: form }: Parsed,
  options: CompileOptions & { readonly ids?: ResolvedYear["ids"] },
): CompiledSource {
  const diagnostics: Diagnostic[] = [...form];
  const main: ParsedFile = { file: source.file, tree };
  const parsed = new Map([[source.file, main]]);
  const read = (from: Source): ParsedFile => {
    const known = parsed.get(from.file);
    if (known) return known;
    const { tree: other, diagnostics: found } = parse(from, METHODS);
    diagnostics.push(...found);
    const file = { file: from.file, tree: other };
    parsed.set(from.file, file);
    return file;
  };
  const { year, ids } = options;
  const compiled = compileFiles({
    main,
    include(path: string, from: string): ParsedFile | NotRead | undefined {
      const found = options.include?.(path, from);
      return found !== undefined && "text" in found ? read(found) : found;
    },
    methods: METHODS,
    broken: () => diagnostics.some((d) => d.severity === "error"),
    ...(year === undefined ? {} : { year }),
    ...(ids === undefined ? {} : { ids }),
  });
  const order = new Map(Array.from(parsed.keys()).map((file, i) => [file, i]));
  const all = withTargets(diagnostics, compiled.diagnostics).toSorted(
    (a, b) =>
      (order.get(a.range?.file ?? "") ?? 0) - (order.get(b.range?.file ?? "") ?? 0) ||
      (a.range?.start ?? 0) - (b.range?.start ?? 0),
  );
  const broken = all.some((d) => d.severity === "error");
  return {
    ...compiled,
    program: broken ? undefined : compiled.program,
    diagnostics: listed(all),
    tree: main.tree,
  };
}
