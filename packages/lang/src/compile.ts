/** The whole way from text to program: parse, then check and lower. */
import { diagnose, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { LIMITS } from "./limits.ts";
import { METHODS } from "./methods/registry.gen.ts";
import { compileFiles, type Compiled } from "./model/compile.ts";
import type { Outside, ParsedFile } from "./model/includes.ts";
import { H1105 } from "./model/H1105-name-not-allowed-here/index.ts";
import { H1010 } from "./syntax/H1010-glued-words/index.ts";
import type { Names } from "./names.ts";
import { H1015 } from "./syntax/H1015-limit/index.ts";
import { parse } from "./syntax/parser.ts";
import type { FileNode } from "./syntax/tree.ts";

/** A rule file: its path as shown in findings, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface CompileOptions {
  /** Gives the file that 引用 "path" means, said in the file `from`; undefined: there is none. */
  include?(path: string, from: string): Source | Outside | undefined;
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
  const diagnostics: Diagnostic[] = [];
  const parsed = new Map<string, ParsedFile>();
  const read = (from: Source): ParsedFile => {
    const known = parsed.get(from.file);
    if (known) return known;
    const { tree, diagnostics: found } = parse(from, METHODS);
    diagnostics.push(...found);
    const file = { file: from.file, tree };
    parsed.set(from.file, file);
    return file;
  };
  const main = read(source);
  const { year } = options;
  const compiled = compileFiles({
    main,
    include(path: string, from: string): ParsedFile | Outside | undefined {
      const found = options.include?.(path, from);
      return found === undefined || "outside" in found ? found : read(found);
    },
    methods: METHODS,
    broken: () => diagnostics.some((d) => d.severity === "error"),
    ...(year === undefined ? {} : { year }),
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

const A_TARGET: Names = {
  zh: "先写上目标，如 目标 <= 100%，或写明超过多少，如 超过 100% 每 …",
  en: "write a target first, such as target <= 100%, or the bound itself, as in above 100% each …",
};

/** Where glued words are read with a 目标 of which there is none, the fix that writes it would not mend. */
function withTargets(form: readonly Diagnostic[], model: readonly Diagnostic[]): Diagnostic[] {
  const lacking = model.filter(({ code, range }) => code === H1105.code && range?.start === range?.end);
  if (lacking.length === 0) return [...form, ...model];
  const lacks = ({ code, range }: Diagnostic): boolean =>
    code === H1010.code &&
    lacking.some(
      ({ range: at }) =>
        at?.file === range?.file && at && range && at.start >= range.start && at.start < range.end,
    );
  return [
    ...form.map((one) => (lacks(one) ? { ...one, mend: A_TARGET, fixes: [] } : one)),
    ...model.filter((one) => !lacking.includes(one)),
  ];
}

/** The most that are listed, errors before all others, and one that counts the rest: a file of mistakes stays readable. */
function listed(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = all.flatMap(({ code, data }) => {
    const { what, limit, found } = data as {
      readonly what?: string;
      readonly limit: number;
      readonly found: number;
    };
    return code === H1015.code && what === "diagnostics" ? [found - limit] : [];
  });
  const found = all.length - counts.length;
  const limit = LIMITS.diagnostics;
  if (found <= limit) return all;
  const own = all.filter(({ data }) => (data as { readonly what?: string }).what !== "diagnostics");
  const errors = own.filter(({ severity }) => severity === "error").slice(0, limit);
  const kept = new Set([
    ...errors,
    ...own.filter((d) => d.severity !== "error").slice(0, limit - errors.length),
  ]);
  const left = own.find((d) => !kept.has(d));
  const rest = diagnose(
    H1015,
    { what: "diagnostics", limit, found: counts.reduce((sum, count) => sum + count, found) },
    left?.range ? { range: left.range } : {},
  );
  return [...own.filter((d) => kept.has(d)), { ...rest, severity: left?.severity ?? rest.severity }];
}
