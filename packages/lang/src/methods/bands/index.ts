import { compare, ZERO, type Interval } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Build } from "../../core/method.ts";
import type { Case, Expr, Say, SayPart } from "../../core/program.ts";
import { isFigure, POINTS, type Type } from "../../core/type.ts";
import { diagnose, type Fix, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { H1306 } from "../../model/H1306-condition-or-figure/index.ts";
import { H1402 } from "../../model/H1402-nothing-measured/index.ts";
import { nearest } from "../../nearest.ts";
import { kindName } from "../../core/type.ts";
import type { Names } from "../../names.ts";
import type { Clauses } from "../../syntax/phrase.ts";
import type { ComparisonSign } from "../../syntax/tree.ts";
import { constantOf, constantRange } from "../../core/constant.ts";
import { along, notAscending, straight } from "../../core/difference.ts";
import { without } from "../../standards/mend.ts";
import {
  defineMethod,
  type BoundClauses,
  type BoundHead,
  type BoundRange,
  type LeafContext,
  type Places,
} from "../../core/method.ts";
import { checkJudged } from "../../standards/tally/check.ts";
import {
  holdsWords,
  inBoth,
  judgedWords,
  standsWords,
  words,
  type Standing,
  type Stretch,
} from "../../standards/wording.ts";
import { H1428 } from "./H1428-row-without-band/index.ts";
import { H1429 } from "./H1429-option-without-band/index.ts";
import { H1430 } from "./H1430-unknown-option/index.ts";
import { H1431 } from "./H1431-band-twice/index.ts";
import { H1432 } from "./H1432-ladder-and-intervals/index.ts";
import { H1433 } from "./H1433-ladder-direction/index.ts";
import { H1434 } from "./H1434-otherwise-not-last/index.ts";
import { H1435 } from "./H1435-result-missing/index.ts";
import { H1437 } from "./H1437-straight-without-edges/index.ts";
import { H1438 } from "./H1438-row-of-other-kind/index.ts";
import { checkEnds, checkIntervals } from "./intervals.ts";
import { checkResult } from "./result.ts";

const ROW_HEAD = {
  arguments: [
    { shape: "comparison" },
    { shape: "range", unit: "value" },
    { shape: "name", refers: "option" },
  ],
  optional: true,
} as const;

const CLAUSES = {
  when: { zh: "当", en: "when", shape: "condition" },
  otherwise: { zh: "其他", en: "otherwise", shape: "flag" },
  gets: { zh: "得", en: "gets", shape: "sum", unit: "points" },
  getsJudged: { zh: "酌情得", en: "getsJudged", shape: "range", unit: "points" },
  to: { zh: "至", en: "to", shape: "sum", unit: "points" },
} as const satisfies Clauses;

interface Row {
  readonly head: BoundHead<(typeof ROW_HEAD.arguments)[number]> | undefined;
  readonly clauses: BoundClauses<typeof CLAUSES>;
  readonly origin: Range;
  readonly places: Places;
}

/** What a row stands for. */
type Band =
  | { readonly kind: "step"; readonly sign: ComparisonSign; readonly right: Expr }
  | { readonly kind: "exactly"; readonly right: Expr }
  | { readonly kind: "interval"; readonly range: BoundRange }
  | { readonly kind: "option"; readonly name: string }
  | { readonly kind: "when"; readonly when: Expr }
  | { readonly kind: "otherwise" }
  /** Nothing, which the check reports. */
  | { readonly kind: "none" };

/** 分档: the band a figure (or an option) is in decides. */
export const bandsMethod = defineMethod({
  id: "bands",
  name: { zh: "分档", en: "bands" },
  syntax: {
    head: { arguments: [{ shape: "sum" }], optional: true },
    rows: { head: ROW_HEAD, clauses: CLAUSES },
  },
  check(m, leaf, tell) {
    let told = false;
    const report: Report = (one) => {
      told = true;
      tell(one);
    };
    const rows = m.rows ?? [];
    if (rows.length === 0) return report(diagnose(H1428, { problem: "rows" }, { range: m.origin }));
    for (const [i, row] of rows.entries()) {
      checkBand(row, report);
      checkGets(row, edgesOf(rows, i), leaf, report);
    }
    if (m.head && m.head.value.type.kind !== "option" && !isFigure(m.head.value.type)) {
      const data = { expected: "figure", found: kindName(m.head.value.type) } as const;
      return report(diagnose(H1306, data, { range: m.head.origin }));
    }
    checkKinds(rows, m.head?.value ?? leaf.value, report);
    checkOrder(rows, report);
    const type = (m.head?.value ?? leaf.value)?.type;
    if (type) checkStretches(rows, type, report);
    const last = rows.findIndex((row) => row.clauses.otherwise);
    if (last >= 0 && last < rows.length - 1) {
      const at = rows[last]?.places.get("otherwise") ?? m.origin;
      report(diagnose(H1434, {}, { range: at }));
    }
    checkOptions(rows, m.head?.value ?? leaf.value, m.origin, report);
    const of = m.head?.value ?? leaf.value;
    if (of && isFigure(of.type) && !told) checkLeftOut(rows, of, leaf, report);
  },
  lower(m, leaf, build) {
    const of = m.head?.value ?? leaf.value;
    const rows = m.rows ?? [];
    const measured: Say = m.head
      ? { zh: b.sentence`${b.numbers(m.head.value)}，`, en: b.sentence`${b.numbers(m.head.value)}, ` }
      : SILENT;
    const list: Case[] = [];
    let otherwise: { readonly then: Expr; readonly say: Say } | undefined;
    for (const [i, row] of rows.entries()) {
      const { then, said } = resultOf(row, of, edgesOf(rows, i), build);
      const name = bandSay(bandOf(row));
      const say: Say = {
        zh: b.sentence`${measured.zh}在“${name.zh}”一档${said.zh}`,
        en: b.sentence`${measured.en}in the band “${name.en}”${said.en}`,
      };
      const when = conditionOf(bandOf(row), of);
      if (when) list.push({ when, then, say });
      else otherwise ??= { then, say };
    }
    return {
      score: b.cases(POINTS, list, otherwise?.then ?? b.fault("noBand", POINTS), otherwise?.say),
    };
  },
  wording: (m, leaf) =>
    inBoth((lang) => {
      const rows = m.rows ?? [];
      const of = m.head?.value ?? leaf.value;
      // Steps and intervals are worded so that one at most holds; conditions may hold together.
      const kinds = rows.map((row) => bandOf(row).kind).filter((kind) => kind !== "otherwise");
      const inTurn =
        kinds.length > 1 && (kinds.includes("when") || (kinds.includes("exactly") && kinds.includes("step")));
      const texts = rows.map((row, i) => {
        const band = bandWords(row, edgesOf(rows, i), of, leaf, lang);
        return lang === "zh" ? `${band}，${getsWords(row, lang)}` : `${band}: ${getsWords(row, lang)}`;
      });
      return lang === "zh"
        ? `${inTurn ? "依次判断，取最先符合的一档：" : ""}${texts.join("；")}。`
        : `${inTurn ? "The first that holds: " : ""}${texts.join("; ")}.`;
    }),
});

function bandOf({ head, clauses }: Row): Band {
  if (clauses.otherwise) return { kind: "otherwise" };
  if (clauses.when) return { kind: "when", when: clauses.when };
  if (!head) return { kind: "none" };
  if (head.shape === "name") return { kind: "option", name: head.value.text };
  if (head.value.kind === "range") return { kind: "interval", range: head.value };
  const { sign, right } = head.value;
  return sign === "=" ? { kind: "exactly", right } : { kind: "step", sign, right };
}

// ---- check -------------------------------------------------------------------------------------------------

function checkBand(row: Row, report: Report): void {
  const { head, clauses, places, origin } = row;
  const kinds = [head, clauses.when, clauses.otherwise].filter((part) => part !== undefined).length;
  if (kinds === 0) report(diagnose(H1428, { problem: "band" }, { range: origin }));
  if (kinds > 1) {
    const at = places.get(clauses.when ? "when" : "otherwise") ?? origin;
    report(diagnose(H1428, { problem: "both" }, { range: at }));
  }
}

function checkGets(row: Row, edges: Edges, leaf: LeafContext, report: Report): void {
  const { gets, getsJudged, to } = row.clauses;
  const at = (key: keyof typeof CLAUSES): Range => row.places.get(key) ?? row.origin;
  if (gets && getsJudged) {
    const fixes = (["getsJudged", "gets"] as const).map((key) => without(row, key, CLAUSES[key]));
    return report(diagnose(H1435, { problem: "both" }, { range: at("getsJudged") }, { fixes }));
  }
  if (to && !gets) return report(diagnose(H1435, { problem: "to" }, { range: at("to") }));
  if (getsJudged) return checkJudged(getsJudged, at("getsJudged"), report, leaf.points);
  if (!gets) return report(diagnose(H1435, { problem: "missing" }, { range: row.origin }));
  checkResult(gets, leaf, at("gets"), report);
  checkResult(to, leaf, at("to"), report);
  const problem = !to
    ? undefined
    : edges === "none"
      ? "none"
      : !edges.low
        ? "lower"
        : !edges.high
          ? "upper"
          : undefined;
  if (problem) report(diagnose(H1437, { problem }, { range: at("to") }));
}

/** Rows that go with what is measured, and with each other. */
function checkKinds(rows: readonly Row[], of: Expr | undefined, report: Report): void {
  let kind: "ladder" | "interval" | undefined;
  const whens: Range[] = [];
  for (const row of rows) {
    const band = bandOf(row);
    const range = row.head?.origin ?? row.places.get("when") ?? row.origin;
    const shown = inBoth((lang) => bandText(band, lang));
    if (band.kind === "option" && !of) return report(diagnose(H1402, {}, { range }));
    if (band.kind === "option" ? of?.type.kind !== "option" : of?.type.kind === "option" && row.head) {
      report(
        diagnose(H1438, { problem: band.kind === "option" ? "option" : "figure", row: shown }, { range }),
      );
    }
    if (band.kind === "when") whens.push(range);
    if (band.kind !== "step" && band.kind !== "interval") continue;
    const own = band.kind === "step" ? "ladder" : "interval";
    kind ??= own;
    if (own !== kind) return report(diagnose(H1432, { found: own }, { range }));
    if (band.kind === "interval" && isEmpty(band.range)) {
      report(diagnose(H1438, { problem: "empty", row: shown }, { range }));
    }
  }
  const [when] = whens;
  if (kind === "interval" && when) report(diagnose(H1432, { found: "when" }, { range: when }));
}

/** Intervals, and `= x` among them, take in every value once. */
function checkStretches(rows: readonly Row[], type: Type, report: Report): void {
  const bands = rows.map((row) => ({ row, band: bandOf(row) }));
  if (!bands.some(({ band }) => band.kind === "interval")) return;
  const stretches = bands.flatMap(({ row, band }) => {
    const of = band.kind === "exactly" ? constantOf(band.right) : undefined;
    const edge = of && { value: of, open: false };
    const within =
      band.kind === "interval" && !isEmpty(band.range)
        ? fixedStretch(band.range)
        : edge && { low: edge, high: edge };
    const text = inBoth((lang) => bandText(band, lang));
    return within ? [{ within, text, origin: row.head?.origin ?? row.origin }] : [];
  });
  checkIntervals(stretches, stretches.length === rows.length, type, report);
}

/** Without 其他 every value there may be lies in a band. Bands from data and conditions may take in anything. */
function checkLeftOut(rows: readonly Row[], of: Expr, leaf: LeafContext, report: Report): void {
  const last = rows.at(-1);
  const stretches = rows.flatMap((row) => {
    const band = bandOf(row);
    const within = takenIn(band);
    const text = inBoth((lang) => bandText(band, lang));
    return within ? [{ within, text, origin: row.head?.origin ?? row.origin }] : [];
  });
  if (!leaf.within || !last || stretches.length < rows.length) return;
  const { file, end } = last.origin;
  const fix: Fix = {
    title: { zh: "在最后补上 其他 得 0分", en: "end with otherwise gets 0分" },
    safe: false,
    edits: [{ file, start: end, end, text: "; 其他 得 0分" }],
  };
  checkEnds(stretches, leaf.within(of), of.type, report, [fix]);
}

/** What a band takes in, when its bounds are fixed. */
function takenIn(band: Band): Interval | undefined {
  if (band.kind === "interval") return fixedStretch(band.range);
  if (band.kind !== "step" && band.kind !== "exactly") return undefined;
  const value = constantOf(band.right);
  if (!value) return undefined;
  if (band.kind === "exactly") return { low: { value, open: false }, high: { value, open: false } };
  const edge = { value, open: band.sign === ">" || band.sign === "<" };
  return isFloor(band.sign) ? { low: edge } : { high: edge };
}

/** What a range takes in, when its bounds are fixed; a side may be left open. */
function fixedStretch({ low, lowOpen, high, highOpen }: BoundRange): Interval | undefined {
  const [from, to] = [low && constantOf(low), high && constantOf(high)];
  if ((low && !from) || (high && !to)) return undefined;
  return {
    ...(from ? { low: { value: from, open: lowOpen } } : {}),
    ...(to ? { high: { value: to, open: highOpen } } : {}),
  };
}

function isEmpty(range: BoundRange): boolean {
  const within = constantRange(range);
  if (!within?.low || !within.high) return false;
  const order = compare(within.low.value, within.high.value);
  return order > 0 || (order === 0 && (within.low.open || within.high.open));
}

/** Steps of a ladder go one way, so that the first that holds is the one meant. */
function checkOrder(rows: readonly Row[], report: Report): void {
  let before: Extract<Band, { kind: "step" }> | undefined;
  for (const row of rows) {
    const band = bandOf(row);
    if (band.kind !== "step") continue;
    const problem = band.sign === "≠" ? "unequal" : before && stepProblem(before, band);
    if (problem) {
      const data = {
        problem,
        row: inBoth((lang) => bandText(band, lang)),
        before: inBoth((lang) => bandText(before ?? band, lang)),
      };
      return report(diagnose(H1433, data, { range: row.head?.origin ?? row.origin }));
    }
    before = band;
  }
}

function isFloor(sign: ComparisonSign): boolean {
  return sign === ">" || sign === ">=";
}

type Step = Extract<Band, { kind: "step" }>;
function stepProblem(before: Step, band: Step): "signs" | "order" | undefined {
  if (isFloor(before.sign) !== isFloor(band.sign)) return "signs";
  const [earlier, later] = [constantOf(before.right), constantOf(band.right)];
  if (!earlier || !later) return undefined;
  const order = compare(earlier, later) * (isFloor(band.sign) ? 1 : -1);
  const widens = before.sign !== band.sign && (band.sign === ">=" || band.sign === "<=");
  return order > 0 || (order === 0 && widens) ? undefined : "order";
}

/** Every option has a row, none has two; 其他 stands once. */
function checkOptions(rows: readonly Row[], of: Expr | undefined, origin: Range, report: Report): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const band = bandOf(row);
    if (band.kind !== "option" && band.kind !== "otherwise") continue;
    const name = band.kind === "option" ? band.name : CLAUSES.otherwise.zh;
    const range = row.head?.origin ?? row.places.get("otherwise") ?? row.origin;
    // An option may be called 其他 too, but then it is quoted: the two are kept apart.
    const key = `${band.kind} ${name}`;
    if (seen.has(key)) report(diagnose(H1431, { band: name }, { range }));
    seen.add(key);
  }
  if (of?.type.kind !== "option") return;
  const { options } = of.type;
  const named: string[] = [];
  let unknown = false;
  for (const row of rows) {
    const band = bandOf(row);
    if (band.kind !== "option") continue;
    named.push(band.name);
    if (options.includes(band.name)) continue;
    unknown = true;
    const range = row.head?.origin ?? row.origin;
    const fixes = nearest(band.name, options).map((option) => ({
      title: { zh: `改为“${option}”`, en: `write ${option}` },
      safe: false,
      edits: [{ ...range, text: option }],
    }));
    report(diagnose(H1430, { name: band.name, options }, { range }, { fixes }));
  }
  const left = options.filter((option) => !named.includes(option));
  if (left.length > 0 && !unknown && !rows.some((row) => row.clauses.otherwise)) {
    report(diagnose(H1429, { options: left }, { range: origin }));
  }
}

