/** Writes the manual to dist/. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { siteOf } from "../src/site.ts";
import { readSources } from "./sources.ts";

const { files, problems } = siteOf(readSources());
const folder = join(import.meta.dirname, "../dist");
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
