/**
 * Binds a phrase to its method: arguments resolved, typed and, where they are 分, shares of 分值 turned into 分.
 * What comes out has the types that follow from the method's `syntax`.
 */
import { fraction, multiply } from "@heng/number";
import * as b from "../core/build.ts";
import type { Expr } from "../core/program.ts";
import { DAYS, isFigure, kindName, PERCENTAGE_POINTS, POINTS, type Type } from "../core/type.ts";
import type { Diagnostic, Range } from "../diagnostics/diagnostic.ts";
import { keyOf } from "../diagnostics/distinct.ts";
import { replacement } from "../diagnostics/fix.ts";
import type {
  AnyBound,
  AnyMethod,
  BoundComparison,
  BoundName,
  BoundStandard,
  LeafContext,
} from "../core/method.ts";
import { NO_PLACES, Places } from "../core/places.ts";
import type { Argument, Clause, Clauses, Head, Shape } from "../syntax/phrase.ts";
import type {
  ArgumentNode,
  ClauseNode,
  ExprNode,
  NameNode,
  Node,
  PhraseNode,
  RangeNode,
} from "../syntax/tree.ts";
import { condition, elaborate, figureAs, figureOf, rangeAs, spendStandard } from "./expression.ts";
import { quantity, quiet } from "./kinds.ts";
import { unknown } from "./names.ts";
import { H1304 } from "./H1304-step-in-percent/index.ts";
import { H1305 } from "./H1305-points-expected/index.ts";
import { H1401 } from "./H1401-clause-missing/index.ts";
import { H1402 } from "../diagnostics/H1402-nothing-measured/index.ts";
import { H1403 } from "./H1403-field-of-other-kind/index.ts";
import { H1404 } from "./H1404-clause-twice/index.ts";
import { shownBeside } from "./shown-unit.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { reuse } from "./reuse.ts";
import { isExpr } from "./value-and-target.ts";

/** What surrounds a phrase while it is bound. */
interface Context {
  readonly leaf: LeafContext;
  readonly place: Place;
  readonly scope: Scope;
  /** What clauses of kind value and step are measured against: the row's own head, the phrase's head, or 值. */
  readonly measured: Expr | undefined;
  /** Whether it was said that there is nothing to measure: once for a phrase, not for each of its rows. */
  readonly lack: { said: boolean };
}

/** The standard of a leaf, or undefined when something in it has been reported. */
export function bindStandard(
  phrase: PhraseNode,
  leaf: LeafContext,
  place: Place,
  scope: Scope,
): BoundStandard | undefined {
  const method = phrase.id === undefined ? undefined : scope.methods.get(phrase.id);
  if (!method) return undefined; // the parser has reported the word
  if (!spendStandard(scope, rangeOf(place.file, phrase))) return undefined;
  const inner: Place = { ...place, leaf: { points: leaf.points, value: leaf.value, target: leaf.target } };
  const measured = leaf.value;
  const bound = bindPhrase(phrase, method.syntax, { leaf, place: inner, scope, measured });
  if (!bound) return undefined;
  let failed = false;
  for (const found of checked(method, bound, leaf)) {
    failed ||= found.severity === "error";
    scope.report(found);
  }
  if (failed) return undefined;
  return { method, bound, leaf: bodyOf(bound)?.leaf ?? leaf, origin: rangeOf(place.file, phrase) };
}

/** The standard that a phrase names and thereby is: that of a 方法. */
function bodyOf(bound: AnyBound): BoundStandard | undefined {
  const head = bound.head as { readonly shape: string; readonly value: unknown } | undefined;
  return head?.shape === "name" ? (head.value as BoundName).standard : undefined;
}

/** Divides by whatever counts of items there are, and is above whatever points people write. */
const MANY_POINTS = fraction(5_040_000n);

