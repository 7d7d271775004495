/**
 * The official scoring table (评分表, 指标体系表) of a rule set as data: whatever changes a score is said in one of its
 * rows or notes, in the words such tables use. How it looks on paper: `document.ts`.
 */
import { definitionsOf, type BoundStandard, type Lang, type Leaf, type Program } from "@heng/lang";
import { exactText, finiteDecimal, type Fraction } from "@heng/number";
import { fieldRows, type FieldRow } from "./fields.ts";
import { leafWords, type LeafWords } from "./leaf.ts";
import { notesOf } from "./notes.ts";
import { below, type Speech } from "./speech.ts";

/** A rule set that checks, with its standards as `compile` gives them. */
export interface Checked {
  readonly program: Program;
  readonly standards: ReadonlyMap<string, BoundStandard>;
}

/** A 末级指标, 加分项 or 扣分项. */
export interface ScoringRow extends LeafWords {
  readonly path: readonly string[];
  readonly kind: Leaf["sense"];
  /** As a decimal. Of a 加分项 or 扣分项, the most it gives or takes. */
  readonly points: string;
}

interface ScoringGroup {
  readonly path: readonly string[];
  readonly points: string;
}

export interface ScoringTable {
  readonly title: string;
  readonly year: string;
  readonly basis: string | undefined;
  readonly describe: string | undefined;
  readonly lang: Lang;
  /** Levels of indicators. */
  readonly depth: number;
  /** In the order of the rules, groups before what is in them. */
  readonly groups: readonly ScoringGroup[];
  readonly rows: readonly ScoringRow[];
  /** 满分 */
  readonly total: string;
  /** What holds for more than one indicator: the total, groups, 等级 … */
  readonly notes: readonly string[];
  /** The data that the rules speak of. */
  readonly fields: readonly FieldRow[];
}

/** The scoring table of a rule set. */
export function scoringTable({ program, standards }: Checked, lang: Lang): ScoringTable {
  const speech: Speech = { program, definitions: definitionsOf(program.definitions), lang };
  const nodes = below(program.root);
  const leaves = [...nodes.filter((n): n is Leaf => n.kind === "leaf"), ...program.extras];
  return {
    title: program.title,
    year: program.year,
    basis: program.basis,
    describe: program.root.describe,
    lang,
    depth: leaves.reduce((most, { path }) => Math.max(most, path.length), 1),
    groups: nodes.flatMap((n) => (n.kind === "group" ? [{ path: n.path, points: decimal(n.points) }] : [])),
    rows: leaves.map((leaf) => ({
      path: leaf.path,
      kind: leaf.sense,
      points: decimal(leaf.points),
      ...leafWords(leaf, standards.get(leaf.id), speech),
    })),
    total: decimal(program.fullMarks),
    notes: notesOf(speech, leaves),
    fields: fieldRows(program, lang),
  };
}

/** 分值 have no more decimals than scores (H1203), so they come out even. */
function decimal(points: Fraction): string {
  return finiteDecimal(points) ?? exactText(points);
}
