/** 数据 and 明细: what a filing is asked for. */
import { fraction, intersect, multiply, readNumber, WHOLE, type Fraction, type Interval } from "@heng/number";
import type { FieldSpec, RowList } from "../core/program.ts";
import { DATE, isFigure, NUMBER, RATIO, YES_NO, type Type } from "../core/type.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type {
  ComparisonNode,
  ExprNode,
  FieldNode,
  ItemNode,
  NameNode,
  RangeNode,
  RowsNode,
} from "../syntax/tree.ts";
import { figureAs } from "./expression.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1111 } from "./H1111-range-not-constant/index.ts";
import { H1112 } from "./H1112-range-empty/index.ts";
import { filedIn } from "./kinds-of-figure.ts";
import { H1308 } from "./H1308-unknown-unit/index.ts";
import { LIMITS } from "../limits.ts";
import { H1015 } from "../syntax/H1015-limit/index.ts";
import { nearestIn, normal } from "./names.ts";
import { lacksBody } from "./unread.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";
import { kindName } from "../core/type.ts";
import { COUNTED_UNITS, unitDecimals } from "../core/units.ts";
import { multipleOf, unitType } from "./units.ts";

const KINDS: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["数", NUMBER],
  ["number", NUMBER],
  ["比率", RATIO],
  ["ratio", RATIO],
  ["是否", YES_NO],
  ["yesNo", YES_NO],
  ["定性", { kind: "qualitative" }],
  ["qualitative", { kind: "qualitative" }],
  ["文本", { kind: "text" }],
  ["text", { kind: "text" }],
  ["日期", DATE],
  ["date", DATE],
]);

/** One line of 数据; undefined when something in it has been reported. */
export function fieldSpec(node: FieldNode, file: string, scope: Scope): FieldSpec | undefined {
  if (!node.name || !node.type) return undefined; // the parser has reported it
  const name = node.name.text;
  const items = node.type.items ? itemsOf(node.type.items, file, scope) : NO_ITEMS;
  const type = fieldType(
    node.type.text,
    items.map((i) => i.name),
    node,
    file,
    scope,
  );
  if (!type) return undefined;
  const range = declaredRange(node.constraints, type, file, scope);
  if (!range) return undefined;
  return {
    name,
    type,
    range,
    decimals: decimalsOf(type, node),
    note: node.note?.value,
    items,
    origin: rangeOf(file, node.name),
  };
}

const NO_ITEMS: FieldSpec["items"] = [];

function itemsOf(nodes: readonly ItemNode[], file: string, scope: Scope): FieldSpec["items"] {
  const seen = new Map<string, Range>();
  for (const { name } of nodes) twice(name, seen, file, scope);
  return nodes.map(({ name, note }) => ({ name: name.text, note: note?.value }));
}

/** Reports a name that was written before in the same list. */
function twice(name: NameNode, seen: Map<string, Range>, file: string, scope: Scope): void {
  const key = normal(name.text);
  const before = seen.get(key);
  const at = rangeOf(file, name);
  if (before)
    finding(scope, H1102, { name: name.text }, at, {
      related: [{ range: before, message: { zh: "先写在这里", en: "first written here" } }],
    });
  seen.set(key, at);
}

function fieldType(
  text: string,
  items: readonly string[],
  node: FieldNode,
  file: string,
  scope: Scope,
): Type | undefined {
  if (text === "清单" || text === "items" || text === "选项" || text === "options") {
    const checklist = text === "清单" || text === "items";
    if (node.type && lacksBody(node.type)) return undefined; // the parser has reported it
    if (items.length === 0) {
      finding(
        scope,
        H1108,
        {
          part: checklist
            ? { zh: "项目 { … }", en: "items { … }" }
            : { zh: "选项 { … }", en: "options { … }" },
          of: node.name?.text ?? "",
        },
        rangeOf(file, node),
      );
      return undefined;
    }
    const over = node.type?.items?.[LIMITS.items];
    if (over) {
      const data = { what: "items", limit: LIMITS.items, found: items.length } as const;
      finding(scope, H1015, data, rangeOf(file, over.name));
      return undefined;
    }
    return checklist ? { kind: "checklist", items } : { kind: "option", options: items };
  }
  const kind = KINDS.get(text) ?? unitType(text, scope.units)?.type;
  if (kind) return kind;
  const multiple = multipleOf(text, scope.units);
  if (multiple) {
    const other = { unit: multiple.unit, times: String(multiple.times) };
    finding(scope, H1308, { unit: text, known: [], other }, rangeOf(file, node.type ?? node));
    return undefined;
  }
  const kinds = filedIn(text, scope.units);
  const known =
    kinds.length > 0
      ? kinds
      : nearestIn(
          scope,
          text,
          () => [...COUNTED_UNITS, "元", "万元", "亿元", ...KINDS.keys(), "清单", "选项", ...scope.units],
          1,
        );
  const range = rangeOf(file, node.type ?? node);
  finding(scope, H1308, { unit: text, known }, range, {
    fixes: known.map((k) => replacement(range, k, `改为 ${k}`, `write ${k}`)),
  });
  return undefined;
}

