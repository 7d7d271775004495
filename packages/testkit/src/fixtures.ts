/**
 * Fixtures are documentation that runs: a Markdown heading is a test, a `heng` block its rules, each row of the table
 * below a filing with its expected score, `// ^^^ H1305` under a line an expected finding (docs/reference/fixtures.md).
 */
import { score, type Result } from "@heng/engine";
import { readCsvFilings } from "@heng/forms";
import {
  compile,
  displayWidth,
  ownFixes,
  type CompiledSource,
  type Diagnostic,
  type TextEdit,
} from "@heng/lang";
import { prove } from "@heng/proofs";

export interface Fixture {
  readonly title: string;
  /** The `heng` block, as written. */
  readonly rules: string;
  readonly table: Table | undefined;
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The fixtures of a page: every `heng` block with the nearest heading above and the table below it. */
export function fixturesOf(markdown: string): readonly Fixture[] {
  const fixtures: { title: string; rules: string; table: Table | undefined }[] = [];
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  let title = "";
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    const heading = /^#{1,4} (.*)$/.exec(line);
    if (heading) title = heading[1] ?? "";
    if (line.startsWith("```")) {
      const end = lines.indexOf("```", i + 1);
      if (line.trim() === "```heng")
        fixtures.push({ title, rules: lines.slice(i + 1, end).join("\n"), table: undefined });
      i = end < 0 ? lines.length : end;
      continue;
    }
    const last = fixtures.at(-1);
    if (line.startsWith("|") && last && !last.table && (lines[i + 1] ?? "").startsWith("|")) {
      const from = i;
      while ((lines[i + 1] ?? "").startsWith("|")) i += 1;
      const cells = lines.slice(from, i + 1).map(cellsOf);
      const [columns = [], , ...rows] = cells;
      if (columns.some((c) => c.startsWith("得分"))) last.table = { columns, rows };
    }
  }
  return fixtures;
}