/** What a method finds; without the weight, what it would find whatever the weight is. */
function checked(method: AnyMethod, bound: AnyBound, leaf: LeafContext): readonly Diagnostic[] {
  const within = (context: LeafContext): readonly Diagnostic[] => {
    const found: Diagnostic[] = [];
    method.check(bound as never, context, (one) => found.push(one));
    return found;
  };
  const found = within(leaf);
  if (leaf.weightless !== true || found.length === 0) return found;
  const others = new Set(within({ ...leaf, points: MANY_POINTS }).map(keyOf));
  return found.filter((one) => others.has(keyOf(one)));
}

/** A phrase of a table (a method, or a property such as 不适用). */
export function bindPhrase(
  phrase: PhraseNode,
  syntax: {
    readonly head?: Head;
    readonly clauses?: Clauses;
    readonly rows?: { readonly head?: Head; readonly clauses: Clauses; readonly optional?: boolean };
  },
  around: Omit<Context, "lack">,
): AnyBound | undefined {
  const { leaf, place, scope } = around;
  const context: Context = { leaf, place, scope, measured: around.measured, lack: { said: false } };
  const origin = rangeOf(place.file, phrase);
  const head = bindHead(phrase.head, syntax.head, phrase, context, [
    ...phrase.clauses,
    ...(phrase.rows ?? []),
  ]);
  if (head === false) return undefined;
  const headExpr =
    head && (head.shape === "sum" || head.shape === "condition") ? (head.value as Expr) : undefined;
  const inner = headExpr ? { ...context, measured: headExpr } : context;
  const clauses = bindClauses(phrase.clauses, syntax.clauses ?? NO_CLAUSES, phrase, inner);
  let rows: unknown;
  if (phrase.rows && syntax.rows) {
    const { head: rowHead, clauses: table } = syntax.rows;
    const done = phrase.rows.map((row) => {
      if (isCutOff(row, phrase)) return undefined; // the parser has reported what is wrong with it
      const bound = bindHead(row.head, rowHead, row, inner, row.clauses);
      if (bound === false) return undefined;
      const own =
        bound && bound.shape === "sum" && isFigure((bound.value as Expr).type)
          ? (bound.value as Expr)
          : undefined;
      const inRow = bindClauses(row.clauses, table, row, own ? { ...inner, measured: own } : inner);
      return (
        inRow && {
          head: bound,
          clauses: inRow.clauses,
          places: inRow.places,
          origin: rangeOf(place.file, row),
        }
      );
    });
    if (done.includes(undefined)) return undefined;
    rows = done;
  } else if (syntax.rows && !syntax.rows.optional && !phrase.rows) {
    // The parser has told that its block is not there.
    return undefined;
  }
  if (!clauses) return undefined;
  return { ...clauses, head, rows, origin } as unknown as AnyBound;
}

/** Whether a part was not read to its end: something in it is missing, or what follows it could not be read. */
function isCutOff(part: Node, around: Node): boolean {
  const next = around.children[around.children.indexOf(part) + 1];
  return (
    (next !== undefined && next.kind === "junk") ||
    part.children.length === 0 ||
    part.children.some(({ kind }) => kind === "missing" || kind === "junk")
  );
}

type BoundArgument = { readonly shape: Shape; readonly value: unknown; readonly origin: Range };

/** `false`: an error was reported; undefined: no head, and none is needed. */
function bindHead(
  node: ArgumentNode | undefined,
  head: Head | undefined,
  owner: PhraseNode | PhraseNode["children"][number],
  context: Context,
  /** What else the phrase or row says. */
  beside: readonly Node[],
): BoundArgument | undefined | false {
  if (!head) return undefined;
  if (!node || node.kind === "missing") {
    if (head.optional) return undefined;
    if (!node && "kind" in owner && owner.kind === "row") return undefined; // a row of clauses only: the method's check decides
    if (!node && "word" in owner)
      finding(
        context.scope,
        H1401,
        { phrase: owner.word.text, clause: shapeName(head.arguments[0]?.shape ?? "sum") },
        rangeOf(context.place.file, owner.word),
      );
    return false;
  }
  const argument = head.arguments.find((a) => fits(node, a.shape)) ?? head.arguments[0];
  if (!argument) return undefined;
  const bound = bindArgument(node, argument, context);
  const value = argument.shape === "sum" && bound ? shownBeside(bound as Expr, beside, context.scope) : bound;
  return value === undefined
    ? false
    : { shape: argument.shape, value, origin: rangeOf(context.place.file, node) };
}

