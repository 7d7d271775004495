import { describe, expect, it } from "vitest";
import { widest } from "../../src/terminal/width.ts";
import { wrap } from "../../src/terminal/wrap.ts";

const SENTENCE =
  "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%；未达目标 100%，得分 = 86.28% × 10分 = 8.63分（8.6277…，四舍五入到 0.01）。";

describe("wrap", () => {
  it("breaks after Chinese punctuation where the line is at least half full", () => {
    expect(wrap(SENTENCE, { width: 80, rest: "  " })).toEqual([
      "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%；",
      "  未达目标 100%，得分 = 86.28% × 10分 = 8.63分（8.6277…，四舍五入到 0.01）。",
    ]);
  });

  it("keeps an interval in one", () => {
    const text = "“满意度”填报为 950%，不在申报范围 [0%, 100%] 之内；应为 (60%, 80%)";
    for (let columns = 20; columns < 70; columns += 1) {
      const lines = wrap(text, { width: columns });
      expect(lines.join("\n")).toContain("[0%, 100%]");
      expect(lines.join("\n")).toContain("(60%, 80%)");
    }
  });

  it("keeps a compound unit with its figure", () => {
    const text = "人均接待费 = 接待费 28.97万元 ÷ 人数 74人 = 0.3914…万元/人；超过目标";
    for (let columns = 20; columns < 70; columns += 1)
      for (const line of wrap(text, { width: columns })) expect(line).not.toMatch(/(?:[/…]|…万)$/);
  });

  it.each([20, 30, 40, 60, 80])(
    "keeps to %i columns, begins no line with a closing mark and loses nothing",
    (width) => {
      const lines = wrap(SENTENCE, { width, rest: "  " });
      for (const line of lines) {
        expect(widest(line)).toBeLessThanOrEqual(width);
        expect(line.trimStart()).not.toMatch(/^[，。；：、）》”%]/);
        expect(line).not.toMatch(/[（《“]$/);
      }
      expect(lines.join("").replaceAll(" ", "")).toBe(SENTENCE.replaceAll(" ", ""));
    },
  );

  it("does not break numbers and words", () => {
    expect(wrap("合计 2898.45万元 heng check", { width: 12 })).toEqual(["合计", "2898.45万元", "heng check"]);
  });

  it("breaks what has no place to break", () => {
    expect(wrap("a".repeat(25), { width: 10 })).toEqual(["aaaaaaaaaa", "aaaaaaaaaa", "aaaaa"]);
  });

  it("leaves no 依据： or 说明： at the end of a line, and keeps ranges whole", () => {
    expect(wrap("得分为 8.63分。说明：尾款尚未支付", { width: 22 })).toEqual([
      "得分为 8.63分。",
      "说明：尾款尚未支付",
    ]);
    expect(wrap("得分为 8.63分；依据：《办法》第三条", { width: 22 })).toEqual([
      "得分为 8.63分；",
      "依据：《办法》第三条",
    ]);
    expect(wrap("可能为 0.00~10.00", { width: 12 })).toEqual(["可能为", "0.00~10.00"]);
  });

  it("keeps line breaks", () => {
    expect(wrap("一\n二", { width: 10, first: "- ", rest: "  " })).toEqual(["- 一", "  二"]);
  });
});
