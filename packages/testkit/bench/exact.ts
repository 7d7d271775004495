/** Bar 1: no wrong cents. Every leaf of many rows of W against (2n + d) div 2d in plain integers. */
import { score } from "@heng/engine";
import { Random } from "../src/random.ts";
import { compileClean } from "../src/compile-clean.ts";
import type { Bar } from "./measure.ts";
import { expected, workloadLeaves, workloadRow, workloadRules } from "./workload.ts";

export function exactBar(evaluations: number): Bar {
  const leaves = workloadLeaves(28);
  const { program } = compileClean(workloadRules(leaves));
  const random = new Random(7);
  let [wrong, ties, done, first] = [0, 0, 0, ""];
  while (done < evaluations) {
    const { filing, given } = workloadRow(leaves, random);
    const byId = new Map(score(program, filing, { lang: "zh" }).indicators.map((i) => [i.id, i.score]));
    leaves.forEach((leaf, i) => {
      const of = given[i];
      if (!of) return;
      const wanted = expected(leaf, of);
      const [n, d] = leaf.template.points(of, leaf.weight);
      if ((2n * n * 100n + d) % (2n * d) === 0n) ties += 1;
      const found = BigInt((byId.get(leaf.id) ?? "-1").replace(".", ""));
      if (found !== wanted) {
        wrong += 1;
        if (first === "") first = ` (${leaf.id}: ${found} instead of ${wanted}, ${of.a}/${of.b})`;
      }
      done += 1;
    });
  }
  return {
    name: `1 wrong cents in ${done.toLocaleString("en")} leaf evaluations, ${ties.toLocaleString("en")} of them ties`,
    figure: `${wrong}${first}`,
    limit: "0",
    holds: wrong === 0,
  };
}