// ---- lower -------------------------------------------------------------------------------------------------

/** The condition of a band; undefined for 其他. */
function conditionOf(band: Band, of: Expr | undefined): Expr | undefined {
  switch (band.kind) {
    case "when":
      return band.when;
    case "step":
      return of && b.compare(of, band.sign, band.right);
    case "exactly":
      return of && b.compare(of, "=", band.right);
    case "interval":
      return of && b.holds(of, band.range);
    case "option":
      return of && b.compare(of, "=", { node: "option", type: of.type, value: band.name });
    default:
      return undefined;
  }
}

/** The stretch a row stands for: its own, or for a step of a ladder from its own edge to that of the step before. */
type Edges = "none" | Stretch;

function edgesOf(rows: readonly Row[], i: number): Edges {
  const row = rows[i];
  const band = row && bandOf(row);
  if (band?.kind === "interval") return band.range;
  if (band?.kind !== "step" && band?.kind !== "otherwise") return "none";
  const before = rows
    .slice(0, i)
    .map(bandOf)
    .findLast((other) => other.kind === "step");
  const own = band.kind === "step" ? band : undefined;
  const lead = own ?? before;
  if (!lead) return "none";
  // What the step before took is not of this band; what this one does not take is open.
  const [low, high] = isFloor(lead.sign) ? [own, before] : [before, own];
  const open = (edge: Step | undefined): boolean =>
    edge !== undefined && (edge === own) === (edge.sign === ">" || edge.sign === "<");
  return { low: low?.right, lowOpen: open(low), high: high?.right, highOpen: open(high) };
}

