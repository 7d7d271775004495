/** 指标, 加分项, 扣分项: the tree of indicators with weights at every level, each leaf with its standard lowered. */
import { fraction, type Fraction } from "@heng/number";
import { lowerLeaf } from "../core/lower.ts";
import { someExpr } from "../core/walk.ts";
import type { Expr, FieldSpec, Group, Leaf, Tabled, Target } from "../core/program.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import type { BoundStandard, LeafContext, ShareOf } from "../core/method.ts";
import type { PropertyId } from "../syntax/properties.ts";
import type { ExtraNode, IndicatorNode, PropertyNode, StatementNode, WeightedNode } from "../syntax/tree.ts";
import { boundsOf } from "./bounds.ts";
import { grainOf, isMultiple } from "./grain.ts";
import { bindStandard } from "./bind.ts";
import { fitsAtAGlance } from "./digits.ts";
import { bindTarget, bindValue, defaultTarget } from "./value-and-target.ts";
import { normal } from "./names.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1113 } from "./H1113-property-twice/index.ts";
import { H1208 } from "./H1208-too-deep/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { lacksBody, unread } from "./unread.ts";
import { GROUP_PROPERTIES, LEAF_PROPERTIES, propertiesOf, strays, textOf } from "./properties.ts";
import { combination, weight, type Weighed } from "./weights.ts";
import { caps, checkVetoes, explanations, treatments, vetoes } from "./rulings.ts";

const DEEPEST = 8;

