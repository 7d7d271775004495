/** 指标, 加分项, 扣分项: the tree of indicators with weights at every level, each leaf with its standard lowered. */
import { add, compare, equals, fraction, multiply, sign, subtract, ZERO, type Fraction } from "@heng/number";
import * as b from "../core/build.ts";
import { lowerLeaf } from "../core/lower.ts";
import { someExpr } from "../core/walk.ts";
import type { FieldSpec, Group, Leaf, Target, Treatment, Veto } from "../core/program.ts";
import { POINTS } from "../core/type.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import type { BoundName, BoundStandard, LeafContext } from "../core/method.ts";
import { PROPERTIES, type PropertyId } from "../syntax/properties.ts";
import type {
  ExprNode,
  ExtraNode,
  IndicatorNode,
  PhraseNode,
  PropertyNode,
  StatementNode,
  WeightedNode,
} from "../syntax/tree.ts";
import type { Expr } from "../core/program.ts";
import { bindPhrase, bindStandard, bindTarget, bindValue, defaultTarget } from "./bind.ts";
import { figureAs } from "./expression.ts";
import { normal, quoted } from "./names.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1107 } from "./H1107-not-allowed-here/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1113 } from "./H1113-property-twice/index.ts";
import { H1203 } from "./H1203-too-many-decimals/index.ts";
import { H1204 } from "./H1204-children-unequal/index.ts";
import { H1206 } from "./H1206-shares-unequal/index.ts";
import { H1207 } from "./H1207-not-positive/index.ts";
import { H1208 } from "./H1208-too-deep/index.ts";
import { H1114 } from "./H1114-unknown-treatment/index.ts";
import { nearest } from "../nearest.ts";
import { finding, rangeOf, replacement, type Place, type Scope } from "./scope.ts";

const DEEPEST = 8;

/** Where each property may stand. */
const LEAF_PROPERTIES: ReadonlySet<PropertyId> = new Set([
  "value",
  "target",
  "standard",
  "notApplicable",
  "veto",
  "mustExplain",
  "describe",
  "source",
  "basis",
]);
const GROUP_PROPERTIES: ReadonlySet<PropertyId> = new Set([
  "veto",
  "cap",
  "describe",
  "source",
  "basis",
  "rescale",
  "average",
]);
const SINGLE: ReadonlySet<PropertyId> = new Set([
  "value",
  "target",
  "standard",
  "describe",
  "source",
  "rescale",
  "average",
  "title",
  "fullMarks",
  "round",
]);

/** What the tree gives besides itself: the standards as bound (for oracles and editors), and the fields they ask for. */
export interface Gathered {
  readonly standards: Map<string, BoundStandard>;
  readonly asked: FieldSpec[];
  /** Ids of leaves that have an error: left out of the tree. */
  failed: boolean;
}

/** Properties of a statement list by id; a second one of a kind that is written once is reported. */
export function propertiesOf(
  body: readonly StatementNode[],
  allowed: ReadonlySet<PropertyId>,
  of: string,
  file: string,
  scope: Scope,
): ReadonlyMap<PropertyId, readonly PropertyNode[]> {
  const found = new Map<PropertyId, PropertyNode[]>();
  for (const node of body) {
    if (node.kind !== "property") continue;
    const id = PROPERTIES.find((p) => p.id === node.phrase.id)?.id;
    if (!id) continue;
    if (!allowed.has(id)) {
      finding(scope, H1107, { word: node.phrase.word.text, of }, rangeOf(file, node.phrase.word));
      continue;
    }
    const list = found.get(id) ?? [];
    const [first] = list;
    if (first && SINGLE.has(id)) {
      finding(
        scope,
        H1113,
        { word: node.phrase.word.text, of, other: undefined },
        rangeOf(file, node.phrase.word),
        {
          related: [
            {
              range: rangeOf(file, first.phrase.word),
              message: { zh: "先写在这里", en: "first written here" },
            },
          ],
        },
      );
      continue;
    }
    list.push(node);
    found.set(id, list);
  }
  return found;
}