function shapeName(shape: Shape): { zh: string; en: string } {
  const names: Readonly<Record<Shape, { zh: string; en: string }>> = {
    flag: { zh: "一个词", en: "a word" },
    sum: { zh: "一个数或算式", en: "a figure" },
    condition: { zh: "一个条件", en: "a condition" },
    comparison: { zh: "一个比较（如 >= 90%）", en: "a comparison (such as >= 90%)" },
    range: { zh: "一个区间（如 [60%, 80%)）", en: "a range (such as [60%, 80%))" },
    name: { zh: "一个名称", en: "a name" },
    method: { zh: "一种评分方法", en: "a scoring method" },
    text: { zh: "一段文字（放在引号里）", en: "a text in quotes" },
  };
  return names[shape];
}

/** Which of a head's alternatives a node is: the parser chose by the first token. */
function fits(node: ArgumentNode, shape: Shape): boolean {
  switch (shape) {
    case "comparison":
      return (node.kind === "comparison" || node.kind === "membership") && node.left === undefined;
    case "range":
      return node.kind === "range";
    case "name":
      return node.kind === "nameRef";
    case "method":
      return node.kind === "phrase";
    case "text":
      return node.kind === "textLiteral";
    case "condition":
      return (
        node.kind === "comparison" ||
        node.kind === "membership" ||
        node.kind === "logic" ||
        node.kind === "not"
      );
    default:
      return node.kind !== "range" && node.kind !== "nameRef" && node.kind !== "phrase";
  }
}

/** What a table of clauses asks for. */
interface Asked {
  /** Every clause as not there: what is bound is filled in, so that all of one table have one shape. */
  readonly none: Readonly<Record<string, unknown>>;
  /** The clauses that must be there. */
  readonly once: readonly (readonly [string, Clause])[];
  /** By the key of a clause with `then`: the table of what may follow it. */
  readonly followers: ReadonlyMap<string, Clauses>;
}
const NO_CLAUSES: Clauses = {};
const NOTHING_BOUND = { clauses: {}, places: NO_PLACES };
const ASKED = new WeakMap<Clauses, Asked>();

/** Found once for each table: there are few, and they are bound in every row of every standard. */
function askedBy(table: Clauses): Asked {
  let asked = ASKED.get(table);
  if (asked === undefined) {
    const entries = Object.entries(table);
    asked = {
      none: Object.fromEntries(entries.map(([key]) => [key, undefined])),
      once: entries.filter(([, { need }]) => need === "once"),
      followers: new Map(
        entries.flatMap(([key, { then }]) =>
          then ? [[key, Object.fromEntries(then.flatMap((k) => (table[k] ? [[k, table[k]]] : [])))]] : [],
        ),
      ),
    };
    ASKED.set(table, asked);
  }
  return asked;
}

