/** What the spelling of 分档 cannot say. */
import { compare } from "@heng/number";
import type { Expr } from "../../core/program.ts";
import { isFigure, kindName, type Type } from "../../core/type.ts";
import { diagnose, type Fix, type Range, type Report } from "../../diagnostics/diagnostic.ts";
import { H1306 } from "../../diagnostics/H1306-condition-or-figure/index.ts";
import { H1402 } from "../../diagnostics/H1402-nothing-measured/index.ts";
import { LIMITS } from "../../limits.ts";
import { asIntervals, asOtherwise } from "./mixed.ts";
import { bandText } from "./print.ts";
import { fixedStretch, takenIn } from "./taken.ts";
import { nearest } from "../../nearest.ts";
import type { Names } from "../../names.ts";
import { constantOf, constantRange } from "../../core/constant.ts";
import { without } from "../../diagnostics/fix.ts";
import type { BoundRange, LeafContext } from "../../core/method.ts";
import { checkJudged } from "../../standards/judged.ts";
import { inBoth } from "../../standards/wording.ts";
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
import {
  bandOf,
  CLAUSES,
  edgesOf,
  isFloor,
  type Band,
  type Bands,
  type Edges,
  type Row,
  type Step,
} from "./rows.ts";

export function check(m: Bands, leaf: LeafContext, tell: Report): void {
  let told = false;
  const report: Report = (one) => {
    told = true;
    tell(one);
  };
  const rows = m.rows ?? [];
  if (rows.length === 0) return report(diagnose(H1428, { problem: "rows" }, { range: m.origin }));
  const edges = edgesOf(rows);
  for (const [i, row] of rows.entries()) {
    checkBand(row, report);
    checkGets(row, edges[i] ?? "none", leaf, report);
  }
  if (m.head && m.head.value.type.kind !== "option" && !isFigure(m.head.value.type)) {
    const data = { expected: "figure", found: kindName(m.head.value.type) } as const;
    return report(diagnose(H1306, data, { range: m.head.origin }));
  }
  const isMixed = checkKinds(rows, m.head?.value ?? leaf.value, report);
  // Bands that are mixed are put in order when they are of one kind.
  if (!isMixed) checkOrder(rows, report);
  const type = (m.head?.value ?? leaf.value)?.type;
  if (type) checkStretches(rows, type, leaf.name, report);
  const last = rows.findIndex((row) => row.clauses.otherwise);
  if (last >= 0 && last < rows.length - 1) {
    const at = rows[last]?.places.get("otherwise") ?? m.origin;
    report(diagnose(H1434, {}, { range: at }));
  }
  checkOptions(rows, m.head?.value ?? leaf.value, m.origin, report);
  const of = m.head?.value ?? leaf.value;
  if (of && isFigure(of.type) && !told) checkLeftOut(rows, of, leaf, report);
}

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

/** Rows that go with what is measured, and with each other; tells whether intervals stand among others. */
function checkKinds(rows: readonly Row[], of: Expr | undefined, report: Report): boolean {
  let first: { readonly kind: "ladder" | "interval"; readonly text: Names } | undefined;
  const whens: { readonly range: Range; readonly text: Names }[] = [];
  for (const row of rows) {
    const band = bandOf(row);
    const range = row.head?.origin ?? row.places.get("when") ?? row.origin;
    const shown = (): Names => inBoth((lang) => bandText(band, lang));
    if (band.kind === "option" && !of) {
      report(diagnose(H1402, {}, { range }));
      return false;
    }
    if (band.kind === "option" ? of?.type.kind !== "option" : of?.type.kind === "option" && row.head) {
      report(
        diagnose(H1438, { problem: band.kind === "option" ? "option" : "figure", row: shown() }, { range }),
      );
    }
    if (band.kind === "when") whens.push({ range, text: shown() });
    if (band.kind !== "step" && band.kind !== "interval") continue;
    const kind = band.kind === "step" ? "ladder" : "interval";
    first ??= { kind, text: shown() };
    if (kind !== first.kind) {
      const data = { found: kind, row: shown(), before: first.text } as const;
      report(diagnose(H1432, data, { range }, { fixes: asIntervals(rows) }));
      return true;
    }
    if (band.kind === "interval" && isEmpty(band.range)) {
      report(diagnose(H1438, { problem: "empty", row: shown() }, { range }));
    }
  }
  const [when] = whens;
  if (first?.kind !== "interval" || !when) return false;
  report(diagnose(H1432, { found: "when", row: when.text, before: first.text }, { range: when.range }));
  return true;
}

/** Intervals, and `= x` among them, take in every value once. */
function checkStretches(rows: readonly Row[], type: Type, name: string, report: Report): void {
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
  checkIntervals(stretches, stretches.length === rows.length, type, name, report);
}

/** Without 其他 every value there may be lies in a band. Bands from data and conditions may take in anything. */
function checkLeftOut(rows: readonly Row[], of: Expr, leaf: LeafContext, report: Report): void {
  const last = rows.at(-1);
  // Nothing is left out by 其他, nor known to be by what is not fixed.
  if (!leaf.within || !last || rows.some((row) => takenIn(bandOf(row)) === undefined)) return;
  const stretches = rows.flatMap((row) => {
    const band = bandOf(row);
    const within = takenIn(band);
    const text = inBoth((lang) => bandText(band, lang));
    return within ? [{ within, text, origin: row.head?.origin ?? row.origin }] : [];
  });
  const { file, end } = last.origin;
  const fix: Fix = {
    title: { zh: "在最后补上 其他 得 0分", en: "end with otherwise gets 0分" },
    safe: false,
    edits: [{ file, start: end, end, text: "; 其他 得 0分" }],
  };
  checkEnds(stretches, leaf.within(of), of.type, report, [fix]);
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
  for (const [i, row] of rows.entries()) {
    const band = bandOf(row);
    if (band.kind !== "step") continue;
    const problem = band.sign === "≠" ? "unequal" : before && stepProblem(before, band);
    if (problem) {
      const data = {
        problem,
        row: inBoth((lang) => bandText(band, lang)),
        before: inBoth((lang) => bandText(before ?? band, lang)),
      };
      const rest = before ? asOtherwise(row, before, i === rows.length - 1) : [];
      const fixes = problem !== "signs" ? [] : rest.length > 0 ? rest : asIntervals(rows);
      return report(diagnose(H1433, data, { range: row.head?.origin ?? row.origin }, { fixes }));
    }
    before = band;
  }
}

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
  let unknown = 0;
  for (const row of rows) {
    const band = bandOf(row);
    if (band.kind !== "option") continue;
    named.push(band.name);
    if (options.includes(band.name)) continue;
    unknown += 1;
    const range = row.head?.origin ?? row.origin;
    // More than are listed nobody reads.
    const near = unknown > LIMITS.diagnostics ? [] : nearest(band.name, options);
    const fixes = near.map((option) => ({
      title: { zh: `改为“${option}”`, en: `write ${option}` },
      safe: false,
      edits: [{ ...range, text: option }],
    }));
    report(diagnose(H1430, { name: band.name, options }, { range }, { fixes }));
  }
  const left = options.filter((option) => !named.includes(option));
  if (left.length > 0 && unknown === 0 && !rows.some((row) => row.clauses.otherwise)) {
    report(diagnose(H1429, { options: left }, { range: origin }));
  }
}
