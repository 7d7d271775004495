/** Holds a result to the oracle; each difference is a sentence. */
import type { Filing, IndicatorResult, Result } from "@heng/engine";
import type { Group, Leaf, Program } from "@heng/lang";
import type { Checked } from "./compile-clean.ts";
import { exact, minus, order, parse, written, type Exact } from "./exact.ts";
import { Fault, Missing } from "./oracle/expressions.ts";
import { oracle, type Whole } from "./oracle/oracle.ts";
import type { AnyReference } from "./oracle/standards.ts";

/** Every leaf, group and total that the oracle can tell is as it says. */
export function againstOracle(
  { program, standards }: Checked,
  nodes: ReadonlyMap<string, Group | Leaf>,
  references: ReadonlyMap<string, AnyReference>,
  filing: Filing,
  result: Result,
): readonly string[] {
  const judge = oracle(program, standards, references, filing);
  const byId = new Map(result.indicators.map((i) => [i.id, i]));
  const breaches: string[] = [];
  for (const [id, node] of nodes) {
    if (node.kind !== "leaf") continue;
    const verdict = judge.leaf(node);
    const found = byId.get(id);
    if ("missing" in verdict || found === undefined) continue;
    if ("fault" in verdict) {
      if (found.state !== "error")
        breaches.push(
          `${id} (${node.method}): ${found.state} ${found.score ?? found.range?.join("~") ?? ""} instead of an error`,
        );
      continue;
    }
    if ("out" in verdict) {
      if (found.state !== "notApplicable") breaches.push(`${id}: ${found.state} although left out`);
      continue;
    }
    const last = found.steps.filter((s) => s.kind === "score").at(-1);
    if (found.state === "pending" && found.range !== null) continue; // its weight is open
    if (found.state === "scored" && last?.value && !last.rounding) continue; // decided without its exact value
    if (found.state !== "scored" || !last?.rounding) {
      breaches.push(`${id} (${node.method}): ${found.state} instead of the score ${text(verdict.score)}`);
      continue;
    }
    const weight = found.apportioned === null ? node.points : parse(found.apportioned);
    const given = scaled(verdict.score, weight, node.points);
    // Of a 扣分项 it is what is taken that is rounded.
    const wanted = found.kind === "penalty" ? minus(given, node.points) : given;
    if (order(parse(last.rounding.from), wanted) !== 0) {
      breaches.push(`${id} (${node.method}): exact ${last.rounding.from} instead of ${text(wanted)}`);
    }
  }
  return [...breaches, ...wholeAgainst(judge, program, byId, result)];
}

function wholeAgainst(
  judge: ReturnType<typeof oracle>,
  program: Program,
  byId: ReadonlyMap<string, IndicatorResult>,
  result: Result,
): readonly string[] {
  let whole: Whole;
  try {
    whole = judge.whole();
  } catch (error) {
    if (error instanceof Missing) return [];
    if (!(error instanceof Fault)) throw error;
    return result.total === null ? [] : [`the total ${result.total} although something is an error`];
  }
  const breaches: string[] = [];
  for (const [id, wanted] of whole.scores) {
    const found = byId.get(id);
    const shown = wanted === undefined ? null : written(wanted, program.places);
    if (found && found.score !== shown)
      breaches.push(`${id}: ${found.state} ${found.score} instead of ${shown}`);
  }
  const total = whole.total === undefined ? null : written(whole.total, program.places);
  if (result.total !== total) breaches.push(`the total ${result.total} instead of ${total}`);
  // What is missing may be decided by all that it can be, which is not looked at here.
  if (result.grade !== whole.grade && !whole.gradeMissing)
    breaches.push(`the grade ${result.grade} instead of ${whole.grade}`);
  return breaches;
}

function scaled(score: Exact, weight: Exact, points: Exact): Exact {
  return exact(score.n * weight.n * points.d, score.d * weight.d * points.n);
}

function text({ n, d }: Exact): string {
  return d === 1n ? `${n}` : `${n}/${d}`;
}
