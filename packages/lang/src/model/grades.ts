/** 等级: bounds in 分, descending, without a gap. */
import { add, compare, type Fraction } from "@heng/number";
import type { Grade } from "../core/program.ts";
import { POINTS } from "../core/type.ts";
import * as b from "../core/build.ts";
import type { Range } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { GradeRowNode, GradesNode } from "../syntax/tree.ts";
import { figureAs } from "./expression.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1501 } from "./H1501-grades-not-descending/index.ts";
import { H1502 } from "./H1502-grade-gap/index.ts";
import { H1503 } from "./H1503-grade-unreachable/index.ts";
import { H1504 } from "./H1504-grade-sign/index.ts";
import { H1505 } from "./H1505-grade-signs-mixed/index.ts";
import { normal } from "./names.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";

/** What is in a row whose bound could not be read. */
const MISREAD: ReadonlySet<string> = new Set(["missing", "quantity", "junk", "paren", "sum"]);

interface Written {
  readonly grade: Grade;
  readonly row: GradeRowNode;
}

export function grades(node: GradesNode, file: string, scope: Scope): readonly Grade[] {
  const list: Written[] = [];
  const seen = new Map<string, Range>();
  // A row with an error declares its name all the same; what the others leave open may be its.
  const refused = (name: string): void => {
    scope.broken.add(name);
    whole = false;
  };
  let whole = true;
  for (const row of node.rows) {
    if (!row.name) continue;
    const name = row.name.text;
    const first = seen.get(normal(name));
    if (first)
      finding(scope, H1102, { name }, rangeOf(file, row.name), {
        related: [{ range: first, message: { zh: "先写在这里", en: "first written here" } }],
      });
    seen.set(normal(name), rangeOf(file, row.name));
    if (!row.comparison) {
      if (row.children.some(({ kind }) => MISREAD.has(kind))) {
        refused(name); // the parser has said what is wrong with it
        continue;
      }
      list.push({ grade: { name, atLeast: undefined, strict: false }, row });
      continue;
    }
    const { sign, right } = row.comparison;
    if (sign !== ">=" && sign !== ">") {
      const range = rangeOf(file, row.comparison);
      const last = sign === "<" && row === node.rows.at(-1);
      finding(scope, H1504, { name, sign, last }, range, {
        fixes: last ? [replacement(range, "其他", `将“${name}”改为 其他`, `make ${name} otherwise`)] : [],
      });
      refused(name);
      continue;
    }
    const e = figureAs(right, POINTS, { file }, scope);
    if (e?.node === "figure")
      list.push({ grade: { name, atLeast: e.value, strict: sign === ">", origin: rangeOf(file, row) }, row });
    else {
      refused(name);
      if (e)
        finding(
          scope,
          H1108,
          { part: { zh: "下限（一个数，如 90分）", en: "a bound (one figure, such as 90分)" }, of: name },
          rangeOf(file, right),
        );
    }
  }
  checkOrder(list, whole, file, scope);
  return list.map(({ grade }) => grade);
}

function checkOrder(list: readonly Written[], whole: boolean, file: string, scope: Scope): void {
  for (const [i, { grade, row }] of list.entries()) {
    const before = list[i - 1]?.grade;
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
  checkSigns(list, file, scope);
  const last = list.at(-1);
  if (!whole || !last?.grade.atLeast || (last.grade.atLeast.n <= 0n && !last.grade.strict)) return;
  const { name, atLeast } = last.grade;
  const range = rangeOf(file, last.row);
  finding(scope, H1502, { name, below: `${b.showPlain(atLeast)}分`, lowest: name === LOWEST }, range, {
    fixes:
      name === LOWEST && last.row.comparison
        ? [
            replacement(
              rangeOf(file, last.row.comparison),
              "其他",
              `将“${name}”改为 其他`,
              `make ${name} otherwise`,
            ),
          ]
        : list.some(({ grade }) => grade.name === LOWEST)
          ? []
          : [
              replacement(
                { file, start: range.end, end: range.end },
                `\n  ${LOWEST} 其他`,
                `在最后加一行：${LOWEST} 其他`,
                `add a last line: ${LOWEST} otherwise`,
              ),
            ],
  });
}

/** Whether a total on the bound has the grade should not differ from grade to grade. */
function checkSigns(list: readonly Written[], file: string, scope: Scope): void {
  const bounded = list.filter(({ grade }) => grade.atLeast !== undefined);
  const strict = bounded.filter(({ grade }) => grade.strict).length;
  const tie = 2 * strict === bounded.length;
  const usual = tie ? bounded[0]?.grade.strict === true : 2 * strict > bounded.length;
  for (const [i, { grade, row }] of bounded.entries()) {
    if (grade.strict === usual || !grade.atLeast || grade.atLeast.n === 0n || !row.comparison) continue;
    // `> 90分` and then `>= 90分` is meant.
    const beside = [bounded[i - 1], bounded[i + 1]].map((one) => one?.grade.atLeast);
    if (beside.some((bound) => bound && grade.atLeast && compare(bound, grade.atLeast) === 0)) continue;
    const [sign, others] = usual ? [">=", ">"] : [">", ">="];
    const bound = `${b.showPlain(grade.atLeast)}分`;
    const range = rangeOf(file, row.comparison);
    finding(scope, H1505, { name: grade.name, sign, others, bound }, range, {
      fixes: [
        replacement(range, `${others} ${bound}`, `改为 ${others} ${bound}`, `write ${others} ${bound}`),
      ],
    });
  }
}

const LOWEST = "差";

/** Whether a total gets a grade, or a better one. */
export function reaches(total: Fraction, { atLeast, strict }: Grade): boolean {
  if (!atLeast) return true;
  return strict ? compare(total, atLeast) > 0 : compare(total, atLeast) >= 0;
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
    if (!reaches(top, grade)) {
      const row = node.rows.find((r) => r.name?.text === grade.name) ?? node;
      finding(scope, H1503, { name: grade.name, highest: `${b.showPlain(top)}分` }, rangeOf(file, row));
    }
  }
}
