import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { whole } from "./check.ts";

const FIELDS =
  "数据 { 率 比率; 占比 比率 [0%, 100%]; 正数 万元 > 0; 次数 次 >= 0; 金额 万元 >= 0; 界 比率 }\n";

/** Each finding with the text it lies on and what it says of it. */
function told(of: string, ...rows: string[]): readonly string[] {
  const bands = rows.map((row, i) => (/得/.test(row) ? row : `${row} 得 ${i}%`)).join("; ");
  const text = whole(`${FIELDS}指标 示例 10分 { 值 = ${of}; 评分 分档 { ${bands} } }`);
  return compile({ file: "甲.heng", text })
    .diagnostics.filter(({ code }) => code !== "H1103")
    .map(({ code, range, message }) => `${code} ${text.slice(range?.start, range?.end)}：${message.zh}`);
}

describe("intervals of bands", () => {
  it("that join are fine, in any order", () => {
    expect(told("占比", "[90%, 100%]", "[60%, 90%)", "[0%, 60%)")).toEqual([]);
    expect(told("占比", "[0%, 60%]", "(60%, 90%]", "(90%, )")).toEqual([]);
    expect(told("率", "( , 60%]", "(60%, 90%)", "= 90%", "(90%, )")).toEqual([]);
  });
  it("do not overlap, not in a point either", () => {
    expect(told("率", "[90%, 100%]", "[60%, 90%]")).toEqual([
      "H2101 [60%, 90%]：“[90%, 100%]”和“[60%, 90%]”重叠：90% 两档都算，分不清得哪一档",
    ]);
    expect(told("率", "[60%, 90%]", "[90%, 100%]")).toEqual([
      "H2101 [90%, 100%]：“[60%, 90%]”和“[90%, 100%]”重叠：90% 两档都算，分不清得哪一档",
    ]);
    // (80%, 100%] and [60%, 90%) share what lies between 80% and 90%: 85% is the middle.
    expect(told("率", "(80%, 100%]", "[60%, 90%)")[0]).toMatch(/重叠：85% 两档都算/);
    expect(told("率", "( , 60%]", "( , 90%)")[0]).toMatch(/重叠：60% 两档都算/);
    expect(told("率", "(60%, )", "(90%, )")[0]).toMatch(/重叠：190% 两档都算/);
    expect(told("率", "[0%, 60%)", "= 30%")[0]).toMatch(/H2101 = 30%.*重叠：30% 两档都算/);
    expect(told("率", "[0%, 60%)", "[50%, 70%)", "其他")).toHaveLength(1);
  });
  it("leave no gap, unless 其他 takes it", () => {
    expect(told("率", "[90%, 100%]", "[60%, 85%)")).toEqual([
      "H2102 [60%, 85%)：“[90%, 100%]”和“[60%, 85%)”之间漏了一段：85% 没有一档可得",
    ]);
    expect(told("率", "(90%, 100%]", "[60%, 90%)")).toEqual([
      "H2102 [60%, 90%)：“示例”= 90% 时没有一档：“(90%, 100%]”和“[60%, 90%)”差一个等号",
    ]);
    expect(told("率", "[90%, 100%]", "[60%, 85%]")[0]).toMatch(/：87.5% 没有一档可得/);
    expect(told("率", "[90%, 100%]", "[60%, 85%)", "其他")).toEqual([]);
    expect(told("金额", "[0万元, 10万元]", "[11万元, 20万元]")[0]).toMatch(/：10.5万元 没有一档可得/);
  });
  it("that is a bound alone is mended with a bracket, of the one or of the other", () => {
    const text = whole(`${FIELDS}指标 示例 10分 { 值 = 率; 评分 分档 { (90%, ) 得 满分; ( , 90%) 得 0分 } }`);
    const found = compile({ file: "甲.heng", text }).diagnostics.find(({ code }) => code === "H2102");
    const mended = found?.fixes.map(({ edits: [edit] }) => {
      const changed = edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      expect(compile({ file: "甲.heng", text: changed ?? "" }).diagnostics.map(({ code }) => code)).toEqual(
        found
          ? compile({ file: "甲.heng", text }).diagnostics.flatMap(({ code }) =>
              code === "H2102" ? [] : [code],
            )
          : [],
      );
      return changed?.slice(changed.indexOf("分档 {"));
    });
    expect(mended).toEqual([
      "分档 { (90%, ) 得 满分; ( , 90%] 得 0分 } }",
      "分档 { [90%, ) 得 满分; ( , 90%) 得 0分 } }",
    ]);
  });
  it("of what is counted one by one join from one whole number to the next", () => {
    expect(told("次数", "[0次, 3次]", "[4次, 6次]", "(6次, )")).toEqual([]);
    expect(told("次数", "[0次, 3次)", "[3次, 6次]", "[7次, )")).toEqual([]);
    expect(told("次数", "[0次, 3次]", "[5次, 6次]")[0]).toMatch(/：4次 没有一档可得/);
    expect(told("次数", "[0次, 3次)", "(3次, 6次]")[0]).toMatch(/“示例”= 3次 时没有一档/);
    expect(told("次数", "[0次, 3次)", "[4次, 6次]")[0]).toMatch(/：3次 没有一档可得/);
  });
  it("with a bound from data cannot be told apart before there are data", () => {
    expect(told("率", "[90%, 100%]", "[界, 90%)", "[0%, 界)")).toEqual([]);
    expect(told("率", "[90%, 100%]", "[0%, 80%)", "[界, 90%)")).toEqual([]);
  });
});

