/** The fixes of a check as text edits: an editor that applies them writes what `check --fix` writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { valid } from "./documents.ts";
import { SMALL, emptyFolder } from "./heng.ts";

interface Edit {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
  readonly text: string;
}
interface Document {
  readonly diagnostics: readonly {
    readonly fixes: readonly { readonly safe: boolean; readonly edits: readonly Edit[] }[];
  }[];
}

/** As an editor finds its places: lines and columns from 1, in UTF-16 units. */
function offsetOf(text: string, { line, column }: Edit["start"]): number {
  const lines = text.split(/(?<=\n)/);
  return lines.slice(0, line - 1).join("").length + column - 1;
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start.offset - a.start.offset)
    .reduce((t, { start, end, text: put }) => t.slice(0, start.offset) + put + t.slice(end.offset), text);
}

describe("the edits of check --json", () => {
  const folder = emptyFolder();
  it.each([
    ["glued words", SMALL.replace("满分 10分", "满分10分").replace("指标 控制 4分", "指标控制 4分")],
    [
      "several on one line",
      SMALL.replace("值 = 支出 / 预算", "值 支出 / 预算").replace("评分 按比例", "评份 按比例"),
    ],
    [
      "behind characters of two units",
      `// 😀𠮷\n${SMALL.replace('"小样"', '"😀"').replace("目标 >= 100%", "目标 => 百分之百")}`,
    ],
    ["with Windows line ends", SMALL.replace("指标 控制 4分", "指标控制 4分").replaceAll("\n", "\r\n")],
    [
      "beside a mistake without a fix",
      SMALL.replace("评分 达标", "评分 达示").replace("满分 10分", "满分10分"),
    ],
    ["none", SMALL],
  ])("are those of check --fix: %s", (name, text) => {
    folder.write("改.heng", text);
    const { out } = folder.heng("check", "改.heng", "--json");
    valid(out, "diagnostics");
    const { diagnostics } = JSON.parse(out) as Document;
    const edits = diagnostics.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []);
    expect(edits.length > 0, JSON.stringify(diagnostics)).toBe(name !== "none");
    for (const { file, start, end } of edits) {
      expect(file).toBe("改.heng");
      expect([offsetOf(text, start), offsetOf(text, end)]).toEqual([start.offset, end.offset]);
    }
    folder.heng("check", "改.heng", "--fix");
    expect(readFileSync(join(folder.path, "改.heng"), "utf8")).toBe(applied(text, edits));
  });
});
