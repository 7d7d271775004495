/** Formulas, comparisons and conditions as official scoring tables print them; shared by the methods' `wording`. */
import { finiteDecimal, fraction, multiply, power10, type Fraction } from "@heng/number";
import { constantOf } from "../core/constant.ts";
import type { BoundRange, LeafContext } from "../core/method.ts";
import { printExpr } from "../core/print.ts";
import type { Expr } from "../core/program.ts";
import { showFigure } from "../core/show.ts";
import { isFigure, POINTS } from "../core/type.ts";
import type { Lang } from "../names.ts";
import type { ComparisonSign } from "../syntax/tree.ts";

/** A range as it is worded: where it stands in the source does not matter. */
export type Stretch = Omit<BoundRange, "kind" | "origin">;
/** What a figure is compared with. */
export type Relation =
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly right: Expr }
  | ({ readonly kind: "range" } & Stretch);

/** What decides how names are written: the leaf, as far as it is known. */
export type Around = Pick<LeafContext, "spelling"> | undefined;

/** How strongly a printed formula holds together: 0 a phrase, 1 a sum, 2 a product, 3 a name or figure. */
type Strength = 0 | 1 | 2 | 3;
type Printed = readonly [text: string, strength: Strength];

/** `（年末结转结余－年初结转结余）÷年初结转结余` */
export function formulaWords(e: Expr, lang: Lang, around: Around): string {
  return lang === "zh" ? chinese(e, around)[0] : english(e, around);
}

/** Points as tables print them: `3分`, constants worked out as long as they come out even. */
export function pointsFormula(e: Expr, lang: Lang, around: Around): string {
  const constant = constantOf(e);
  return constant && finiteDecimal(constant) !== undefined
    ? showFigure(constant, POINTS, lang)
    : formulaWords(e, lang, around);
}

/** What a standard measures: the indicator by its name, another value by its formula. */
export function measuredWords(leaf: LeafContext, lang: Lang): string {
  return leaf.value ? formulaWords(leaf.value, lang, leaf) : leaf.name;
}

function chinese(e: Expr, around: Around): Printed {
  const inner = (of: Expr, least: Strength): string => {
    const [text, strength] = chinese(of, around);
    return strength < least ? `（${text}）` : text;
  };
  const whole = (of: Expr): string => inner(of, 0);
  switch (e.node) {
    case "figure":
      return [e.text ?? showFigure(e.value, e.type, "zh"), e.value.n < 0n ? 1 : 3];
    case "yesNo":
      return [e.value ? "是" : "否", 3];
    case "option":
      return [e.value, 3];
    case "input":
      return [partName(e.field, e.part), 3];
    case "column":
      return [partName(e.column, e.part), 3];
    case "use": {
      const spelt = around?.spelling?.spell(e);
      if (spelt === undefined) return [e.name.zh, 3];
      return typeof spelt === "string" ? [spelt, 3] : chinese(spelt, around);
    }
    case "step":
      return [e.name.zh, 3];
    case "sum":
      return [
        e.terms
          .map(({ negative, of }, i) =>
            i === 0
              ? `${negative ? "－" : ""}${inner(of, negative ? 2 : 1)}`
              : `${negative ? "－" : "＋"}${inner(of, 2)}`,
          )
          .join(""),
        1,
      ];
    case "product": {
      const text = e.factors
        .map(({ inverse, of }, i) => `${i === 0 ? "" : inverse ? "÷" : "×"}${inner(of, i === 0 ? 2 : 3)}`)
        .join("");
      return [e.factors[0]?.inverse ? `1÷${text}` : text, 2];
    }
    case "extreme": {
      if (e.of.length === 1 && e.of[0]) return chinese(e.of[0], around);
      const all = e.of.map((of) => inner(of, 3));
      const which = e.pick === "max" ? "大" : "小";
      return e.of.length === 2
        ? [`${all.join("与")}中较${which}者`, 0]
        : [`${all.join("、")}中最${which}者`, 0];
    }
    case "absolute":
      return [`${inner(e.of, 3)}的绝对值`, 0];
    case "round": {
      const places = e.mode === "halfUp" ? e.places : 0;
      const way = { halfUp: "四舍五入", floor: "向下取整", ceiling: "向上取整" }[e.mode];
      const to = e.mode === "halfUp" ? `到${showFigure(unitOfPlace(e.type, places), e.type, "zh")}` : "";
      return [`${inner(e.of, 3)}${way}${to}`, 0];
    }
    case "compare":
    case "logic":
    case "not":
      return [holdsWords(e, "zh", around), 0];
    case "cases": {
      // A case that only guards against an error (变动率 of nothing) is not part of the formula people write.
      const cases = e.cases.filter(({ then }) => then.node !== "fault");
      if (cases.length === 0) return chinese(e.otherwise, around);
      const texts = cases.map(({ when, then }) => `${holdsWords(when, "zh", around)}的为${whole(then)}`);
      return [`${texts.join("，")}，否则为${whole(e.otherwise)}`, 0];
    }
    case "aggregate": {
      const which = e.when ? `${holdsWords(e.when, "zh", around)}的` : "";
      const of = e.of ? inner(e.of, 3) : "";
      const texts = {
        count: `${which}${e.rows}的个数`,
        total: `${which}各${e.rows}的${of}之和`,
        average: `${which}各${e.rows}的${of}的平均值`,
        weightedAverage: `${which}各${e.rows}的${of}按${e.weight ? inner(e.weight, 3) : ""}加权的平均值`,
        max: `${which}各${e.rows}的${of}中的最大值`,
        min: `${which}各${e.rows}的${of}中的最小值`,
      };
      return [texts[e.fold], 0];
    }
    case "score":
      return ["得分", 3];
    case "fault":
      return ["—", 3];
  }
}

