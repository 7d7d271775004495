/** The files of the repository that the manual is made from. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sources } from "../src/contents.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PATTERNS = [
  "docs/**/*.{md,json}",
  "rules/2022/*.{md,heng}",
  "{packages,apps}/*/src/**/page.md",
  "apps/site/src/browser/*",
];

export function readSources(): Sources {
  const paths = PATTERNS.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
  return new Map(
    paths.map((path) => [path, readFileSync(join(ROOT, path), "utf8").replaceAll("\r\n", "\n")]),
  );
}
