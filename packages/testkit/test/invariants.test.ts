/** Generated rule sets with generated filings: what must hold of all of them (docs/reference/semantics.md). */
import { describe, expect, it } from "vitest";
import { checkPair } from "../src/check-pair.ts";
import { compileClean } from "../src/compile-clean.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { generateFiling, type Mix } from "../src/generate/filing.ts";
import { generateRules } from "../src/generate/rules.ts";
import { Random } from "../src/random.ts";
import { loadReferences, withoutReference } from "../src/references.ts";

const PAIRS = rounds(1_500);
/** Filings of one rule set. */
const EACH = 5;
const MIXES: readonly Mix[] = [
  { missing: 0, wrong: 0 },
  { missing: 0, wrong: 0 },
  { missing: 8, wrong: 0 },
  { missing: 4, wrong: 0 },
  { missing: 8, wrong: 12 },
];

describe("generated rule sets with generated filings", () => {
  it("every method has a formula of its own", () => expect(withoutReference()).toEqual([]));

  it("score exactly, within bounds, with steps that give the score", { timeout: 36_000_000 }, async () => {
    const references = await loadReferences();
    const methods = new Map<string, number>();
    const states = new Map<string, number>();
    for (let i = 0; i * EACH < PAIRS; i += 1) {
      const seed = SEED + i;
      const { text } = generateRules(seed);
      try {
        const compiled = compileClean(text);
        for (const { method } of compiled.standards.values())
          methods.set(method.id, (methods.get(method.id) ?? 0) + 1);
        for (const [n, mix] of MIXES.entries()) {
          const random = new Random(seed * EACH + n);
          const draft = generateFiling(compiled.program, random, mix);
          const { breaches, result } = checkPair(compiled, references, draft, random, 3);
          for (const { state } of result.indicators) states.set(state, (states.get(state) ?? 0) + 1);
          expect(breaches, `filing ${n}`).toEqual([]);
        }
      } catch (error) {
        throw new Error(`HENG_SEED=${seed}: ${error instanceof Error ? error.message : ""}\n${text}`, {
          cause: error,
        });
      }
    }
    // A generator that leaves something out proves nothing about it.
    if (PAIRS >= 1_000) {
      const left = [...references.keys()].filter((id) => !methods.has(id));
      expect(left, "methods without a line in `makers` of src/generate/standards.ts").toEqual([]);
      expect([...states.keys()].toSorted()).toEqual(["error", "notApplicable", "pending", "scored"]);
    }
  });
});
