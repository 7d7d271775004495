/** 引用: the files of a rule set. */
import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import type { FileNode } from "../syntax/tree.ts";
import { H1117 } from "./H1117-include-not-found/index.ts";
import { rangeOf } from "./scope.ts";

/** A parsed file of the rule set: the main one first, then those it includes, by the path as written. */
export interface ParsedFile {
  readonly file: string;
  readonly tree: FileNode;
}

/** What 引用 "path" gives, asked with the file that says so; undefined: not found. */
export type Include = (path: string, from: string) => ParsedFile | undefined;

/** The main file, then what it includes, each once, depth first. */
export function withIncludes(
  main: ParsedFile,
  include: Include | undefined,
  report: Report,
): readonly ParsedFile[] {
  const seen = new Map<string, ParsedFile>([[main.file, main]]);
  const visit = (from: ParsedFile): void => {
    for (const node of from.tree.statements) {
      if (node.kind !== "include" || !node.path) continue;
      const found = include?.(node.path.value, from.file);
      if (!found || seen.size >= LIMITS.includes) {
        report(
          diagnose(
            H1117,
            { path: node.path.value, many: found !== undefined, limit: LIMITS.includes },
            { range: rangeOf(from.file, node.path) },
          ),
        );
        continue;
      }
      if (seen.has(found.file)) continue;
      seen.set(found.file, found);
      visit(found);
    }
  };
  visit(main);
  return Array.from(seen.values());
}
