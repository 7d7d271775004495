/** A result as the official 自评表 shows it, with what lost points, what is missing, and how scores came about. */
import { H3121, type IndicatorPoints, type IndicatorResult, type Result } from "@heng/engine";
import { inRow, isOf } from "@heng/lang";
import type { Session } from "../session.ts";
import { paint } from "./colour.ts";
import { table, type Column } from "./table.ts";
import { padStart, widest, width } from "./width.ts";
import { wrap } from "./wrap.ts";

export interface ScoreOptions {
  /** The rule file. */
  readonly rules: string;
  /** Derivations: of all, in place of the table; or of the indicators named or the total, below the table cut to them. */
  readonly explain: undefined | "all" | "total" | { named(indicator: IndicatorResult): boolean };
  readonly onlyLost: boolean;
  /** No other filing is shown: what may be written for missing data is told as well. */
  readonly alone: boolean;
}

type Words = Pick<Session, "say" | "columns" | "lang" | "quiet">;

export function resultLines(result: Result, options: ScoreOptions, words: Words): readonly string[] {
  const { explain, alone } = options;
  const named = typeof explain === "object" ? explain : undefined;
  const listed = named
    ? withBelow(result.indicators, (i) => named.named(i))
    : options.onlyLost
      ? withAbove(result.indicators, (i) => i.lost !== null || i.state === "pending" || i.state === "error")
      : result.indicators;
  const top = [...heading(result, options.rules, words), ""];
  if (explain === "all")
    return [...top, ...derived(result, listed, words), ...after(result, { told: true, alone }, words)];
  if (explain === "total") {
    const sentence = wrap(result.explanation, { width: words.columns, rest: "  " });
    return [...top, ...scoreTable(result, [], true, words), "", ...sentence];
  }
  const shown = [...top, ...scoreTable(result, listed, named === undefined, words)];
  return named
    ? [...shown, "", ...derivations(listed, words)]
    : [...shown, ...after(result, { told: false, alone }, words)];
}

function heading(result: Result, rules: string, { columns, say, quiet }: Words): readonly string[] {
  const { title, year } = result.ruleset;
  const name = paint("bold", `${title} ${say({ zh: `${year}年度`, en: year })}`);
  const parts = [
    name,
    ...(result.input.agency === null ? [] : [result.input.agency]),
    ...(quiet ? [] : [rules, result.input.name]),
  ];
  const line = parts.join("  ");
  // A line as wide as the window is broken by some terminals.
  return widest(line) < columns ? [line] : parts.flatMap((p) => wrap(p, { width: columns, rest: "  " }));
}

function scoreTable(
  result: Result,
  indicators: readonly IndicatorResult[],
  whole: boolean,
  words: Words,
): readonly string[] {
  const { say, columns } = words;
  const heads: readonly Column[] = [
    { head: say({ zh: "指标", en: "Indicator" }), align: "left", least: 20 },
    { head: say({ zh: "分值", en: "Points" }), align: "right" },
    { head: say({ zh: "目标", en: "Target" }), align: "right", least: 8 },
    { head: say({ zh: "实际", en: "Actual" }), align: "right", least: 8 },
    { head: say({ zh: "得分", en: "Score" }), align: "right" },
    { head: "", align: "left", least: 8 },
  ];
  // Indicators asked for by name stand at the margin.
  const top = Math.min(...indicators.map((i) => i.path.length));
  const rows = indicators.map((i) => [
    "  ".repeat(depthOf(i, top)) + nameOf(i, words),
    i.points,
    i.target ?? "",
    i.actual ?? "",
    scoreCell(i, words),
    remark(i, words),
  ]);
  const sum = [
    say({ zh: "合计", en: "Total" }),
    result.fullMarks,
    "",
    "",
    totalCell(result, words),
    [rangeOf(result), result.grade ?? ""].filter(Boolean).join("  "),
  ];
  const all = whole ? [...rows, sum] : rows;
  // A column that is empty throughout, such as the remarks, is left out.
  const used = heads.map((h, i) => h.head !== "" || all.some((row) => row[i] !== ""));
  const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => used[i]);
  // Beside the total, a list of grades would be broken in the last column.
  const grades = whole && result.grade === null ? possibleGrades(result, words) : "";
  const open = grades && say({ zh: `等级${grades}`, en: `the grade ${grades}` });
  return [
    ...table(kept(heads), all.map(kept), columns),
    ...(open === "" ? [] : wrap(open, { width: columns, rest: "  " })),
  ];
}

