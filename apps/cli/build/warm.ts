/**
 * `node warm.ts <cli.js> <cache>`: runs what most calls run, then writes the program in compiled form, with all functions
 * that were needed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { carriedScript } from "./carried.ts";

const [file = "", cache = ""] = process.argv.slice(2);
const rules = join(import.meta.dirname, "../../../rules/2022");
const text = readFileSync(file, "utf8");
const script = carriedScript(text.slice(0, text.lastIndexOf("})();") + 1), file);
const { run } = script.runInThisContext() as {
  readonly run: (words: readonly string[], version: string) => Promise<void>;
};
const silent = (): true => true;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = silent;
await run(["check", join(rules, "department.heng")], "");
await run(["score", join(rules, "project.heng"), join(rules, "filings/project.json"), "--explain"], "");
process.stdout.write = write;
if (process.exitCode !== 0) throw new Error(`The sample gives exit code ${process.exitCode}`);
writeFileSync(cache, script.createCachedData());
