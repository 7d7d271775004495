/** What is reported beside the scores: faults, 核对, 须说明, reasons, what is missing (docs/reference/semantics.md, section 9). */
import { absolute, compare, FRACTION_BITS, negate, subtract, type Fraction } from "@heng/number";
import {
  diagnose,
  showFigure,
  type ComparisonSign,
  type Diagnostic,
  type Expr,
  type Group,
  type Leaf,
  type Names,
  type Type,
} from "@heng/lang";
import { divisorIsZero, H3104 } from "./diagnostics/H3104-division-by-zero/index.ts";
import { H3105, noFigure } from "./diagnostics/H3105-no-figure/index.ts";
import { H3106, tooManyDigits } from "./diagnostics/H3106-too-many-digits/index.ts";
import { H3111 } from "./diagnostics/H3111-cross-check-missed/index.ts";
import { H3112 } from "./diagnostics/H3112-explanation-required/index.ts";
import { H3113 } from "./diagnostics/H3113-judgement-without-reason/index.ts";
import { figureOf, truthOf, type Scope } from "./evaluate.ts";
import type { Filing } from "./filing.ts";
import type { Fault } from "./outcome.ts";
import { evaluatedParts, formulaOf, printer, saidBeside } from "./print.ts";
import type { Evaluation } from "./work.ts";
import { showValue } from "./words.ts";

const both = (of: (lang: keyof Names) => string): Names => ({ zh: of("zh"), en: of("en") });

/** What an error in the data is of: the fields read at a place that could not be used. */
function fieldName(e: Expr): string {
  switch (e.node) {
    case "input":
      return e.field;
    case "column":
      return `${e.rows}.${e.column}`;
    case "aggregate":
      return e.rows;
    default:
      return "";
  }
}

/** What the rules say beside a fault of a leaf, in both languages. */
function detailOf({ at }: Fault, node: Leaf | Group, scope: Scope): Names | undefined {
  const said = node.kind === "leaf" ? saidBeside(at, node.standard, scope) : undefined;
  return said && both((lang) => printer(scope, lang).say(said));
}

/** A fault of an indicator as a finding; faults of fields are reported where they were taken in. */
export function faultFinding(
  indicator: string,
  fault: Fault,
  node: Leaf | Group,
  { scope, filing }: Evaluation,
): Diagnostic | undefined {
  const { cause, at } = fault;
  const where = { place: { file: filing.name }, range: node.origin };
  switch (cause) {
    case "field":
      return undefined;
    case "divisionByZero":
      return diagnose(H3104, { indicator, divisor: both((lang) => formulaOf(at, lang)) }, where);
    case "precision":
      return diagnose(H3106, { indicator, bits: FRACTION_BITS }, where);
    default: {
      const detail = detailOf(fault, node, scope);
      return diagnose(H3105, { indicator, cause, ...(detail === undefined ? {} : { detail }) }, where);
    }
  }
}

/** Why something is in error, for its sentence. */
export function faultReason(fault: Fault, node: Leaf | Group, scope: Scope): Names {
  const { cause, at } = fault;
  switch (cause) {
    case "field": {
      const field = fieldName(at);
      return { zh: `“${field}”的填报有误`, en: `what was filed as "${field}" cannot be used` };
    }
    case "divisionByZero":
      return divisorIsZero(both((lang) => formulaOf(at, lang)));
    case "precision":
      return tooManyDigits(FRACTION_BITS);
    default: {
      const detail = detailOf(fault, node, scope);
      return noFigure({ cause, ...(detail === undefined ? {} : { detail }) });
    }
  }
}

/** Whether `left sign right` holds within a tolerance (§9.2). */
function agrees(left: Fraction, sign: ComparisonSign, right: Fraction, tolerance: Fraction): boolean {
  const difference = subtract(left, right);
  const apart = compare(absolute(difference), tolerance) > 0;
  switch (sign) {
    case "=":
      return !apart;
    case "≠":
      return apart;
    case "<":
      return compare(difference, tolerance) < 0;
    case "<=":
      return compare(difference, tolerance) <= 0;
    case ">":
      return compare(difference, negate(tolerance)) > 0;
    case ">=":
      return compare(difference, negate(tolerance)) >= 0;
  }
}