describe("the open ends of bands without 其他", () => {
  it("are told with a value that lies in no band", () => {
    expect(told("率", "<= 0%", "<= 10%")).toEqual(["H2102 <= 10%：“<= 10%”以外漏了一段：11% 没有一档可得"]);
    expect(told("率", ">= 90%", ">= 60%")[0]).toMatch(/“>= 60%”以外漏了一段：59% 没有一档可得/);
    expect(told("占比", ">= 90%", ">= 60%")[0]).toMatch(/：0% 没有一档可得/);
    expect(told("占比", "[60%, 100%]")[0]).toMatch(/H2102 \[60%, 100%\]：.*：0% 没有一档可得/);
    expect(told("次数", "[0次, 3次]", "(3次, 6次]")[0]).toMatch(/：7次 没有一档可得/);
    expect(told("正数", "> 1万元", "= 0万元")[0]).toMatch(/没有一档可得/);
  });
  it("are none where 其他 or the declared range takes them", () => {
    expect(told("率", "<= 0%", "<= 10%", "其他")).toEqual([]);
    expect(told("占比", ">= 90%", ">= 0%")).toEqual([]);
    expect(told("占比", "< 60%", "<= 100%")).toEqual([]);
    expect(told("占比", "> 0%", "= 0%")).toEqual([]);
    expect(told("金额 / 正数", ">= 90%", ">= 0%")).toEqual([]);
    expect(told("正数 / (金额 + 正数)", ">= 90%", "> 0%")).toEqual([]);
    expect(told("次数", ">= 3次", "= 2次", "= 1次", "= 0次")).toEqual([]);
  });
  it("are between the steps of a ladder and a single value too", () => {
    expect(told("次数", ">= 3次", "= 1次", "= 0次")).toEqual([
      "H2102 >= 3次：“= 1次”和“>= 3次”之间漏了一段：2次 没有一档可得",
    ]);
  });
  it("may be taken by conditions and by bounds from data", () => {
    expect(told("率", ">= 90%", "当 次数 = 0次")).toEqual([]);
    expect(told("率", ">= 90%", ">= 界")).toEqual([]);
  });
  it("are closed by the fix", () => {
    const text = whole(`${FIELDS}指标 示例 10分 { 值 = 率; 评分 分档 { <= 0% 得 满分; <= 10% 得 50% } }`);
    const [found] = compile({ file: "甲.heng", text }).diagnostics.filter(({ code }) => code === "H2102");
    const [edit] = found?.fixes[0]?.edits ?? [];
    expect(found?.severity).toBe("warning");
    expect(found?.fixes[0]?.safe).toBe(false);
    const mended = text.slice(0, edit?.start) + (edit?.text ?? "") + text.slice(edit?.end);
    const left = compile({ file: "甲.heng", text: mended }).diagnostics;
    expect(left.filter(({ code }) => code !== "H1103")).toEqual([]);
  });
});

