/** The scoring table on paper: levels as columns with groups merged, the total, notes, and the data as a second table. */
import { plain, type Cell, type Column, type Document, type Table } from "../document.ts";
import type { ScoringRow, ScoringTable } from "./table.ts";
import type { Lang } from "@heng/lang";

/** Words around the table. */
const WORDS = {
  zh: {
    year: (year: string) => `${year}年度`,
    basis: (text: string) => `依据：${text}`,
    table: "评分表",
    data: "填报数据",
    levels: ["一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "六级指标", "七级指标", "八级指标"],
    columns: ["分值", "指标解释", "目标值", "评分标准", "数据来源", "依据"],
    fields: ["数据", "计量单位", "取值", "说明"],
    total: "合计",
    points: (points: string) => `（${points}分）`,
    bonus: "（加分项）",
    penalty: "（扣分项）",
    atMost: { bonus: "至多加", penalty: "至多扣" },
  },
  en: {
    year: (year: string) => `Fiscal year ${year}`,
    basis: (text: string) => `Basis: ${text}`,
    table: "Scoring table",
    data: "Data",
    levels: ["Level 1", "Level 2", "Level 3", "Level 4", "Level 5", "Level 6", "Level 7", "Level 8"],
    columns: ["Points", "Meaning", "Target", "Standard", "Source", "Basis"],
    fields: ["Data", "Unit", "Values", "Note"],
    total: "Total",
    points: (points: string) => `(${points}分)`,
    bonus: " (bonus)",
    penalty: " (penalty)",
    atMost: { bonus: "at most ", penalty: "at most " },
  },
} as const;

/** Widths of 分值, 指标解释, 目标值, 评分标准, 数据来源, 依据. */
const WIDTHS = [8, 32, 12, 48, 10, 20] as const;
const LEVEL_WIDTH = 14;

export function scoringDocument(table: ScoringTable): Document {
  const words = WORDS[table.lang];
  return {
    lang: table.lang,
    title: table.title,
    lead: [
      words.year(table.year),
      ...(table.basis === undefined ? [] : [words.basis(table.basis)]),
      ...(table.describe === undefined ? [] : [table.describe]),
    ],
    tables: [indicators(table), ...(table.fields.length === 0 ? [] : [fields(table)])],
  };
}

function indicators({ depth, rows, groups, total, notes, lang }: ScoringTable): Table {
  const words = WORDS[lang];
  const points = new Map(groups.map((group) => [key(group.path), group.points]));
  return {
    name: words.table,
    columns: [
      ...words.levels.slice(0, depth).map((heading) => column(heading, LEVEL_WIDTH, "centre")),
      ...words.columns.map((heading, i) =>
        column(heading, WIDTHS[i] ?? 10, i === 0 || i === 2 ? "centre" : "left"),
      ),
    ],
    rows: [
      ...rows.map((row, i) => [
        ...levels(row, rows[i - 1], rows.slice(i), depth, points, lang),
        pointsCell(row, lang),
        plain(...row.describe),
        plain(row.target),
        plain(...row.standard),
        plain(row.source),
        plain(row.basis),
      ]),
      [
        { ...plain(words.total), columns: depth, strong: true },
        ...Array.from({ length: depth - 1 }, () => undefined),
        { ...plain(total), figure: true, strong: true },
        ...words.columns.slice(1).map(() => plain("")),
      ],
    ],
    notes,
  };
}

/** The cells of the levels: a group stands in its first row and covers the others, a leaf covers the levels it does not have. */
function levels(
  row: ScoringRow,
  before: ScoringRow | undefined,
  rest: readonly ScoringRow[],
  depth: number,
  points: ReadonlyMap<string, string>,
  lang: Lang,
): readonly (Cell | undefined)[] {
  const words = WORDS[lang];
  const { path } = row;
  return Array.from({ length: depth }, (_, level): Cell | undefined => {
    const name = path[level];
    if (name === undefined) return undefined;
    if (level === path.length - 1) {
      const sense = row.kind === "indicator" ? "" : words[row.kind];
      return { ...plain(`${name}${sense}`), columns: depth - level };
    }
    const within = (other: ScoringRow): boolean => isBelow(other, path.slice(0, level + 1));
    if (before && within(before)) return undefined;
    const end = rest.findIndex((other) => !within(other));
    const worth = words.points(points.get(key(path.slice(0, level + 1))) ?? "");
    return { ...plain(name, worth), rows: end < 0 ? rest.length : end, strong: true };
  });
}

function isBelow({ path, kind }: ScoringRow, group: readonly string[]): boolean {
  return kind === "indicator" && path.length > group.length && group.every((name, i) => path[i] === name);
}

function key(path: readonly string[]): string {
  return path.join("/");
}

function pointsCell({ kind, points }: ScoringRow, lang: Lang): Cell {
  if (kind === "indicator") return { ...plain(points), figure: true };
  return plain(`${WORDS[lang].atMost[kind]}${points}分`);
}

function fields({ fields: list, lang }: ScoringTable): Table {
  const words = WORDS[lang];
  const widths = [24, 16, 36, 64];
  return {
    name: words.data,
    columns: words.fields.map((heading, i) => column(heading, widths[i] ?? 10, i === 1 ? "centre" : "left")),
    rows: list.map(({ name, unit, range, note }) => [plain(name), plain(unit), plain(range), plain(note)]),
    notes: [],
  };
}

function column(heading: string, width: number, align: Column["align"]): Column {
  return { heading, width, align };
}
