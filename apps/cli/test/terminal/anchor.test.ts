import { expect, test } from "vitest";
import { characterWidth } from "@heng/lang/width";
import { anchored } from "../../src/terminal/anchor.ts";
import { table } from "../../src/terminal/table.ts";
import { widestCharacter } from "../../src/terminal/width.ts";

/** What stands where on a terminal, by column; each takes as many as `columnsOf` says. */
function screen(line: string, columnsOf: (character: string) => number): readonly string[] {
  const cells: string[] = [];
  let column = 0;
  // oxlint-disable-next-line no-control-regex -- it is what is looked for
  for (const [written, jump] of line.matchAll(/\u001b\[(\d+)G|./gu)) {
    if (jump !== undefined) {
      column = Number(jump) - 1;
    } else {
      cells[column] = written;
      for (let i = 1; i < columnsOf(written); i += 1) cells[column + i] = "";
      column += columnsOf(written);
    }
  }
  return cells;
}

const RATE = "“三公经费”控制率";
const lines = table(
  [
    { head: "指标", align: "left", least: 20 },
    { head: "目标", align: "right" },
    { head: "得分", align: "right" },
    { head: "", align: "left" },
  ],
  [
    ["预算执行率", "100%", "8.63", "优"],
    [RATE, "5‰", "3.00", "—"],
    [`  ①${RATE}`, "100%", "10.00", "优"],
  ],
  80,
);

test.each([
  ["one", characterWidth],
  ["two", widestCharacter],
])("columns stay where they are on a terminal that draws “ ” %s wide", (_, columnsOf) => {
  const screens = lines.map((line) => screen(anchored(line, 80), columnsOf));
  const text = screens.map((cells) => Array.from(cells, (c) => c ?? "?").join(""));
  for (const [i, line] of lines.entries()) {
    // Nothing is written over, and the last columns are where the first row, without such characters, has them.
    expect(text[i]?.replaceAll(/ +/g, " ")).toBe(line.replaceAll(/ +/g, " "));
    const score = line.trimEnd().split(/ +/).at(-2) ?? "";
    const at = (cells: readonly string[]): number => cells.lastIndexOf(score.at(-1) ?? "");
    if (i > 0) expect(at(screens[i] ?? [])).toBe((screens[1] ?? []).lastIndexOf("3"));
  }
});

test("only blanks that line something up are jumped over, and only as far as there are some", () => {
  expect(anchored("预算  10", 80)).toBe("预算  10");
  expect(anchored("“甲” 10", 80)).toBe("“甲” 10");
  expect(anchored("“甲”  10", 80)).toBe("“甲”  10");
  expect(anchored("“甲”   10", 80)).toBe("“甲”   \u001b[8G10");
  expect(anchored("“甲”   10   20", 80)).toBe("“甲”   \u001b[8G10   20");
  expect(anchored("“甲”   10\n  乙   10", 80)).toBe("“甲”   \u001b[8G10\n  乙   10");
});

test("a window too narrow for the line is not jumped in", () => {
  expect(anchored("“甲”   10", 7)).toBe("“甲”   10");
});
