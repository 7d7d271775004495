/** The spelling of 分档, and what each row stands for. */
import type { Expr } from "../../core/program.ts";
import type { Range } from "../../diagnostics/diagnostic.ts";
import type { Clauses, Syntax } from "../../syntax/phrase.ts";
import type { ComparisonSign } from "../../syntax/tree.ts";
import type { Bound, BoundClauses, BoundHead, BoundRange } from "../../core/method.ts";
import type { Places } from "../../core/places.ts";
import type { Stretch } from "../../standards/formula.ts";

const ROW_HEAD = {
  arguments: [
    { shape: "comparison" },
    { shape: "range", unit: "value" },
    { shape: "name", refers: "option" },
  ],
  optional: true,
} as const;

export const CLAUSES = {
  when: { zh: "当", en: "when", shape: "condition" },
  otherwise: { zh: "其他", en: "otherwise", shape: "flag" },
  gets: { zh: "得", en: "gets", shape: "sum", unit: "points" },
  getsJudged: { zh: "酌情得", en: "getsJudged", shape: "range", unit: "points" },
  to: { zh: "至", en: "to", shape: "sum", unit: "points" },
} as const satisfies Clauses;

export interface Row {
  readonly head: BoundHead<(typeof ROW_HEAD.arguments)[number]> | undefined;
  readonly clauses: BoundClauses<typeof CLAUSES>;
  readonly origin: Range;
  readonly places: Places;
}

export const syntax = {
  head: { arguments: [{ shape: "sum" }], optional: true },
  rows: { head: ROW_HEAD, clauses: CLAUSES },
} as const satisfies Syntax;

export type Bands = Bound<typeof syntax>;

/** What a row stands for. */
export type Band =
  | { readonly kind: "step"; readonly sign: ComparisonSign; readonly right: Expr }
  | { readonly kind: "exactly"; readonly right: Expr }
  | { readonly kind: "interval"; readonly range: BoundRange }
  | { readonly kind: "option"; readonly name: string }
  | { readonly kind: "when"; readonly when: Expr }
  | { readonly kind: "otherwise" }
  /** Nothing, which the check reports. */
  | { readonly kind: "none" };

export function bandOf({ head, clauses }: Row): Band {
  if (clauses.otherwise) return { kind: "otherwise" };
  if (clauses.when) return { kind: "when", when: clauses.when };
  if (!head) return { kind: "none" };
  if (head.shape === "name") return { kind: "option", name: head.value.text };
  if (head.value.kind === "range") return { kind: "interval", range: head.value };
  const { sign, right } = head.value;
  return sign === "=" ? { kind: "exactly", right } : { kind: "step", sign, right };
}

export function isFloor(sign: ComparisonSign): boolean {
  return sign === ">" || sign === ">=";
}

export type Step = Extract<Band, { kind: "step" }>;

/** The stretch a row stands for: its own, or for a step of a ladder from its own edge to that of the step before. */
export type Edges = "none" | Stretch;

/** Of each row. */
export function edgesOf(rows: readonly Row[]): readonly Edges[] {
  let before: Step | undefined;
  return rows.map((row) => {
    const band = bandOf(row);
    const edges = edgesAfter(before, band);
    if (band.kind === "step") before = band;
    return edges;
  });
}

function edgesAfter(before: Step | undefined, band: Band): Edges {
  if (band.kind === "interval") return band.range;
  if (band.kind !== "step" && band.kind !== "otherwise") return "none";
  const own = band.kind === "step" ? band : undefined;
  const lead = own ?? before;
  if (!lead) return "none";
  // What the step before took is not of this band; what this one does not take is open.
  const [low, high] = isFloor(lead.sign) ? [own, before] : [before, own];
  const open = (edge: Step | undefined): boolean =>
    edge !== undefined && (edge === own) === (edge.sign === ">" || edge.sign === "<");
  return { low: low?.right, lowOpen: open(low), high: high?.right, highOpen: open(high) };
}
