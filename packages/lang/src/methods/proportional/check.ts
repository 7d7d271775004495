/** What the spelling of 按比例 cannot say. */
import { compare, fraction, sign } from "@heng/number";
import type { Expr, Target } from "../../core/program.ts";
import { isFigure } from "../../core/type.ts";
import { diagnose, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { H1402 } from "../../diagnostics/H1402-nothing-measured/index.ts";
import type { Names } from "../../names.ts";
import { checkCap } from "../../standards/cap.ts";
import { constantOf } from "../../core/constant.ts";
import { H1421 } from "../../standards/tally/H1421-step-not-positive/index.ts";
import { append, without } from "../../diagnostics/fix.ts";
import type { LeafContext } from "../../core/method.ts";
import { checkAmount } from "../../standards/tally/check.ts";
import { STEPS } from "../../standards/tally/steps.ts";
import { inBoth, words } from "../../standards/wording.ts";
import { H1410 } from "./H1410-reading-not-given/index.ts";
import { H1411 } from "./H1411-reading-not-fitting/index.ts";
import { H1412 } from "./H1412-no-target/index.ts";
import { H1413 } from "./H1413-no-proportion/index.ts";
import { H1414 } from "./H1414-limit-incomplete/index.ts";
import { H1415 } from "./H1415-limit-against-target/index.ts";
import { H1416 } from "./H1416-limit-not-of-completion/index.ts";
import { H1418 } from "./H1418-strict-target/index.ts";
import { CLAUSES, READINGS, type Proportion, type Proportional } from "./spelling.ts";

export function check(m: Proportional, leaf: LeafContext, report: Report): void {
  if (!leaf.value) return report(diagnose(H1402, {}, { range: m.origin }));
  const why = noProportion(leaf.value, leaf.target);
  if (why) return report(diagnose(H1413, { why }, { range: m.origin }));
  if (!leaf.target) return report(diagnose(H1412, {}, { range: m.origin }));
  if (leaf.target.kind === "compare") {
    checkReading(m, leaf.target, report);
    checkStrict(m, leaf.target, report);
  }
  checkLimits(m, report);
  const cap = m.clauses.upTo;
  checkCap(m, { points: leaf.points, of: "full" }, leaf, report);
  const second = cap && m.clauses.lesserOverGreater && m.places.get("upTo");
  if (second) {
    const data = { reading: CLAUSES.upTo, target: CLAUSES.upTo, other: CLAUSES.lesserOverGreater };
    report(diagnose(H1411, data, { range: second }, { fixes: [without(m, "upTo", CLAUSES.upTo)] }));
  }
}

function noProportion(
  value: Expr,
  target: Target | undefined,
): "range" | "unequal" | "negative" | "date" | "text" | undefined {
  if (!isFigure(value.type)) return "text";
  if (value.type.kind === "date") return "date";
  if (!target) return undefined;
  if (target.kind === "range") return "range";
  if (target.sign === "≠") return "unequal";
  const constant = constantOf(target.of);
  return constant && sign(constant) < 0 ? "negative" : undefined;
}

type CompareTarget = Extract<Target, { kind: "compare" }>;

const FITTING: Readonly<Record<string, readonly Proportion[]>> = {
  ">=": [],
  ">": [],
  "<=": ["inverse", "linear"],
  "<": ["inverse", "linear"],
  "=": ["asAtLeast", "lesserOverGreater"],
};

function checkReading(m: Proportional, target: CompareTarget, report: Report): void {
  const fitting = FITTING[target.sign] ?? [];
  const given = READINGS.filter((key) => m.clauses[key]);
  const [one, two] = given;
  const shown = (): Names => inBoth((lang) => words(target.of, lang));
  const at = (key: string): Range => m.places.get(key) ?? m.origin;
  if (!one) {
    if (fitting.length === 0) return;
    report(
      diagnose(
        H1410,
        { direction: target.sign === "=" ? "exactly" : "atMost", target: shown() },
        { range: m.origin },
        {
          fixes: fitting.flatMap((key) =>
            key === "atLeast"
              ? []
              : [
                  append(m.origin, CLAUSES[key].zh, {
                    zh: `写成 ${CLAUSES[key].zh}`,
                    en: `add ${CLAUSES[key].en}`,
                  }),
                ],
          ),
        },
      ),
    );
    return;
  }
  const other = two && (at(one).start <= at(two).start ? [one, two] : ([two, one] as const));
  if (other) {
    const [first, second] = other as readonly [typeof one, typeof one];
    const data = { reading: CLAUSES[second], target: shown(), other: CLAUSES[first] };
    const fixes = [without(m, second, CLAUSES[second]), without(m, first, CLAUSES[first])];
    return report(diagnose(H1411, data, { range: at(second) }, { fixes }));
  }
  if (!fitting.includes(one)) {
    const full = inBoth((lang) => `${target.sign} ${shown()[lang]}`);
    const fixes = fitting.length === 0 ? [without(m, one, CLAUSES[one])] : [];
    report(diagnose(H1411, { reading: CLAUSES[one], target: full }, { range: at(one) }, { fixes }));
  }
}

/** A target of 0 has no proportion: there the sign counts. */
function checkStrict(m: Proportional, { sign: relation, of }: CompareTarget, report: Report): void {
  const constant = constantOf(of);
  if ((relation !== ">" && relation !== "<") || (constant && sign(constant) === 0)) return;
  const target = inBoth((lang) => words(of, lang));
  report(diagnose(H1418, { sign: relation, target }, { range: m.origin }));
}

function checkLimits(m: Proportional, report: Report): void {
  const at = (key: string): Range => m.places.get(key) ?? m.origin;
  const { below, above } = m.clauses;
  for (const key of ["nothing", ...STEPS, "take"] as const) {
    if (m.clauses[key] !== undefined) {
      report(diagnose(H1414, { word: CLAUSES[key], problem: "stray" }, { range: at(key) }));
    }
  }
  if (below) {
    checkLimit(below, "below", report);
    if (!below.nothing) {
      const fixes = [append(below.origin, CLAUSES.nothing.zh, { zh: "补上 不得分", en: "add nothing" })];
      report(
        diagnose(H1414, { word: CLAUSES.below, problem: "nothing" }, { range: below.origin }, { fixes }),
      );
    }
  }
  if (!above) return;
  checkLimit(above, "above", report);
  const steps = STEPS.filter((key) => above[key]);
  const [step] = steps;
  const problem =
    steps.length > 1
      ? "readings"
      : above.nothing
        ? step || above.take
          ? "both"
          : undefined
        : !step && !above.take
          ? "effect"
          : !above.take
            ? "take"
            : !step
              ? "each"
              : undefined;
  if (problem) report(diagnose(H1414, { word: CLAUSES.above, problem }, { range: above.origin }));
  const length = step && above[step];
  if (step && length) {
    const range = at(`above.${step}`);
    const { type } = length;
    const constant = constantOf(length);
    if (type.kind !== "ratio" || type.sense === "ratio") {
      const end = { file: range.file, start: range.end, end: range.end };
      // `10%` and `10` become `10个百分点`: the sign is the last character of the clause.
      const edit = type.kind === "ratio" ? { ...end, start: range.end - 1 } : end;
      const fixes =
        length.node === "figure"
          ? [
              {
                title: { zh: "改为个百分点", en: "write percentage points" },
                safe: false,
                edits: [{ ...edit, text: "个百分点" }],
              },
            ]
          : [];
      report(diagnose(H1416, { word: CLAUSES[step], expected: "step" }, { range }, { fixes }));
    } else if (constant && sign(constant) <= 0) {
      report(
        diagnose(H1421, { word: CLAUSES[step], step: inBoth((lang) => words(length, lang)) }, { range }),
      );
    }
  }
  checkAmount(above.take, CLAUSES.take, at("above.take"), report);
}

function checkLimit(
  limit: { readonly value: Expr; readonly origin: Range },
  key: "below" | "above",
  report: Report,
): void {
  const range = limit.origin;
  const { type } = limit.value;
  if (type.kind !== "ratio" || type.sense === "percentagePoints") {
    return report(diagnose(H1416, { word: CLAUSES[key], expected: "ratio" }, { range }));
  }
  const constant = constantOf(limit.value);
  const order = constant ? compare(constant, fraction(1n)) : 0;
  if (key === "below" ? order > 0 : order < 0) {
    report(diagnose(H1415, { word: CLAUSES[key], limit: words(limit.value, "zh") }, { range }));
  }
}
