/** 分档 as core nodes. */
import { ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Build, LeafContext, Lowered } from "../../core/method.ts";
import type { Case, Expr, FaultCause, Say, SayPart } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import type { Range } from "../../diagnostics/diagnostic.ts";
import { constantRange } from "../../core/constant.ts";
import { printExpr } from "../../core/print.ts";
import { partsOf } from "../../core/walk.ts";
import { along, NOT_ASCENDING, notAscending, straight } from "../../core/difference.ts";
import { bandOf, CLAUSES, edgesOf, type Band, type Bands, type Edges, type Row } from "./rows.ts";

/** Without 其他, for a value that is in no band. */
const NO_BAND: FaultCause = {
  id: "noBand",
  words: { zh: "没有一档适用于这个值", en: "no band holds for this value" },
};

export function lower(m: Bands, leaf: LeafContext, build: Build): Lowered {
  const of = m.head?.value ?? leaf.value;
  const rows = m.rows ?? [];
  const measured: Say = m.head
    ? { zh: b.sentence`${b.numbers(m.head.value)}，`, en: b.sentence`${b.numbers(m.head.value)}, ` }
    : SILENT;
  const list: Case[] = [];
  let otherwise: { readonly then: Expr; readonly say: Say; readonly origin: Range } | undefined;
  const edges = edgesOf(rows);
  for (const [i, row] of rows.entries()) {
    const { then, said } = resultOf(row, of, edges[i] ?? "none", build);
    const name = bandSay(bandOf(row));
    const say: Say = {
      zh: b.sentence`${measured.zh}在“${name.zh}”一档${said.zh}`,
      en: b.sentence`${measured.en}in the band “${name.en}”${said.en}`,
    };
    const when = conditionOf(bandOf(row), of);
    if (when) list.push({ when, then, say, origin: row.origin });
    else otherwise ??= { then, say, origin: row.origin };
  }
  const decides = of ?? onlyAsked(list.map(({ when }) => when));
  return {
    score: {
      node: "cases",
      type: POINTS,
      cases: list,
      otherwise: otherwise?.then ?? b.fault(NO_BAND, POINTS),
      ...(otherwise ? { say: otherwise.say, rest: { origin: otherwise.origin } } : {}),
    },
    ...(decides ? { actual: { zh: b.sentence`${decides}`, en: b.sentence`${decides}` } } : {}),
  };
}

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

/** What all conditions ask, where that is one thing. */
function onlyAsked(conditions: readonly Expr[]): Expr | undefined {
  const atoms = (e: Expr): readonly Expr[] =>
    e.node === "input" || e.node === "use" || e.node === "aggregate" ? [e] : partsOf(e).flatMap(atoms);
  const asked = conditions.flatMap(atoms);
  const names = new Set(asked.map((e) => printExpr(e, { lang: "zh" })));
  return names.size === 1 ? asked[0] : undefined;
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
    then: disorder ? b.cases(POINTS, [{ when: disorder, then: b.fault(NOT_ASCENDING, POINTS) }], line) : line,
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
