/** 按比例 as core nodes. */
import { fraction, isZero, ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Build, LeafContext, Lowered } from "../../core/method.ts";
import type { Case, Expr, FaultCause, Say, Target } from "../../core/program.ts";
import { PERCENTAGE_POINTS, POINTS, RATIO } from "../../core/type.ts";
import { constantOf, isOne } from "../../core/constant.ts";
import type { Lang } from "../../names.ts";
import { upTo } from "../../standards/cap.ts";
import { counted, COUNTING, countNote, startedNote, stepGuard, STEPS } from "../../standards/tally/steps.ts";
import { CLAUSES, proportionOf, type Above, type Proportion, type Proportional } from "./spelling.ts";

type Comparison = Extract<Target, { kind: "compare" }>;

/** A target worked out from data that is below 0. */
const TARGET_NEGATIVE: FaultCause = {
  id: "targetNegative",
  words: {
    zh: "目标是负数，没有比例可言",
    en: "the target is below 0: nothing is in proportion to it",
  },
};

export function lower(m: Proportional, { value, target }: LeafContext, build: Build): Lowered {
  if (!value || target?.kind !== "compare") return { score: b.points(ZERO) }; // as the check has said
  return { score: scoreOf(m, value, target, build), ...upTo(m.clauses.upTo) };
}

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
  m: Proportional,
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
        { when: b.compare(target, "<", zero), then: b.fault(TARGET_NEGATIVE, POINTS) },
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
  return { zh: b.sentence`${zh} ${named(of, "zh")}`, en: b.sentence`${en} ${named(of, "en")}` };
}

/** A target with its name, where it is not written in the rule: `信访受理起数 10起`. */
function named(of: Expr, lang: Lang): b.Hole {
  if (of.node === "input") return b.numbers(of);
  return of.node === "use" ? b.sentence`${of.name[lang]} ${of}` : of;
}
/** On which side the target is missed; of `=` either (`unequal`), or only `below` it. */
function missing(
  relation: Comparison["sign"],
  proportion: Proportion,
  target: Expr,
  equal: "unequal" | "below",
): Say {
  if (relation === "=" && equal === "unequal") return about("不等于目标", "is not the target", target);
  // At the very bound, where the proportion is 1, a strict target is missed too.
  if (relation === ">") return about("未超过目标", "not above the target", target);
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
