/**
 * Planted mistakes: fixtures whose table says for each finding that has one the filing that shows it, with what the
 * engine makes of that filing. A row without a code is a filing to compare with.
 */
import { score, type Result } from "@heng/engine";
import { readJsonFilings } from "@heng/forms";
import type { Diagnostic, Program, TextEdit } from "@heng/lang";
import {
  compileProved,
  runFixture,
  scoreShown,
  withoutCarets,
  type Failure,
  type Fixture,
} from "./fixtures.ts";

/** The finding that the row's filing shows. */
const CODE = "反例";
/** Words that the message must have: a figure worked out by hand. */
const MESSAGE = "提示";
const NO_ROWS = "一行也没有";

/** A fixture whose mistakes are found where the carets are, each shown by the filing of its row. */
export function runPlanted(fixture: Fixture): readonly Failure[] {
  const failures = [...runFixture({ ...fixture, table: undefined }, compileProved)];
  const { program, diagnostics } = compileProved(fixture.rules);
  const left = [...diagnostics];
  const { columns, rows } = fixture.table ?? { columns: [], rows: [] };
  for (const cells of rows) {
    const row = new Map(columns.map((name, i) => [name, cells[i] ?? ""]));
    const code = row.get(CODE) ?? "";
    const words = row.get(MESSAGE) ?? "";
    const data = dataOf(row);
    const at = left.findIndex((d) => d.code === code && d.message.zh.includes(words));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (code !== "" && !found) failures.push(`no ${code} with “${words}”`);
    if (found && JSON.stringify(sorted(dataShown(found))) !== JSON.stringify(sorted(data)))
      failures.push(
        `${code} is shown by ${JSON.stringify(dataShown(found))} instead of ${JSON.stringify(data)}`,
      );
    if (program) failures.push(...scoreFailures(program, data, row));
  }
  for (const d of left)
    if (d.counterexample) failures.push(`${d.code} has no row: ${JSON.stringify(d.counterexample.data)}`);
  return failures;
}

/** What nothing uses once it has been taken out is told then. */
const UNUSED = "H1103";

/** What is wrong with the fixes of a fixture's findings: each mends its finding, and brings no other. */
export function fixFailures({ rules }: Fixture): readonly Failure[] {
  const own = withoutCarets(rules);
  const { diagnostics, text, lines } = compileProved(own);
  const codes = diagnostics.map(({ code }) => code);
  return diagnostics.flatMap((d, i) =>
    d.fixes.flatMap(({ title, edits }) => {
      const mended = applied(text, edits).split("\n").slice(lines).join("\n");
      const others = codes.filter((_, at) => at !== i);
      const found = compileProved(mended).diagnostics.filter(({ code }) => {
        const at = others.indexOf(code);
        if (at >= 0) others.splice(at, 1);
        return at < 0 && code !== UNUSED;
      });
      return found.map(({ code, message }) => `${d.code} ${title.zh}: ${code} ${message.zh} in\n${mended}`);
    }),
  );
}

/** A text with edits made in it. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((t, { start, end, text: put }) => t.slice(0, start) + put + t.slice(end), text);
}

type Data = Record<string, unknown>;

const sorted = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function dataShown({ counterexample }: Diagnostic): Data {
  return { ...counterexample?.data };
}

/** What a row files: blank is not filed, `清单.项` an item, `资金 0万元；完成率 0%` one row of a list. */
function dataOf(row: ReadonlyMap<string, string>): Data {
  const data: Data = {};
  for (const [name, cell] of row) {
    if (cell === "" || name === CODE || name === MESSAGE || name.startsWith("得分")) continue;
    const [field = "", item] = name.split(".");
    if (item !== undefined) data[field] = { ...(data[field] as object | undefined), [item]: cell === "是" };
    else if (cell === NO_ROWS) data[field] = [];
    else if (/^\S+ \S+(；\S+ \S+)*$/.test(cell))
      data[field] = [Object.fromEntries(cell.split("；").map((part) => part.split(" ")))];
    else data[field] = cell === "是" || cell === "否" ? cell === "是" : cell;
  }
  return data;
}

function scoreFailures(program: Program, data: Data, row: ReadonlyMap<string, string>): readonly Failure[] {
  const wanted = Array.from(row).filter(([name, cell]) => name.startsWith("得分") && cell !== "");
  if (wanted.length === 0) return [];
  const text = JSON.stringify({ schema: "heng.filing/1", agency: "示例单位", data });
  const { filings, diagnostics } = readJsonFilings(new TextEncoder().encode(text), program, "反例.json");
  const [filing] = filings;
  if (!filing || diagnostics.some((d) => d.severity === "error"))
    return [`${text} cannot be filed: ${diagnostics.map((d) => d.message.zh).join(" / ")}`];
  const result: Result = score(program, filing, { lang: "zh" });
  return wanted.flatMap(([name, cell]) => {
    const found = scoreShown(result, name.slice("得分".length).trim());
    return found === cell ? [] : [`${name} is ${found ?? "not there"} instead of ${cell} for ${text}`];
  });
}
