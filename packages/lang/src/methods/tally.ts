/**
 * Rows that take or give points, as 扣分 and 加减 have them: `超过 100% 每 1个百分点 扣 0.5分`, `违规次数 每 1次 扣 1分`,
 * `当 逾期 扣 2分`. What a row comes to is worked out here; the methods add the rows up.
 */
import { compare, sign, ZERO, type Fraction } from "@heng/number";
import * as b from "../core/build.ts";
import type { Build } from "../core/method.ts";
import type { Case, Expr, Say, SayPart } from "../core/program.ts";
import { isFigure, NUMBER, POINTS } from "../core/type.ts";
import { diagnose, type Range, type Report } from "../diagnostics/diagnostic.ts";
import { H1306 } from "../model/H1306-condition-or-figure/index.ts";
import { kindName } from "../core/type.ts";
import type { Names } from "../names.ts";
import type { Clauses } from "../syntax/phrase.ts";
import { constantOf, constantRange } from "./constant.ts";
import { H1419 } from "./deduct/H1419-row-incomplete/index.ts";
import { H1420 } from "./deduct/H1420-row-contradictory/index.ts";
import { H1421 } from "./deduct/H1421-step-not-positive/index.ts";
import { H1422 } from "./deduct/H1422-amount-not-positive/index.ts";
import { H1423 } from "./deduct/H1423-judged-range/index.ts";
import { H1426 } from "./deduct/H1426-amount-above-points/index.ts";
import { difference, differenceType } from "./difference.ts";
import { without } from "./mend.ts";
import type { BoundClauses, BoundHead, BoundRange, LeafContext, Places } from "../core/method.ts";
import { holdsWords, inBoth, judgedWords, pointsWords, words } from "./wording.ts";

/** 量, where it is not 值. */
export const ROW_HEAD = { arguments: [{ shape: "sum" }], optional: true } as const;

