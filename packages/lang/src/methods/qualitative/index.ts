/** 定性: the grade and the share come from the filing; the share must lie in the interval of its grade. */
import { compare, equals, fraction, ONE, ZERO, type Fraction, type Interval } from "@heng/number";
import * as c from "../../core/build.ts";
import type { FaultCause } from "../../core/program.ts";
import { showFigure } from "../../core/show.ts";
import { POINTS, QUALITATIVE_GRADES, RATIO, type Type } from "../../core/type.ts";
import { diagnose, type Fix, type Report } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import { nearest } from "../../nearest.ts";
import type { Lang } from "../../names.ts";
import type { Syntax } from "../../syntax/phrase.ts";
import { constantRange } from "../../core/constant.ts";
import { defineMethod, type Bound, type BoundRange } from "../../core/method.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { H1450 } from "./H1450-not-a-grade/index.ts";
import { H1451 } from "./H1451-grade-twice/index.ts";
import { H1452 } from "./H1452-cut-not-shares/index.ts";
import { H1453 } from "./H1453-cuts-apart/index.ts";

const syntax = {
  head: { arguments: [{ shape: "name", refers: "qualitative" }] },
  rows: {
    head: { arguments: [{ shape: "name", refers: "qualitativeGrade" }] },
    clauses: { getsJudged: { zh: "酌情得", en: "getsJudged", shape: "range", need: "once" } },
    optional: true,
  },
} as const satisfies Syntax;

type Qualitative = Bound<typeof syntax>;

const GRADE: Type = { kind: "option", options: QUALITATIVE_GRADES };

/** Where one grade ends and the next one down begins; `above`: the share itself belongs to the better grade. */
interface Cut {
  readonly at: Fraction;
  readonly above: boolean;
}
/** 含80%, 含60%: the shares at the cuts belong to the better grade. */
const STANDARD: readonly Cut[] = [
  { at: fraction(4n, 5n), above: true },
  { at: fraction(3n, 5n), above: true },
];

/** The interval of a row, when both its ends are shares written out. */
function intervalOf(range: BoundRange): Interval | undefined {
  const shares = range.low?.type.kind === "ratio" && range.high?.type.kind === "ratio";
  return shares ? constantRange(range) : undefined;
}

/** The three intervals, the best grade first. A grade without a row takes what its neighbours leave. */
function intervalsOf(m: Qualitative): readonly Interval[] {
  const rows = QUALITATIVE_GRADES.map((grade) => {
    const row = m.rows?.find(({ head }) => head?.value.text === grade);
    return row && intervalOf(row.clauses.getsJudged);
  });
  const cuts = STANDARD.map((standard, i): Cut => {
    const low = rows[i]?.low;
    const high = rows[i + 1]?.high;
    if (low) return { at: low.value, above: !low.open };
    return high ? { at: high.value, above: high.open } : standard;
  });
  return QUALITATIVE_GRADES.map((_, i) => {
    const [upper, lower] = [cuts[i - 1], cuts[i]];
    return {
      low: rows[i]?.low ?? (lower ? { value: lower.at, open: !lower.above } : { value: ZERO, open: false }),
      high: rows[i]?.high ?? (upper ? { value: upper.at, open: upper.above } : { value: ONE, open: false }),
    };
  });
}

/** `[60%, 80%)` */
function show({ low, high }: Interval): string {
  const end = (value: Fraction | undefined): string => (value ? showFigure(value, RATIO, "zh") : "");
  return `${low?.open ? "(" : "["}${end(low?.value)}, ${end(high?.value)}${high?.open ? ")" : "]"}`;
}

function isEmpty({ low, high }: Interval): boolean {
  if (!low || !high) return false;
  const order = compare(low.value, high.value);
  return order > 0 || (order === 0 && (low.open || high.open));
}

function check(m: Qualitative, _leaf: unknown, report: Report): void {
  const seen = new Set<string>();
  let failed = false;
  for (const { head, clauses, origin } of m.rows ?? []) {
    const grade = head?.value.text;
    const range = clauses.getsJudged;
    const interval = intervalOf(range);
    const within = (share: Fraction | undefined): boolean =>
      share !== undefined && compare(share, ZERO) >= 0 && compare(share, ONE) <= 0;
    if (grade === undefined || !QUALITATIVE_GRADES.some((g) => g === grade)) {
      const at = head?.origin ?? origin;
      const near = head && grade !== undefined ? nearest(grade, QUALITATIVE_GRADES) : [];
      const fixes = near.map((g) => replacement(at, g, `改为“${g}”`, `write ${g}`));
      report(diagnose(H1450, { found: grade }, { range: at }, { fixes }));
    } else if (seen.has(grade)) {
      report(diagnose(H1451, { grade }, { range: head?.origin ?? origin }));
    } else if (
      !interval ||
      isEmpty(interval) ||
      !within(interval.low?.value) ||
      !within(interval.high?.value)
    ) {
      report(diagnose(H1452, { grade }, { range: range.origin }));
    } else {
      seen.add(grade);
      continue;
    }
    failed = true;
  }
  if (!failed) checkJoins(m, report);
}

