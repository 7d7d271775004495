/** 案例: the rule set's own examples, read into the values the engine takes. */
import { fraction, isZero, multiply, readNumber } from "@heng/number";
import type { FieldSpec, Group, Leaf, RowList, Scenario, Value } from "../core/program.ts";
import { replacement } from "../diagnostics/fix.ts";
import { dayNumber } from "../core/show.ts";
import { isFigure, kindName, QUALITATIVE_GRADES, type Type } from "../core/type.ts";
import { wordsOf } from "../keywords.ts";
import type { EntryNode, ScenarioNode } from "../syntax/tree.ts";
import { quantity } from "./kinds.ts";
import { nearestIn, quoted, unknown } from "./names.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1115 } from "./H1115-scenario-value/index.ts";
import { H1116 } from "./H1116-ambiguous-name/index.ts";
import { sameDimension } from "./units.ts";
import { H1309 } from "./H1309-no-such-day/index.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";

const PENDING = wordsOf("pending");
const NOT_APPLICABLE = wordsOf("notApplicable");
const TOTAL = wordsOf("total");
const GRADE = wordsOf("grade");
const YES = wordsOf("yes");
const NO = wordsOf("no");

export function scenario(
  node: ScenarioNode,
  { fields, rowLists }: { readonly fields: Fields; readonly rowLists: ReadonlyMap<string, RowList> },
  indicators: readonly (Group | Leaf)[],
  file: string,
  scope: Scope,
): Scenario | undefined {
  const called = judgedAs(indicators);
  const values = new Map<string, Value>();
  const rows = new Map<string, ReadonlyMap<string, Value>[]>();
  for (const entry of node.data) {
    const list = entry.path.length === 1 ? rowLists.get(entry.path[0]?.text ?? "") : undefined;
    if (list && !entry.entries) {
      finding(
        scope,
        H1115,
        {
          field: list.name,
          expected: { zh: "一行明细 { 列 值; … }", en: "one row { column value; … }" },
          options: [],
        },
        rangeOf(file, entry),
      );
      continue;
    }
    if (list && entry.entries) {
      const row = new Map<string, Value>();
      for (const cell of entry.entries) {
        const column = list.columns.find((c) => c.name === cell.path[0]?.text);
        const value = column && entryValue(cell, column, file, scope);
        if (!column && cell.path[0])
          unknown(
            cell.path[0],
            { file },
            scope,
            list.columns.map((c) => c.name),
          );
        if (column && value) row.set(column.name, value);
      }
      const before = rows.get(list.name);
      if (before) before.push(row);
      else rows.set(list.name, [row]);
      continue;
    }
    const field = fieldOf(entry, fields, called, file, scope);
    if (!field) continue;
    if (values.has(field.name)) finding(scope, H1102, { name: field.name }, rangeOf(file, entry));
    const value = entryValue(entry, field, file, scope);
    if (value) values.set(field.name, value);
  }
  const expect = node.expect.flatMap((entry) => expectation(entry, indicators, file, scope));
  return { title: node.title?.value ?? "", values, rows, expect, origin: rangeOf(file, node.title ?? node) };
}

type Fields = ReadonlyMap<string, FieldSpec>;

/** The field an entry names: a field, or the indicator whose judged score it gives, by name or path. */
function fieldOf(
  entry: EntryNode,
  fields: Fields,
  called: (field: FieldSpec) => string,
  file: string,
  scope: Scope,
): FieldSpec | undefined {
  const path = entry.path.map((p) => p.text);
  if (scope.broken.has(path.join("/"))) return undefined;
  const exact = fields.get(path.join("/"));
  if (exact && called(exact) === exact.name) return exact;
  const matching = Array.from(fields.values()).filter((f) => f.judged && endsWith(called(f), path));
  return only(
    matching,
    entry,
    Array.from(fields.values(), called).flatMap((n) => [n, n.split("/").at(-1) ?? n]),
    called,
    file,
    scope,
  );
}

