import { describe, expect, it } from "vitest";
import { table } from "../../src/terminal/table.ts";
import { widest } from "../../src/terminal/width.ts";

const COLUMNS = [
  { head: "指标", align: "left", least: 20 },
  { head: "分值", align: "right" },
  { head: "得分", align: "right" },
] as const;

describe("table", () => {
  it("lines up Chinese text and figures", () => {
    const rows = [
      ["预算执行率", "10", "8.63"],
      ["部门管理", "33", "31.90"],
      ["  资金投入", "12", "10.90"],
      ["合计", "100", "97.53"],
    ];
    expect(table(COLUMNS, rows, 80)).toEqual([
      "指标        分值   得分",
      "预算执行率    10   8.63",
      "部门管理      33  31.90",
      "  资金投入    12  10.90",
      "合计         100  97.53",
    ]);
  });

  it("wraps a long name within its column, further indented", () => {
    const rows = [["  人员培训机制完备性及人员培训覆盖率", "4", "4.00"]];
    expect(table(COLUMNS, rows, 40)).toEqual([
      "指标                          分值  得分",
      "  人员培训机制完备性及人员培     4  4.00",
      "    训覆盖率",
    ]);
  });

  it("gives a name the room that other wrapped columns leave", () => {
    const columns = [...COLUMNS, { head: "", align: "left", least: 8 }] as const;
    const name = "人员培训机制完备性及覆盖率";
    const lines = table(columns, [[name, "4", "4.00", "0.00~100.00  90.00~100.00"]], 54);
    expect(lines[1]).toMatch(new RegExp(`^${name} +4 `));
    for (const line of lines) expect(widest(line)).toBeLessThanOrEqual(54);
  });

  it("never grows beyond the limit, however wide the cells", () => {
    const rows = [["  ".repeat(6) + "指标".repeat(40), "100", "100.00"]];
    for (const line of table(COLUMNS, rows, 60)) expect(widest(line)).toBeLessThanOrEqual(60);
  });

  it("shows control characters", () => {
    expect(table(COLUMNS, [["\u001b[2J", "1", "1"]], 80)[1]).toMatch(/^␛\[2J {2,}1 {5}1$/);
  });
});