/** `改革完成情况`, or of a list `财务制度的“有制度”`. */
function partName(name: string, part: string | undefined): string {
  if (part === undefined || part === "grade") return name;
  return part === "share" ? `${name}的比例` : `${name}的“${part}”`;
}

/** One unit of the last place kept, as a value: 0.01万元, 0.01% (four places of a ratio). */
function unitOfPlace(type: Expr["type"], places: number): Fraction {
  const step = fraction(1n, power10(places));
  return type.kind === "quantity" ? multiply(step, type.factor) : step;
}

function english(e: Expr, around: Around): string {
  return printExpr(e, {
    lang: "en",
    value(of) {
      const spelt = of.node === "use" ? around?.spelling?.spell(of) : undefined;
      if (spelt === undefined || typeof spelt === "string") return spelt;
      const compound = spelt.node === "sum" || spelt.node === "product" || spelt.node === "cases";
      return compound ? `(${english(spelt, around)})` : english(spelt, around);
    },
  });
}

/** `90%（含）以上`, `低于60%`, `晚于2022年11月30日`: the Chinese of tables says whether the bound itself is included. */
function comparisonWords(sign: ComparisonSign, right: Expr, lang: Lang, around: Around): string {
  const of = formulaWords(right, lang, around);
  const date = right.type.kind === "date";
  if (lang === "en") {
    const texts: Readonly<Record<ComparisonSign, string>> = {
      ">=": date ? `${of} or later` : `at least ${of}`,
      ">": date ? `after ${of}` : `above ${of}`,
      "<=": date ? `${of} or earlier` : `at most ${of}`,
      "<": date ? `before ${of}` : `below ${of}`,
      "=": `equal to ${of}`,
      "≠": `other than ${of}`,
    };
    return texts[sign];
  }
  const texts: Readonly<Record<ComparisonSign, string>> = {
    ">=": `${of}（含）${date ? "以后" : "以上"}`,
    ">": `${date ? "晚于" : "超过"}${of}`,
    "<=": `${of}（含）${date ? "以前" : "以下"}`,
    "<": `${date ? "早于" : "低于"}${of}`,
    "=": `等于${of}`,
    "≠": `不等于${of}`,
  };
  return texts[sign];
}

/** `预算执行率在100%（含）以上`, `差错数超过3个` */
export function standsWords(name: string, comparison: Relation, lang: Lang, around: Around): string {
  const text = conditionWords(comparison, lang, around);
  if (lang === "en") return `${name} is ${text}`;
  // 超过, 低于, 等于 are verbs of their own; 3%～5% and 3%以上 need one.
  const included =
    comparison.kind === "compare"
      ? comparison.sign === ">=" || comparison.sign === "<="
      : comparison.low && comparison.high
        ? !sameWords(comparison.low, comparison.high, around)
        : !(comparison.low ? comparison.lowOpen : comparison.highOpen);
  return `${name}${included ? "在" : ""}${text}`;
}

