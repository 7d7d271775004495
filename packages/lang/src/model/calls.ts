/** Functions of the language, aggregates over rows, and calls of functions of the rule set. */
import { absolute as abs, compare as order, DECIMAL_DIGITS, fraction } from "@heng/number";
import * as b from "../core/build.ts";
import { CHANGE_FROM_NOTHING } from "../core/causes.ts";
import type { Expr, RowList } from "../core/program.ts";
import { NUMBER, RATIO } from "../core/type.ts";
import { bySpelling, FUNCTION_WORDS } from "../keywords.ts";
import type { CallArgument, CallNode, ExprNode } from "../syntax/tree.ts";
import { H1105 } from "./H1105-name-not-allowed-here/index.ts";
import { H1106 } from "./H1106-wrong-arguments/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { toldUnquoted, unknown } from "./names.ts";
import { adapt, agree, leading, literal, quiet } from "./kinds.ts";
import { callDefinition, type Elaborate } from "./definitions.ts";
import { rounded } from "./rounding.ts";
import { typeOfAny } from "./units.ts";

/** Of 四舍五入, before the point or after it. */
const MOST_DECIMALS = fraction(BigInt(DECIMAL_DIGITS));

/** The functions of the language; 名次 comes later. */
export const FUNCTIONS = bySpelling(FUNCTION_WORDS.filter((word) => word !== "rank"));

/** How what stands inside a call is worked out: handed in by `elaborate`, which calls are a part of. */
export interface Elaboration {
  readonly elaborate: Elaborate;
  /** As `elaborate`, of figures only. */
  readonly figureOf: Elaborate;
  readonly condition: (
    node: ExprNode,
    left: Expr | undefined,
    place: Place,
    scope: Scope,
  ) => Expr | undefined;
}

/** A function of the language or of the rule set, or an aggregate over rows. */
export function call(node: CallNode, place: Place, scope: Scope, work: Elaboration): Expr | undefined {
  const name = node.callee.text;
  const known = node.callee.token.kind === "word" ? FUNCTIONS.get(name) : undefined;
  const declared = scope.definitions.get(name);
  if (declared?.node.parameters && !known)
    return callDefinition(node, declared.node.parameters, place, scope, work.elaborate);
  if (!known) {
    if (scope.standards.has(name))
      finding(scope, H1105, { name, why: "isStandard", declared: false }, rangeOf(place.file, node.callee));
    else if (!toldUnquoted(node, place, scope))
      unknown(
        node.callee,
        place,
        scope,
        [
          ...FUNCTIONS.keys(),
          ...Array.from(scope.definitions).flatMap(([n, d]) => (d.node.parameters ? [n] : [])),
        ],
        "function",
      );
    return undefined;
  }
  if (node.args.some(({ value }) => startsBroken(value, scope))) return undefined;
  const rows = rowsOf(node.args, scope);
  if (rows) return aggregate(known, node, rows, place, scope, work);
  const conditional = node.args.find((arg) => arg.when);
  const count = (least: number, most: number): boolean => {
    if (!conditional && node.args.length >= least && node.args.length <= most) return true;
    finding(
      scope,
      H1106,
      { name, least, most, found: node.args.length, rows: false },
      rangeOf(place.file, node),
    );
    return false;
  };
  const figures = (): readonly Expr[] | undefined => {
    const done = node.args.map(({ value }) => work.figureOf(value, place, scope));
    const all = done.flatMap((e) => (e ? [e] : []));
    if (all.length < done.length) return undefined;
    const parts = node.args.flatMap(({ value }, i) => (all[i] ? [{ of: all[i], node: value }] : []));
    const mute = parts.length > 2 ? quiet(scope) : scope;
    const fits = (one: Expr, part: (typeof parts)[number], to: Scope): boolean =>
      agree(one, part.of, undefined, part.node, place, to);
    const lead = leading(parts, (one, part) => fits(one.of, part, mute));
    return lead && parts.every((part) => part === lead || fits(lead.of, part, scope))
      ? all.map((e) => adapt(e, lead.of.type))
      : undefined;
  };
  switch (known) {
    case "max":
    case "min": {
      if (!count(1, 1000)) return undefined;
      const of = figures();
      const type = of && typeOfAny(of.map((e) => e.type));
      return of && type && { node: "extreme", type, pick: known, of };
    }
    case "average": {
      if (!count(1, 1000)) return undefined;
      const of = figures();
      const type = of && typeOfAny(of.map((e) => e.type));
      return of && type && b.over(type, b.plus(type, ...of), b.number(BigInt(of.length)));
    }
    case "abs": {
      if (!count(1, 1)) return undefined;
      const of = figures()?.[0];
      return of && b.absolute(of.type, of);
    }
    case "floor":
    case "ceil": {
      if (!count(1, 1)) return undefined;
      const of = figures()?.[0];
      return of && rounded(of, known === "floor" ? "floor" : "ceiling", 0, node.args, place, scope);
    }
    case "roundHalfUp": {
      if (!count(2, 2)) return undefined;
      const [of, places] = node.args.map(({ value }) => work.figureOf(value, place, scope));
      if (!of || !places) return undefined;
      const n = literal(places);
      if (!n || places.type.kind !== "number" || n.n % n.d !== 0n || order(abs(n), MOST_DECIMALS) > 0) {
        finding(
          scope,
          H1106,
          { name, least: 2, most: 2, found: 2, rows: false },
          rangeOf(place.file, node.args[1] ?? node),
        );
        return undefined;
      }
      return rounded(of, "halfUp", b.smallInteger(n.n / n.d), node.args, place, scope);
    }
    case "change": {
      if (!count(2, 2)) return undefined;
      const [now, old] = figures() ?? [];
      if (!now || !old) return undefined;
      return b.cases(
        RATIO,
        [
          {
            when: b.compare(old, "<=", b.figure(fraction(0n), old.type)),
            then: b.fault(CHANGE_FROM_NOTHING, RATIO),
          },
        ],
        b.over(RATIO, b.minus(now.type, now, old), old),
      );
    }
    default:
      finding(
        scope,
        H1106,
        { name, least: 1, most: 1, found: node.args.length, rows: true },
        rangeOf(place.file, node),
      );
      return undefined;
  }
}

