/** A document as Markdown. Cells cannot be merged there: what a merged cell covers is left blank. */
import { displayWidth } from "@heng/lang";
import { type Cell, type Document, type Table } from "./document.ts";

export function markdownOf({ title, lead, tables }: Document): string {
  const [first, ...others] = tables;
  return [
    `# ${escaped(title)}`,
    ...lead.map(escaped),
    ...(first ? section(first) : []),
    ...others.flatMap((table) => [`## ${escaped(table.name)}`, ...section(table)]),
  ]
    .join("\n\n")
    .concat("\n");
}

function section(table: Table): readonly string[] {
  const notes = table.notes.map((note, i) =>
    table.notes.length < 2 ? escaped(note) : `${i + 1}. ${escaped(note)}`,
  );
  return [lines(table).join("\n"), ...(notes.length === 0 ? [] : [notes.join("\n")])];
}

function lines({ columns, rows }: Table): readonly string[] {
  const texts = [columns.map(({ heading }) => escaped(heading)), ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, i) =>
    // Of a column of long texts the longest would push the others out of sight.
    Math.max(3, ...texts.map((row) => displayWidth(row[i] ?? "")).filter((width) => width <= LINED_UP)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, i) => text + " ".repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)))).join(" | ")} |`;
  const rule = columns.map(({ align }, i) =>
    align === "centre" ? `:${"-".repeat((widths[i] ?? 3) - 2)}:` : "-".repeat(widths[i] ?? 3),
  );
  const [headings = [], ...body] = texts;
  return [line(headings), line(rule), ...body.map(line)];
}

const LINED_UP = 32;

function textOf(cell: Cell | undefined): string {
  if (!cell) return "";
  const text = cell.text.map(escaped).join("<br>");
  return cell.strong === true && text !== "" ? `**${text}**` : text;
}

/** Text as it is, whatever stands in it: no markup, no cell border, no line break. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+=]|\d+[.)])/g, String.raw`$1\$2`)
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, "<br>");
}
