/** What there is to be tried in a rule set: bands, branches, items, 不适用, 否决, 封顶, grades. */
import { formulaOf } from "@heng/engine";
import {
  partsOf,
  type Definition,
  type Expr,
  type Group,
  type Leaf,
  type Lang,
  type Names,
  type Program,
  type Range,
  type Say,
  type Veto,
} from "@heng/lang";
import type { Node } from "../tree.ts";

type Cases = Extract<Expr, { readonly node: "cases" }>;
type Extreme = Extract<Expr, { readonly node: "extreme" }>;

export type PointKind = "band" | "branch" | "item" | "notApplicable" | "veto" | "cap" | "grade";

/** One thing that a scenario can try. */
export interface CoveragePoint {
  readonly kind: PointKind;
  /** The indicator it belongs to; `""`: the whole. */
  readonly indicator: string;
  /** `在“<= 10%”一档`, `缺 有制度`, `不适用 当 …`. */
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

/** All points of a rule set, in document order, the grades last. */
export function pointsOf(program: Program): readonly CoveragePoint[] {
  const definitions = new Map(program.definitions.map((d) => [d.id, d]));
  const seen = new Set<Expr>();
  const points: CoveragePoint[] = [];
  const visit = (node: Node): void => {
    points.push(...clausesOf(node, program));
    if (node.kind === "group") node.children.forEach(visit);
    else for (const e of expressionsOf(node)) points.push(...branchesOf(e, node, definitions, seen));
  };
  [program.root, ...program.extras].forEach(visit);
  for (const { name } of program.grades) {
    const says = { zh: `等级 ${name}`, en: `grade ${name}` };
    const { origin } = program.root;
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
  const vetoes = node.vetoes.map((veto): CoveragePoint => {
    const limit: Names =
      veto.notAbove === undefined ? { zh: "", en: "" } : { zh: "（等级）", en: " (grade)" };
    return {
      kind: "veto",
      indicator,
      says: both(
        (lang) => `${{ zh: "否决 当 ", en: "veto when " }[lang]}${formulaOf(veto.when, lang)}${limit[lang]}`,
      ),
      origin: veto.origin,
      when: { by: "veto", node, veto },
    };
  });
  if (node.kind === "leaf") {
    const left = node.notApplicable.map((clause): CoveragePoint => ({
      kind: "notApplicable",
      indicator,
      says: both(
        (lang) => `${{ zh: "不适用 当 ", en: "not applicable when " }[lang]}${formulaOf(clause.when, lang)}`,
      ),
      origin: clause.origin,
      when: { by: "notApplicable", leaf: node, clause },
    }));
    return [...left, ...vetoes];
  }
  const caps = node.caps.map((cap): CoveragePoint => ({
    kind: "cap",
    indicator,
    says: both((lang) => {
      const of = `${{ zh: "封顶", en: "cap" }[lang]} ${formulaOf(cap.of, lang)}`;
      return cap.when === undefined
        ? of
        : `${of} ${{ zh: "当", en: "when" }[lang]} ${formulaOf(cap.when, lang)}`;
    }),
    origin: cap.origin,
    when: { by: "cap", group: node, cap },
  }));
  return [...caps, ...vetoes];
}

function branchesOf(
  start: Expr,
  leaf: Leaf,
  definitions: ReadonlyMap<string, Definition>,
  seen: Set<Expr>,
): readonly CoveragePoint[] {
  const points: CoveragePoint[] = [];
  const visit = (e: Expr): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.node === "cases") points.push(...casesPoints(e, leaf));
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

/** The branches that give a figure; where there is but one, nothing branches. */
function casesPoints(e: Cases, leaf: Leaf): readonly CoveragePoint[] {
  const results = [...e.cases.map(({ then }) => then), e.otherwise];
  const real = results.flatMap((then, i) => (then.node === "fault" ? [] : [i]));
  if (real.length < 2) return [];
  return real.map((taken) => ({
    kind: kindOf(e, leaf),
    indicator: leaf.id,
    says: both((lang) => branchWords(e, taken, lang)),
    origin: leaf.origin,
    when: { by: "case", of: e, taken },
  }));
}

function kindOf(e: Cases, { standard, method }: Leaf): PointKind {
  if (e === standard && method === "bands") return "band";
  return itemOf(e) === undefined ? "branch" : "item";
}

/** What is said of a branch when it is taken, or its condition; of an item, how a filing has it. */
function branchWords(e: Cases, taken: number, lang: Lang): string {
  const taking = e.cases[taken];
  const item = itemOf(e);
  if (item !== undefined && (taking === undefined || taking.when === item))
    return `${formulaOf(item, lang)} ${{ zh: ["是", "否"], en: ["yes", "no"] }[lang][taking === undefined ? 1 : 0] ?? ""}`;
  const said = sayWords(taking === undefined ? e.say : taking.say, lang);
  if (said !== "") return said;
  if (taking !== undefined) return formulaOf(taking.when, lang);
  const [only, ...others] = e.cases;
  if (only === undefined || others.length > 0) return { zh: "其余情形", en: "otherwise" }[lang];
  const inner = sayWords(only.say, lang) || formulaOf(only.when, lang);
  return { zh: `不是“${inner}”`, en: `not “${inner}”` }[lang];
}

/** The item of a checklist that the cases come down to. */
function itemOf(e: Cases): Expr | undefined {
  const asks = e.cases.at(-1)?.when;
  return asks?.node === "input" && asks.part !== undefined && asks.type.kind === "yesNo" ? asks : undefined;
}

const PAUSE = /[，,；;]/;

/** A sentence with names in its holes, up to where it begins to calculate. */
function sayWords(say: Say | undefined, lang: Lang): string {
  const parts: (string | Expr)[] = [];
  let holes = 0;
  for (const part of say?.[lang] ?? []) {
    if (typeof part !== "string") holes += parts.push(part.of) > 0 ? 1 : 0;
    else {
      // What is measured stands first, before a pause: what is said of it comes after.
      const bare = parts.length === holes && holes > 0;
      const at = bare ? -1 : part.search(PAUSE);
      parts.push(at < 0 ? part.replace(PAUSE, " ") : part.slice(0, at));
      if (at >= 0) break;
    }
  }
  // Of `超过 100% 2.5个百分点` what goes before the figure that was worked out.
  for (
    let last = parts.at(-1);
    last === "" || (typeof last === "object" && last.node === "step");
    last = parts.at(-1)
  )
    parts.pop();
  return parts
    .map((part) => (typeof part === "string" ? part : formulaOf(part, lang)))
    .join("")
    .replaceAll("  ", " ")
    .trim();
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
        both((lang) => `${{ zh: "最高的是", en: "the best is " }[lang]}${part.name[lang]}`),
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
      both((lang) => `${{ zh: "达到上限", en: "held to" }[lang]} ${formulaOf(part, lang)}`),
    ),
  );
}

function both(words: (lang: Lang) => string): Names {
  return { zh: words("zh"), en: words("en") };
}
