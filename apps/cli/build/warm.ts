/**
 * `node warm.ts <cli.js> <cache>`: runs what most calls run, on a sample of its own, then writes the program in compiled
 * form, with all functions that were needed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { carriedScript } from "./carried.ts";

const [file = "", cache = ""] = process.argv.slice(2);
const rules = join(import.meta.dirname, "sample/rules.heng");
const filing = join(import.meta.dirname, "sample/filing.json");
const text = readFileSync(file, "utf8");
const script = carriedScript(text.slice(0, text.lastIndexOf("})();") + 1), file);
const { run } = script.runInThisContext() as {
  readonly run: (words: readonly string[], version: string) => Promise<void>;
};

async function must(...words: readonly string[]): Promise<void> {
  await run(words, "");
  if (process.exitCode !== 0) throw new Error(`heng ${words.join(" ")}: exit code ${process.exitCode}`);
}

await must("check", rules);
await must("score", rules, filing, "--explain");
writeFileSync(cache, script.createCachedData());
