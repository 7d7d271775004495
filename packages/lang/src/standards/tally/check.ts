/** What is wrong with rows that take or give points. */
import { compare, sign } from "@heng/number";
import { constantOf } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import type { Expr } from "../../core/program.ts";
import { isFigure, kindName } from "../../core/type.ts";
import { diagnose, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { H1306 } from "../../diagnostics/H1306-condition-or-figure/index.ts";
import type { Names } from "../../names.ts";
import { checkJudged } from "../judged.ts";
import { without } from "../../diagnostics/fix.ts";
import { inBoth, pointsWords, words } from "../wording.ts";
import { H1419 } from "./H1419-row-incomplete/index.ts";
import { H1420 } from "./H1420-row-contradictory/index.ts";
import { H1421 } from "./H1421-step-not-positive/index.ts";
import { H1422 } from "./H1422-amount-not-positive/index.ts";
import { H1426 } from "./H1426-amount-above-points/index.ts";
import { AMOUNTS, BASES, first, measured, WORDS, type Key, type TallyRow } from "./rows.ts";
import { STEPS } from "./steps.ts";

/** What is wrong with the rows, each by itself. */
export function checkRows(
  rows: readonly TallyRow[] | undefined,
  leaf: LeafContext,
  origin: Range,
  report: Report,
): void {
  if (!rows?.length) report(diagnose(H1419, { what: "rows" }, { range: origin }));
  for (const row of rows ?? []) checkRow(row, leaf, report);
}

/** Of each of these a row has one at most. */
const ALTERNATIVES: readonly (readonly Key[])[] = [
  BASES,
  STEPS,
  AMOUNTS,
  ["when", ...BASES],
  ["when", ...STEPS],
  ["give", "takeAtMost"],
  ["take", "giveAtMost"],
  ["takeJudged", "giveAtMost"],
];

function checkRow(row: TallyRow, leaf: LeafContext, report: Report): void {
  const { clauses, places, origin } = row;
  const at = (key: Key): Range => places.get(key) ?? origin;
  const contradict = (keys: readonly Key[]): boolean => {
    const one = first(row, keys);
    const two = one && keys.find((key) => key !== one && clauses[key] !== undefined);
    if (one === undefined || two === undefined) return false;
    const [before, after] = at(one).start <= at(two).start ? [one, two] : [two, one];
    report(
      diagnose(
        H1420,
        { first: WORDS[before], second: WORDS[after] },
        { range: at(after) },
        {
          related: [{ range: at(before), message: { zh: "前面写的是这个", en: "the other one" } }],
          fixes: [after, before].map((key) => without(row, key, WORDS[key])),
        },
      ),
    );
    return true;
  };
  if (ALTERNATIVES.some(contradict)) return;

  const counted = row.head;
  if (counted && !isFigure(counted.value.type)) {
    const data = { expected: "figure", found: kindName(counted.value.type) } as const;
    return report(diagnose(H1306, data, { range: counted.origin }));
  }

  const lacks = (what: "each" | "base" | "amount" | "condition" | "head"): void =>
    report(diagnose(H1419, { what }, { range: origin }));
  const step = first(row, STEPS);
  if (!first(row, AMOUNTS)) return lacks("amount");
  if (clauses.when) {
    if (row.head) return lacks("head");
  } else if (!step) {
    return lacks(first(row, BASES) ? "each" : "condition");
  } else if (!first(row, BASES) && measured(row, leaf)?.type.kind === "date") {
    return lacks("base");
  }

  const length = step && clauses[step];
  const constantLength = length && constantOf(length);
  if (step && constantLength && sign(constantLength) <= 0) {
    report(
      diagnose(
        H1421,
        { word: WORDS[step], step: inBoth((lang) => words(length, lang)) },
        { range: at(step) },
      ),
    );
  }
  for (const key of ["take", "give", "takeAtMost", "giveAtMost"] as const) {
    checkAmount(clauses[key], WORDS[key], at(key), report);
  }
  if (clauses.takeJudged) checkJudged(clauses.takeJudged, at("takeJudged"), report);
  const flat = clauses.when && clauses.take && constantOf(clauses.take);
  if (flat && compare(flat, leaf.points) > 0) {
    report(
      diagnose(
        H1426,
        { taken: pointsWords(flat, "zh"), points: pointsWords(leaf.points, "zh") },
        { range: at("take") },
      ),
    );
  }
}

/** A literal amount or cap must be above 0. */
export function checkAmount(amount: Expr | undefined, word: Names, range: Range, report: Report): void {
  const constant = amount && constantOf(amount);
  if (constant && sign(constant) <= 0) {
    report(diagnose(H1422, { word, amount: words(amount, "zh") }, { range }));
  }
}
