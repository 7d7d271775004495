/** What is said of a difference, in both languages: a sentence an officer reads. */
import { evaluate, formulaOf, printer, type Evaluation } from "@heng/engine";
import { showFigure, type Expr, type Names, type Type } from "@heng/lang";
import {
  ceiling,
  compare,
  divide,
  equals,
  fixed,
  floor,
  fraction,
  isPoint,
  maximum,
  multiply,
  power10,
  roundHalfUp,
  ZERO,
  type Bound,
  type Fraction,
  type Interval,
} from "@heng/number";
import { supposed } from "../supposing.ts";
import type { Parting } from "./parting.ts";

/** The figure, or the condition, in which what was expected and what came out differ. */
export interface DifferingFigure {
  readonly name: Names;
  readonly expected: Names;
  readonly actual: Names;
  /** Of a figure, what is said in `expected`: every figure of it gives the score. */
  readonly within?: Interval;
}

export interface PartingWords {
  readonly says: Names;
  readonly figure: DifferingFigure | undefined;
}

const LANGS = ["zh", "en"] as const;
type Lang = (typeof LANGS)[number];

/** The same in both languages. */
function inBoth(words: (lang: Lang) => string): Names {
  return { zh: words("zh"), en: words("en") };
}

/** `expected`: the score as it was written, `8.62分`; `standard`: what was followed. */
export function partingWords(
  parting: Parting,
  expected: Names,
  standard: Expr,
  evaluation: Evaluation,
): PartingWords {
  const lead: Names = { zh: `照应得 ${expected.zh}，`, en: `For ${expected.en}, ` };
  switch (parting.kind) {
    case "figure": {
      const figure = figureWords(parting, evaluation);
      return {
        figure,
        says: {
          zh: `${lead.zh}${figure.name.zh} 应${figure.expected.zh}；实际 ${figure.actual.zh}`,
          en: `${lead.en}${figure.name.en} would have to be ${figure.expected.en}; it is ${figure.actual.en}`,
        },
      };
    }
    case "none":
      return { figure: undefined, says: noneWords(parting, lead, standard, evaluation) };
    case "branch": {
      const figure = branchWords(parting, evaluation);
      return {
        figure,
        says: {
          zh: `${lead.zh}“${figure.name.zh}”${figure.expected.zh}；实际 ${figure.actual.zh}`,
          en: `${lead.en}“${figure.name.en}” ${figure.expected.en}; but ${figure.actual.en}`,
        },
      };
    }
    case "oneOf": {
      const all = parting.of.flatMap((of) => (of.kind === "branch" ? [branchWords(of, evaluation)] : []));
      return {
        figure: undefined,
        says: {
          zh: `${lead.zh}以下有一处应不同：${all.map(({ actual }) => actual.zh).join("；")}`,
          en: `${lead.en}one of these would have to be otherwise: ${all.map(({ actual }) => actual.en).join("; ")}`,
        },
      };
    }
  }
}

/** `次数 为 1 得 26.00分，为 2 得 22.00分，中间没有；实际 1` */
function noneWords(
  { of, name, near }: Extract<Parting, { readonly kind: "none" }>,
  lead: Names,
  standard: Expr,
  evaluation: Evaluation,
): Names {
  const { places } = evaluation.program;
  const given = near.flatMap((figure) => {
    const outcome = supposed(standard, of, figure, evaluation);
    return outcome.state === "value"
      ? [{ figure, score: fixed(roundHalfUp(maximum(ZERO, outcome.value), places), places) }]
      : [];
  });
  return inBoth((lang) => {
    const actual = printer(evaluation.scope, lang).shown(of);
    const each = given.map(({ figure, score }) => {
      const shown = showFigure(figure, of.type, lang);
      return lang === "zh" ? `为 ${shown} 得 ${score}分` : `of ${shown} gives ${score}分`;
    });
    return lang === "zh"
      ? `${lead.zh}${name.zh} 没有合适的：${each.join("，")}，中间没有；实际 ${actual}`
      : `${lead.en}no ${name.en} will do: ${each.join(", ")}, with none between; it is ${actual}`;
  });
}

