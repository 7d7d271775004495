import { compare, fraction, isZero, sign, ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Build } from "../../core/method.ts";
import type { Case, Expr, Say, Target } from "../../core/program.ts";
import { isFigure, PERCENTAGE_POINTS, POINTS, RATIO } from "../../core/type.ts";
import { diagnose, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { H1402 } from "../../model/H1402-nothing-measured/index.ts";
import type { Names } from "../../names.ts";
import type { Clauses } from "../../syntax/phrase.ts";
import type { ComparisonSign } from "../../syntax/tree.ts";
import { checkCap, upTo } from "../../standards/cap.ts";
import { constantOf, isOne } from "../../core/constant.ts";
import { H1421 } from "../../standards/tally/H1421-step-not-positive/index.ts";
import { append, without } from "../../standards/mend.ts";
import { defineMethod, type Bound, type BoundClauses, type LeafContext } from "../../core/method.ts";
import { checkAmount } from "../../standards/tally/check.ts";
import { TAKES } from "../../standards/tally/rows.ts";
import {
  counted,
  readingWords,
  COUNTING,
  countNote,
  startedNote,
  stepGuard,
  STEPS,
  type Reading,
} from "../../standards/tally/steps.ts";
import { inBoth, pointsWords, standsWords, words } from "../../standards/wording.ts";
import { H1410 } from "./H1410-reading-not-given/index.ts";
import { H1411 } from "./H1411-reading-not-fitting/index.ts";
import { H1412 } from "./H1412-no-target/index.ts";
import { H1413 } from "./H1413-no-proportion/index.ts";
import { H1414 } from "./H1414-limit-incomplete/index.ts";
import { H1415 } from "./H1415-limit-against-target/index.ts";
import { H1416 } from "./H1416-limit-not-of-completion/index.ts";

const CLAUSES = {
  inverse: { zh: "反比", en: "inverse", shape: "flag" },
  linear: { zh: "线性", en: "linear", shape: "flag" },
  asAtLeast: { zh: "同正向", en: "asAtLeast", shape: "flag" },
  lesserOverGreater: { zh: "较小比较大", en: "lesserOverGreater", shape: "flag" },
  // Limits are of the completion, a ratio whatever 值 is measured in: no unit here, the check asks for %.
  below: { zh: "低于", en: "below", shape: "sum", then: ["nothing"] },
  above: {
    zh: "超过",
    en: "above",
    shape: "sum",
    then: ["nothing", "each", "eachFull", "eachStarted", "take"],
  },
  nothing: { zh: "不得分", en: "nothing", shape: "flag" },
  each: { zh: "每", en: "each", shape: "sum" },
  eachFull: { zh: "每满", en: "eachFull", shape: "sum" },
  eachStarted: { zh: "每不满", en: "eachStarted", shape: "sum" },
  take: TAKES.take,
  upTo: { zh: "最高", en: "upTo", shape: "sum", unit: "points" },
} as const satisfies Clauses;

const READINGS = ["inverse", "linear", "asAtLeast", "lesserOverGreater"] as const;
type Above = NonNullable<BoundClauses<typeof CLAUSES>["above"]>;

/** How a figure stands to its target; `atLeast` needs no reading. */
type Proportion = "atLeast" | (typeof READINGS)[number];

interface Syntax {
  readonly clauses: typeof CLAUSES;
}

/** 按比例: the share of the target that is reached, of 分值. */
export const proportionalMethod = defineMethod({
  id: "proportional",
  name: { zh: "按比例", en: "proportional" },
  syntax: { clauses: CLAUSES },
  check(m, leaf, report) {
    if (!leaf.value) return report(diagnose(H1402, {}, { range: m.origin }));
    const why = noProportion(leaf.value, leaf.target);
    if (why) return report(diagnose(H1413, { why }, { range: m.origin }));
    if (!leaf.target) return report(diagnose(H1412, {}, { range: m.origin }));
    if (leaf.target.kind === "compare") checkReading(m, leaf.target, report);
    checkLimits(m, report);
    const cap = m.clauses.upTo;
    checkCap(cap, { points: leaf.points, of: "full" }, leaf, m.places.get("upTo") ?? m.origin, report);
    const second = cap && m.clauses.lesserOverGreater && m.places.get("upTo");
    if (second) {
      const data = { reading: CLAUSES.upTo, target: CLAUSES.upTo, other: CLAUSES.lesserOverGreater };
      report(diagnose(H1411, data, { range: second }, { fixes: [without(m, "upTo", CLAUSES.upTo)] }));
    }
  },
  lower(m, leaf, build) {
    const { value, target } = leaf;
    if (!value || target?.kind !== "compare") return { score: b.points(ZERO) }; // as the check has said
    return { score: scoreOf(m, value, target, build), ...upTo(m.clauses.upTo) };
  },
  wording: (m, leaf) => inBoth((lang) => wordingOf(m, leaf, lang)),
});

function proportionOf(m: Bound<Syntax>): Proportion {
  return READINGS.find((key) => m.clauses[key]) ?? "atLeast";
}

// ---- check -------------------------------------------------------------------------------------------------

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

const FITTING: Readonly<Record<string, readonly Proportion[]>> = {
  ">=": [],
  ">": [],
  "<=": ["inverse", "linear"],
  "<": ["inverse", "linear"],
  "=": ["asAtLeast", "lesserOverGreater"],
};

function checkReading(m: Bound<Syntax>, target: Extract<Target, { kind: "compare" }>, report: Report): void {
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

function checkLimits(m: Bound<Syntax>, report: Report): void {
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

// ---- lower -------------------------------------------------------------------------------------------------

type Comparison = Extract<Target, { kind: "compare" }>;

/** What the cases below are made of. */
interface Parts {
  readonly value: Expr;
  readonly target: Expr;
  readonly sign: Comparison["sign"];
  readonly proportion: Proportion;
  /** 值 ÷ 目标; 值 itself where the target is 100%. */
  readonly completion: Expr;
  /** The proportion, of 分值: below it where the target is missed, above it where it is passed. */
  readonly share: Expr;
  /** `，完成率 8个 ÷ 10个 = 80%`; nothing where 值 is the completion. */
  readonly shown: Say;
  /** 最高 */
  readonly cap: Expr | undefined;
}

function scoreOf(
  m: Bound<Syntax>,
  value: Expr,
  { sign: relation, of: target }: Comparison,
  build: Build,
): Expr {
  const constant = constantOf(target);
  const proportion = proportionOf(m);
  const zero = b.figure(ZERO, target.type);
  const nothing = b.points(ZERO);
  // A target of 0 leaves no proportion: it is met or not, by its own sign (= 0 by 0 only, whatever the reading).
  const atZero = b.cases(
    POINTS,
    [
      {
        when: b.compare(value, relation, zero),
        then: build.full,
        say: about("达到目标", "meets the target", target),
      },
    ],
    nothing,
    missing(relation, proportion, target, "unequal"),
  );
  if (constant && isZero(constant)) return atZero;

  const quotient = b.over(RATIO, value, target);
  const direct = isOne(target) && value.type.kind === "ratio";
  const completion = direct ? value : build.step({ zh: "完成率", en: "completion" }, quotient);
  const parts: Parts = {
    value,
    target,
    sign: relation,
    proportion,
    completion,
    share: shareOf(proportion, value, target, completion, build),
    shown: direct
      ? { zh: [], en: [] }
      : {
          zh: b.sentence`，完成率 ${b.numbers(quotient)} = ${completion}`,
          en: b.sentence`, completion ${b.numbers(quotient)} = ${completion}`,
        },
    cap: m.clauses.upTo,
  };
  const guards: readonly Case[] = constant
    ? []
    : [
        { when: b.compare(target, "<", zero), then: b.fault("targetNegative", POINTS) },
        { when: b.compare(target, "=", zero), then: atZero },
      ];
  const { below, above } = m.clauses;
  return b.cases(
    POINTS,
    [
      ...guards,
      ...(below ? [outside("below", completion, below.value)] : []),
      ...(above ? [exceeding(above, parts, build)] : []),
      ...met(parts, build),
    ],
    parts.share,
    joined(
      missing(relation, proportion, target, proportion === "lesserOverGreater" ? "unequal" : "below"),
      parts.shown,
    ),
  );
}

function isCeiling(proportion: Proportion): boolean {
  return proportion === "inverse" || proportion === "linear";
}

function shareOf(proportion: Proportion, value: Expr, target: Expr, completion: Expr, build: Build): Expr {
  const quotientOfFull = (above: Expr, below: Expr): Expr => ({
    node: "product",
    type: POINTS,
    factors: [
      { inverse: false, of: above },
      { inverse: true, of: below },
      { inverse: false, of: build.full },
    ],
  });
  switch (proportion) {
    case "inverse":
      return quotientOfFull(target, value);
    case "linear":
      return b.times(POINTS, b.minus(RATIO, b.figure(fraction(2n), RATIO), completion), build.full);
    case "lesserOverGreater":
      return quotientOfFull(b.min(value.type, value, target), b.max(value.type, value, target));
    default:
      return b.times(POINTS, completion, build.full);
  }
}

function about(zh: string, en: string, of: Expr): Say {
  return { zh: b.sentence`${zh} ${of}`, en: b.sentence`${en} ${of}` };
}
/** On which side the target is missed; of `=` either (`unequal`), or only `below` it. */
function missing(
  relation: Comparison["sign"],
  proportion: Proportion,
  target: Expr,
  equal: "unequal" | "below",
): Say {
  if (relation === "=" && equal === "unequal") return about("不等于目标", "is not the target", target);
  if (!isCeiling(proportion)) return about("未达目标", "misses the target", target);
  return relation === "<"
    ? about("不低于目标", "not below the target", target)
    : about("超过目标", "above the target", target);
}
function joined(first: Say, second: Say): Say {
  return { zh: b.sentence`${first.zh}${second.zh}`, en: b.sentence`${first.en}${second.en}` };
}

/** `完成率 140% 超过 130%，不得分` */
function outside(key: "below" | "above", completion: Expr, limit: Expr): Case {
  return {
    when: b.compare(completion, key === "below" ? "<" : ">", limit),
    then: b.points(ZERO),
    say: {
      zh: b.sentence`完成率 ${completion} ${CLAUSES[key].zh} ${limit}，不得分`,
      en: b.sentence`completion ${completion} is ${CLAUSES[key].en} ${limit}: nothing`,
    },
  };
}

/** The case of a completion above its limit: nothing, or points taken for each step beyond it. */
function exceeding(above: Above, parts: Parts, build: Build): Case {
  const { completion, cap, proportion } = parts;
  const reading = STEPS.find((key) => above[key]);
  const length = reading && above[reading];
  const { take, value: limit } = above;
  if (!reading || !length || !take) return outside("above", completion, limit);
  const gap = b.minus(PERCENTAGE_POINTS, completion, limit);
  const excess = build.step(
    { zh: "超出", en: "excess" },
    b.max(PERCENTAGE_POINTS, gap, b.figure(ZERO, PERCENTAGE_POINTS)),
  );
  const { steps, due } = counted(excess, reading, length, take, build);
  const taken = build.step({ zh: "扣分", en: "taken" }, due);
  // Beyond the limit, which is 100% at least, a floor is met and a ceiling is not.
  const meets = proportion === "atLeast" || proportion === "asAtLeast";
  const capped = cap && build.step({ zh: "封顶后", en: "capped" }, b.min(POINTS, parts.share, cap));
  const before = meets ? (capped ?? build.full) : parts.share;
  const less = b.minus(POINTS, before, taken);
  const guard = stepGuard(length);
  const note = startedNote(reading, length);
  const count = countNote(steps);
  const each = COUNTING[reading];
  return {
    when: b.compare(completion, ">", limit),
    then: guard.length === 0 ? less : b.cases(POINTS, guard, less),
    say: {
      zh: b.sentence`完成率 ${completion} 超过 ${limit} ${excess}，${each.zh} ${length} 扣 ${take}${note.zh}${count.zh}，扣 ${taken}`,
      en: b.sentence`completion ${completion} is ${excess} above ${limit}, ${each.en} ${length} takes ${take}${note.en}${count.en}: ${taken} taken`,
    },
  };
}

/** The cases in which the target is met: full marks, or more where 最高 allows. */
function met(parts: Parts, build: Build): readonly Case[] {
  const { value, target, sign: relation, proportion, cap, share } = parts;
  const when = b.compare(value, proportion === "asAtLeast" ? ">=" : relation, target);
  const say = isCeiling(proportion)
    ? about("未超过目标", "within the target", target)
    : about("达到目标", "meets the target", target);
  if (!cap) return [{ when, then: build.full, say }];
  const more = joined(say, parts.shown);
  const most = joined(more, { zh: b.sentence`，最高 ${cap}`, en: b.sentence`, at most ${cap}` });
  return [
    // Under a ceiling the best there is, 0 or less, has no quotient.
    ...(proportion === "inverse"
      ? [{ when: b.compare(value, "<=", b.figure(ZERO, value.type)), then: cap, say: most }]
      : []),
    { when: b.and(when, b.compare(share, ">", cap)), then: cap, say: most },
    { when, then: share, say: more },
  ];
}

// ---- wording -----------------------------------------------------------------------------------------------

function wordingOf(
  m: Bound<Syntax>,
  { name, points, value, target }: LeafContext,
  lang: keyof Names,
): string {
  if (!value || target?.kind !== "compare") return "";
  const zh = lang === "zh";
  const full = pointsWords(points, lang);
  const aim = words(target.of, lang);
  const proportion = proportionOf(m);
  const formulas: Readonly<Record<Proportion, string>> = {
    atLeast: isOne(target.of) ? `${name}×${full}` : `${name}÷${aim}×${full}`,
    asAtLeast: `${name}÷${aim}×${full}`,
    inverse: `${aim}÷${name}×${full}`,
    linear: isOne(target.of) ? `(2－${name})×${full}` : `(2－${name}÷${aim})×${full}`,
    lesserOverGreater: zh
      ? `${name}与${aim}中较小者÷较大者×${full}`
      : `the lesser of ${name} and ${aim} ÷ the greater × ${full}`,
  };
  const sign = proportion === "asAtLeast" ? ">=" : target.sign;
  const { below, above, upTo: cap } = m.clauses;
  const formula = zh ? formulas[proportion] : formulas[proportion].replaceAll("－", " - ");
  const limit = (of: Expr | undefined) => (of ? words(of, lang) : "");
  const reading: Reading | undefined = above && STEPS.find((key) => above[key]);
  const length = limit(reading && above?.[reading]);
  const zero = constantOf(target.of);
  const meets = (of: ComparisonSign): string =>
    standsWords(name, { kind: "compare", sign: of, right: target.of }, lang);
  // A target of 0 is met or not: no proportion, no completion.
  if (zero && isZero(zero)) {
    return zh
      ? `${meets(target.sign)}的，得满分（${full}）；否则不得分。`
      : `Full marks (${full}) when ${meets(target.sign)}; otherwise nothing.`;
  }
  if (zh) {
    return [
      cap
        ? `得分＝${formula}，最高${words(cap, lang)}（超过${full}的部分计作加分）`
        : `${meets(sign)}的，得满分（${full}）；否则得分＝${formula}`,
      below && `完成率低于${limit(below.value)}的，不得分`,
      above?.nothing && `完成率超过${limit(above.value)}的，不得分`,
      reading &&
        `完成率超过${limit(above?.value)}的，每超过${length}扣${limit(above?.take)}（${readingWords(reading, length, false, lang)}）`,
    ]
      .filter((text) => typeof text === "string")
      .join("；")
      .concat("；最低0分。");
  }
  return [
    cap
      ? `Score = ${formula}, at most ${words(cap, lang)} (what goes beyond ${full} is a bonus)`
      : `Full marks (${full}) when ${meets(sign)}; otherwise the score is ${formula}`,
    below && `nothing when the completion is below ${limit(below.value)}`,
    above?.nothing && `nothing when the completion is above ${limit(above.value)}`,
    reading &&
      `completion above ${limit(above?.value)} takes ${limit(above?.take)} for every ${length} beyond it (${readingWords(reading, length, false, lang)})`,
  ]
    .filter((text) => typeof text === "string")
    .join("; ")
    .concat("; at least 0.");
}
