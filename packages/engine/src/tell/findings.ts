/** What is reported beside the scores: faults, 核对, 须说明, reasons, what is missing (docs/reference/semantics.md, section 9). */
import {
  absolute,
  compare,
  divide,
  fraction,
  FRACTION_BITS,
  multiply,
  negate,
  sign,
  subtract,
  type Fraction,
} from "@heng/number";
import {
  diagnose,
  showFigure,
  type ComparisonSign,
  type Diagnostic,
  type Expr,
  type Group,
  type Leaf,
  type Lang,
  type Names,
  type Program,
  type Range,
  type Type,
} from "@heng/lang";
import { askedBy, concernedBy, fieldsAtFault, fieldsRead } from "./concerned.ts";
import { divisorIsZero, H3104 } from "../diagnostics/H3104-division-by-zero/index.ts";
import { H3105, noFigure } from "../diagnostics/H3105-no-figure/index.ts";
import { H3106, tooManyDigits } from "../diagnostics/H3106-too-many-digits/index.ts";
import { H3111, type UnitSlip } from "../diagnostics/H3111-cross-check-missed/index.ts";
import { H3112 } from "../diagnostics/H3112-explanation-required/index.ts";
import { H3113 } from "../diagnostics/H3113-judgement-without-reason/index.ts";
import { H3114 } from "../diagnostics/H3114-not-decided/index.ts";
import { figureOf, truthOf, type Scope } from "../work/evaluate.ts";
import type { Field } from "../work/fields.ts";
import { placeOf, type Filing } from "../work/filing.ts";
import type { ErrorOutcome, Fault } from "../work/outcome.ts";
import { evaluatedParts, formulaOf, printer, saidBeside } from "./print.ts";
import type { Evaluation } from "../work/work.ts";
import { showValue } from "../words.ts";

const both = (of: (lang: Lang) => string): Names => ({ zh: of("zh"), en: of("en") });

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
function detailOf({ at }: Fault, node: Leaf | Group | undefined, scope: Scope): Names | undefined {
  const said = node?.kind === "leaf" ? saidBeside(at, node.standard, scope) : undefined;
  return said && both((lang) => printer(scope, lang).say(said));
}

/** A fault of an indicator as a finding; faults of fields are reported where they were taken in. */
export function faultFinding(
  indicator: string,
  fault: Fault,
  node: Leaf | Group,
  evaluation: Evaluation,
): Diagnostic | undefined {
  const { cause, at } = fault;
  if (cause === "field") return undefined;
  const { scope, filing } = evaluation;
  const { place, related } = concernedBy(fieldsAtFault(fault, askedBy(node), evaluation), filing);
  const where = { place, range: node.origin };
  switch (cause) {
    case "divisionByZero":
      return diagnose(H3104, { indicator, divisor: both((lang) => formulaOf(at, lang)) }, where, { related });
    case "precision":
      return diagnose(H3106, { indicator, bits: FRACTION_BITS }, where, { related });
    default: {
      const detail = detailOf(fault, node, scope);
      const data = { indicator, cause, ...(detail === undefined ? {} : { detail }) };
      return diagnose(H3105, data, where, { related });
    }
  }
}