/** Money to the cent, counted things whole unless the range's own figures have decimals. */
function decimalsOf(type: Type, node: FieldNode): number | undefined {
  if (type.kind !== "quantity") return undefined;
  const own = unitDecimals(type.unit);
  return own === undefined
    ? undefined
    : node.constraints.reduce((most, c) => Math.max(most, decimalsIn(c)), own);
}
function decimalsIn(node: ComparisonNode | RangeNode): number {
  return node.kind === "comparison"
    ? literalDecimals(node.right)
    : Math.max(literalDecimals(node.low), literalDecimals(node.high));
}
function literalDecimals(side: ExprNode | undefined): number {
  const read = side?.kind === "quantity" ? readNumber(side.number) : undefined;
  return read?.ok ? read.decimals : 0;
}

/** The declared range in base units; bare figures take the field's unit. */
function declaredRange(
  nodes: FieldNode["constraints"],
  type: Type,
  file: string,
  scope: Scope,
): Interval | undefined {
  let interval: Interval = WHOLE;
  for (const node of nodes) {
    if (!isFigure(type)) {
      finding(scope, H1111, { problem: "noFigure", kind: kindName(type) }, rangeOf(file, node));
      return undefined;
    }
    if (node.kind === "comparison" && node.sign === "≠") {
      finding(scope, H1111, { problem: "sign", kind: kindName(type) }, rangeOf(file, node));
      return undefined;
    }
    const bound = (side: ExprNode | undefined): Fraction | undefined | false => {
      if (!side) return undefined;
      // `人 > 0`, `万元 >= 10`: a bare figure is in the field's own unit.
      if (side.kind === "quantity" && side.unit === undefined && type.kind === "quantity") {
        const read = readNumber(side.number);
        if (read.ok) return multiply(read.value, type.factor);
      }
      const e = figureAs(side, type, { file }, scope);
      if (!e) return false;
      if (e.node === "figure") return e.value;
      const term = e.node === "sum" && e.terms.length === 1 ? e.terms[0] : undefined;
      if (term?.of.node === "figure") return multiply(term.of.value, fraction(term.negative ? -1n : 1n));
      finding(scope, H1111, { problem: "notFixed", kind: kindName(type) }, rangeOf(file, side));
      return false;
    };
    const [low, high] =
      node.kind === "range" ? [bound(node.low), bound(node.high)] : [bound(node.right), undefined];
    if (low === false || high === false) return undefined;
    const next: Interval =
      node.kind === "range"
        ? between(low, node.lowOpen, high, node.highOpen)
        : low === undefined
          ? WHOLE
          : oneSided(node.sign, low);
    const both = intersect(interval, next);
    if (!both) {
      finding(scope, H1112, {}, rangeOf(file, node));
      return undefined;
    }
    interval = both;
  }
  return interval;
}

function between(
  low: Fraction | undefined,
  lowOpen: boolean,
  high: Fraction | undefined,
  highOpen: boolean,
): Interval {
  return {
    ...(low ? { low: { value: low, open: lowOpen } } : {}),
    ...(high ? { high: { value: high, open: highOpen } } : {}),
  };
}

function oneSided(sign: ComparisonNode["sign"], value: Fraction): Interval {
  switch (sign) {
    case ">":
    case ">=":
      return { low: { value, open: sign === ">" } };
    case "<":
    case "<=":
      return { high: { value, open: sign === "<" } };
    case "=":
      return { low: { value, open: false }, high: { value, open: false } };
    case "≠":
      return WHOLE;
  }
}

/** 明细 名 至多 n行 { … } */
export function rowList(node: RowsNode, file: string, scope: Scope): RowList | undefined {
  if (!node.name) return undefined;
  if (!node.atMost) {
    finding(
      scope,
      H1108,
      { part: { zh: "至多 n行", en: "atMost n" }, of: node.name.text },
      rangeOf(file, node.name),
    );
    return undefined;
  }
  const read = readNumber(node.atMost.number);
  const seen = new Map<string, Range>();
  for (const field of node.fields) if (field.name) twice(field.name, seen, file, scope);
  const columns = node.fields.flatMap((f) => fieldSpec(f, file, scope) ?? []);
  return { name: node.name.text, atMost: read.ok ? smallCount(read.value) : 0, columns };
}

/** A whole number of rows; more than a million is a million. */
function smallCount(value: Fraction): number {
  const n = value.n / value.d;
  let count = 0;
  for (const digit of `${n > 1_000_000n ? 1_000_000n : n}`) count = count * 10 + "0123456789".indexOf(digit);
  return count;
}