/** What a judged score is called here: it is filed under what the indicator was called first. */
function judgedAs(indicators: readonly (Group | Leaf)[]): (field: FieldSpec) => string {
  const renamed = new Map(
    indicators.flatMap(({ id, path }) => (id === path.join("/") ? [] : [[id, path.join("/")] as const])),
  );
  return ({ name, judged }) => {
    const now = judged && renamed.get(judged.indicator);
    return judged && now !== undefined ? now + name.slice(judged.indicator.length) : name;
  };
}

function quotedPath(path: string): string {
  return path.split("/").map(quoted).join("/");
}

/** Whether a path joined by `/` ends with these names. */
function endsWith(whole: string, path: readonly string[]): boolean {
  const joined = path.join("/");
  return whole === joined || whole.endsWith(`/${joined}`);
}

function only<T>(
  matching: readonly T[],
  entry: EntryNode,
  known: readonly string[],
  name: (of: T) => string,
  file: string,
  scope: Scope,
): T | undefined {
  const written = entry.path.map((p) => p.text).join("/");
  const [first] = entry.path;
  const range = {
    file,
    start: first?.start ?? entry.start,
    end: entry.path.at(-1)?.end ?? entry.end,
  };
  if (matching.length === 1) return matching[0];
  if (matching.length > 1) {
    finding(scope, H1116, { name: written, candidates: matching.map(name) }, range);
    return undefined;
  }
  // It may be declared in what could not be read, which has been told.
  if (entry.path.some(({ text }) => scope.broken.has(text))) return undefined;
  const near = nearestIn(scope, written, () => known);
  finding(scope, H1101, { name: written, near: near.map(quotedPath), of: "given" }, range, {
    fixes: near.map((n) => replacement(range, quotedPath(n), `改为“${n}”`, `write ${n}`)),
  });
  return undefined;
}

function entryValue(entry: EntryNode, field: FieldSpec, file: string, scope: Scope): Value | undefined {
  const { type } = field;
  const [first, second] = entry.values;
  const refuse = (): undefined => {
    finding(
      scope,
      H1115,
      { field: field.name, expected: kindName(type), options: type.kind === "option" ? type.options : [] },
      rangeOf(file, entry),
    );
    return undefined;
  };
  const word = first?.kind === "nameRef" ? first.text : undefined;
  switch (type.kind) {
    case "yesNo":
      return word !== undefined && (YES.has(word) || NO.has(word))
        ? { kind: "yesNo", value: YES.has(word) }
        : refuse();
    case "option":
      return word !== undefined && type.options.includes(word) ? { kind: "option", value: word } : refuse();
    case "checklist": {
      const met = new Map<string, boolean>();
      for (const item of entry.entries ?? []) {
        const [itemName] = item.path;
        const [value] = item.values;
        if (!itemName) continue;
        if (!type.items.includes(itemName.text)) {
          unknown(itemName, { file }, scope, type.items);
          continue;
        }
        if (value?.kind !== "nameRef" || !(YES.has(value.text) || NO.has(value.text))) {
          finding(
            scope,
            H1115,
            { field: `${field.name}.${itemName.text}`, expected: kindName({ kind: "yesNo" }), options: [] },
            rangeOf(file, item),
          );
          continue;
        }
        met.set(itemName.text, YES.has(value.text));
      }
      return entry.entries ? { kind: "checklist", met } : refuse();
    }
    case "qualitative": {
      if (
        word === undefined ||
        !QUALITATIVE_GRADES.some((grade) => grade === word) ||
        second?.kind !== "quantity" ||
        second.unit !== "%"
      )
        return refuse();
      const share = quantity(second, { file }, scope);
      return share?.node === "figure" ? { kind: "qualitative", grade: word, share: share.value } : undefined;
    }
    case "text":
      return first?.kind === "textLiteral" ? { kind: "text", value: first.value } : refuse();
    case "date": {
      if (first?.kind !== "date") return refuse();
      const [y = "0", m = "0", d = "0"] = first.value.split("-");
      const day = dayNumber(BigInt(y), BigInt(m), BigInt(d));
      if (day !== undefined) return { kind: "figure", value: fraction(day) };
      finding(scope, H1309, { date: first.value }, rangeOf(file, first));
      return undefined;
    }
    default: {
      if (first?.kind !== "quantity") return refuse();
      return figureValue(first, type, refuse, file, scope);
    }
  }
}