const SILENT: Say = { zh: b.SILENT, en: b.SILENT };

/** What a row gives, and what is said of it beyond its band. */
function resultOf(
  row: Row,
  of: Expr | undefined,
  edges: Edges,
  build: Build,
): { readonly then: Expr; readonly said: Say } {
  const { gets, getsJudged, to } = row.clauses;
  if (getsJudged) {
    const within = constantRange(getsJudged) ?? {};
    const then = build.ask({ within, reason: "always", origin: row.places.get("getsJudged") ?? row.origin });
    return { then, said: { zh: b.sentence`，酌情得 ${then}`, en: b.sentence`, ${then} as judged` } };
  }
  if (!gets) return { then: b.points(ZERO), said: SILENT }; // as the check has said
  if (!to || !of || edges === "none" || !edges.low || !edges.high) return { then: gets, said: SILENT };
  const { share, bare } = along(of, edges.low, edges.high);
  const position = build.step({ zh: "位置", en: "position" }, share);
  const disorder = notAscending(edges.low, edges.high);
  const line = straight(gets, to, position);
  return {
    then: disorder
      ? b.cases(POINTS, [{ when: disorder, then: b.fault("pointsNotAscending", POINTS) }], line)
      : line,
    said: {
      zh: b.sentence`，位于 ${b.numbers(bare)} = ${position} 处`,
      en: b.sentence`, at ${b.numbers(bare)} = ${position}`,
    },
  };
}