/** How far an indicator stands below the top; what is added to or taken from the whole stands at the margin. */
function depthOf({ kind, path }: IndicatorResult, top = 1): number {
  return kind === "bonus" || kind === "penalty" ? 0 : path.length - top;
}

/** What an indicator gives beyond its points has its name: it is told from it. */
function nameOf({ id, path }: IndicatorResult, { say }: Words): string {
  const name = path.at(-1) ?? "";
  return id.endsWith("#bonus") ? say({ zh: `${name}（超过分值）`, en: `${name} (beyond its points)` }) : name;
}

function scoreCell(indicator: IndicatorResult, { say }: Words): string {
  if (indicator.state === "pending") return say({ zh: "待补", en: "pending" });
  if (indicator.state === "error") return say({ zh: "错误", en: "error" });
  return indicator.score ?? "-";
}

function remark(indicator: IndicatorResult, { say }: Words): string {
  const remarks = [];
  if (indicator.state === "notApplicable") remarks.push(say({ zh: "不适用", en: "not applicable" }));
  if (indicator.state !== "scored" && indicator.range) remarks.push(indicator.range.join("~"));
  if (indicator.apportioned !== null) {
    remarks.push(say({ zh: `按${indicator.apportioned}分`, en: `of ${indicator.apportioned}` }));
  }
  return remarks.join(say({ zh: "，", en: ", " }));
}

function totalCell(result: Result, { say }: Words): string {
  if (result.total !== null) return result.total;
  const failed = result.indicators.some((i) => i.state === "error");
  return failed ? say({ zh: "错误", en: "error" }) : say({ zh: "待补", en: "pending" });
}

function gradeCell(result: Result, words: Words): string {
  return [rangeOf(result), result.grade ?? possibleGrades(result, words)].filter(Boolean).join("  ");
}

/** What the total may still come to. */
function rangeOf({ total, range }: Result): string {
  return total === null && range ? range.join("~") : "";
}

function possibleGrades({ grades }: Result, { say }: Words): string {
  const { zh, en } = inRow(grades);
  return grades.length === 0 ? "" : say({ zh: `可能为 ${zh}`, en: `may be ${en}` });
}

/** The lines of losses and bonuses, and what is missing. `told`: the total's own sentence follows anyway. */
function after(
  result: Result,
  { told, alone }: { readonly told: boolean; readonly alone: boolean },
  { say, columns }: Words,
): readonly string[] {
  const lines: string[] = [];
  const { lost: losses, gained: gains, balance } = result;
  const { lost, gained } = balance;
  const names = (list: readonly IndicatorPoints[]): string =>
    say(
      inRow(
        list.map(({ path }) => path.at(-1) ?? ""),
        (_, i) => ` ${list[i]?.points}`,
      ),
    );
  // Weights, rescaling, caps or vetoes stand between the leaves and the whole.
  const apart = balance.addsUp === false;
  const whole = apart ? balance.short : null;
  if (losses.length > 0 || whole !== null) {
    const head =
      result.total === null
        ? say({ zh: `失分（已得出的部分）${lost}`, en: `lost so far ${lost}` })
        : whole === null
          ? say({ zh: `失分 ${lost}`, en: `lost ${lost}` })
          : say({
              zh: `失分 ${whole}（经封顶、否决、折算或加权）`,
              en: `lost ${whole} (by caps, vetoes, rescaling or weights too)`,
            });
    const text = losses.length > 0 ? head + say({ zh: "：", en: ": " }) + names(losses) : head;
    lines.push("", ...wrap(text, { width: columns, rest: "  " }));
  }
  if (gains.length > 0) {
    const text = say({ zh: `加分 ${gained}：`, en: `bonus ${gained}: ` }) + names(gains);
    lines.push(...(lines.length > 0 ? [] : [""]), ...wrap(text, { width: columns, rest: "  " }));
  }
  if (apart && !told) lines.push(...wrap(result.explanation, { width: columns, first: "  ", rest: "  " }));
  const open = result.diagnostics.find((one) => isOf(H3121, one));
  if (open) {
    const missing = shortNames(open.data.fields);
    const text = say({
      zh: `待补 ${missing.length} 项数据：${inRow(missing).zh}`,
      en: `${missing.length} missing: ${inRow(missing).en}`,
    });
    lines.push("", ...wrap(text, { width: columns, rest: "  " }));
    if (alone) lines.push(...wrap(say(open.mend), { width: columns, first: "  ", rest: "  " }));
  }
  return lines;
}

