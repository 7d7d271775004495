/** Which of many unnoticed changes to show first. */
import { compare } from "@heng/number";
import type { Mutant } from "./mutate.ts";

/** The most telling first: one of each indicator before a second of any, and where most points are at stake. */
export function mostTelling<M extends Pick<Mutant, "path" | "atStake">>(mutants: readonly M[]): readonly M[] {
  const seen = new Map<string, number>();
  const turns = mutants.map((mutant) => {
    const key = mutant.path.join("/");
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return { mutant, turn };
  });
  return turns
    .toSorted((a, b) => a.turn - b.turn || compare(b.mutant.atStake, a.mutant.atStake))
    .map(({ mutant }) => mutant);
}