function startsBroken(node: ExprNode, scope: Scope): boolean {
  return node.kind === "reference" && scope.broken.has(node.path[0]?.text ?? "");
}

/** The row list that arguments speak of: `计数(项目 …)`, `合计(项目.资金)`. */
export function rowsOf(args: readonly CallArgument[], scope: Scope): RowList | undefined {
  for (const { value } of args) {
    const first = value.kind === "reference" ? value.path[0] : undefined;
    const rows = first && scope.rowLists.get(first.text);
    if (rows) return rows;
    // 合计(项目.单价 × 项目.数量): an expression over a row's columns.
    const inside = firstRows(value, scope);
    if (inside) return inside;
  }
  return undefined;
}

function firstRows(node: ExprNode, scope: Scope): RowList | undefined {
  switch (node.kind) {
    case "reference":
      return node.path.length > 1 && node.path[0] ? scope.rowLists.get(node.path[0].text) : undefined;
    case "paren":
      return firstRows(node.of, scope);
    case "sum":
      return node.terms.map(({ of }) => firstRows(of, scope)).find((r) => r !== undefined);
    case "product":
      return node.factors.map(({ of }) => firstRows(of, scope)).find((r) => r !== undefined);
    default:
      return undefined;
  }
}

function aggregate(
  known: string,
  node: CallNode,
  rows: RowList,
  place: Place,
  scope: Scope,
  work: Elaboration,
): Expr | undefined {
  const fold = (["count", "total", "average", "weightedAverage", "max", "min"] as const).find(
    (f) => f === known,
  );
  const wanted = fold === "weightedAverage" ? 2 : 1;
  if (!fold || node.args.length !== wanted) {
    finding(
      scope,
      H1106,
      { name: node.callee.text, least: wanted, most: wanted, found: node.args.length, rows: true },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  scope.used.add(rows.name);
  const inside: Place = { ...place, row: rows };
  const whens = node.args.flatMap(({ when }) =>
    when ? [work.condition(when, undefined, inside, scope)] : [],
  );
  if (whens.includes(undefined)) return undefined;
  const [when] = whens;
  const filter = when ? { when } : {};
  if (fold === "count") {
    const [arg] = node.args;
    const whole = arg?.value.kind === "reference" && arg.value.path.length === 1;
    if (!whole) {
      finding(
        scope,
        H1106,
        { name: node.callee.text, least: 1, most: 1, found: 1, rows: true },
        rangeOf(place.file, node),
      );
      return undefined;
    }
    return { node: "aggregate", type: NUMBER, fold, rows: rows.name, ...filter };
  }
  const [of, weight] = node.args.map(({ value }) => work.figureOf(value, inside, scope));
  if (!of || (wanted === 2 && !weight)) return undefined;
  return {
    node: "aggregate",
    type: of.type,
    fold,
    rows: rows.name,
    ...filter,
    of,
    ...(weight ? { weight } : {}),
  };
}