/** What is judged is called by its indicator's path; its name alone is enough where no other has it. */
function shortNames(names: readonly string[]): readonly string[] {
  const short = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
  return names.map((name) =>
    names.some((other) => other !== name && short(other) === short(name)) ? name : short(name),
  );
}

function derivations(listed: readonly IndicatorResult[], words: Words): readonly string[] {
  return listed
    .map((i) => told(i, words))
    .filter(Boolean)
    .flatMap((text) => wrap(text, { width: words.columns, rest: "  " }));
}

/**
 * The table with sentences in place of targets and values: scores and points first, where they line up, then the indicators as a
 * tree, each with how its score came about. The basis that most have is said once.
 */
function derived(result: Result, listed: readonly IndicatorResult[], words: Words): readonly string[] {
  const { say, columns } = words;
  const basis = commonBasis(listed);
  const rows = listed.map((i) => {
    const plain = i.kind === "group" && i.addsUp !== false;
    const text = plain ? paint("bold", groupName(i, words)) : withoutBasis(told(i, words), basis, words);
    return { indicator: i, text, score: scoreCell(i, words), lost: i.kind !== "group" && i.lost !== null };
  });
  const score = say({ zh: "得分", en: "Score" });
  const points = say({ zh: "分值", en: "Points" });
  const total = totalCell(result, words);
  const scores = Math.max(...[score, total, ...rows.map((r) => r.score)].map(widest));
  const full = Math.max(...[points, result.fullMarks, ...listed.map((i) => i.points)].map(widest));
  const line = (first: string, second: string, text: string, depth = 0): readonly string[] => {
    const figures = `${padStart(first, scores)}  ${padStart(second, full)}  ${"  ".repeat(depth)}`;
    return wrap(text, { width: columns, first: figures, rest: " ".repeat(width(figures) + 2) });
  };
  const head = say({ zh: "指标和得分的由来", en: "Indicator, and how its score came about" });
  return [
    ...(basis === undefined
      ? []
      : [...wrap(basisLine(basis, listed, words), { width: columns, rest: "  " }), ""]),
    ...line(score, points, head),
    ...rows.flatMap(({ indicator, text, score: own, lost }, i) => {
      const { kind, points: of } = indicator;
      const before = rows[i - 1]?.indicator;
      // Air around what stands at the top and has others below it.
      const depth = depthOf(indicator);
      const apart = depth === 0 && before !== undefined && (kind === "group" || depthOf(before) > 0);
      return [...(apart ? [""] : []), ...line(lost ? paint("yellow", own) : own, of, text, depth)];
    }),
    "",
    ...line(total, result.fullMarks, result.explanation),
  ];
}

/** A group whose sentence would only add up what is below it. */
function groupName(group: IndicatorResult, words: Words): string {
  return [group.path.at(-1) ?? "", remark(group, words)].filter(Boolean).join("  ");
}

