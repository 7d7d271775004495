/** What a page of the manual tells its reader to do, step by step (docs/reference/fixtures.md). */

export type Step =
  | { readonly kind: "write" | "append"; readonly file: string; readonly text: string }
  | { readonly kind: "change"; readonly from: string; readonly to: string }
  | {
      readonly kind: "fill";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "print"; readonly sentence: string }
  | {
      readonly kind: "run";
      readonly words: readonly string[];
      /** The file behind `>`. */
      readonly into: string | undefined;
      readonly shown: string;
    };

/** The steps in the order of the page. */
export function stepsOf(markdown: string): readonly Step[] {
  const page = markdown.replaceAll("\r\n", "\n");
  const blocks = page.matchAll(/^```(.*)\n([\s\S]*?)^```$|^(?:\|.*\|\n)+|^> .*$/gm);
  return Array.from(blocks).flatMap(([block, language, text = ""]) => {
    if (language !== undefined) return ofCode(language, text);
    return block.startsWith("> ") ? [{ kind: "print", sentence: block.slice(2) }] : ofTable(block);
  });
}

function ofCode(language: string, text: string): readonly Step[] {
  const [, verb, file = ""] = /^heng (存为|加到) (\S+)$/.exec(language) ?? [];
  if (verb !== undefined) return [{ kind: verb === "存为" ? "write" : "append", file, text }];
  if (language !== "console") return [];
  return text.split(/^\$ heng /m).flatMap((command, i) => {
    if (i === 0) return [];
    const [line = "", ...shown] = command.trimEnd().split("\n");
    const [words = "", into] = line.split(" > ");
    return [{ kind: "run", words: words.split(" "), into, shown: shown.join("\n") }];
  });
}

function ofTable(block: string): readonly Step[] {
  const [columns = [], , ...rows] = block.trimEnd().split("\n").map(cellsOf);
  if (columns.join() === "原来,改为") {
    return rows.map(([from = "", to = ""]) => ({ kind: "change", from: unquoted(from), to: unquoted(to) }));
  }
  return columns[0] === "预算单位" ? [{ kind: "fill", columns, rows }] : [];
}

function cellsOf(row: string): readonly string[] {
  return row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

function unquoted(cell: string): string {
  return cell.replace(/^`(.*)`$/, "$1");
}