/** Clauses by key; those with `then` gather what followed. */
function bindClauses(
  nodes: readonly ClauseNode[],
  table: Clauses,
  owner: Node,
  context: Context,
): { clauses: Record<string, unknown>; places: Places } | undefined {
  const { place, scope } = context;
  const { none, once, followers } = askedBy(table);
  if (nodes.length === 0 && once.length === 0) return NOTHING_BOUND;
  const clauses: Record<string, unknown> = { ...none };
  const places = new Places(place.file, nodes);
  let failed = false;
  // Where 超过 3% does not go with what is measured, 每 1个百分点 does not either: that is one mistake.
  let steps = context;
  for (const node of nodes) {
    const clause: Clause | undefined = table[node.key];
    if (!clause) {
      failed = true; // the parser has reported the word
      continue;
    }
    const first = nodes.find(({ key }) => key === node.key);
    if (first && first !== node) {
      finding(scope, H1404, { word: node.word.text }, rangeOf(place.file, node.word), {
        related: [
          {
            range: rangeOf(place.file, first),
            message: { zh: "先写在这里", en: "first written here" },
          },
        ],
      });
      failed = true;
      continue;
    }
    const value = bindArgument(node.argument, clause, clause.unit === "step" ? steps : context);
    if (value === undefined) {
      failed = true;
      if (clause.unit === "value") steps = { ...context, scope: quiet(scope) };
      continue;
    }
    const following = followers.get(node.key);
    if (!following) {
      clauses[node.key] = value;
      continue;
    }
    const followed = bindClauses(node.then, following, node, context);
    if (!followed) failed = true;
    clauses[node.key] = { value, origin: rangeOf(place.file, node), ...followed?.clauses };
  }
  for (const [key, clause] of once) {
    if (!nodes.some((node) => node.key === key)) {
      failed = true;
      if (owner.children.some(({ kind }) => kind === "junk")) continue; // it may be in what was not read
      const word = owner.kind === "phrase" ? (owner as PhraseNode).word : undefined;
      finding(
        scope,
        H1401,
        { phrase: word?.text, clause: { zh: clause.zh, en: clause.en } },
        word ? rangeOf(place.file, word) : rangeOf(place.file, owner),
      );
    }
  }
  return failed ? undefined : { clauses, places };
}

function bindArgument(node: ArgumentNode | undefined, argument: Argument, context: Context): unknown {
  const { place, scope, leaf } = context;
  if (argument.shape === "flag") return true;
  if (!node || node.kind === "missing") return undefined; // the parser has reported it
  switch (argument.shape) {
    case "sum":
      return isExpr(node) ? bindSum(node, argument, context) : undefined;
    case "condition":
      return isExpr(node) ? condition(node, context.measured, place, scope) : undefined;
    case "comparison":
      return node.kind === "comparison" || node.kind === "membership"
        ? bindComparison(node, context)
        : undefined;
    case "range":
      return node.kind === "range" ? bindRange(node, argument, context) : undefined;
    case "name":
      return node.kind === "nameRef" ? bindName(node, argument, context) : undefined;
    case "method":
      return node.kind === "phrase" ? bindStandard(node, leaf, place, scope) : undefined;
    case "text":
      return node.kind === "textLiteral" ? node.value : undefined;
  }
}

function measuredType(node: ExprNode | RangeNode | ArgumentNode, context: Context): Type | undefined {
  if (context.measured) return context.measured.type;
  if (context.place.leaf?.broken || context.lack.said) return undefined;
  context.lack.said = true;
  finding(context.scope, H1402, {}, rangeOf(context.place.file, node));
  return undefined;
}

function bindSum(node: ExprNode, argument: Argument, context: Context): Expr | undefined {
  const { place, scope } = context;
  switch (argument.unit) {
    case "points":
      return pointsOf(node, context);
    case "value": {
      const type = measuredType(node, context);
      return type && figureAs(node, type, place, scope, context.measured);
    }
    case "step": {
      const type = measuredType(node, context);
      return type && stepOf(node, type, context);
    }
    default:
      return elaborate(node, place, scope);
  }
}

/** 分, or a share of 分值. */
function pointsOf(node: ExprNode, context: Context): Expr | undefined {
  const { place, scope, leaf } = context;
  const of = figureOf(node, place, scope);
  if (!of) return undefined;
  if (of.type.kind === "points") return of;
  if (of.type.kind === "ratio") {
    return of.node === "figure"
      ? { node: "figure", type: POINTS, value: multiply(of.value, leaf.points), share: of.value }
      : b.times(POINTS, of, b.points(leaf.points));
  }
  if (of.node === "figure" && of.type.kind === "number" && of.value.n === 0n) return b.points(fraction(0n));
  const range = rangeOf(place.file, node);
  finding(scope, H1305, { found: kindName(of.type) }, range, {
    fixes:
      node.kind === "quantity" && node.unit === undefined
        ? [replacement(range, `${node.number}分`, `改为 ${node.number}分`, `write ${node.number}分`)]
        : [],
  });
  return undefined;
}