/** The basis that most of the indicators have, unless each has its own. */
function commonBasis(indicators: readonly IndicatorResult[]): string | undefined {
  const counts = new Map<string, number>();
  for (const i of indicators) {
    const basis = basisOf(i);
    if (basis !== undefined) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  }
  const [most] = Array.from(counts).toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > 1 ? most[0] : undefined;
}

function basisOf({ steps }: IndicatorResult): string | undefined {
  return steps.find((step) => step.citation !== null)?.citation ?? undefined;
}

function basisLine(basis: string, listed: readonly IndicatorResult[], { say }: Words): string {
  const alone = listed.every((i) => basisOf(i) === undefined || basisOf(i) === basis);
  return alone
    ? say({ zh: `依据：${basis}。`, en: `Basis: ${basis}.` })
    : say({
        zh: `依据：${basis}；依据不同的，在句末写明。`,
        en: `Basis: ${basis}; where it is another one, the sentence says so.`,
      });
}

/** The sentence without the basis at its end, where that has been said. */
function withoutBasis(sentence: string, basis: string | undefined, { say }: Words): string {
  const tail = say({ zh: `依据：${basis}。`, en: ` Basis: ${basis}.` });
  return basis !== undefined && sentence.endsWith(tail) ? sentence.slice(0, -tail.length) : sentence;
}

/** The sentence; its indicator's name before it where it does not begin with it. */
function told({ path, kind, explanation }: IndicatorResult, { say }: Words): string {
  const name = path.at(-1) ?? "";
  const lead = kind === "group" ? `${name} ` : `${name} = `;
  if (explanation === "" || explanation.startsWith(lead)) return explanation;
  return say({ zh: `${name}：${explanation}`, en: `${name}: ${explanation}` });
}

/** Whether an indicator stands somewhere below a group. */
function isBelow({ path }: IndicatorResult, group: IndicatorResult): boolean {
  return path.length > group.path.length && group.path.every((name, i) => path[i] === name);
}

function withBelow(
  all: readonly IndicatorResult[],
  chosen: (indicator: IndicatorResult) => boolean,
): readonly IndicatorResult[] {
  const tops = all.filter(chosen);
  return all.filter((i) => tops.some((top) => top === i || isBelow(i, top)));
}

function withAbove(
  all: readonly IndicatorResult[],
  chosen: (leaf: IndicatorResult) => boolean,
): readonly IndicatorResult[] {
  const picked = all.filter(chosen);
  return all.filter((i) => picked.some((one) => one === i || isBelow(one, i)));
}

/** Several filings, one line each: called by the agency, the rule set and the file, as far as it takes to tell them apart. */
export function summaryLines(results: readonly Result[], words: Words): readonly string[] {
  const { say, columns } = words;
  const titles = new Set(results.map((r) => r.ruleset.title));
  const called = results.map((r) => [
    r.input.agency ?? r.input.name,
    titles.size > 1 ? r.ruleset.title : "",
    r.input.agency === null ? "" : r.input.name,
  ]);
  const names = new Set(called.map(([agency, title]) => `${agency}\n${title}`));
  const apart = titles.size > 1 && names.size === results.length;
  const heads: readonly Column[] = [
    { head: say({ zh: "填报", en: "Filing" }), align: "left", least: 16 },
    { head: say({ zh: "规则集", en: "Rule set" }), align: "left", least: 12 },
    { head: say({ zh: "文件", en: "File" }), align: "left", least: 12 },
    { head: say({ zh: "合计", en: "Total" }), align: "right" },
    { head: say({ zh: "等级", en: "Grade" }), align: "left", least: 8 },
  ];
  const rows = results.map((r, i) => {
    const [agency = "", title = "", file = ""] = called[i] ?? [];
    return [agency, title, apart ? "" : file, totalCell(r, words), gradeCell(r, words)];
  });
  const used = heads.map((_, i) => i === 0 || i > 2 || rows.some((row) => row[i] !== ""));
  const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => used[i]);
  return table(kept(heads), rows.map(kept), columns);
}
