/** What a rule set says of the whole: its name and year, 满分, and how scores are rounded. */
import { POINTS } from "../core/type.ts";
import { diagnose, type Range, type Report } from "../diagnostics/diagnostic.ts";
import { replacement } from "../diagnostics/fix.ts";
import type { ArgumentNode, Node, StatementNode } from "../syntax/tree.ts";
import { figureAs } from "./expression.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1118 } from "./H1118-year-differs/index.ts";
import { isExpr } from "./value-and-target.ts";
import { unread, type Unread } from "./unread.ts";
import type { Marks } from "./sums.ts";
import { checkDecimals } from "./weights.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";
import type { ParsedFile } from "./includes.ts";
import type { StatementOf } from "./declare.ts";

/** What the first line says. */
interface Heading {
  readonly name: string;
  readonly year: string;
  readonly at: Range;
}

/** What the whole seems to lack may be said in what was not read: a property on a line, 等级 and indicators in a block. */
export function elsewhere(statements: readonly StatementNode[], includesFailed: boolean): Unread {
  const inherits = statements.some((s) => s.kind === "amendment" || (s.kind === "ruleset" && s.inherit));
  const { lines, blocks } = unread(statements);
  return { lines: lines || inherits, blocks: blocks || inherits || includesFailed };
}

/** The heading of the main file, and that its year is that of the folder; undefined when reported. */
export function header(
  main: ParsedFile,
  nodes: readonly StatementOf<"ruleset">[],
  folder: string | undefined,
  hidden: Unread,
  scope: Scope,
): Heading | undefined {
  const { file, tree } = main;
  const node = nodes.find((n) => n.file === file)?.node;
  const [second] = nodes.filter((n) => n.file === file).slice(1);
  if (second) finding(scope, H1102, { name: "规则集" }, rangeOf(file, second.node));
  if (!node?.name || !node.year) {
    // A heading that lacks its name or year has been reported by the parser.
    if (!node && !hidden.lines)
      finding(
        scope,
        H1108,
        { part: { zh: "第一行 规则集 名称 2022年度", en: "a first line: ruleset name 2022 year" }, of: file },
        rangeOf(file, tree.statements[0] ?? tree.endToken),
      );
    return undefined;
  }
  if (folder !== undefined && folder !== node.year.value) {
    finding(scope, H1118, { heading: node.year.value, folder }, rangeOf(file, node.year));
  }
  return { name: node.name.text, year: node.year.value, at: rangeOf(file, node.name) };
}

/** 得分保留 n位小数; 2 when not said (reported). */
export function decimals(
  statements: readonly StatementNode[],
  file: string,
  hidden: Unread,
  report: Report,
): number {
  const node = statements.find((s) => s.kind === "property" && s.phrase.id === "round");
  const head = node?.kind === "property" ? node.phrase.head : undefined;
  const DIGITS = ["0", "1", "2", "3", "4", "5", "6"];
  if (
    head?.kind === "quantity" &&
    (head.unit === "位小数" || head.unit === "decimals") &&
    DIGITS.includes(head.number)
  )
    return DIGITS.indexOf(head.number);
  const at: Node | undefined = node ?? (hidden.lines ? undefined : statements[0]);
  const digit = head?.kind === "quantity" && DIGITS.includes(head.number) ? head.number : undefined;
  if (at && head?.kind !== "missing")
    report(
      diagnose(
        H1108,
        node
          ? {
              part:
                digit === undefined
                  ? { zh: "n位小数（n 为 0 至 6）", en: "n decimals (n from 0 to 6)" }
                  : { zh: `${digit}位小数`, en: `${digit} decimals` },
              of: node.kind === "property" ? node.phrase.word.text : "",
            }
          : {
              part: { zh: "得分保留 n位小数（n 为 0 至 6）", en: "round n decimals (n from 0 to 6)" },
              of: "规则集",
            },
        { range: rangeOf(file, at) },
        {
          fixes:
            digit && head
              ? [
                  replacement(
                    rangeOf(file, head),
                    `${digit}位小数`,
                    `改为 ${digit}位小数`,
                    `write ${digit}位小数`,
                  ),
                ]
              : [],
        },
      ),
    );
  return 2;
}

/** 满分, with its own checks; the sums of what is below it are another matter. */
export function wholeMarks(
  head: ArgumentNode | undefined,
  at: Range | undefined,
  file: string,
  hidden: Unread,
  scope: Scope,
): Marks | undefined {
  const range = head ? rangeOf(file, head) : (at ?? { file, start: 0, end: 0 });
  const e = head && isExpr(head) ? figureAs(head, POINTS, { file }, scope) : undefined;
  if (!head && !hidden.lines)
    finding(scope, H1108, { part: { zh: "满分 100分", en: "fullMarks 100分" }, of: "规则集" }, range);
  if (e?.node !== "figure") {
    if (e)
      finding(
        scope,
        H1108,
        {
          part: { zh: "满分（一个数，如 100分）", en: "full marks (one figure, such as 100分)" },
          of: "规则集",
        },
        range,
      );
    return undefined;
  }
  return { points: e.value, at: range, even: checkDecimals(e.value, "满分", range, scope) };
}
