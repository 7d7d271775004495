/** What rows that take or give points come to; the methods add the rows up. */
import { ZERO, type Fraction } from "@heng/number";
import * as b from "../../core/build.ts";
import { constantRange } from "../../core/constant.ts";
import { difference, differenceType } from "../../core/difference.ts";
import type { BoundRange, Build, LeafContext } from "../../core/method.ts";
import type { Places } from "../../core/places.ts";
import type { Case, Expr, Say, SayPart } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import type { Lang, Names } from "../../names.ts";
import { AMOUNTS, BASES, first, isGiving, measured, WORDS, type TallyRow } from "./rows.ts";
import { counted, COUNTING, countNote, startedNote, stepGuard, STEPS, type Reading } from "./steps.ts";

/**
 * The points a row takes or gives, as a step of the explanation; 0 where it does not apply. `most`: what there is to take
 * from, where rows do nothing else.
 */
export function lowerRow(row: TallyRow, leaf: LeafContext, build: Build, most?: Fraction): Expr {
  const name: Names = isGiving(row) ? { zh: "加分", en: "given" } : { zh: "扣分", en: "taken" };
  const { when, takeJudged } = row.clauses;
  const amount = takeJudged ? askAmount(row, takeJudged, build) : (row.clauses.take ?? row.clauses.give);
  if (!amount) return NOTHING; // as the check has said
  if (when) {
    const cap = capOf(row);
    const said: Say = {
      zh: b.sentence`${b.numbers(when)}，${taking(row, amount, "zh")}${cap ? b.sentence`，${cap.word.zh} ${cap.of}` : b.SILENT}`,
      en: b.sentence`${b.numbers(when)}: ${taking(row, amount, "en")}${cap ? b.sentence`, at most ${cap.of}` : b.SILENT}`,
    };
    const then = cap ? b.min(POINTS, amount, cap.of) : amount;
    return build.step(name, b.cases(POINTS, [{ when, then, say: said, origin: row.origin }], NOTHING));
  }
  const reading = first(row, STEPS);
  const length = reading && row.clauses[reading];
  const of = measured(row, leaf);
  if (!of || !length) return NOTHING; // as the check has said
  return build.step(name, stepped({ row, of, reading, length, amount, most }, build));
}

const NOTHING: Expr = b.points(ZERO);

/** `扣 1分`, `加 1分`, `酌情扣 1分`. */
function taking(row: TallyRow, amount: Expr, lang: Lang): readonly SayPart[] {
  const key = first(row, AMOUNTS) ?? "take";
  if (lang === "zh") return b.sentence`${WORDS[key].zh} ${amount}`;
  return b.sentence`${isGiving(row) ? "gives" : "takes"} ${amount}${key === "takeJudged" ? " as judged" : ""}`;
}

/** The row's own cap, with its word. */
function capOf({ clauses }: TallyRow): { readonly of: Expr; readonly word: Names } | undefined {
  const of = clauses.takeAtMost ?? clauses.giveAtMost;
  return of && { of, word: WORDS[clauses.giveAtMost ? "giveAtMost" : "takeAtMost"] };
}

function askAmount(row: TallyRow, judged: BoundRange, build: Build): Expr {
  const origin = row.places.get("takeJudged") ?? row.origin;
  return build.ask({
    within: constantRange(judged) ?? {},
    reason: "always",
    ...(isGiving(row) ? {} : { taken: true }),
    origin,
  });
}

interface Stepped {
  readonly row: TallyRow;
  readonly of: Expr;
  readonly reading: Reading;
  readonly length: Expr;
  /** Points of one step. */
  readonly amount: Expr;
  readonly most: Fraction | undefined;
}

/** How far 量 lies beyond 基准, in steps, times the amount; at most the row's cap. */
function stepped({ row, of, reading, length, amount, most }: Stepped, build: Build): Expr {
  const excess = excessOf(row, of, build);
  const { steps, due } = counted(excess, reading, length, amount, build);
  const { of: cap, word: capWord } = capOf(row) ?? { of: undefined, word: WORDS.takeAtMost };
  const raw = cap ? build.step({ zh: "未封顶", en: "uncapped" }, due) : due;

  const note = startedNote(reading, length);
  const count = countNote(steps);
  const each = COUNTING[reading];
  const zh = b.sentence`${beyond(row, of, excess, "zh")}，${each.zh} ${length} ${taking(row, amount, "zh")}${note.zh}${count.zh}`;
  const en = b.sentence`${beyond(row, of, excess, "en")}, ${each.en} ${length} ${taking(row, amount, "en")}${note.en}${count.en}`;
  const plain: Say = {
    zh: b.sentence`${zh}，${isGiving(row) ? "加" : "扣"} ${raw}`,
    en: b.sentence`${en}: ${raw}`,
  };
  const capped: Say | undefined = cap && {
    zh: b.sentence`${zh}，计 ${raw}，${capWord.zh} ${cap}`,
    en: b.sentence`${en}: ${raw}, at most ${cap}`,
  };
  return b.cases(
    POINTS,
    [
      { when: b.compare(excess, "<=", b.figure(ZERO, excess.type)), then: NOTHING },
      ...stepGuard(length),
      ...(cap && capped
        ? [
            {
              when: b.compare(raw, ">", cap),
              then: cap,
              say: capped,
              ...limitOf(row, isGiving(row) ? "giveAtMost" : "takeAtMost", cap, most),
            },
          ]
        : []),
    ],
    cap ? b.min(POINTS, raw, cap) : raw,
    plain,
  );
}

