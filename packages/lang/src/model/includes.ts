/** 引用: the files of a rule set. */
import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import type { FileNode } from "../syntax/tree.ts";
import { H1117, type H1117Problem } from "./H1117-include-not-found/index.ts";
import { rangeOf } from "./scope.ts";

/** A parsed file of the rule set: the main one first, then those it includes, by the path as written. */
export interface ParsedFile {
  readonly file: string;
  readonly tree: FileNode;
}

/** Why a file is not read. */
export type NotRead =
  /** Its path leads out of the folder which included files must lie in: that folder as it is shown. */
  | { readonly outside: string }
  /** It has more bytes than a rule file may. */
  | { readonly tooLarge: true };

/** What 引用 "path" gives, asked with the file that says so; undefined: not found. */
export type Include = (path: string, from: string) => ParsedFile | NotRead | undefined;

/** The main file, then what it includes, each once, depth first. */
export function withIncludes(
  main: ParsedFile,
  include: Include | undefined,
  report: Report,
): readonly ParsedFile[] {
  const seen = new Map<string, ParsedFile>([[main.file, main]]);
  /** The files whose includes are being read: one of them again is a circle. */
  const open = new Set<string>();
  const problemOf = (found: ParsedFile | NotRead | undefined): H1117Problem | undefined => {
    if (!found) return "missing";
    if ("outside" in found) return "outside";
    if ("tooLarge" in found) return "tooLarge";
    if (open.has(found.file)) return "circle";
    return seen.size >= LIMITS.includes && !seen.has(found.file) ? "many" : undefined;
  };
  const visit = (from: ParsedFile): void => {
    open.add(from.file);
    for (const node of from.tree.statements) {
      if (node.kind !== "include" || !node.path) continue;
      const found = include?.(node.path.value, from.file);
      const problem = problemOf(found);
      if (problem) {
        const folder = found && "outside" in found ? found.outside : undefined;
        const data = { path: node.path.value, problem, folder };
        report(diagnose(H1117, data, { range: rangeOf(from.file, node.path) }));
      } else if (found && "tree" in found && !seen.has(found.file)) {
        seen.set(found.file, found);
        visit(found);
      }
    }
    open.delete(from.file);
  };
  visit(main);
  return Array.from(seen.values());
}