/** `<= 10%`, `[60%, 80%)`, with bounds from data as their values. */
function bandSay(band: Band): Say {
  const both = (parts: readonly SayPart[]): Say => ({ zh: parts, en: parts });
  switch (band.kind) {
    case "step":
      return both(b.sentence`${band.sign} ${band.right}`);
    case "exactly":
      return both(b.sentence`= ${band.right}`);
    case "interval": {
      const { low, high, lowOpen, highOpen } = band.range;
      return both([
        lowOpen ? "(" : "[",
        ...(low ? b.sentence`${low}` : []),
        ", ",
        ...(high ? b.sentence`${high}` : []),
        highOpen ? ")" : "]",
      ]);
    }
    case "option":
      return both([band.name]);
    case "when":
      return { zh: b.sentence`当 ${b.numbers(band.when)}`, en: b.sentence`when ${b.numbers(band.when)}` };
    default:
      return { zh: [CLAUSES.otherwise.zh], en: [CLAUSES.otherwise.en] };
  }
}

/** The same as written, for findings. */
function bandText(band: Band, lang: keyof Names): string {
  switch (band.kind) {
    case "step":
      return `${band.sign} ${words(band.right, lang)}`;
    case "exactly":
      return `= ${words(band.right, lang)}`;
    case "interval": {
      const { low, high, lowOpen, highOpen } = band.range;
      const side = (of: Expr | undefined) => (of ? words(of, lang) : "");
      return `${lowOpen ? "(" : "["}${side(low)}, ${side(high)}${highOpen ? ")" : "]"}`;
    }
    case "option":
      return band.name;
    case "when":
      return `${CLAUSES.when[lang]} ${words(band.when, lang)}`;
    default:
      return CLAUSES.otherwise[lang];
  }
}