/** What the difference of two figures is shown as: of ratios 个百分点. */
function ofDifference(type: Type): Type {
  return type.kind === "ratio" ? { kind: "ratio", sense: "percentagePoints" } : type;
}

/** §9.2: 核对 whose sides are known and disagree. */
export function crossCheckFindings({ program, scope, filing }: Evaluation): readonly Diagnostic[] {
  return program.crossChecks.flatMap((check) => {
    const [left, right, tolerance] = [check.left, check.right, check.tolerance].map((e) =>
      figureOf(e, scope),
    );
    if (left?.state !== "value" || right?.state !== "value" || tolerance?.state !== "value") return [];
    if (agrees(left.value, check.sign, right.value, tolerance.value)) return [];
    const { type } = check.left;
    const difference = ofDifference(type);
    const shown = (value: Fraction, as: Type): Names => both((lang) => showFigure(value, as, lang));
    // A side that is itself a difference of two ratios is shown like one.
    const side = type.kind === "ratio" && type.sense === "difference" ? difference : type;
    const data = {
      title: check.title,
      left: shown(left.value, side),
      sign: check.sign,
      right: shown(right.value, side),
      difference: shown(absolute(subtract(left.value, right.value)), difference),
      tolerance: shown(tolerance.value, difference),
    };
    return [diagnose(H3111, data, { range: check.origin, place: { file: filing.name } })];
  });
}

const said = (filing: Filing, name: string): boolean => (filing.texts.get(name) ?? "").trim() !== "";

/** §9.3: 须说明 that hold, of a leaf with a score, without a reason. */
export function explanationFindings(
  { scope, filing }: Evaluation,
  leaf: Leaf,
  score: Fraction | undefined,
): readonly Diagnostic[] {
  if (leaf.mustExplain.length === 0 || score === undefined || said(filing, leaf.id)) return [];
  // 得分 differs from leaf to leaf, so nothing that was worked out with it may be kept.
  const inLeaf: Scope = { ...scope, memo: new Map(), score: { state: "value", value: score } };
  const due = leaf.mustExplain.find(({ when }) => {
    const holds = truthOf(when, inLeaf);
    return holds.state === "truth" && holds.holds;
  });
  if (due === undefined) return [];
  const when = both((lang) => printer(inLeaf, lang).numbers(due.when));
  return [
    diagnose(
      H3112,
      { indicator: leaf.id, when },
      { range: due.origin, place: { file: filing.name, field: leaf.id } },
    ),
  ];
}

/** §9.4: judged scores and amounts without the reason they need; not of an indicator that is left out. */
export function judgementFindings(
  evaluation: Evaluation,
  isLeftOut: (indicator: string) => boolean,
): readonly Diagnostic[] {
  const { program, scope, filing } = evaluation;
  return program.fields.flatMap((spec) => {
    const { judged } = spec;
    if (judged === undefined || isLeftOut(judged.indicator)) return [];
    const field = scope.intake.fields.get(spec.name);
    if (field?.value?.kind !== "figure" || said(filing, spec.name)) return [];
    if (!isUsed(spec.name, judged.indicator, evaluation)) return [];
    if (judged.reason === "belowFull" && compare(field.value.value, judged.full) >= 0) return [];
    const value = field.value;
    const data = { field: spec.name, value: both((lang) => showValue(value, spec.type, lang)) };
    return [
      diagnose(H3113, data, {
        range: spec.origin,
        place: field.place ?? { file: filing.name, field: spec.name },
      }),
    ];
  });
}

/** Whether a judged figure counts, or may: no veto decides instead, and no other row of 首个. */
function isUsed(field: string, indicator: string, { leaves, scope }: Evaluation): boolean {
  const seen = new Set<Expr>();
  const asks = (e: Expr): boolean => {
    if (seen.has(e)) return false;
    seen.add(e);
    return e.node === "input" ? e.field === field : evaluatedParts(e, scope).some(asks);
  };
  return [...leaves].some(
    ([{ id, standard }, { ruling }]) =>
      id === indicator && (ruling === undefined || ruling.by === "standard") && asks(standard),
  );
}
