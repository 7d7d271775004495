/** A manual page as terminal text: headings, paragraphs wrapped, code indented and left as it is. */
import { paint } from "./colour.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

export function markdown(page: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let paragraph = "";
  let rows: string[][] = [];
  let fenced = false;
  let block: string[] = [];
  /** Where the section begins, and whether it has said something. */
  let section = 0;
  let told = false;
  /** The block of code before. */
  let before: readonly string[] = [];
  const flush = (): void => {
    told ||= paragraph !== "";
    if (paragraph !== "") lines.push(...wrap(plain(paragraph), { width: columns }));
    paragraph = "";
    const [head, ...body] = rows;
    if (head)
      lines.push(
        ...table(
          head.map((h) => ({ head: h, align: "left", least: 8 })),
          body,
          columns,
        ),
      );
    rows = [];
  };
  for (const line of page.trim().split(/\r?\n/)) {
    const heading = /^(#+) +(.*)$/.exec(line);
    const item = /^( *)([-*]|\d+\.) +(.*)$/.exec(line);
    if (/^ *```/.test(line)) {
      flush();
      // What has just been shown is not shown again, nor the heading of a section that is nothing else.
      const again = fenced && block.join("\n") === before.join("\n");
      if (again && !told) lines.length = section;
      if (fenced && !again) lines.push(...block.map((of) => (of === "" ? "" : `    ${of}`)));
      if (fenced) before = block;
      block = [];
      fenced = !fenced;
    } else if (fenced) block.push(line);
    else if (heading) {
      flush();
      told = false;
      section = lines.length;
      lines.push(paint("bold", plain(heading[2] ?? "")));
    } else if (/^ *\|/.test(line)) {
      if (!/^ *\|[\s:|-]+\|? *$/.test(line)) rows.push(cells(line));
    } else if (item) {
      flush();
      const [, indent = "", mark = "", text = ""] = item;
      const first = `${indent}${mark} `;
      lines.push(...wrap(plain(text), { width: columns, first, rest: " ".repeat(first.length) }));
    } else if (line.trim() === "") {
      flush();
      lines.push("");
    } else paragraph += (paragraph === "" || endsInHan(paragraph) ? "" : " ") + line.trim();
  }
  flush();
  return lines;
}

function cells(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => plain(cell.trim()));
}

/** Without emphasis and link targets; code keeps its backquotes, which set it apart. */
function plain(text: string): string {
  return text.replaceAll("**", "").replace(/\[([^\][]*)\]\([^()]*\)/g, "$1");
}

function endsInHan(text: string): boolean {
  return /[\u2e80-\uffef]$/.test(text);
}