function figureValue(
  node: Extract<EntryNode["values"][number], { kind: "quantity" }>,
  type: Type,
  refuse: () => undefined,
  file: string,
  scope: Scope,
): Value | undefined {
  if (node.unit === undefined) {
    const read = readNumber(node.number);
    if (!read.ok) return undefined; // the parser has reported its digits
    return type.kind === "number" || isZero(read.value) ? { kind: "figure", value: read.value } : refuse();
  }
  const e = quantity(node, { file }, scope);
  if (!e) return undefined;
  if (e.node !== "figure" || !isFigure(e.type)) return refuse();
  const same =
    e.type.kind === type.kind &&
    (e.type.kind !== "quantity" ||
      (type.kind === "quantity" && sameDimension(e.type.dimension, type.dimension))) &&
    (e.type.kind !== "ratio" || (type.kind === "ratio" && e.type.sense === type.sense));
  return same ? { kind: "figure", value: multiply(e.value, fraction(1n)) } : refuse();
}

function expectation(
  entry: EntryNode,
  indicators: readonly (Group | Leaf)[],
  file: string,
  scope: Scope,
): Scenario["expect"] {
  const [name] = entry.path;
  const [first] = entry.values;
  const origin = rangeOf(file, entry);
  if (!name) return [];
  const word = first?.kind === "nameRef" ? first.text : undefined;
  const plain = entry.path.length === 1 && name.token.kind === "word";
  if (plain && GRADE.has(name.text)) {
    if (word !== undefined && PENDING.has(word))
      return [{ of: { kind: "grade" }, is: { kind: "pending" }, origin }];
    if (word !== undefined && scope.grades.some((g) => g.name === word))
      return [{ of: { kind: "grade" }, is: { kind: "grade", value: word }, origin }];
    if (first?.kind === "nameRef")
      unknown(
        first,
        { file },
        scope,
        scope.grades.map((g) => g.name),
      );
    else
      finding(
        scope,
        H1115,
        {
          field: name.text,
          expected: { zh: "等级名", en: "a grade" },
          options: scope.grades.map((g) => g.name),
        },
        origin,
      );
    return [];
  }
  const path = entry.path.map((p) => p.text);
  const total = plain && TOTAL.has(name.text);
  const whole = (i: Group | Leaf): string => i.path.join("/");
  const exact = indicators.find((i) => whole(i) === path.join("/"));
  const indicator = total
    ? undefined
    : (exact ??
      only(
        indicators.filter((i) => endsWith(whole(i), path)),
        entry,
        [...indicators.map((i) => i.name), "合计", "等级"],
        whole,
        file,
        scope,
      ));
  if (!total && !indicator) return [];
  const of = indicator ? ({ kind: "indicator", id: indicator.id } as const) : ({ kind: "total" } as const);
  if (word !== undefined && PENDING.has(word)) return [{ of, is: { kind: "pending" }, origin }];
  if (word !== undefined && NOT_APPLICABLE.has(word)) return [{ of, is: { kind: "notApplicable" }, origin }];
  const e = first?.kind === "quantity" ? quantity(first, { file }, scope) : undefined;
  if (e?.node === "figure" && (e.type.kind === "points" || (e.type.kind === "number" && e.value.n === 0n)))
    return [{ of, is: { kind: "score", value: e.value }, origin }];
  finding(
    scope,
    H1115,
    {
      field: path.join("/"),
      expected: {
        zh: "分（如 8.63分）、待补 或 不适用",
        en: "points (such as 8.63分), pending or notApplicable",
      },
      options: [],
      score: true,
    },
    origin,
  );
  return [];
}
