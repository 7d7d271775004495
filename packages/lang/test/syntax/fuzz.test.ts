import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse, print } from "../../src/syntax/parser.ts";
import type { Element, Node } from "../../src/syntax/tree.ts";
import { EXAMPLE } from "./example.ts";
import { mutate, noise, Random, soup } from "./mutate.ts";
import { TABLE } from "./table.ts";

// HENG_FUZZ=100000 for the nightly run; HENG_SEED to run a failure again.
const ROUNDS = process.env["HENG_FUZZ"] === undefined ? 2_000 : Number(process.env["HENG_FUZZ"]);
const SEED = process.env["HENG_SEED"] === undefined ? 20_261_124 : Number(process.env["HENG_SEED"]);

const rules = join(dirname(fileURLToPath(import.meta.url)), "../../../../rules/2022");
/** Real rule text in pieces of some thirty lines, so that an edit is not lost in a long file. */
const SEEDS = [
  EXAMPLE,
  ...readdirSync(rules)
    .filter((name) => name.endsWith(".heng"))
    .flatMap((name) => {
      const lines = readFileSync(join(rules, name), "utf8").split("\n");
      return Array.from({ length: Math.ceil(lines.length / 30) }, (_, i) =>
        lines.slice(i * 30, i * 30 + 45).join("\n"),
      );
    }),
];

function hasMissingOrJunk(node: Node): boolean {
  const rest: Element[] = [node];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if (element.kind === "junk" || element.kind === "missing") return true;
    if ("children" in element) rest.push(...element.children);
  }
  return false;
}

/** What holds for any text at all. */
function check(text: string): void {
  const { tree, diagnostics } = parse({ file: "fuzz.heng", text }, TABLE);
  expect(print(tree)).toBe(text);
  for (const { range } of diagnostics) {
    expect(range?.file).toBe("fuzz.heng");
    expect(range?.start).toBeGreaterThanOrEqual(0);
    expect(range?.end).toBeLessThanOrEqual(text.length);
    expect(range?.start).toBeLessThanOrEqual(range?.end ?? -1);
  }
  if (hasMissingOrJunk(tree)) expect(diagnostics.length).toBeGreaterThan(0);
}

function rounds(count: number, make: (random: Random) => string): void {
  for (let i = 0; i < count; i++) {
    const seed = SEED + i;
    const text = make(new Random(seed));
    try {
      check(text);
    } catch (error) {
      throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
}

describe("any text gives a tree that prints back, and what is wrong has a place", () => {
  test("mutated rules", { timeout: 3_600_000 }, () => {
    rounds(ROUNDS, (random) => mutate(random.pick(SEEDS), random));
  });
  test("scraps in no order", { timeout: 3_600_000 }, () => {
    rounds(ROUNDS / 2, soup);
  });
  test("any code units", { timeout: 3_600_000 }, () => {
    rounds(ROUNDS / 4, noise);
  });
});
