import { describe, expect, it } from "vitest";
import { compile } from "@heng/lang";
import { exactText, type Interval } from "@heng/number";
import { Space } from "../src/space/space.ts";
import { Walk } from "../src/space/walk.ts";
import { straightOf } from "../src/straight/straight.ts";

/** `[0, 0.6) 0..3 ↑`, cell by cell, of a standard of 5分 over a value from 0 on. */
function cellsOf(standard: string, value = "实际 / 计划"): readonly string[] | undefined {
  const text = `规则集 试 2022年度
满分 5分
得分保留 2位小数
等级 { 优 >= 4分; 差 其他 }
数据 {
  实际 万元 >= 0
  计划 万元 > 0
  重点 是否
}
指标 甲 5分 {
  值 = ${value}
  ${standard}
}
`;
  const { program, diagnostics } = compile({ file: "a.heng", text });
  const leaf = program?.root.children[0];
  if (!program || leaf?.kind !== "leaf" || !leaf.value)
    throw new Error(diagnostics.map(({ code }) => code).join());
  const space = new Space(program);
  const key = space.forms(leaf.value)[0]?.terms[0]?.key ?? "";
  const domain = new Walk(space).domain(key, undefined);
  if (domain.kind !== "figure") throw new Error(domain.kind);
  return straightOf(leaf.standard, leaf.value, domain, [])?.cells.map(
    ({ cell, reach }) => `${shown(cell.range)} → ${shown(reach.range)}${WAYS.get(reach.way) ?? "?"}`,
  );
}

const WAYS: ReadonlyMap<unknown, string> = new Map([
  [1, " 升"],
  [-1, " 降"],
  [0, ""],
]);

function shown({ low, high }: Interval): string {
  const [from, to] = [low ? exactText(low.value) : "", high ? exactText(high.value) : ""];
  if (low && high && from === to) return from;
  return `${low && !low.open ? "[" : "("}${from}, ${to}${high && !high.open ? "]" : ")"}`;
}

describe("a standard that reads one figure is exact, cell by cell", () => {
  it("按比例 rises to the target, and is full from there on", () => {
    expect(cellsOf("目标 >= 100%\n  评分 按比例")).toEqual(["[0, 1) → [0, 5) 升", "1 → 5", "(1, ) → 5"]);
  });

  it("按比例 反比 is full up to the target, and comes near to 0 without end", () => {
    expect(cellsOf("目标 <= 80%\n  评分 按比例 反比")).toEqual([
      "[0, 0.8) → 5",
      "0.8 → 5",
      "(0.8, ) → (0, 5) 降",
    ]);
  });

  it("分档 has a cell on both sides of each bound, and one at it", () => {
    expect(cellsOf("评分 分档 {\n    >= 95% 得 满分\n    > 80% 得 3分\n    其他 得 0分\n  }")).toEqual([
      "[0, 0.8) → 0",
      "0.8 → 0",
      "(0.8, 0.95) → 3",
      "0.95 → 5",
      "(0.95, ) → 5",
    ]);
  });

  it("插值 rises between its points alone", () => {
    expect(cellsOf("评分 插值 { 60% 得 0分; 100% 得 满分 }")).toEqual([
      "[0, 0.6) → 0",
      "0.6 → 0",
      "(0.6, 1) → (0, 5) 升",
      "1 → 5",
      "(1, ) → 5",
    ]);
  });

  it("每满 takes off by whole steps: the first with the first whole point, up to 最多扣", () => {
    // Of 95% less 1 to 10 whole points 0.2分 each, 2分 at most: 10 are there at 85%, 11, from which on 2分 bind, at 84%.
    expect(cellsOf("评分 扣分 { 低于 95% 每满 1个百分点 扣 0.2分 最多扣 2分 }")).toEqual([
      "[0, 0.84) → 3",
      "0.84 → 3",
      "(0.84, 0.94) → [3, 4.8] 升",
      "0.94 → 4.8",
      "(0.94, 0.95) → 5",
      "0.95 → 5",
      "(0.95, ) → 5",
    ]);
  });

  it("最大 of steps and a figure is the figure up to the step that passes it", () => {
    // Whole points above 90% less, 2 at least: 3 are there with 93%.
    expect(cellsOf("评分 = 最小(分值, 最大(2分, 向下取整((值 - 90%) / 1%) × 1分))")).toEqual([
      "[0, 0.93) → 2",
      "0.93 → 3",
      "(0.93, 0.95) → [3, 4] 升",
      "0.95 → 5",
      "(0.95, ) → 5",
    ]);
  });
});

it("what reads anything else is left to the walk", () => {
  expect(cellsOf("评分 首个 {\n    当 重点 用 达标 >= 100%\n    其他 用 达标 >= 90%\n  }")).toBeUndefined();
  expect(cellsOf("评分 = 最小(分值, 值 × 值 × 分值)")).toBeUndefined();
});