function figureWords(
  { of, name, want: exact }: Extract<Parting, { readonly kind: "figure" }>,
  evaluation: Evaluation,
): DifferingFigure {
  const want = inward(exact, of.type);
  const ends = [want.low, want.high].flatMap((end) => (end ? [end.value] : []));
  const outcome = evaluate(of, evaluation.scope);
  const actual = outcome.state === "value" ? outcome.value : undefined;
  return {
    name,
    within: want,
    expected: inBoth((lang) => intervalWords(want, of.type, lang, actual)),
    actual: inBoth((lang) => printer(evaluation.scope, lang, ends).shown(of)),
  };
}

/** Decimals in which an end is written that does not come out even. */
const FEWEST = 2;
const MOST = 12;

/** An interval with ends that can be written, none of them outside of it: 87.1666…% becomes 87.17% from below. */
function inward(want: Interval, type: Type): Interval {
  const one =
    type.kind === "quantity" ? type.factor : type.kind === "ratio" ? fraction(1n, 100n) : fraction(1n);
  for (let places = FEWEST; places <= MOST; places += 1) {
    const grain = multiply(one, fraction(1n, power10(places)));
    const low = want.low && written(want.low, grain, one, ceiling);
    const high = want.high && written(want.high, grain, one, floor);
    if (low === undefined || high === undefined || compare(low.value, high.value) < 0) return { low, high };
    if (equals(low.value, high.value) && !low.open && !high.open) return { low, high };
  }
  return want;
}

function written(end: Bound, grain: Fraction, one: Fraction, toward: (of: Fraction) => bigint): Bound {
  if ((power10(MOST) * end.value.n * one.d) % (end.value.d * one.n) === 0n) return end;
  return { value: multiply(fraction(toward(divide(end.value, grain))), grain), open: false };
}

/** `不低于 86.15%、低于 86.25%`; ratios in as many digits as tell them from each other and from what came out. */
export function intervalWords(want: Interval, type: Type, lang: Lang, actual?: Fraction): string {
  const { low, high } = want;
  const shown = (end: Bound, other: Bound | undefined): string =>
    showFigure(
      end.value,
      type,
      lang,
      [actual, other?.value].filter((mark) => mark !== undefined),
    );
  const only = isPoint(want);
  const zh = lang === "zh";
  if (only !== undefined) return `${zh ? "为 " : ""}${showFigure(only, type, lang)}`;
  const ends = [
    low && `${low.open ? (zh ? "高于" : "above") : zh ? "不低于" : "at least"} ${shown(low, high)}`,
    high && `${high.open ? (zh ? "低于" : "below") : zh ? "不高于" : "at most"} ${shown(high, low)}`,
  ];
  return ends.filter((end) => end !== undefined).join(zh ? "、" : " and ");
}

const OUGHT = {
  hold: { zh: "应成立", en: "would have to hold" },
  fail: { zh: "不应成立", en: "would have to fail" },
} as const satisfies Record<string, Names>;
const DOES = {
  hold: { zh: "成立", en: "holds" },
  fail: { zh: "不成立", en: "does not hold" },
} as const satisfies Record<string, Names>;

/** The condition that decided for the one case and against the other. */
function branchWords(
  { of, taken, wanted }: Extract<Parting, { readonly kind: "branch" }>,
  evaluation: Evaluation,
): DifferingFigure {
  const ought = wanted < taken ? "hold" : "fail";
  const when = of.cases[Math.min(wanted, taken)]?.when ?? of.otherwise;
  return conditionWords(when, ought, evaluation);
}

/** A condition that ought to hold and does not, or the other way round. */
export function conditionWords(when: Expr, ought: "hold" | "fail", evaluation: Evaluation): DifferingFigure {
  const does = DOES[ought === "hold" ? "fail" : "hold"];
  return {
    name: inBoth((lang) => formulaOf(when, lang)),
    expected: OUGHT[ought],
    actual: inBoth((lang) => {
      const numbers = printer(evaluation.scope, lang).numbers(when);
      if (isFact(when)) return numbers;
      return lang === "zh" ? `${numbers}，${does.zh}` : `${numbers} ${does.en}`;
    }),
  };
}

/** Whether a condition is printed as the fact it rests on (`「已公开」为“否”`), which says all. */
function isFact(when: Expr): boolean {
  switch (when.node) {
    case "input":
      return when.type.kind === "yesNo";
    case "not":
      return isFact(when.of);
    case "compare":
      return [when.left, when.right].some(({ node }) => node === "yesNo" || node === "option");
    default:
      return false;
  }
}