/** A condition as a table words it: `在职人员控制率在100%（含）以下且已公开`. */
export function holdsWords(e: Expr, lang: Lang, around: Around): string {
  const zh = lang === "zh";
  const part = (of: Expr): string =>
    of.node === "logic"
      ? `${zh ? "（" : "("}${holdsWords(of, lang, around)}${zh ? "）" : ")"}`
      : holdsWords(of, lang, around);
  switch (e.node) {
    case "compare": {
      if (isFigure(e.left.type)) {
        const left = formulaWords(e.left, lang, around);
        return standsWords(left, { kind: "compare", sign: e.sign, right: e.right }, lang, around);
      }
      return isWords(e.left, formulaWords(e.right, lang, around), e.sign === "=", lang, around);
    }
    case "logic":
      return e.of
        .map(part)
        .join(zh ? (e.connective === "and" ? "且" : "或") : e.connective === "and" ? " and " : " or ");
    case "not": {
      if (isName(e.of)) return isWords(e.of, zh ? "否" : "no", true, lang, around);
      return zh ? `不属于“${part(e.of)}”` : `not “${part(e.of)}”`;
    }
    default:
      // A fact has a name that says so: 有投诉的. An item of a list is only a noun.
      if ((e.node === "input" || e.node === "column") && e.part !== undefined)
        return isWords(e, zh ? "是" : "yes", true, lang, around);
      return formulaWords(e, lang, around);
  }
}

/** Whether a condition is a yes-no figure by its name. */
function isName(e: Expr): boolean {
  return e.node === "input" || e.node === "column" || e.node === "use";
}

/** `地区为“中部”`, `财务制度的“有制度”不为“是”`; an inlined condition is a condition of its own. */
function isWords(of: Expr, word: string, holds: boolean, lang: Lang, around: Around): string {
  const spelt = of.node === "use" ? around?.spelling?.spell(of) : undefined;
  const name =
    spelt !== undefined && typeof spelt !== "string"
      ? `“${holdsWords(spelt, lang, around)}”`
      : formulaWords(of, lang, around);
  if (lang === "en") return `${name} is ${holds ? "" : "not "}“${word}”`;
  return `${name}${holds ? "" : "不"}为“${word}”`;
}

/** `60%（含）～80%（不含）`; a range with one end, or of one figure, is worded as a comparison. */
export function rangeWords(range: Stretch, lang: Lang, around: Around): string {
  const { low, high, lowOpen, highOpen } = range;
  if (low && high) {
    const side = (of: Expr, open: boolean): string =>
      lang === "zh"
        ? `${formulaWords(of, lang, around)}（${open ? "不含" : "含"}）`
        : `${formulaWords(of, lang, around)} (${open ? "excluded" : "included"})`;
    if (sameWords(low, high, around)) return comparisonWords("=", low, lang, around);
    return lang === "zh"
      ? `${side(low, lowOpen)}～${side(high, highOpen)}`
      : `from ${side(low, lowOpen)} to ${side(high, highOpen)}`;
  }
  if (low) return comparisonWords(lowOpen ? ">" : ">=", low, lang, around);
  if (high) return comparisonWords(highOpen ? "<" : "<=", high, lang, around);
  return lang === "zh" ? "任何值" : "any value";
}

function sameWords(a: Expr, b: Expr, around: Around): boolean {
  return formulaWords(a, "zh", around) === formulaWords(b, "zh", around);
}

/** Points that are judged: `1分至5分`; an end that is left out is said. */
export function judgedWords(range: Stretch, lang: Lang, around: Around): string {
  const { low, high, lowOpen, highOpen } = range;
  if (!low || !high || lowOpen || highOpen) return rangeWords(range, lang, around);
  return lang === "zh"
    ? `${pointsFormula(low, lang, around)}至${pointsFormula(high, lang, around)}`
    : `${pointsFormula(low, lang, around)} to ${pointsFormula(high, lang, around)}`;
}

/** A bound comparison or range in words. */
function conditionWords(comparison: Relation, lang: Lang, around: Around): string {
  return comparison.kind === "compare"
    ? comparisonWords(comparison.sign, comparison.right, lang, around)
    : rangeWords(comparison, lang, around);
}
