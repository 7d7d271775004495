/** The whole way from text to program: parse, then check and lower. */
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { listed, withTargets } from "./listing.ts";
import { METHODS } from "./methods/registry.gen.ts";
import { compileFiles, type Compiled } from "./model/compile.ts";
import type { NotRead, ParsedFile } from "./model/includes.ts";
import { reword } from "./official/reword.ts";
import { parse, type Source } from "./syntax/parser.ts";
import type { FileNode } from "./syntax/tree.ts";

export type { Source } from "./syntax/parser.ts";

export interface CompileOptions {
  /** Gives the file that 引用 "path" means, said in the file `from`; undefined: there is none. */
  include?(path: string, from: string): Source | NotRead | undefined;
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

function compileAsWritten(source: Source, options: CompileOptions): CompiledSource {
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
    include(path: string, from: string): ParsedFile | NotRead | undefined {
      const found = options.include?.(path, from);
      return found !== undefined && "text" in found ? read(found) : found;
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