/** Why something is in error; `node`: the indicator whose rules may say more. */
export function faultReason(fault: Fault, scope: Scope, node?: Leaf | Group): Names {
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

/** §6.3, §9.2, §9.3: what is asked beside the scores and cannot be told; data that cannot be used are reported at their field. */
function undecided(
  what: { readonly kind: "crossCheck" | "mustExplain" | "gradeLimit"; readonly name: string },
  { fault }: ErrorOutcome,
  within: readonly Expr[],
  origin: Range,
  evaluation: Evaluation,
): readonly Diagnostic[] {
  if (fault.cause === "field") return [];
  const { scope, filing } = evaluation;
  const { place, related } = concernedBy(fieldsAtFault(fault, within, evaluation), filing);
  const data = { ...what, reason: faultReason(fault, scope) };
  return [diagnose(H3114, data, { place, range: origin }, { related })];
}

/** One side of a 核对 as formula and figure: `全年预算数 3359.45万元 - 全年支出数 2898.45万元 = 461万元`. */
function sideShown(e: Expr, shown: Names, scope: Scope): Names {
  return both((lang) => {
    const formula = printer(scope, lang).numbers(e);
    return e.node === "input" || formula === shown[lang] ? formula : `${formula} = ${shown[lang]}`;
  });
}

/** §9.2: 核对 whose sides are known and disagree, or cannot be worked out. */
export function crossCheckFindings(evaluation: Evaluation): readonly Diagnostic[] {
  const { program, scope, filing } = evaluation;
  return program.crossChecks.flatMap((check) => {
    const asked = [check.left, check.right, check.tolerance];
    const [left, right, tolerance] = asked.map((e) => figureOf(e, scope));
    const failed = [left, right, tolerance].find((figure) => figure?.state === "error");
    if (failed?.state === "error") {
      return undecided({ kind: "crossCheck", name: check.title }, failed, asked, check.origin, evaluation);
    }
    if (left?.state !== "value" || right?.state !== "value" || tolerance?.state !== "value") return [];
    if (agrees(left.value, check.sign, right.value, tolerance.value)) return [];
    const { type } = check.left;
    const difference = ofDifference(type);
    const shown = (value: Fraction, as: Type): Names => both((lang) => showFigure(value, as, lang));
    // A side that is itself a difference of two ratios is shown like one.
    const side = type.kind === "ratio" && type.sense === "difference" ? difference : type;
    const fields = fieldsRead(asked, evaluation);
    const data = {
      title: check.title,
      left: sideShown(check.left, shown(left.value, side), scope),
      sign: check.sign,
      right: sideShown(check.right, shown(right.value, side), scope),
      difference: shown(absolute(subtract(left.value, right.value)), difference),
      tolerance: shown(tolerance.value, difference),
      slip: slipOfUnit(fields, absolute(subtract(left.value, right.value))),
      // Of rows their list.
      fields: [...new Set(fields.map(({ name }) => name.replace(/\[.*/, "")))],
    };
    const { place, related } = concernedBy(fields, filing);
    return [diagnose(H3111, data, { range: check.origin, place }, { related })];
  });
}

/** How much of a difference one slip has to explain. */
const NEARLY_ALL = fraction(99n, 100n);
/** 万元 and above: a figure in 元 taken for one in 千元 may well be right. */
const LARGE = fraction(10_000n);

/** The figure that was filed in 元 where 万元 was due: with it in 元 hardly anything of the difference is left. */
function slipOfUnit(fields: readonly Field[], difference: Fraction): UnitSlip | undefined {
  for (const { name, value, spec } of fields) {
    const { type } = spec;
    if (value?.kind !== "figure" || type.kind !== "quantity" || compare(type.factor, LARGE) < 0) continue;
    const [base, ...others] = type.dimension;
    if (base?.[0] !== "元" || base[1] !== 1 || others.length > 0) continue;
    const meant = divide(value.value, type.factor);
    const left = absolute(subtract(difference, absolute(subtract(value.value, meant))));
    if (compare(left, subtract(difference, multiply(difference, NEARLY_ALL))) > 0) continue;
    const shown = (of: Fraction): Names => both((lang) => showFigure(of, type, lang));
    return { field: name, filed: shown(value.value), meant: shown(meant) };
  }
  return undefined;
}

/** §6.3: 等级 不高于 whose condition cannot be worked out. */
export function gradeLimitFindings(evaluation: Evaluation): readonly Diagnostic[] {
  const { program, openLimits } = evaluation;
  return openLimits.flatMap(({ of, veto, holds }) => {
    if (holds.state !== "error") return [];
    const name = of.id || program.title;
    return undecided({ kind: "gradeLimit", name }, holds, [veto.when], veto.origin, evaluation);
  });
}

const said = (filing: Filing, name: string): boolean => (filing.texts.get(name) ?? "").trim() !== "";

/** §9.3: 须说明 that hold, or cannot be told, of a leaf with a score, without a reason. */
export function explanationFindings(
  evaluation: Evaluation,
  leaf: Leaf,
  score: Fraction | undefined,
): readonly Diagnostic[] {
  const { scope, filing } = evaluation;
  if (leaf.mustExplain.length === 0 || score === undefined || said(filing, leaf.id)) return [];
  // 得分 differs from leaf to leaf, so nothing that was worked out with it may be kept.
  const inLeaf: Scope = { ...scope, memo: new Map(), score: { state: "value", value: score } };
  const asked = leaf.mustExplain.map((clause) => ({ ...clause, holds: truthOf(clause.when, inLeaf) }));
  const due = asked.find(({ holds }) => holds.state === "truth" && holds.holds);
  if (due === undefined) {
    return asked.flatMap(({ when, holds, origin }) =>
      holds.state === "error"
        ? undecided({ kind: "mustExplain", name: leaf.id }, holds, [when], origin, evaluation)
        : [],
    );
  }
  const when = both((lang) => printer(inLeaf, lang).numbers(due.when));
  // 得分 comes from all that the standard asks.
  const own = fieldsRead([due.when], { ...evaluation, scope: inLeaf });
  const fields = own.length > 0 ? own : fieldsRead(askedBy(leaf), evaluation);
  const { place, related } = concernedBy(fields, filing);
  return [
    diagnose(
      H3112,
      { indicator: leaf.id, when },
      { range: due.origin, place: { field: leaf.id, ...place } },
      { related },
    ),
  ];
}

/** §9.4: judged scores and amounts without the reason they need; not of an indicator that is left out. */
export function judgementFindings(
  evaluation: Evaluation,
  isLeftOut: (indicator: string) => boolean,
): readonly Diagnostic[] {
  const { program, scope, filing } = evaluation;
  let ends: ReadonlyMap<string, number> | undefined;
  return program.fields.flatMap((spec) => {
    const { judged } = spec;
    if (judged === undefined || isLeftOut(judged.indicator)) return [];
    const field = scope.intake.fields.get(spec.name);
    if (field?.value?.kind !== "figure" || said(filing, spec.name)) return [];
    if (!isUsed(spec.name, judged.indicator, evaluation)) return [];
    const { value: points } = field.value;
    const all = judged.taken ? sign(points) === 0 : compare(points, judged.full) >= 0;
    if (judged.reason === "belowFull" && all) return [];
    const value = field.value;
    ends ??= endsOf(program);
    const end = endOf(spec.name);
    // As the empty form calls it.
    const called = ends.get(end) === 1 ? end : spec.name;
    const data = { field: called, value: both((lang) => showValue(value, spec.type, lang)) };
    return [
      diagnose(H3113, data, {
        range: spec.origin,
        place: field.place ?? { ...placeOf(filing), field: spec.name },
      }),
    ];
  });
}

function endOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** How many indicators and fields end so. */
function endsOf(program: Program): ReadonlyMap<string, number> {
  const names = new Set(program.fields.map(({ name }) => name));
  const open: (Group | Leaf)[] = [program.root, ...program.extras];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    names.add(node.id);
    if (node.kind === "group") open.push(...node.children);
  }
  const counts = new Map<string, number>();
  for (const name of names) counts.set(endOf(name), (counts.get(endOf(name)) ?? 0) + 1);
  return counts;
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
    ([{ id, standard }, { standardAsked }]) => id === indicator && standardAsked && asks(standard),
  );
}
