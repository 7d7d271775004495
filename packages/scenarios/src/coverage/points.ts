/** What there is to be tried in a rule set: bands, branches, items, 不适用, 否决, 封顶, grades. */
import {
  holdsWords,
  partsOf,
  pointsFormula,
  type Definition,
  type Expr,
  type Group,
  type Leaf,
  type Names,
  type Program,
  type Range,
  type Veto,
} from "@heng/lang";
import { Branches } from "@heng/proofs";
import { leavesOf, type Node } from "../tree.ts";
import { bandWords, both, branchWords, itemWords } from "./words.ts";

type Cases = Extract<Expr, { readonly node: "cases" }>;
type Extreme = Extract<Expr, { readonly node: "extreme" }>;

export type PointKind = "band" | "branch" | "item" | "notApplicable" | "veto" | "cap" | "grade";

/** One thing that a scenario can try. */
export interface CoveragePoint {
  readonly kind: PointKind;
  /** The indicator it belongs to; `""`: the whole. */
  readonly indicator: string;
  /** `在10%（含）以下这一档`, `财务制度的“有制度”为“否”`, `不适用：…`. */
  readonly says: Names;
  readonly origin: Range;
  /** What has to happen. */
  readonly when: Trigger;
}

type Trigger =
  | { readonly by: "case"; readonly of: Cases; readonly taken: number }
  /** A part of a `max` is the highest, or of a `min` the constant that holds the others down. */
  | { readonly by: "extreme"; readonly of: Extreme; readonly part: Expr }
  | { readonly by: "notApplicable"; readonly leaf: Leaf; readonly clause: Leaf["notApplicable"][number] }
  | { readonly by: "veto"; readonly node: Node; readonly veto: Veto }
  | { readonly by: "cap"; readonly group: Group; readonly cap: Group["caps"][number] }
  | { readonly by: "grade"; readonly grade: string };

const POINTS = new WeakMap<Program, readonly CoveragePoint[]>();

/** All points of a rule set, in document order, the grades last; branches that no filing takes are none. */
export function pointsOf(program: Program): readonly CoveragePoint[] {
  let points = POINTS.get(program);
  if (points === undefined) POINTS.set(program, (points = allPoints(program)));
  return points;
}

function allPoints(program: Program): readonly CoveragePoint[] {
  const branching: Branching = {
    definitions: new Map(program.definitions.map((d) => [d.id, d])),
    branches: new Branches(program, leavesOf(program)),
    seen: new Set(),
  };
  const points: CoveragePoint[] = [];
  const visit = (node: Node): void => {
    points.push(...clausesOf(node, program));
    if (node.kind === "group") node.children.forEach(visit);
    else for (const e of expressionsOf(node)) points.push(...branchesOf(e, node, branching));
  };
  [program.root, ...program.extras].forEach(visit);
  for (const { name, origin = program.root.origin } of program.grades) {
    const says = { zh: `等级 ${name}`, en: `grade ${name}` };
    points.push({ kind: "grade", indicator: "", says, origin, when: { by: "grade", grade: name } });
  }
  return points;
}

/** Everything that a leaf's score may rest on. */
export function expressionsOf(leaf: Leaf): readonly Expr[] {
  return [
    ...leaf.notApplicable.map(({ when }) => when),
    ...leaf.vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
    leaf.standard,
  ];
}

function clausesOf(node: Node, program: Program): readonly CoveragePoint[] {
  const indicator = node === program.root ? "" : node.id;
  const vetoes = node.vetoes.map((veto): CoveragePoint => ({
    kind: "veto",
    indicator,
    says: both((lang) => {
      const { notAbove, when } = veto;
      const holds = holdsWords(when, lang, undefined);
      if (lang === "zh") return `否决${notAbove === undefined ? "" : `（等级不高于${notAbove}）`}：${holds}`;
      return `veto${notAbove === undefined ? "" : ` (grade not above ${notAbove})`}: ${holds}`;
    }),
    origin: veto.origin,
    when: { by: "veto", node, veto },
  }));
  if (node.kind === "leaf") {
    const left = node.notApplicable.map((clause): CoveragePoint => ({
      kind: "notApplicable",
      indicator,
      says: both((lang) => {
        const holds = holdsWords(clause.when, lang, undefined);
        return lang === "zh" ? `不适用：${holds}` : `not applicable: ${holds}`;
      }),
      origin: clause.origin,
      when: { by: "notApplicable", leaf: node, clause },
    }));
    return [...left, ...vetoes];
  }
  const caps = node.caps.map((cap): CoveragePoint => ({
    kind: "cap",
    indicator,
    says: both((lang) => {
      const of = pointsFormula(cap.of, lang, undefined);
      const holds = cap.when && holdsWords(cap.when, lang, undefined);
      if (lang === "zh") return `封顶 ${of}${holds === undefined ? "" : `：${holds}`}`;
      return `cap at ${of}${holds === undefined ? "" : `: ${holds}`}`;
    }),
    origin: cap.origin,
    when: { by: "cap", group: node, cap },
  }));
  return [...caps, ...vetoes];
}