/** A difference of the measured quantity: 个百分点 for ratios, 天 for dates; a % asks what is meant. */
function stepOf(node: ExprNode, measured: Type, context: Context): Expr | undefined {
  const { place, scope } = context;
  if (node.kind === "quantity" && (node.unit === "%" || node.unit === "‰") && measured.kind !== "points") {
    const range = rangeOf(place.file, node);
    const read = quantity(node, place, scope);
    if (!read) return undefined;
    const points =
      node.unit === "%"
        ? [
            replacement(
              range,
              `${node.number}个百分点`,
              `改为 ${node.number}个百分点`,
              `write ${node.number} percentage points`,
            ),
          ]
        : [];
    finding(scope, H1304, { text: `${node.number}${node.unit}`, ratio: measured.kind === "ratio" }, range, {
      fixes: [
        ...(measured.kind === "ratio" ? points : []),
        replacement(
          range,
          `(${node.number}${node.unit} × 目标)`,
          `改为 ${node.number}${node.unit} × 目标`,
          `write ${node.number}${node.unit} × target`,
        ),
      ],
    });
    return undefined;
  }
  if (measured.kind === "date") return figureAs(node, DAYS, place, scope);
  if (measured.kind !== "ratio") return figureAs(node, measured, place, scope, context.measured);
  const of = figureOf(node, place, scope);
  if (!of) return undefined;
  // 5% × 基准 is a ratio and is meant as a step.
  return of.type.kind === "ratio" ? of : figureAs(node, PERCENTAGE_POINTS, place, scope);
}

function bindComparison(
  node: Extract<ExprNode, { kind: "comparison" | "membership" }>,
  context: Context,
): BoundComparison | undefined {
  const { place, scope } = context;
  const type = measuredType(node, context);
  if (!type) return undefined;
  if (node.kind === "membership") return rangeAs(node.range, type, place, scope, context.measured);
  const right = figureAs(node.right, type, place, scope, context.measured);
  return right && { kind: "compare", sign: node.sign, right, origin: rangeOf(place.file, node) };
}

function bindRange(node: RangeNode, argument: Argument, context: Context): unknown {
  const { place, scope } = context;
  if (argument.unit === "points") {
    const low = node.low && pointsOf(node.low, context);
    const high = node.high && pointsOf(node.high, context);
    if ((node.low && !low) || (node.high && !high)) return undefined;
    return {
      kind: "range",
      low,
      lowOpen: node.lowOpen,
      high,
      highOpen: node.highOpen,
      origin: rangeOf(place.file, node),
    };
  }
  const type = argument.unit === "value" ? measuredType(node, context) : undefined;
  return argument.unit === "value" && !type ? undefined : rangeAs(node, type, place, scope, context.measured);
}

function bindName(node: NameNode, argument: Argument, context: Context): BoundName | undefined {
  const { leaf, place, scope } = context;
  const name = { text: node.text, origin: rangeOf(place.file, node) };
  switch (argument.refers) {
    case "checklist":
    case "qualitative": {
      const field = scope.fields.get(node.text);
      if (!field) {
        unknown(
          node,
          place,
          scope,
          Array.from(scope.fields).flatMap(([n, f]) => (f.type.kind === argument.refers ? [n] : [])),
          argument.refers,
        );
        return undefined;
      }
      scope.used.add(field.name);
      if (field.type.kind === argument.refers) return { ...name, field };
      finding(
        scope,
        H1403,
        {
          name: node.text,
          expected: kindName(
            argument.refers === "checklist" ? { kind: "checklist", items: [] } : { kind: "qualitative" },
          ),
          found: kindName(field.type),
        },
        name.origin,
      );
      return undefined;
    }
    case "grade": {
      if (scope.grades.some((g) => g.name === node.text)) return name;
      unknown(
        node,
        place,
        scope,
        scope.grades.map((g) => g.name),
        "grade",
      );
      return undefined;
    }
    case "standard": {
      const standard = reuse(node, leaf, place, scope, bindStandard);
      return standard && { ...name, standard };
    }
    default:
      return name;
  }
}
