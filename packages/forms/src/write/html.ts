/** A document as one HTML file that prints: no script, nothing fetched, every text escaped. */
import type { Cell, Column, Document, Table } from "./document.ts";

/** A4 across with the headings on every page; on screens the same page, as wide as it is. */
const STYLE = `
:root { color-scheme: light; }
body { margin: 1.5rem; color: #000; background: #fff; font: 10.5pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; }
h1 { margin: 0 0 0.3rem; text-align: center; font: bold 18pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", SimHei, "Microsoft YaHei", "PingFang SC", sans-serif; }
h2 { margin: 1.5rem 0 0.5rem; font: bold 14pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", SimHei, "Microsoft YaHei", "PingFang SC", sans-serif; }
.lead { margin: 0 0 0.2rem; text-align: center; }
table { width: 100%; margin: 0.8rem 0; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 0.2rem 0.35rem; border: 0.75pt solid #000; vertical-align: middle; text-align: left; overflow-wrap: anywhere; }
thead th { background: #eee; text-align: center; }
.centre { text-align: center; }
[rowspan] { vertical-align: top; }
td p { margin: 0; }
.notes { margin: 0.5rem 0; padding-left: 1.6rem; }
.notes li { margin: 0.1rem 0; }
@page { size: A4 landscape; margin: 15mm 12mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  body { margin: 0; font-size: 9pt; line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr > :not([rowspan]) { break-inside: avoid; }
  h2 { break-after: avoid; }
  .next { break-before: page; }
}
`.trim();

export function htmlOf({ lang, title, lead, tables }: Document): string {
  return `${[
    "<!doctype html>",
    `<html lang="${lang === "zh" ? "zh-CN" : "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    // The file needs nothing from anywhere, and gets nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    "</head>",
    "<body>",
    `<h1>${escaped(title)}</h1>`,
    ...lead.map((line) => `<p class="lead">${escaped(line)}</p>`),
    ...tables.flatMap((table, i) => [
      ...(i === 0 ? [] : [`<h2 class="next">${escaped(table.name)}</h2>`]),
      ...tableLines(table),
    ]),
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

function tableLines({ columns, rows, notes }: Table): readonly string[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    "<table>",
    "<colgroup>",
    ...columns.map(({ width }) => `<col style="width:${Math.round((width * 1000) / whole) / 10}%">`),
    "</colgroup>",
    "<thead>",
    `<tr>${columns.map(({ heading }) => `<th scope="col">${escaped(heading)}</th>`).join("")}</tr>`,
    "</thead>",
    "<tbody>",
    ...rows.map((row) => `<tr>${row.map((cell, i) => cellText(cell, columns[i])).join("")}</tr>`),
    "</tbody>",
    "</table>",
    ...(notes.length === 0
      ? []
      : ['<ol class="notes">', ...notes.map((note) => `<li>${escaped(note)}</li>`), "</ol>"]),
  ];
}

function cellText(cell: Cell | undefined, column: Column | undefined): string {
  if (!cell) return "";
  const tag = cell.strong === true ? "th" : "td";
  const attributes = [
    cell.rows > 1 ? ` rowspan="${cell.rows}"` : "",
    cell.columns > 1 ? ` colspan="${cell.columns}"` : "",
    column?.align === "centre" ? ' class="centre"' : "",
  ].join("");
  const [first = "", ...others] = cell.text.map(escaped);
  const text = others.length === 0 ? first : [first, ...others].map((p) => `<p>${p}</p>`).join("");
  return `<${tag}${attributes}>${text}</${tag}>`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}
