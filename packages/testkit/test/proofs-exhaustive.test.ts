/** What is proved of rule sets whose every filing can be tried: all that is so is told, and nothing else. */
import { compile } from "@heng/lang";
import { prove } from "@heng/proofs";
import { describe, expect, it } from "vitest";
import { disagreements } from "../src/brute-force/agreement.ts";
import { everything, passedOver } from "../src/brute-force/everything.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { smallWorld } from "../src/generate/small-worlds.ts";

const RULE_SETS = rounds(60);

describe("what is proved of rule sets with few filings", () => {
  it("is what all of them show", { timeout: 36_000_000 }, () => {
    for (let i = 0; i < RULE_SETS; i += 1) {
      const seed = SEED + i;
      const text = smallWorld(seed);
      const { program, diagnostics } = compile({ file: "规则.heng", text });
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      if (!program || errors.length > 0)
        throw new Error(`HENG_SEED=${seed} ${errors[0]?.message.zh}\n${text}`);
      const proofs = prove(program);
      const seen = everything(program);
      const wrong = disagreements(program, proofs, seen).filter(({ kind }) => kind === "breach");
      expect([...wrong, ...passedOver(program, proofs, seen)], `HENG_SEED=${seed}\n${text}`).toEqual([]);
    }
  });
});