/** Each interval begins where the one above it ends, the first ends at 100%, the last begins at 0%. */
function checkJoins(m: Qualitative, report: Report): void {
  const intervals = intervalsOf(m);
  const rowOf = (i: number) => m.rows?.find(({ head }) => head?.value.text === QUALITATIVE_GRADES[i]);
  for (const [i, interval] of intervals.entries()) {
    const above = intervals[i - 1];
    // What this interval must end with, so that nothing is left out and nothing is in two.
    const high = above?.low ? { value: above.low.value, open: !above.low.open } : { value: ONE, open: false };
    const joins =
      interval.high && equals(interval.high.value, high.value) && interval.high.open === high.open;
    const low = i === QUALITATIVE_GRADES.length - 1 ? { value: ZERO, open: false } : interval.low;
    const ends =
      interval.low && low && equals(interval.low.value, low.value) && interval.low.open === low.open;
    if (joins && ends && !isEmpty(interval)) continue;
    const mended: Interval = { low, high };
    // The grade at fault has a row of its own, or the row of the one above leaves it no room.
    const own = rowOf(i);
    const row = own ?? rowOf(i - 1) ?? rowOf(i + 1);
    const fixes: readonly Fix[] =
      own && !isEmpty(mended)
        ? [
            replacement(
              own.clauses.getsJudged.origin,
              show(mended),
              `改为 ${show(mended)}`,
              `write ${show(mended)}`,
            ),
          ]
        : [];
    const data = {
      grades: QUALITATIVE_GRADES.map((grade, j) => ({ grade, range: show(intervals[j] ?? {}) })),
    };
    report(diagnose(H1453, data, { range: row?.clauses.getsJudged.origin ?? m.origin }, { fixes }));
    return;
  }
}

/** As 财预〔2020〕10号 words an end: 80%（含80%）. */
function ends({ low, high }: Interval, lang: Lang): string {
  if (!low || !high) return "";
  const [from, to] = [showFigure(high.value, RATIO, lang), showFigure(low.value, RATIO, lang)];
  const counted = [
    ...(high.open || equals(high.value, ONE) ? [] : [from]),
    ...(low.open || equals(low.value, ZERO) ? [] : [to]),
  ];
  if (equals(high.value, low.value)) return from;
  if (counted.length === 0) return `${from}-${to}`;
  return lang === "zh"
    ? `${from}-${to}（含${counted.join("、")}）`
    : `${from}-${to} (${counted.join(", ")} included)`;
}

const SHARE_OUTSIDE_GRADE: FaultCause = {
  id: "shareOutsideGrade",
  words: {
    zh: "填报的完成比例与填报的定性等次不符",
    en: "the share that was filed does not belong to the grade that was filed",
  },
  mend: {
    zh: "按实际完成的比例改填等次，或更正比例，使两者相符；不涉及规则",
    en: "File the grade that the share belongs to, or mend the share, so that the two agree; the rules stay as they are",
  },
};

export const qualitativeMethod = defineMethod({
  id: "qualitative",
  name: { zh: "定性", en: "qualitative" },
  syntax,
  check,
  lower(m, _leaf, b) {
    const name = m.head?.value.field?.name ?? "";
    const grade = c.input(name, GRADE, "grade");
    const share = c.input(name, RATIO, "share");
    const intervals = intervalsOf(m);
    const outside = c.fault(SHARE_OUTSIDE_GRADE, POINTS);
    const list = QUALITATIVE_GRADES.map((value, i) => {
      const interval = intervals[i] ?? {};
      const end = (of: Fraction | undefined) => (of ? c.figure(of, RATIO) : undefined);
      const inside = c.holds(share, {
        kind: "range",
        low: end(interval.low?.value),
        lowOpen: interval.low?.open ?? false,
        high: end(interval.high?.value),
        highOpen: interval.high?.open ?? false,
      });
      const span = show(interval);
      const said = {
        zh: c.sentence`${name} ${value}，完成 ${share}`,
        en: c.sentence`${name} ${value}, ${share} done`,
      };
      return {
        when: c.compare(grade, "=", { node: "option", type: GRADE, value } as const),
        then: c.cases(POINTS, [{ when: inside, then: c.times(POINTS, share, b.full), say: said }], outside, {
          zh: c.sentence`${name} 填报 ${value}、完成 ${share}，而${value}应在 ${span}`,
          en: c.sentence`${name} was filed as ${value} with ${share}, but ${value} means ${span}`,
        }),
      };
    });
    const filed = c.sentence`${grade} ${share}`;
    const score = c.cases(POINTS, list, outside);
    // The best interval ends at 100%, and 分值 is multiplied by no more.
    return { score, actual: { zh: filed, en: filed }, assured: true };
  },
  wording(m, leaf) {
    const intervals = intervalsOf(m);
    return inBoth((lang) => {
      const list = intervals.map((interval) => ends(interval, lang));
      const name = m.head?.value.text ?? leaf.name;
      const full = pointsWords(leaf.points, lang);
      return lang === "zh"
        ? `根据“${name}”分为${QUALITATIVE_GRADES.join("、")}三档，分别在${list.join("、")}的区间内确定完成比例，得分＝完成比例×${full}。`
        : `“${name}” is graded ${QUALITATIVE_GRADES.join(", ")}, with a share of ${list.join(", ")} respectively; the score is the share × ${full}.`;
    });
  },
});