/** 量 − 基准, 基准 − 量 or their distance, never below 0; without a 基准 the 量 itself. */
function excessOf(row: TallyRow, of: Expr, build: Build): Expr {
  const { above, below, apart } = row.clauses;
  const type = differenceType(of.type);
  if (apart) return build.step({ zh: "偏离", en: "distance" }, b.absolute(type, difference(of, apart)));
  const [name, gap]: [Names, Expr] = above
    ? [{ zh: "超出", en: "excess" }, difference(of, above)]
    : below
      ? [{ zh: "不足", en: "shortfall" }, difference(below, of)]
      : [{ zh: "数量", en: "quantity" }, of];
  return build.step(name, b.max(type, gap, b.figure(ZERO, type)));
}

/** `超过 100% 3.5个百分点`, `报送日 2022年3月1日 超过 2022年2月28日 1天`, `违规次数 3次` */
function beyond(row: TallyRow, of: Expr, excess: Expr, lang: Lang): readonly SayPart[] {
  const key = first(row, BASES);
  const base = key && row.clauses[key];
  if (!key || !base) return row.head ? b.sentence`${b.formula(of)} ${excess}` : b.sentence`${excess}`;
  const named = row.head ? figured(of, lang) : b.SILENT;
  if (lang === "en") return b.sentence`${named}${wayOf(key, of)} ${base} by ${excess}`;
  // Two plain numbers side by side would read as one.
  return b.sentence`${named}${WORDS[key].zh} ${base}${excess.type.kind === "number" ? "，相差 " : " "}${excess}`;
}

/** `报送日 2022年3月1日 `, `甲 95% - 乙 90% = 5个百分点，`: what is measured, and what it comes to. */
function figured(of: Expr, lang: Lang): readonly SayPart[] {
  const named = of.node === "input" || of.node === "use";
  if (named) return b.sentence`${b.formula(of)} ${of} `;
  return b.sentence`${b.numbers(of)} = ${of}${lang === "zh" ? "，" : ", "}`;
}

function wayOf(key: (typeof BASES)[number], of: Expr): string {
  const date = of.type.kind === "date";
  return { above: date ? "after" : "above", below: date ? "before" : "below", apart: "apart from" }[key];
}

/** Where a limit is written, and what it says. */
function limitOf(
  { places }: { readonly places: Places },
  key: "takeAtMost" | "giveAtMost",
  of: Expr,
  most: Fraction | undefined,
): Pick<Case, "origin" | "limit"> {
  const origin = places.get(key);
  return { limit: { word: WORDS[key], of, ...(most ? { most } : {}) }, ...(origin ? { origin } : {}) };
}

/** A phrase with rows that may be limited together. */
interface Tally {
  readonly clauses: { readonly takeAtMost?: Expr; readonly giveAtMost?: Expr };
  readonly places: Places;
}

const TOGETHER = {
  takeAtMost: { zh: "扣分合计", en: "taken together" },
  giveAtMost: { zh: "加分合计", en: "given together" },
} as const;

/** All that rows take (or give) together, at most what the clause of that key says. `most`: as of `lowerRow`. */
export function together(
  rows: readonly Expr[],
  m: Tally,
  key: keyof typeof TOGETHER,
  build: Build,
  most?: Fraction,
): readonly Expr[] {
  const cap = m.clauses[key];
  if (!cap || rows.length === 0) return rows;
  const due = b.plus(POINTS, ...rows);
  const said: Say = {
    zh: b.sentence`合计 ${due}，最多 ${cap}`,
    en: b.sentence`${due} together, at most ${cap}`,
  };
  return [
    build.step(
      TOGETHER[key],
      b.cases(
        POINTS,
        [
          {
            when: b.compare(due, ">", cap),
            then: b.min(POINTS, due, cap),
            say: said,
            ...limitOf(m, key, cap, most),
          },
        ],
        b.min(POINTS, due, cap),
      ),
    ),
  ];
}
