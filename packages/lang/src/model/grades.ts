/** 等级: bounds in 分, descending, without a gap. */
import { add, compare, type Fraction } from "@heng/number";
import type { Grade } from "../core/program.ts";
import { POINTS } from "../core/type.ts";
import * as b from "../core/build.ts";
import type { GradesNode } from "../syntax/tree.ts";
import { figureAs } from "./expression.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1501 } from "./H1501-grades-not-descending/index.ts";
import { H1502 } from "./H1502-grade-gap/index.ts";
import { H1503 } from "./H1503-grade-unreachable/index.ts";
import { H1504 } from "./H1504-grade-sign/index.ts";
import { finding, rangeOf, replacement, type Scope } from "./scope.ts";

export function grades(node: GradesNode, file: string, scope: Scope): readonly Grade[] {
  const list: Grade[] = [];
  for (const row of node.rows) {
    if (!row.name) continue;
    const name = row.name.text;
    if (list.some((g) => g.name === name)) finding(scope, H1102, { name }, rangeOf(file, row.name));
    if (!row.comparison) {
      list.push({ name, atLeast: undefined, strict: false });
      continue;
    }
    const { sign, right } = row.comparison;
    if (sign !== ">=" && sign !== ">") {
      finding(scope, H1504, { name, sign }, rangeOf(file, row.comparison));
      continue;
    }
    const e = figureAs(right, POINTS, { file }, scope);
    if (e?.node === "figure") list.push({ name, atLeast: e.value, strict: sign === ">" });
  }
  checkOrder(node, list, file, scope);
  return list;
}

function checkOrder(node: GradesNode, list: readonly Grade[], file: string, scope: Scope): void {
  for (const [i, grade] of list.entries()) {
    const before = list[i - 1];
    const row = node.rows.find((r) => r.name?.text === grade.name) ?? node;
    if (before && before.atLeast === undefined) {
      finding(scope, H1501, { name: grade.name, before: before.name, otherwise: true }, rangeOf(file, row));
    } else if (before?.atLeast && grade.atLeast) {
      const order = compare(before.atLeast, grade.atLeast);
      // `> 90` then `>= 90` is a ladder still; the same bound and sign twice is not.
      if (order < 0 || (order === 0 && !(before.strict && !grade.strict))) {
        finding(
          scope,
          H1501,
          { name: grade.name, before: before.name, otherwise: false },
          rangeOf(file, row),
        );
      }
    }
  }
  const last = list.at(-1);
  if (last?.atLeast) {
    const row = node.rows.at(-1) ?? node;
    const zero = last.atLeast.n <= 0n && !last.strict;
    if (!zero) {
      finding(
        scope,
        H1502,
        { name: last.name, below: `${b.showPlain(last.atLeast)}分` },
        rangeOf(file, row),
        {
          fixes: [
            replacement(
              { file, start: row.end, end: row.end },
              `\n  差 其他`,
              "在最后加一行：差 其他",
              "add a last line: 差 otherwise",
            ),
          ],
        },
      );
    }
  }
}

/** A grade above the highest attainable total can never be given. */
export function checkReach(
  node: GradesNode,
  list: readonly Grade[],
  highest: Fraction,
  bonus: Fraction,
  file: string,
  scope: Scope,
): void {
  const top = add(highest, bonus);
  for (const grade of list) {
    if (
      grade.atLeast &&
      (compare(grade.atLeast, top) > 0 || (grade.strict && compare(grade.atLeast, top) === 0))
    ) {
      const row = node.rows.find((r) => r.name?.text === grade.name) ?? node;
      finding(scope, H1503, { name: grade.name, highest: `${b.showPlain(top)}分` }, rangeOf(file, row));
    }
  }
}
