/** What is proved of rule sets, held against the scores of filings around everything that turns in them. */
import { describe, expect, it } from "vitest";
import { proveAndTry } from "../src/brute-force/check.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { nearMistakes } from "../src/generate/near-mistakes/rules.ts";
import { generateRules } from "../src/generate/rules.ts";

const RULE_SETS = rounds(150);
/** One in so many is a large one of every kind. */
const LARGE = 15;

describe("what is proved of generated rule sets", () => {
  it(
    "is not contradicted by any filing, and each counterexample shows its finding",
    { timeout: 36_000_000 },
    () => {
      const codes = new Map<string, number>();
      const unseen = new Map<string, number>();
      let [tried, proved] = [0, 0];
      for (let i = 0; i < RULE_SETS; i += 1) {
        const seed = SEED + i;
        const text = i % LARGE === LARGE - 1 ? generateRules(seed).text : nearMistakes(seed);
        const checked = proveAndTry(text, seed, { starts: 1, random: 60 });
        // One in ten does not check, for a gap or an overlap of its bands.
        if (!checked) continue;
        const { disagreements, proofs, seen } = checked;
        tried += seen.tried;
        proved += proofs.proved;
        for (const { code } of proofs.claims) codes.set(code, (codes.get(code) ?? 0) + 1);
        for (const { kind, what } of disagreements)
          if (kind === "unseen") unseen.set(what, (unseen.get(what) ?? 0) + 1);
        const breaches = disagreements.filter(({ kind }) => kind === "breach");
        expect(breaches, `HENG_SEED=${seed}\n${text}`).toEqual([]);
      }
      const found = [...codes.values()].reduce((all, one) => all + one, 0);
      const open = codes.get("H2114") ?? 0;
      if (RULE_SETS > 150) {
        const shown = (of: ReadonlyMap<string, number>): string =>
          Array.from(of, ([what, count]) => `${what} ${count}`)
            .toSorted()
            .join(", ");
        console.log(
          `${RULE_SETS} rule sets, ${tried} filings, ${proved} claims shown\n${shown(codes)}\nunseen: ${shown(unseen)}`,
        );
      }
      // A prover that decides nothing contradicts nothing.
      expect(open / (found + proved)).toBeLessThan(0.05);
      for (let code = 2103; code <= 2114; code += 1) expect([...codes.keys()]).toContain(`H${code}`);
    },
  );
});
