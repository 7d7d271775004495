/** Which fields an outcome waits for (docs/reference/semantics.md, §3.6). */
import { compare, divide, multiply } from "@heng/number";
import type { Expr, Group, Program } from "@heng/lang";
import type { Catalogue } from "../work/catalogue.ts";
import { evaluate, figureOf, type Scope } from "../work/evaluate.ts";
import type { Row } from "../work/fields.ts";
import { isOpen, mayFail, rangeOf } from "../work/outcome.ts";
import type { Standing } from "../work/tree.ts";
import { evaluatedParts, partsHere } from "./print.ts";

/** Adds the fields to `found` that keep the expressions from being decided. */
export function collectMissing(
  expressions: readonly Expr[],
  scope: Scope,
  catalogue: Catalogue,
  found: Set<string>,
): void {
  const seen = new Set<Expr | string>();
  // A list instead of recursion: a chain of definitions may be long.
  const waiting = [...expressions];
  for (let e = waiting.pop(); e !== undefined; e = waiting.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    if (!isOpen(evaluate(e, scope))) continue;
    if (e.node === "input") {
      const field = scope.intake.fields.get(e.field);
      found.add(field?.state === "value" && e.part !== undefined ? `${e.field}.${e.part}` : e.field);
    } else if (e.node === "use") {
      const definition = catalogue.definitions.get(e.definition);
      if (definition !== undefined) waiting.push(definition.of);
    } else if (e.node === "aggregate") {
      const rows = scope.intake.rows.get(e.rows);
      if (rows?.state === "missing") found.add(e.rows);
      for (const row of rows?.list ?? []) collectCells([e.when, e.of, e.weight], row, found);
      for (const part of [e.when, e.of, e.weight]) {
        if (part !== undefined) waiting.push(...outsideRows(part));
      }
    } else {
      waiting.push(...evaluatedParts(e, scope));
    }
  }
}

/** What the caps and vetoes of a group ask that keeps its score open: those that may take something, or may fail. */
export function openLimitsOf(group: Group, { score, weight }: Standing, scope: Scope): readonly Expr[] {
  if (score === undefined || score.state === "error") return [];
  const { high } = rangeOf(score);
  const limits: readonly { readonly of?: Expr | undefined; readonly when?: Expr }[] = [
    ...group.caps,
    ...group.vetoes.map(({ gets, when }) => ({ of: gets, when })),
  ];
  return limits.flatMap(({ of, when }) => {
    if (of === undefined) return [];
    const asked = when === undefined ? [of] : [when, of];
    const most = figureOf(of, scope);
    if (most.state === "error" || asked.some((e) => mayFail(evaluate(e, scope)))) return asked;
    const { low } = rangeOf(most);
    const takes =
      low === undefined ||
      high === undefined ||
      compare(multiply(low.value, divide(weight, group.points)), high.value) < 0;
    return takes ? asked : [];
  });
}

/** The cells of a row that are missing. */
function collectCells(expressions: readonly (Expr | undefined)[], row: Row, found: Set<string>): void {
  for (const e of expressions) {
    if (e === undefined) continue;
    if (e.node === "column") {
      const cell = row.get(e.column);
      if (cell?.state === "missing") found.add(cell.name);
    }
    collectCells(partsHere(e), row, found);
  }
}

/** What an expression over rows takes from outside them. */
function outsideRows(e: Expr): readonly Expr[] {
  return e.node === "input" || e.node === "use" ? [e] : partsHere(e).flatMap(outsideRows);
}

/** Names of fields in the order in which the program declares them. */
export function inOrder(program: Program, found: ReadonlySet<string>): readonly string[] {
  if (found.size < 2) return [...found];
  const order = new Map<string, number>();
  for (const { name, items } of program.fields) {
    order.set(name, order.size);
    for (const item of items) order.set(`${name}.${item.name}`, order.size);
  }
  for (const { name } of program.rowLists) order.set(name, order.size);
  const rank = (name: string): number => {
    const whole = order.get(name);
    if (whole !== undefined) return whole;
    const [start] = name.split(/[.[]/);
    return order.get(start ?? "") ?? order.size;
  };
  return [...found].toSorted((a, b) => rank(a) - rank(b));
}