const STATEMENT_WORDS: Readonly<Record<Exclude<StatementNode["kind"], "property" | "junk">, string>> = {
  ruleset: "规则集",
  grades: "等级",
  data: "数据",
  rows: "明细",
  statistics: "统计",
  unit: "单位",
  crossCheck: "核对",
  define: "定义",
  standardDefinition: "方法",
  include: "引用",
  indicator: "指标",
  extra: "加分项、扣分项",
  weighted: "加权",
  scenario: "案例",
  projectRows: "自定指标",
  amendment: "修改、删除、新增、调整",
};

/** Statements that a body cannot hold: they would be read nowhere. */
export function strays(
  body: readonly StatementNode[],
  allowed: readonly StatementNode["kind"][],
  of: string,
  file: string,
  scope: Scope,
): void {
  for (const node of body) {
    if (node.kind === "property" || node.kind === "junk" || allowed.includes(node.kind)) continue;
    finding(scope, H1107, { word: STATEMENT_WORDS[node.kind], of }, rangeOf(file, node));
  }
}

/** The text of a property such as 解释 "…". */
export function textOf(
  properties: ReadonlyMap<PropertyId, readonly PropertyNode[]>,
  id: PropertyId,
): string | undefined {
  const texts = (properties.get(id) ?? []).flatMap((p) =>
    p.phrase.head?.kind === "textLiteral" ? [p.phrase.head.value] : [],
  );
  return texts.length === 0 ? undefined : texts.join("；");
}

/** The weight of an indicator in 分, with its checks; undefined when reported. */
function weight(node: ExprNode | undefined, name: string, at: Range, scope: Scope): Fraction | undefined {
  if (!node) {
    finding(scope, H1108, { part: { zh: "分值（如 10分）", en: "points (such as 10分)" }, of: name }, at);
    return undefined;
  }
  if (node.kind === "missing") return undefined;
  const e = figureAs(node, POINTS, { file: at.file }, scope);
  if (e?.node !== "figure") {
    if (e)
      finding(
        scope,
        H1108,
        { part: { zh: "分值（一个数）", en: "points (one figure)" }, of: name },
        rangeOf(at.file, node),
      );
    return undefined;
  }
  const range = rangeOf(at.file, node);
  if (sign(e.value) <= 0) {
    finding(scope, H1207, { name }, range);
    return undefined;
  }
  checkDecimals(e.value, name, range, scope);
  return e.value;
}

/** 分值 and caps have no more decimals than scores are rounded to. */
export function checkDecimals(value: Fraction, name: string, range: Range, scope: Scope): void {
  const scaled = multiply(value, fraction(10n ** BigInt(scope.places)));
  if (scaled.n % scaled.d !== 0n)
    finding(scope, H1203, { name, points: b.showPlain(value), places: scope.places }, range);
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
  basis: string | undefined,
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
    const made = indicator(node, [...path, name], basis, file, scope, gathered);
    if (!made) gathered.failed = true;
    return made ? [made] : [];
  });
}

