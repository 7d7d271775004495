/** A rule set proved, tried, and the two held against each other. */
import { compile, type Program } from "@heng/lang";
import { prove, type Proofs } from "@heng/proofs";
import { Random } from "../random.ts";
import { disagreements, type Disagreement } from "./agreement.ts";
import { notShown } from "./counterexamples.ts";
import { againstWay, betterOf } from "./direction.ts";
import { search, type Budget } from "./search.ts";
import type { Seen } from "./seen.ts";
import { leavesOf } from "./tried.ts";

export interface Checked {
  readonly program: Program;
  readonly proofs: Proofs;
  readonly seen: Seen;
  readonly disagreements: readonly Disagreement[];
}

/** Undefined where the rule set does not check: then nothing is proved of it. */
export function proveAndTry(text: string, seed: number, budget: Budget): Checked | undefined {
  const { program, diagnostics } = compile({ file: "规则.heng", text });
  if (!program || diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const proofs = prove(program);
  const against = new Map<string, string>();
  const directed = leavesOf(program).flatMap((leaf) => {
    const way = betterOf(leaf);
    const told = proofs.claims.some(
      ({ code, data }) =>
        (code === "H2109" || code === "H2114") && (data as { readonly name?: string }).name === leaf.name,
    );
    return way === undefined || told ? [] : [{ leaf, way }];
  });
  const seen = search(program, new Random(seed), budget, (sweep) => {
    for (const { leaf, way } of directed) {
      const why = against.has(leaf.name) ? undefined : againstWay(program, leaf, way, sweep);
      if (why !== undefined) against.set(leaf.name, why);
    }
  });
  return {
    program,
    proofs,
    seen,
    disagreements: [
      ...disagreements(program, proofs, seen),
      ...Array.from(against, ([where, by]) => ({
        kind: "breach" as const,
        what: "less for the better passed over",
        where,
        by,
      })),
      ...proofs.claims.flatMap((one) => {
        const why = notShown(program, one);
        return why === undefined
          ? []
          : [{ kind: "breach" as const, what: `${one.code} not shown`, where: one.message.zh, by: why }];
      }),
    ],
  };
}