export const TAKES = {
  above: { zh: "超过", en: "above", shape: "sum", unit: "value" },
  below: { zh: "低于", en: "below", shape: "sum", unit: "value" },
  apart: { zh: "偏离", en: "apart", shape: "sum", unit: "value" },
  each: { zh: "每", en: "each", shape: "sum", unit: "step" },
  eachFull: { zh: "每满", en: "eachFull", shape: "sum", unit: "step" },
  eachStarted: { zh: "每不满", en: "eachStarted", shape: "sum", unit: "step" },
  when: { zh: "当", en: "when", shape: "condition" },
  take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
  takeJudged: { zh: "酌情扣", en: "takeJudged", shape: "range", unit: "points" },
  takeAtMost: { zh: "最多扣", en: "takeAtMost", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export const GIVES = {
  give: { zh: "加", en: "give", shape: "sum", unit: "points" },
  giveAtMost: { zh: "最多加", en: "giveAtMost", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export interface TallyRow {
  readonly head: BoundHead<(typeof ROW_HEAD.arguments)[number]> | undefined;
  readonly clauses: BoundClauses<typeof TAKES> & BoundClauses<typeof GIVES>;
  readonly origin: Range;
  readonly places: Places;
}

type Key = keyof typeof TAKES | keyof typeof GIVES;
const WORDS: Readonly<Record<Key, Names>> = { ...TAKES, ...GIVES };
const BASES = ["above", "below", "apart"] as const;
const STEPS = ["each", "eachFull", "eachStarted"] as const;
const AMOUNTS = ["take", "takeJudged", "give"] as const;

/** How steps are counted: in proportion, whole ones, or started ones. */
export type Reading = (typeof STEPS)[number];

function first<K extends Key>(row: TallyRow, keys: readonly K[]): K | undefined {
  return keys.find((key) => row.clauses[key] !== undefined);
}

/** 量, or 值. */
function measured(row: TallyRow, leaf: LeafContext): Expr | undefined {
  return row.head?.value ?? leaf.value;
}

/** Whether the row gives points. */
export function isGiving(row: TallyRow): boolean {
  return row.clauses.give !== undefined;
}

// ---- check -------------------------------------------------------------------------------------------------

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

function checkRow(row: TallyRow, leaf: LeafContext, report: Report): void {
  const { clauses, places, origin } = row;
  const at = (key: Key): Range => places.get(key) ?? origin;
  const contradict = (keys: readonly Key[]): boolean => {
    const [one, two] = keys.filter((key) => clauses[key] !== undefined);
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
  const contradictory = [
    BASES,
    STEPS,
    AMOUNTS,
    ["when", ...BASES] as const,
    ["when", ...STEPS] as const,
    ["give", "takeAtMost"] as const,
    ["take", "giveAtMost"] as const,
    ["takeJudged", "giveAtMost"] as const,
  ].some(contradict);
  if (contradictory) return;

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

/** What a person may judge lies in a range between two literals: not empty, from 0 up, at most `atMost`. */
export function checkJudged(judged: BoundRange, range: Range, report: Report, atMost?: Fraction): void {
  const within = constantRange(judged);
  const { low, high } = within ?? {};
  const order = low && high ? compare(low.value, high.value) : 0;
  const problem =
    !low || !high
      ? "open"
      : order > 0 || (order === 0 && (low.open || high.open))
        ? "empty"
        : sign(low.value) < 0
          ? "negative"
          : atMost && compare(high.value, atMost) > 0
            ? "above"
            : undefined;
  if (problem) {
    report(diagnose(H1423, { problem, points: pointsWords(atMost ?? ZERO, "zh") }, { range }));
  }
}

// ---- lower -------------------------------------------------------------------------------------------------

/** The points a row takes or gives, as a step of the explanation; 0 where it does not apply. */
export function lowerRow(row: TallyRow, leaf: LeafContext, build: Build): Expr {
  const name: Names = isGiving(row) ? { zh: "加分", en: "given" } : { zh: "扣分", en: "taken" };
  const { when, takeJudged } = row.clauses;
  const amount = takeJudged ? askAmount(row, takeJudged, build) : (row.clauses.take ?? row.clauses.give);
  if (!amount) return NOTHING; // as the check has said
  if (when) {
    const cap = capOf(row);
    const said: Say = {
      zh: [
        ...b.sentence`${b.numbers(when)}，${verb(row, "zh")} ${amount}`,
        ...(cap ? b.sentence`，${cap.word.zh} ${cap.of}` : []),
      ],
      en: [
        ...b.sentence`${b.numbers(when)}: ${verb(row, "en")} ${amount}`,
        ...(cap ? b.sentence`, at most ${cap.of}` : []),
      ],
    };
    const then = cap ? b.min(POINTS, amount, cap.of) : amount;
    return build.step(name, b.cases(POINTS, [{ when, then, say: said }], NOTHING));
  }
  const reading = first(row, STEPS);
  const length = reading && row.clauses[reading];
  const of = measured(row, leaf);
  if (!of || !length) return NOTHING; // as the check has said
  return build.step(name, stepped({ row, of, reading, length, amount }, build));
}

const NOTHING: Expr = b.points(ZERO);

/** 扣, 加 or 酌情扣. */
function verb(row: TallyRow, lang: keyof Names): string {
  return WORDS[first(row, AMOUNTS) ?? "take"][lang];
}

/** The row's own cap, with its word. */
function capOf({ clauses }: TallyRow): { readonly of: Expr; readonly word: Names } | undefined {
  const of = clauses.takeAtMost ?? clauses.giveAtMost;
  return of && { of, word: WORDS[clauses.giveAtMost ? "giveAtMost" : "takeAtMost"] };
}

function askAmount(row: TallyRow, judged: BoundRange, build: Build): Expr {
  const origin = row.places.get("takeJudged") ?? row.origin;
  return build.ask({ within: constantRange(judged) ?? {}, reason: "always", origin });
}

interface Stepped {
  readonly row: TallyRow;
  readonly of: Expr;
  readonly reading: Reading;
  readonly length: Expr;
  /** Points of one step. */
  readonly amount: Expr;
}

/** How far 量 lies beyond 基准, in steps, times the amount; at most the row's cap. */
function stepped({ row, of, reading, length, amount }: Stepped, build: Build): Expr {
  const excess = excessOf(row, of, build);
  const { steps, due } = counted(excess, reading, length, amount, build);
  const { of: cap, word: capWord } = capOf(row) ?? { of: undefined, word: WORDS.takeAtMost };
  const raw = cap ? build.step({ zh: "未封顶", en: "uncapped" }, due) : due;

  const note = startedNote(reading, length);
  const zh: SayPart[] = [
    ...beyond(row, of, excess, "zh"),
    ...b.sentence`，${WORDS[reading].zh} ${length} ${verb(row, "zh")} ${amount}`,
    ...note.zh,
    ...(steps ? b.sentence`，计 ${steps} 次` : []),
  ];
  const en: SayPart[] = [
    ...beyond(row, of, excess, "en"),
    ...b.sentence`, ${WORDS[reading].en} ${length} ${verb(row, "en")} ${amount}`,
    ...note.en,
    ...(steps ? b.sentence`, ${steps} steps` : []),
  ];
  const plain: Say = {
    zh: [...zh, ...b.sentence`，${isGiving(row) ? "加" : "扣"} ${raw}`],
    en: [...en, ...b.sentence`: ${raw}`],
  };
  const capped: Say | undefined = cap && {
    zh: [...zh, ...b.sentence`，计 ${raw}，${capWord.zh} ${cap}`],
    en: [...en, ...b.sentence`: ${raw}, at most ${cap}`],
  };
  return b.cases(
    POINTS,
    [
      { when: b.compare(excess, "<=", b.figure(ZERO, excess.type)), then: NOTHING },
      ...stepGuard(length),
      ...(cap && capped ? [{ when: b.compare(raw, ">", cap), then: cap, say: capped }] : []),
    ],
    cap ? b.min(POINTS, raw, cap) : raw,
    plain,
  );
}

/** `（不足 10天 按 10天 计）` of 每不满, whose words alone may be read the other way; nothing of the others. */
export function startedNote(reading: Reading, length: Expr): Say {
  return reading === "eachStarted"
    ? {
        zh: b.sentence`（不足 ${length} 按 ${length} 计）`,
        en: b.sentence` (part steps count as whole ones)`,
      }
    : { zh: [], en: [] };
}

/** `excess` in steps of `length`, by the reading, times the amount; `steps` where they are counted whole. */
export function counted(
  excess: Expr,
  reading: Reading,
  length: Expr,
  amount: Expr,
  build: Build,
): { readonly steps: Expr | undefined; readonly due: Expr } {
  if (reading === "each") {
    const factors = [
      { inverse: false, of: excess },
      { inverse: true, of: length },
      { inverse: false, of: amount },
    ];
    return { steps: undefined, due: { node: "product", type: POINTS, factors } };
  }
  const ratio = b.over(NUMBER, excess, length);
  const steps = build.step(
    { zh: "次数", en: "steps" },
    reading === "eachFull" ? b.floor(ratio) : b.ceiling(ratio),
  );
  return { steps, due: b.times(POINTS, steps, amount) };
}

/** The case that a step from data is not above 0; none for a literal, which the check has seen. */
export function stepGuard(length: Expr): readonly Case[] {
  return constantOf(length)
    ? []
    : [
        {
          when: b.compare(length, "<=", b.figure(ZERO, length.type)),
          then: b.fault("stepNotPositive", POINTS),
        },
      ];
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

/** `超过 100% 3.5个百分点`, `违规次数 3次` */
function beyond(row: TallyRow, of: Expr, excess: Expr, lang: keyof Names): readonly SayPart[] {
  const key = first(row, BASES);
  const base = key && row.clauses[key];
  const named = row.head ? b.sentence`${b.formula(of)} ` : [];
  if (!key || !base) return [...named, ...b.sentence`${excess}`];
  return lang === "zh"
    ? [...named, ...b.sentence`${WORDS[key].zh} ${base} ${excess}`]
    : [...named, ...b.sentence`${WORDS[key].en} ${base} by ${excess}`];
}

/** All that rows take (or give) together, at most `cap`. */
export function together(
  rows: readonly Expr[],
  cap: Expr | undefined,
  name: Names,
  build: Build,
): readonly Expr[] {
  if (!cap || rows.length === 0) return rows;
  const due = b.plus(POINTS, ...rows);
  const said: Say = {
    zh: b.sentence`合计 ${due}，最多 ${cap}`,
    en: b.sentence`${due} together, at most ${cap}`,
  };
  return [
    build.step(
      name,
      b.cases(
        POINTS,
        [{ when: b.compare(due, ">", cap), then: b.min(POINTS, due, cap), say: said }],
        b.min(POINTS, due, cap),
      ),
    ),
  ];
}

// ---- wording -----------------------------------------------------------------------------------------------

/** `超过100%的，每超过1个百分点扣0.5分（不足的按比例计算），最多扣2分` */
export function rowWords(row: TallyRow, leaf: LeafContext, lang: keyof Names): string {
  const { clauses } = row;
  const zh = lang === "zh";
  const cap = clauses.takeAtMost ?? clauses.giveAtMost;
  const capWord = WORDS[clauses.giveAtMost ? "giveAtMost" : "takeAtMost"];
  const most = cap
    ? zh
      ? `，${capWord.zh}${words(cap, lang)}`
      : `, at most ${words(cap, lang)} in all`
    : "";
  const verb = clauses.takeJudged ? "酌情扣" : clauses.give ? "加" : "扣";
  const points = clauses.takeJudged
    ? judgedWords(clauses.takeJudged, lang)
    : words(clauses.take ?? clauses.give ?? NOTHING, lang);
  const amount = zh
    ? `${verb}${points}`
    : `${clauses.give ? "gives" : "takes"} ${points}${clauses.takeJudged ? " as judged" : ""}`;
  if (clauses.when) {
    const when = holdsWords(clauses.when, lang);
    return zh ? `${when}的，${amount}${most}` : `${amount} when ${when}${most}`;
  }
  const of = measured(row, leaf);
  const reading = first(row, STEPS) ?? "each";
  const length = clauses[reading];
  const name = of ? words(of, lang) : leaf.name;
  const plain = length ? words(length, lang) : "";
  const step = zh && length && !constantOf(length) ? `（${plain}）` : plain;
  const read = readingWords(reading, step, isGiving(row), lang);
  const key = first(row, BASES);
  const base = key && clauses[key];
  if (!key || !base) {
    return zh
      ? `${name}每有${step}${amount}（${read}）${most}`
      : `every ${step} of ${name} ${amount} (${read})${most}`;
  }
  const date = of?.type.kind === "date";
  const [way, by, en] = {
    above: date ? (["晚于", "晚", "after"] as const) : (["超过", "超过", "above"] as const),
    below: date ? (["早于", "早", "before"] as const) : (["低于", "低于", "below"] as const),
    apart: date ? (["偏离", "相差", "apart from"] as const) : (["偏离", "偏离", "apart from"] as const),
  }[key];
  return zh
    ? `${name}${way}${words(base, lang)}的，每${by}${step}${amount}（${read}）${most}`
    : `${name} ${en} ${words(base, lang)} ${amount} for every ${step} beyond it (${read})${most}`;
}

/** The reading of 每: what becomes of less than a whole step. */
export function readingWords(reading: Reading, step: string, giving: boolean, lang: keyof Names): string {
  const texts: Readonly<Record<Reading, Names>> = {
    each: { zh: `不足${step}的按比例计算`, en: "part steps count in proportion" },
    eachFull: {
      zh: `不足${step}的不${giving ? "加" : "扣"}`,
      en: "part steps do not count",
    },
    eachStarted: { zh: `不足${step}按${step}计`, en: "part steps count as whole ones" },
  };
  return texts[reading][lang];
}