/** What the tree gives besides itself: the standards as bound (for oracles and editors), and the fields they ask for. */
export interface Gathered {
  readonly standards: Map<string, BoundStandard>;
  readonly asked: FieldSpec[];
  /** Whether an indicator has an error: it is left out of the tree. */
  failed: boolean;
  /** What indicators say they weigh, those with an error elsewhere too; not where that cannot be read. */
  readonly weights: Map<Weighed, Fraction>;
  /** Leaves whose figures could need too many digits: only their exact size tells. */
  readonly large: Set<Leaf>;
  /** Those whose score is the sum of those below. */
  readonly summed: Map<Weighed, { readonly name: string; readonly file: string }>;
  /** The identity of indicators whose path it is not. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What an indicator is known by: the path it was first declared under. */
function idOf(path: readonly string[], { ids }: Gathered): string {
  const joined = path.join("/");
  return ids.get(joined) ?? joined;
}

/** What holds for all indicators below. */
interface Above {
  readonly basis: string | undefined;
  readonly shareOf?: ShareOf;
}

/** A statement and the file it stands in. */
export interface Placed {
  readonly file: string;
  readonly node: StatementNode;
}

/** The children of a group or of the whole. */
export function children(
  body: readonly Placed[],
  path: readonly string[],
  above: Above,
  scope: Scope,
  gathered: Gathered,
): readonly (Group | Leaf)[] {
  const seen = new Map<string, Range>();
  return body.flatMap(({ file, node }) => {
    if (node.kind !== "indicator") return [];
    const name = node.name?.text;
    if (name === undefined) {
      gathered.failed = true;
      return [];
    }
    const at = rangeOf(file, node.name ?? node.keyword);
    const first = seen.get(normal(name));
    if (first) {
      finding(scope, H1102, { name }, at, {
        related: [{ range: first, message: { zh: "先写在这里", en: "first written here" } }],
      });
      gathered.failed = true;
    }
    seen.set(normal(name), at);
    const made = indicator(node, [...path, name], above, file, scope, gathered);
    if (!made) gathered.failed = true;
    return made ? [made] : [];
  });
}

function indicator(
  node: IndicatorNode,
  path: readonly string[],
  above: Above,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Group | Leaf | undefined {
  const name = path.at(-1) ?? "";
  const at = rangeOf(file, node.name ?? node.keyword);
  const points = weight(node.points, name, file, scope);
  if (points !== undefined) gathered.weights.set(node, points);
  const isGroup = node.body.some((s) => s.kind === "indicator" || s.kind === "weighted");
  if (path.length > DEEPEST) {
    finding(scope, H1208, { name, deepest: DEEPEST }, at);
    return undefined;
  }
  return isGroup
    ? group(node, path, points, above, file, scope, gathered)
    : leafOf(node, "indicator", path, points, above, file, scope, gathered);
}

function group(
  node: IndicatorNode,
  path: readonly string[],
  points: Fraction | undefined,
  above: Above,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Group | undefined {
  const name = path.at(-1) ?? "";
  const properties = propertiesOf(node.body, GROUP_PROPERTIES, name, file, scope);
  const own = textOf(properties, "basis") ?? above.basis;
  strays(node.body, ["indicator", "weighted"], name, file, scope);
  const [weighted, another] = node.body.filter((s): s is WeightedNode => s.kind === "weighted");
  const by = weighted ? "weighted" : properties.has("average") ? "average" : undefined;
  const parts = children(
    node.body.map((s) => ({ file, node: s })),
    path,
    { ...above, basis: own, ...(by ? { shareOf: { name, by } } : {}) },
    scope,
    gathered,
  );
  if (another) finding(scope, H1113, { word: "加权", of: name, other: undefined }, rangeOf(file, another));
  const origin = rangeOf(file, node.name ?? node.keyword);
  const combine = combination(node, weighted, properties.has("average"), name, file, scope);
  if (combine?.kind === "sum") gathered.summed.set(node, { name, file });
  // Without a weight the rest is still checked, as a leaf's is.
  const weightOrOne = points ?? fraction(1n);
  const overriding = vetoes(properties, weightOrOne, { file }, scope, path);
  const limits = caps(properties, weightOrOne, name, file, scope);
  if (!combine || points === undefined) return undefined;
  checkVetoes(overriding, points, name, scope);
  return {
    kind: "group",
    id: idOf(path, gathered),
    path,
    name,
    points,
    combine,
    rescale: properties.has("rescale"),
    vetoes: overriding,
    caps: limits,
    children: parts,
    describe: textOf(properties, "describe"),
    basis: own,
    origin,
  };
}

function leafOf(
  node: IndicatorNode | ExtraNode,
  sense: Leaf["sense"],
  path: readonly string[],
  points: Fraction | undefined,
  above: Above,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Leaf | undefined {
  const name = path.at(-1) ?? "";
  const id = idOf(path, gathered);
  const origin = rangeOf(file, node.name ?? node.keyword);
  const properties = propertiesOf(node.body, LEAF_PROPERTIES, name, file, scope);
  strays(node.body, [], name, file, scope);
  const one = (property: PropertyId): PropertyNode | undefined => properties.get(property)?.[0];
  // Without a weight the rest is still checked, so that one mistake hides no other.
  const weightOrOne = points ?? fraction(1n);
  const base: Place = { file, leaf: { points: weightOrOne, value: undefined, target: undefined } };
  const valueNode = one("value");
  // What follows could not be read: it may be the rest of the formula.
  const cut = valueNode !== undefined && node.body[node.body.indexOf(valueNode) + 1]?.kind === "junk";
  const bound = bindValue(valueNode, id, name, base, scope, node.body);
  const value = cut ? undefined : bound;
  const targetNode = one("target");
  const target = targetNode
    ? bindTarget(targetNode, value, { file, leaf: { points: weightOrOne, value, target: undefined } }, scope)
    : defaultTarget(value);
  const broken = (valueNode !== undefined && !value) || (targetNode !== undefined && !target);
  const place: Place = { file, leaf: { points: weightOrOne, value, target, broken } };
  const standardNode = one("standard");
  const standardHead = standardNode?.phrase.head;
  const phrase = standardHead?.kind === "phrase" ? standardHead : undefined;
  // It may be in what was not read.
  const { lines, blocks } = unread(node.body);
  if (!standardNode && !lines && !blocks && !lacksBody(node)) {
    finding(scope, H1108, { part: { zh: "评分", en: "standard" }, of: name }, origin);
  }
  const context: LeafContext = {
    id,
    name,
    points: weightOrOne,
    weightless: points === undefined,
    ...(sense !== "indicator" && points !== undefined ? { extra: sense } : {}),
    ...(above.shareOf && points !== undefined ? { shareOf: above.shareOf } : {}),
    places: scope.places,
    value,
    target,
    within: (e) => boundsOf(e, scope),
    comesIn: (e, step) => {
      const grain = grainOf(e, scope);
      return grain !== undefined && isMultiple(grain, step);
    },
    origin: phrase ? rangeOf(file, phrase) : origin,
  };
  scope.budget.standards = 0;
  const standard = phrase && !broken ? bindStandard(phrase, context, place, scope) : undefined;
  const notApplicable = treatments(properties, weightOrOne, place, scope);
  const overriding = vetoes(properties, weightOrOne, place, scope, path);
  const mustExplain = explanations(properties, weightOrOne, place, scope);
  if (!standard || points === undefined) return undefined;
  gathered.standards.set(id, standard);
  const lowered = lowerLeaf(standard, gathered.asked);
  // What a 方法 says of 值 and 目标 stands for the leaf's own.
  const measured = standard.leaf.value;
  const against = standard.leaf.target;
  const declared = targetNode !== undefined && against === target;
  // 至多 binds a 加分项 or 扣分项 even where its standard says 最高.
  const upTo = sense === "indicator" ? (lowered.upTo ?? points) : points;
  checkVetoes(overriding, upTo, name, scope);
  const leaf: Leaf = {
    kind: "leaf",
    id,
    path,
    name,
    sense,
    points,
    upTo,
    method: standard.method.id,
    value: measured,
    // The default of a ratio is a target only where the standard compares with it.
    target: declared || (against && usesTarget(lowered.score, against)) ? against : undefined,
    tabled: tabledOf(lowered),
    standard: lowered.score,
    ...(lowered.assured ? { assured: true } : {}),
    notApplicable,
    vetoes: overriding,
    mustExplain,
    basis: textOf(properties, "basis") ?? above.basis,
    describe: textOf(properties, "describe"),
    source: textOf(properties, "source"),
    origin,
  };
  if (!fitsAtAGlance(leaf)) gathered.large.add(leaf);
  return leaf;
}

function tabledOf({ actual, target }: Tabled): Tabled {
  return { ...(actual ? { actual } : {}), ...(target ? { target } : {}) };
}

/** Whether an expression compares with the very figures of a target. */
function usesTarget(e: Expr, target: Target): boolean {
  const figures = target.kind === "compare" ? [target.of] : [target.low, target.high];
  return someExpr(e, (part) => figures.includes(part));
}

/** 加分项, 扣分项 of the whole. */
export function extras(
  body: readonly Placed[],
  top: readonly (Group | Leaf)[],
  above: Above,
  scope: Scope,
  gathered: Gathered,
): readonly Leaf[] {
  // They stand beside the top indicators: a name means one of all.
  const seen = new Map(top.map((t) => [normal(t.name), t.origin]));
  return body.flatMap(({ file, node }) => {
    if (node.kind !== "extra" || !node.name) return [];
    const at = rangeOf(file, node.name);
    const first = seen.get(normal(node.name.text));
    if (first) {
      finding(scope, H1102, { name: node.name.text }, at, {
        related: [{ range: first, message: { zh: "先写在这里", en: "first written here" } }],
      });
      gathered.failed = true;
    }
    seen.set(normal(node.name.text), at);
    const points = weight(node.atMost, node.name.text, file, scope);
    const leaf = leafOf(node, node.sense, [node.name.text], points, above, file, scope, gathered);
    if (!leaf) gathered.failed = true;
    return leaf ? [leaf] : [];
  });
}