/** The first table of a page that has expectations. */
export function tableIn(markdown: string): Table | undefined {
  return fixturesOf(markdown.replace(/^```heng .*$/gm, "```text")).findLast(({ table }) => table)?.table;
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .trim()
        .replaceAll("\\|", "|")
        .replace(/^`(.*)`$/, "$1"),
    );
}

/** The rules with what a bare block leaves out put before it. `lines`: how many lines that is. */
export function wholeRules(rules: string): { readonly text: string; readonly lines: number } {
  const lines = rules.split("\n");
  if (lines.some((l) => /^(规则集|ruleset)(\s|$)/.test(l))) return { text: rules, lines: 0 };
  const indicators = lines.flatMap((l) => {
    const found = /^(?:指标|indicator)\s+.*?\s(\d+(?:\.\d+)?)\s*分/.exec(l);
    return found ? [found[1] ?? "0"] : [];
  });
  const has = (word: RegExp): boolean => lines.some((l) => word.test(l));
  const head = [
    "规则集 示例 2022年度",
    ...(has(/^(满分|fullMarks)\s/)
      ? []
      : [`满分 ${indicators.length === 0 ? "10" : addDecimals(indicators)}分`]),
    ...(has(/^(得分保留|round)\s/) ? [] : ["得分保留 2位小数"]),
    ...(has(/^(等级|grade)\s*\{/) ? [] : ["等级 { 合格 >= 0分 }"]),
    ...(has(/^(指标|indicator|自定指标)\s/) ? [] : ["指标 示例指标 10分 { 评分 人工 }"]),
  ];
  return { text: `${head.join("\n")}\n${rules}`, lines: head.length };
}

function addDecimals(list: readonly string[]): string {
  const hundredths = list.reduce((sum, text) => {
    const [whole = "0", part = ""] = text.split(".");
    return sum + BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
  }, 0n);
  const part = `${hundredths % 100n}`.padStart(2, "0").replace(/0+$/, "");
  return `${hundredths / 100n}${part === "" ? "" : `.${part}`}`;
}

/** What a fixture's rules give: the last of its years, and where the text of each stands in it. */
type CompiledFixture = CompiledSource & {
  readonly text: string;
  readonly lines: number;
  readonly years: readonly Year[];
};

/** The rule set of one year in a fixture. */
interface Year {
  readonly file: string;
  readonly year: string;
  /** With what a bare block leaves out, which takes `added` lines. */
  readonly text: string;
  readonly added: number;
  /** Line of the fixture, from 0, at which it begins. */
  readonly line: number;
}

/** A fixture whose last rule sets say 沿用 has years: each begins with its first line and inherits from those before. */
export function yearsOf(rules: string): readonly Year[] {
  const parts: { line: number; lines: string[] }[] = [{ line: 0, lines: [] }];
  for (const [line, text] of rules.split("\n").entries()) {
    if (/^(规则集|ruleset)\s.*(沿用|inherit)/.test(text) && line > 0) parts.push({ line, lines: [] });
    parts.at(-1)?.lines.push(text);
  }
  return parts.map(({ line, lines }) => {
    const { text, lines: added } = wholeRules(lines.join("\n"));
    const [, year = "2022"] = /^(?:规则集|ruleset)\s.*?(\d{4})/m.exec(text) ?? [];
    return { file: line === parts.at(-1)?.line ? "示例.heng" : `${year}.heng`, year, text, added, line };
  });
}

/** What a fixture's rules give. */
export function compileFixture(rules: string): CompiledFixture {
  const years = yearsOf(rules);
  const last = years.at(-1);
  if (!last) throw new Error("a fixture without rules");
  const { file, text } = last;
  const compiled = compile(
    { file, text },
    { inherit: (year) => years.find((one) => one !== last && one.year === year) },
  );
  return { ...compiled, text, lines: last.added, years };
}

/** The rules of a fixture after edits of its last year, as they stand in it. */
export function editedFixture({ text, lines, years }: CompiledFixture, edits: readonly TextEdit[]): string {
  const whole = edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
  const before = years.slice(0, -1).map((year) => ownLines(year.text, year.added));
  return [...before, ownLines(whole, lines)].join("\n");
}

function ownLines(text: string, added: number): string {
  return text.split("\n").slice(added).join("\n");
}

/** The same with what the proofs find, where there is a program to prove. */
export function compileProved(rules: string): CompiledFixture {
  const compiled = compileFixture(rules);
  if (!compiled.program) return compiled;
  const proofs = prove(compiled.program, {
    diagnostics: compiled.diagnostics,
    texts: new Map(compiled.years.map(({ file, text }) => [file, text])),
  });
  const found = [...compiled.diagnostics, ...proofs.diagnostics];
  return { ...compiled, diagnostics: compiled.years.length > 1 ? ownFixes(found, "示例.heng") : found };
}

/** One failed expectation, in words. */
export type Failure = string;

/** Runs a fixture; no failures: it holds. */
export function runFixture(fixture: Fixture, compiler = compileFixture): readonly Failure[] {
  const compiled = compiler(fixture.rules);
  const expected = expectedFindings(fixture.rules);
  const failures = [...findingFailures(compiled, expected)];
  if (!fixture.table) return failures;
  const { program } = compiled;
  if (!program) return [...failures, `no program: ${compiled.diagnostics.map(plain).join(" / ")}`];
  const { columns, rows } = fixture.table;
  const data = columns.flatMap((name, i) => (isExpectation(name) ? [] : [{ name, i }]));
  rows.forEach((row, n) => {
    // An unfiled table (no data columns) is one filing without data.
    const csv = `${["预算单位", ...data.map(({ name }) => quote(name))].join(",")}\n${[`行${n + 1}`, ...data.map(({ i }) => quote(row[i] ?? ""))].join(",")}\n`;
    const { filings, diagnostics } = readCsvFilings(new TextEncoder().encode(csv), program, "表.csv");
    const [filing] = filings;
    if (!filing) {
      failures.push(`row ${n + 1}: not read: ${diagnostics.map(plain).join(" / ")}`);
      return;
    }
    const result = score(program, filing, { lang: "zh" });
    columns.forEach((name, i) => {
      const failure = isExpectation(name) ? expectationFailure(name, row[i] ?? "", result) : undefined;
      if (failure !== undefined) failures.push(`row ${n + 1}: ${failure}`);
    });
  });
  return failures;
}

function isExpectation(column: string): boolean {
  return (
    column === "得分" ||
    column.startsWith("得分 ") ||
    column === "说明" ||
    column === "等级" ||
    column === "合计"
  );
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function plain(d: Diagnostic): string {
  return `${d.code} ${d.message.zh}`;
}

function expectationFailure(column: string, expected: string, result: Result): Failure | undefined {
  if (expected === "") return undefined;
  if (column === "等级")
    return result.grade === expected ? undefined : `等级 ${result.grade} instead of ${expected}`;
  if (column === "合计") {
    const found = result.total ?? `待补${result.range ? ` ${result.range.join("~")}` : ""}`;
    return found === expected ? undefined : `合计 ${found} instead of ${expected}`;
  }
  const wanted = column.startsWith("得分 ") ? column.slice(3).trim() : "";
  const indicator = indicatorNamed(result, wanted);
  if (!indicator) return `no indicator ${wanted}`;
  if (column === "说明") {
    return indicator.explanation.includes(expected)
      ? undefined
      : `the sentence “${indicator.explanation}” lacks “${expected}”`;
  }
  const shown = scoreShown(result, wanted);
  const same = shown === expected || (expected === "待补" && indicator.state === "pending");
  const why = result.diagnostics.length > 0 && !same ? ` [${result.diagnostics.map(plain).join(" / ")}]` : "";
  return same ? undefined : `得分 ${shown} instead of ${expected} (${indicator.explanation})${why}`;
}

/** The indicator of a name, or the first leaf where none is said. */
function indicatorNamed(result: Result, name: string): Result["indicators"][number] | undefined {
  return result.indicators.find((i) =>
    name === "" ? i.kind !== "group" : i.id === name || i.path.at(-1) === name,
  );
}

/** What the 得分 column of a table says of an indicator: `9.09`, `待补 2.00~3.00`, `错误`, `不适用`. */
export function scoreShown(result: Result, name: string): string | undefined {
  const indicator = indicatorNamed(result, name);
  if (!indicator) return undefined;
  const range = indicator.range ? ` ${indicator.range.join("~")}` : "";
  switch (indicator.state) {
    case "pending":
      return `待补${range}`;
    case "error":
      return "错误";
    case "notApplicable":
      return "不适用";
    default:
      return indicator.score ?? "—";
  }
}

// ---- findings ----------------------------------------------------------------------------------------------

export interface ExpectedFinding {
  readonly code: string;
  /** Line of the rules, from 0, and the display columns the carets cover. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** `// ^^^ H1305` lines: the finding lies on the nearest line above that is no such line, under the carets. */
export function expectedFindings(rules: string): readonly ExpectedFinding[] {
  const lines = rules.split("\n");
  return lines.flatMap((line, i) => {
    const found = /^(\s*\/\/\s*)(\^+)\s*(H\d{4})\b/.exec(line);
    if (!found) return [];
    let above = i - 1;
    while (above > 0 && CARETS.test(lines[above] ?? "")) above -= 1;
    const from = (found[1] ?? "").length;
    return [{ code: found[3] ?? "", line: above, from, to: from + (found[2] ?? "").length }];
  });
}
const CARETS = /^\s*\/\/\s*\^+\s*H\d{4}\b/;

/** The rules without their caret lines. */
export function withoutCarets(rules: string): string {
  return rules
    .split("\n")
    .filter((line) => !CARETS.test(line))
    .join("\n");
}

function findingFailures(
  compiled: Pick<CompiledFixture, "years" | "diagnostics">,
  expected: readonly ExpectedFinding[],
): readonly Failure[] {
  const failures: Failure[] = [];
  const left = compiled.diagnostics.map((d) => ({ d, ...position(compiled.years, d) }));
  for (const e of expected) {
    const at = left.findIndex(
      ({ d, line, from, to }) => d.code === e.code && line === e.line && from < e.to && to > e.from,
    );
    if (at >= 0) left.splice(at, 1);
    else failures.push(`expected ${e.code} at line ${e.line + 1}, columns ${e.from}–${e.to}`);
  }
  for (const { d, line, from, to } of left)
    failures.push(`unexpected at line ${line + 1}, columns ${from}–${to}: ${plain(d)}`);
  return failures;
}

/** Line from 0 within the fixture's own text, and display columns. A finding of no width covers one column. */
function position(years: readonly Year[], d: Diagnostic): { line: number; from: number; to: number } {
  const year = years.find(({ file }) => file === d.range?.file) ?? years.at(-1);
  const { text = "", added = 0, line = 0 } = year ?? {};
  const start = d.range?.start ?? 0;
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lineEnd = text.indexOf("\n", start);
  const end = Math.min(d.range?.end ?? start, lineEnd < 0 ? text.length : lineEnd);
  const from = displayWidth(text.slice(lineStart, start));
  return {
    line: line + before.split("\n").length - 1 - added,
    from,
    to: Math.max(from + 1, displayWidth(text.slice(lineStart, end))),
  };
}