interface Branching {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly branches: Branches;
  readonly seen: Set<Expr>;
}

function branchesOf(
  start: Expr,
  leaf: Leaf,
  { definitions, branches, seen }: Branching,
): readonly CoveragePoint[] {
  const points: CoveragePoint[] = [];
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.node === "cases") points.push(...casesPoints(e, leaf, branches));
    else if (e.node === "extreme") points.push(...extremePoints(e, leaf));
    else if (e.node === "use") {
      const definition = definitions.get(e.definition);
      if (definition) visit(definition.of);
    }
    partsOf(e).forEach(visit);
  };
  visit(start);
  return points;
}

/** The branches that give a figure, and that a filing may take; where there is but one, nothing branches. */
function casesPoints(e: Cases, leaf: Leaf, branches: Branches): readonly CoveragePoint[] {
  const results = [...e.cases.map(({ then }) => then), e.otherwise];
  const real = results.flatMap((then, i) => (then.node === "fault" || !branches.mayTake(e, i) ? [] : [i]));
  if (real.length < 2) return [];
  const kind = kindOf(e, leaf);
  return real.map((taken) => ({
    kind,
    indicator: leaf.id,
    says: caseWords(e, taken, kind, leaf),
    origin: (taken === e.cases.length ? e.rest : e.cases[taken])?.origin ?? leaf.origin,
    when: { by: "case", of: e, taken },
  }));
}

function caseWords(e: Cases, taken: number, kind: PointKind, leaf: Leaf): Names {
  if (kind === "band") return bandWords(e, taken, leaf);
  const item = itemOf(e);
  const taking = e.cases[taken];
  if (item !== undefined && (taking === undefined || taking.when === item))
    return itemWords(item, taking !== undefined);
  return both((lang) => branchWords(e, taken, lang));
}

function kindOf(e: Cases, { standard, method }: Leaf): PointKind {
  if (e === standard && method === "bands") return "band";
  return itemOf(e) === undefined ? "branch" : "item";
}

/** The item of a checklist that the cases come down to. */
function itemOf(e: Cases): Expr | undefined {
  const asks = e.cases.at(-1)?.when;
  return asks?.node === "input" && asks.part !== undefined && asks.type.kind === "yesNo" ? asks : undefined;
}

/** Of a `max` of several standards each may be the best; a `min` may be held down by a constant of points. */
function extremePoints(e: Extreme, leaf: Leaf): readonly CoveragePoint[] {
  if (e.type.kind !== "points") return [];
  const make = (part: Expr, says: Names): CoveragePoint => ({
    kind: e.pick === "max" ? "branch" : "cap",
    indicator: leaf.id,
    says,
    origin: leaf.origin,
    when: { by: "extreme", of: e, part },
  });
  if (e.pick === "max") {
    const steps = e.of.filter((part) => part.node === "step");
    if (steps.length < 2) return [];
    return steps.map((part) =>
      make(
        part,
        both((lang) => `${{ zh: "得分最高的是", en: "the best is " }[lang]}${part.name[lang]}`),
      ),
    );
  }
  // What a standard within another is held to is no cap that anybody wrote.
  if (e.of.some((part) => part.node === "extreme")) return [];
  const constants = e.of.filter(({ node }) => node === "figure");
  if (constants.length === e.of.length) return [];
  return constants.map((part) =>
    make(
      part,
      both((lang) => `${{ zh: "达到上限", en: "held to" }[lang]} ${pointsFormula(part, lang, undefined)}`),
    ),
  );
}