describe("results of bands", () => {
  const results = (weight: string): readonly string[] => {
    const text = whole(
      `${FIELDS}指标 示例 ${weight} { 值 = 率; 评分 分档 { >= 90% 得 11分; 其他 得 -1分 } }`,
    );
    return compile({ file: "甲.heng", text })
      .diagnostics.filter(({ code }) => code === "H1436")
      .map(({ message, mend }) => `${message.zh}：${mend.zh}`);
  };
  it("lie within the points", () => {
    expect(results("10分")).toEqual([
      "得 11分 超过了分值 10分：写 0分 到 10分 之间的分数",
      "得 -1分 低于 0分：写 0分 到 10分 之间的分数",
    ]);
  });
  it("of an indicator whose points are missing lie above 0", () => {
    expect(results("")).toEqual(["得 -1分 低于 0分：写不低于 0分 的分数"]);
  });
});

describe("bands written one way and the other", () => {
  /** What is found, and the bands with its first fix. */
  const mended = (...rows: readonly string[]): readonly [code: string, rows: string | undefined][] => {
    const bands = rows.map((row, i) => `${row} 得 ${i}%`).join("; ");
    const text = whole(`${FIELDS}指标 示例 10分 { 值 = 率; 评分 分档 { ${bands} } }`);
    return compile({ file: "甲.heng", text })
      .diagnostics.filter(({ code }) => code !== "H1103")
      .map(({ code, fixes }) => {
        const edits = fixes[0]?.edits.toSorted((a, b) => b.start - a.start);
        const after = edits?.reduce(
          (t, { start, end, text: put }) => t.slice(0, start) + put + t.slice(end),
          text,
        );
        const found = /分档 \{ (.*) \} \}/.exec(after ?? "");
        return [code, found?.[1]?.replaceAll(/ 得 \d%/g, "")];
      });
  };
  it("are one finding, and written as intervals where each keeps its stretch", () => {
    expect(mended(">= 95%", "[85%, 95%)", "[75%, 85%)", "< 75%")).toEqual([
      ["H1432", "[95%, ); [85%, 95%); [75%, 85%); (, 75%)"],
    ]);
    expect(mended("[95%, )", "[85%, 95%)", ">= 75%", "其他")).toEqual([
      ["H1432", "[95%, ); [85%, 95%); [75%, 85%); 其他"],
    ]);
    expect(mended("<= 60%", "(60%, 80%]", "其他")).toEqual([["H1432", "(, 60%]; (60%, 80%]; 其他"]]);
  });
  it("stay as they are where one comes into the stretch of another", () => {
    expect(mended(">= 60%", "[50%, 70%)", "其他")).toEqual([["H1432", undefined]]);
    expect(mended("[60%, 70%)", ">= 50%", "其他")).toEqual([["H1432", undefined]]);
    expect(mended("≠ 60%", "[50%, 70%)", "其他")).toEqual([["H1432", undefined]]);
  });
  it("end with 其他 where the last is what the one before leaves", () => {
    expect(mended(">= 95%", ">= 85%", "< 85%")).toEqual([["H1433", ">= 95%; >= 85%; 其他"]]);
    expect(mended("< 5%", ">= 5%")).toEqual([["H1433", "< 5%; 其他"]]);
    // 85% itself would be of both.
    expect(mended(">= 85%", "<= 85%")).toEqual([["H1433", "[85%, ); (, 85%)"]]);
  });
  it("are offered, and not mended unasked, where a figure may be of either", () => {
    const safe = (rows: string): readonly boolean[] => {
      const text = whole(`${FIELDS}指标 示例 10分 { 值 = 率; 评分 分档 { ${rows} } }`);
      return compile({ file: "甲.heng", text }).diagnostics.flatMap(({ fixes }) =>
        fixes.map((one) => one.safe),
      );
    };
    expect(safe(">= 85% 得 满分; <= 85% 得 0分")).toEqual([false]);
    expect(safe(">= 85% 得 满分; < 85% 得 0分")).toEqual([true]);
    expect(safe("[85%, ) 得 满分; >= 60% 得 5分; 其他 得 0分")).toEqual([true]);
  });
  it("at both ends are intervals", () => {
    expect(mended("<= 60%", ">= 95%", "其他")).toEqual([["H1433", "(, 60%]; [95%, ); 其他"]]);
    expect(mended(">= 95%", ">= 85%", "< 60%", "其他")).toEqual([
      ["H1433", "[95%, ); [85%, 95%); (, 60%); 其他"],
    ]);
  });
});
