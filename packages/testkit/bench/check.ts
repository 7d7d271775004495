/** Bar 7: parsing with all static checks, and with the proofs. */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { compile } from "@heng/lang";
import { prove } from "@heng/proofs";
import { atMost, interleave, median, ratio, ROUNDS, type Bar } from "./measure.ts";
import { workloadLeaves, workloadRules } from "./workload.ts";

/** Small files as often as make one large: slices of as much work meet the garbage collector as often. */
const EVEN = 17;

/** A JSON document as long as the text, of objects, arrays and short strings as the rules would be. */
function jsonAsLong(text: string): string {
  const size = new TextEncoder().encode(text).length;
  const lines: string[] = [];
  let length = 2;
  for (const [i, line] of text.split("\n").entries()) {
    const entry = JSON.stringify({ line: i, words: line.trim().split(/\s+/) });
    length += new TextEncoder().encode(entry).length + 1;
    if (length > size) break;
    lines.push(entry);
  }
  return `[${lines.join(",")}]`;
}

/** What `heng check` does with a text. */
function checkAndProve(text: string): void {
  const { program } = compile({ file: "规则.heng", text });
  if (!program || prove(program).diagnostics.length > 0) throw new Error("The workload has a finding");
}

export async function checkBars(): Promise<readonly Bar[]> {
  const small = workloadRules(workloadLeaves(60));
  const large = workloadRules(workloadLeaves(1_000));
  const json = jsonAsLong(small);
  const root = join(import.meta.dirname, "../../lang/src");
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(root, path)).href);
  // Only the two together are public: apart they tell where the time goes.
  const { parse } = (await load("syntax/parser.ts")) as {
    readonly parse: (source: { file: string; text: string }, methods: unknown) => unknown;
  };
  const { METHODS } = (await load("methods/registry.gen.ts")) as { METHODS: unknown };
  const found = interleave(
    {
      json: { run: () => void JSON.parse(json), times: 400 },
      small: { run: () => void compile({ file: "规则.heng", text: small }), times: EVEN },
      smallParse: { run: () => void parse({ file: "规则.heng", text: small }, METHODS), times: EVEN },
      proved: { run: () => checkAndProve(small), times: EVEN },
      largeProved: { run: () => checkAndProve(large), times: 1 },
      large: { run: () => void compile({ file: "规则.heng", text: large }), times: 1 },
      largeParse: { run: () => void parse({ file: "规则.heng", text: large }, METHODS), times: 1 },
    },
    ROUNDS,
  );
  const parseShare = `parse ${median(found.smallParse).toFixed(2)} ms, checks ${(median(found.small) - median(found.smallParse)).toFixed(2)} ms`;
  return [
    atMost(`7 parse and check 60 leaves (${parseShare})`, median(found.small), 3, " ms"),
    atMost("7 … to JSON.parse of as many bytes", ratio(found.small, found.json), 40, "×"),
    atMost("7 … 1,000 leaves to 60", ratio(found.large, found.small), 20, "×"),
    atMost("7 … with all proofs, 60 leaves", median(found.proved), 3, " ms"),
    atMost("7 … with all proofs, 1,000 leaves to 60", ratio(found.largeProved, found.proved), 20, "×"),
    atMost("7 … parse alone, 1,000 leaves to 60", ratio(found.largeParse, found.smallParse), 20, "×"),
  ];
}