// ---- wording -----------------------------------------------------------------------------------------------

function bandWords(
  row: Row,
  edges: Edges,
  of: Expr | undefined,
  leaf: LeafContext,
  lang: keyof Names,
): string {
  const zh = lang === "zh";
  const band = bandOf(row);
  const name = of ? words(of, lang) : leaf.name;
  const stands = (standing: Standing): string => {
    const text = standsWords(name, standing, lang);
    return zh ? `${text}的` : text;
  };
  switch (band.kind) {
    case "step":
      return edges === "none" ? "" : stands({ ...edges, kind: "range" });
    case "exactly":
      return stands({ kind: "compare", sign: "=", right: band.right });
    case "interval":
      return stands(band.range);
    case "option":
      return zh ? `${name}为“${band.name}”的` : `${name} is “${band.name}”`;
    case "when":
      return zh ? `${holdsWords(band.when, lang)}的` : `when ${holdsWords(band.when, lang)}`;
    default:
      return zh ? "其他情形" : "otherwise";
  }
}

function getsWords({ clauses }: Row, lang: keyof Names): string {
  const zh = lang === "zh";
  const { gets, getsJudged, to } = clauses;
  if (getsJudged)
    return zh ? `酌情得${judgedWords(getsJudged, lang)}` : `${judgedWords(getsJudged, lang)} as judged`;
  if (!gets) return "";
  if (to) {
    return zh
      ? `得${words(gets, lang)}至${words(to, lang)}，按直线插值计算`
      : `${words(gets, lang)} to ${words(to, lang)}, straight in between`;
  }
  const constant = constantOf(gets);
  if (constant?.n === 0n) return zh ? "不得分" : "nothing";
  return zh ? `得${words(gets, lang)}` : words(gets, lang);
}