function indicator(
  node: IndicatorNode,
  path: readonly string[],
  basis: string | undefined,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Group | Leaf | undefined {
  const name = path.at(-1) ?? "";
  const at = rangeOf(file, node.name ?? node.keyword);
  const points = weight(node.points, name, at, scope);
  const isGroup = node.body.some((s) => s.kind === "indicator" || s.kind === "weighted");
  if (path.length > DEEPEST) {
    finding(scope, H1208, { name, deepest: DEEPEST }, at);
    return undefined;
  }
  return isGroup
    ? group(node, path, points, basis, file, scope, gathered)
    : leafOf(node, "indicator", path, points, basis, file, scope, gathered);
}

function group(
  node: IndicatorNode,
  path: readonly string[],
  points: Fraction | undefined,
  basis: string | undefined,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Group | undefined {
  const name = path.at(-1) ?? "";
  const properties = propertiesOf(node.body, GROUP_PROPERTIES, name, file, scope);
  const own = textOf(properties, "basis") ?? basis;
  strays(node.body, ["indicator", "weighted"], name, file, scope);
  const parts = children(
    node.body.map((s) => ({ file, node: s })),
    path,
    own,
    scope,
    gathered,
  );
  const [weighted, another] = node.body.filter((s): s is WeightedNode => s.kind === "weighted");
  if (another) finding(scope, H1113, { word: "加权", of: name, other: undefined }, rangeOf(file, another));
  const origin = rangeOf(file, node.name ?? node.keyword);
  if (points === undefined) return undefined;
  const combine = combination(weighted, properties.has("average"), parts, name, file, scope);
  if (!combine) return undefined;
  if (combine.kind === "sum") checkSum(node, parts, points, name, file, scope);
  return {
    kind: "group",
    id: path.join("/"),
    path,
    name,
    points,
    combine,
    rescale: properties.has("rescale"),
    vetoes: vetoes(properties, points, { file }, scope, path),
    caps: caps(properties, points, name, file, scope),
    children: parts,
    describe: textOf(properties, "describe"),
    basis: own,
    origin,
  };
}

function combination(
  weighted: WeightedNode | undefined,
  average: boolean,
  parts: readonly (Group | Leaf)[],
  name: string,
  file: string,
  scope: Scope,
): Group["combine"] | undefined {
  if (average && weighted) {
    finding(scope, H1113, { word: "加权", of: name, other: "平均" }, rangeOf(file, weighted));
    return undefined;
  }
  if (average) return { kind: "average" };
  if (!weighted) return { kind: "sum" };
  const shares = new Map<string, Fraction>();
  for (const row of weighted.rows) {
    if (!row.name || !row.share) return undefined;
    const e = figureAs(row.share, { kind: "ratio", sense: "ratio" }, { file }, scope);
    if (e?.node !== "figure") {
      if (e)
        finding(
          scope,
          H1108,
          {
            part: { zh: "权重（一个数，如 60%）", en: "a share (one figure, such as 60%)" },
            of: row.name.text,
          },
          rangeOf(file, row.share),
        );
      return undefined;
    }
    const rowName = row.name.text;
    if (shares.has(rowName)) {
      finding(scope, H1102, { name: rowName }, rangeOf(file, row.name));
      return undefined;
    }
    if (!parts.some((p) => p.name === rowName)) {
      const near = nearest(
        rowName,
        parts.map((p) => p.name),
      );
      finding(scope, H1101, { name: rowName, near }, rangeOf(file, row.name), {
        fixes: near.map((n) =>
          replacement(rangeOf(file, row.name ?? row), quoted(n), `改为“${n}”`, `write ${n}`),
        ),
      });
      return undefined;
    }
    shares.set(rowName, e.value);
  }
  const list = parts.map((p) => shares.get(p.name) ?? ZERO);
  const total = list.reduce(add, ZERO);
  if (!equals(total, fraction(1n)) || list.some((s) => sign(s) <= 0)) {
    finding(
      scope,
      H1206,
      {
        of: name,
        sum: b.showPlain(multiply(total, fraction(100n))),
        without: parts.filter((p) => !shares.has(p.name)).map((p) => p.name),
        notPositive: Array.from(shares).flatMap(([child, share]) => (sign(share) <= 0 ? [child] : [])),
      },
      rangeOf(file, weighted),
    );
    return undefined;
  }
  return { kind: "weighted", shares: list };
}

/** Children sum to their parent; the message says by how much, and where the difference could be put. */
function checkSum(
  node: IndicatorNode,
  parts: readonly (Group | Leaf)[],
  points: Fraction,
  name: string,
  file: string,
  scope: Scope,
): void {
  const wanted = node.body.filter((s) => s.kind === "indicator").length;
  if (parts.length < wanted) return; // a child has an error of its own: its weight may be it
  const total = parts.reduce((t, p) => add(t, p.points), ZERO);
  if (equals(total, points) || !node.points) return;
  const range = rangeOf(file, node.points);
  const text = `${b.showPlain(total)}分`;
  const difference = subtract(points, total);
  const fixes = [replacement(range, text, `将“${name}”改为 ${text}`, `set “${name}” to ${text}`)];
  const last = node.body.findLast((s): s is IndicatorNode => s.kind === "indicator");
  const part = parts.at(-1);
  if (last?.points && part) {
    const rest = add(part.points, difference);
    if (sign(rest) > 0) {
      const to = `${b.showPlain(rest)}分`;
      fixes.push(
        replacement(
          rangeOf(file, last.points),
          to,
          `将下级“${part.name}”改为 ${to}`,
          `set “${part.name}” below it to ${to}`,
        ),
      );
    }
  }
  finding(
    scope,
    H1204,
    {
      name,
      sum: b.showPlain(total),
      points: b.showPlain(points),
      difference: b.showPlain(difference),
      more: compare(total, points) > 0,
    },
    range,
    { fixes },
  );
}

/** A property bound by its table entry. */
function bound(
  node: PropertyNode,
  place: Place,
  points: Fraction,
  value: Expr | undefined,
  scope: Scope,
): { readonly clauses: ReadonlyMap<string, unknown>; readonly head: unknown } | undefined {
  const entry = PROPERTIES.find((p) => p.id === node.phrase.id);
  if (!entry) return undefined;
  const leaf: LeafContext = {
    id: "",
    name: "",
    points,
    places: scope.places,
    value,
    target: undefined,
    origin: rangeOf(place.file, node),
  };
  const done = bindPhrase(node.phrase, entry.syntax, { leaf, place, scope, measured: value });
  return (
    done && {
      clauses: new Map(Object.entries(done.clauses)),
      head: (done.head as { value: unknown } | undefined)?.value,
    }
  );
}

function vetoes(
  properties: ReadonlyMap<PropertyId, readonly PropertyNode[]>,
  points: Fraction,
  place: Place,
  scope: Scope,
  path: readonly string[],
): readonly Veto[] {
  return (properties.get("veto") ?? []).flatMap((node): readonly Veto[] => {
    const done = bound(node, place, points, place.leaf?.value, scope);
    if (!done) return [];
    const when = done.clauses.get("when") as Expr | undefined;
    const gets = done.clauses.get("gets") as Expr | undefined;
    const grade = done.clauses.get("grade") as { readonly notAbove?: BoundName } | undefined;
    const notAbove = grade?.notAbove?.text;
    const origin = rangeOf(place.file, node);
    if (!when || (gets === undefined) === (notAbove === undefined)) {
      finding(
        scope,
        H1108,
        {
          part: { zh: "得 … 或 等级 不高于 …（二者之一）", en: "gets … or grade notAbove … (one of them)" },
          of: path.at(-1) ?? node.phrase.word.text,
        },
        rangeOf(place.file, node.phrase.word),
      );
      return [];
    }
    return [{ when, ...(gets ? { gets } : {}), ...(notAbove === undefined ? {} : { notAbove }), origin }];
  });
}

export function caps(
  properties: ReadonlyMap<PropertyId, readonly PropertyNode[]>,
  points: Fraction,
  name: string,
  file: string,
  scope: Scope,
): Group["caps"] {
  return (properties.get("cap") ?? []).flatMap((node) => {
    const done = bound(node, { file }, points, undefined, scope);
    const of = done?.head as Expr | undefined;
    if (!done || !of) return [];
    const when = done.clauses.get("when") as Expr | undefined;
    if (of.node === "figure") checkDecimals(of.value, name, rangeOf(file, node), scope);
    return [{ of, ...(when ? { when } : {}), origin: rangeOf(file, node) }];
  });
}

export function wholeVetoes(
  properties: ReadonlyMap<PropertyId, readonly PropertyNode[]>,
  points: Fraction,
  file: string,
  scope: Scope,
): readonly Veto[] {
  return vetoes(properties, points, { file }, scope, []);
}

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map([
  ["满分", "fullMarks"],
  ["fullMarks", "fullMarks"],
  ["零分", "zero"],
  ["zero", "zero"],
  ["剔除", "redistribute"],
  ["redistribute", "redistribute"],
  ["折算", "rescale"],
  ["rescale", "rescale"],
]);

function leafOf(
  node: IndicatorNode | ExtraNode,
  sense: Leaf["sense"],
  path: readonly string[],
  points: Fraction | undefined,
  basis: string | undefined,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Leaf | undefined {
  const name = path.at(-1) ?? "";
  const id = path.join("/");
  const origin = rangeOf(file, node.name ?? node.keyword);
  const properties = propertiesOf(node.body, LEAF_PROPERTIES, name, file, scope);
  strays(node.body, [], name, file, scope);
  const one = (property: PropertyId): PropertyNode | undefined => properties.get(property)?.[0];
  // Without a weight the rest is still checked, so that one mistake hides no other.
  const weightOrOne = points ?? fraction(1n);
  const base: Place = { file, leaf: { points: weightOrOne, value: undefined, target: undefined } };
  const valueNode = one("value");
  const value = bindValue(valueNode, id, name, base, scope);
  const targetNode = one("target");
  const target = targetNode
    ? bindTarget(targetNode, value, { file, leaf: { points: weightOrOne, value, target: undefined } }, scope)
    : defaultTarget(value);
  const broken = (valueNode !== undefined && !value) || (targetNode !== undefined && !target);
  const place: Place = { file, leaf: { points: weightOrOne, value, target, broken } };
  const phrase: PhraseNode | undefined =
    one("standard")?.phrase.head?.kind === "phrase"
      ? (one("standard")?.phrase.head as PhraseNode)
      : undefined;
  if (!one("standard")) {
    finding(scope, H1108, { part: { zh: "评分", en: "standard" }, of: name }, origin);
  }
  const context: LeafContext = {
    id,
    name,
    points: weightOrOne,
    places: scope.places,
    value,
    target,
    origin: phrase ? rangeOf(file, phrase) : origin,
  };
  const standard = phrase && !broken ? bindStandard(phrase, context, place, scope) : undefined;
  const notApplicable = (properties.get("notApplicable") ?? []).flatMap((property) => {
    const done = bound(property, place, weightOrOne, value, scope);
    const as = done?.clauses.get("as") as BoundName | undefined;
    const when = done?.clauses.get("when") as Expr | undefined;
    if (!done || !as || !when) return [];
    const treatment = TREATMENTS.get(as.text);
    if (!treatment) {
      finding(scope, H1114, { found: as.text }, as.origin);
      return [];
    }
    return [{ when, as: treatment, origin: rangeOf(file, property) }];
  });
  const leafVetoes = vetoes(properties, weightOrOne, place, scope, path);
  const explainPlace: Place = place.leaf ? { ...place, leaf: { ...place.leaf, scoreKnown: true } } : place;
  const mustExplain = (properties.get("mustExplain") ?? []).flatMap((property) => {
    const when = bound(property, explainPlace, weightOrOne, value, scope)?.clauses.get("when") as
      | Expr
      | undefined;
    return when ? [{ when, origin: rangeOf(file, property) }] : [];
  });
  if (!standard || points === undefined) return undefined;
  gathered.standards.set(id, standard);
  const lowered = lowerLeaf(standard, gathered.asked);
  return {
    kind: "leaf",
    id,
    path,
    name,
    sense,
    points,
    // 至多 binds a 加分项 or 扣分项 even where its standard says 最高.
    upTo: sense === "indicator" ? (lowered.upTo ?? points) : points,
    method: standard.method.id,
    value,
    // The default of a ratio is a target only where the standard compares with it.
    target: targetNode || (target && usesTarget(lowered.score, target)) ? target : undefined,
    standard: lowered.score,
    notApplicable,
    vetoes: leafVetoes,
    mustExplain,
    basis: textOf(properties, "basis") ?? basis,
    describe: textOf(properties, "describe"),
    source: textOf(properties, "source"),
    origin,
  };
}

/** Whether an expression compares with the very figure of a target. */
function usesTarget(e: Expr, target: Target): boolean {
  return target.kind === "compare" && someExpr(e, (part) => part === target.of);
}

/** 加分项, 扣分项 of the whole. */
export function extras(
  body: readonly Placed[],
  top: readonly (Group | Leaf)[],
  basis: string | undefined,
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
    const points = weight(node.atMost, node.name.text, rangeOf(file, node.name), scope);
    const leaf = leafOf(node, node.sense, [node.name.text], points, basis, file, scope, gathered);
    if (!leaf) gathered.failed = true;
    return leaf ? [leaf] : [];
  });
}
