import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.ts";
import { check, whole } from "./check.ts";

describe("weights", () => {
  it("agree at every level", () => {
    const rules = (deepest: string): string => `指标 一 10分 {
  指标 二 6分 {
    指标 三 2.5分 { 评分 人工 }
    指标 四 3.5分 { 指标 五 ${deepest} { 评分 人工 }; 指标 六 1.25分 { 评分 人工 } }
  }
  指标 七 4分 { 评分 人工 }
}`;
    expect(check(rules("2.25分")).found).toEqual([]);
    expect(check(rules("2分")).found).toEqual(["H1204 3.5分"]);
    expect(check(rules("2.255分")).found).toEqual(["H1203 2.255分"]);
  });
  it.each([
    // 二 weighs more than what is below it: mending it mends the level above too.
    ["指标 一 10分 { 评分 人工 }; 指标 二 12分 { 指标 三 10分 { 评分 人工 } }", ["H1204 12分"]],
    ["指标 一 20分 { 指标 二 22分 { 指标 三 20分 { 评分 人工 } } }", ["H1204 22分"]],
    // The level above stays right: it is 三.
    ["指标 一 10分 { 评分 人工 }; 指标 二 10分 { 指标 三 12分 { 评分 人工 } }", ["H1204 10分"]],
    // Two mistakes.
    ["指标 一 10分 { 评分 人工 }; 指标 二 13分 { 指标 三 12分 { 评分 人工 } }", ["H1202 20分", "H1204 13分"]],
    [
      "指标 一 11分 { 指标 二 10分 { 评分 人工 } }; 指标 三 12分 { 指标 四 10分 { 评分 人工 } }",
      ["H1204 11分", "H1204 12分"],
    ],
  ])("that do not sum are told once, where they are mended: %s", (indicators, expected) => {
    expect(check(`满分 20分\n${indicators.replace("; ", "\n")}`).found).toEqual(expected);
  });
  it("are mended first where the level above stays right", () => {
    const fixes = (marks: string): readonly (string | undefined)[] => {
      const text = whole(
        `满分 ${marks}\n指标 一 10分 {\n指标 二 6分 { 评分 人工 }\n指标 三 5分 { 评分 人工 }\n}`,
      );
      const { diagnostics } = compile({ file: "甲.heng", text });
      return diagnostics.flatMap((d) => [d.mend.zh, ...d.fixes.map(({ title }) => title.zh)]);
    };
    expect(fixes("10分")).toEqual([
      "在下级中减去 1分；或将“一”改为 11分",
      "将下级“三”改为 4分",
      "将“一”改为 11分",
    ]);
    expect(fixes("11分")).toEqual([
      "将“一”改为 11分；或在下级中减去 1分",
      "将“一”改为 11分",
      "将下级“三”改为 4分",
    ]);
  });
  it("are mended first where the level above stays right, at every level", () => {
    const first = (five: string): readonly (string | undefined)[] => {
      const text = whole(
        `指标 一 10分 {\n指标 二 6分 {\n指标 三 4分 { 评分 人工 }\n指标 四 3分 { 评分 人工 }\n}\n指标 五 ${five} { 评分 人工 }\n}`,
      );
      const { diagnostics } = compile({ file: "甲.heng", text });
      return diagnostics.map((d) => d.fixes[0]?.title.zh);
    };
    // 6 + 4 is 10: 二 is right, so what is below it is not.
    expect(first("4分")).toEqual(["将下级“四”改为 2分"]);
    // 6 + 5 is 11 of 10, and 7 + 5 no better: two mistakes, and nothing says that 二 is right.
    expect(first("5分")).toEqual(["将下级“五”改为 4分", "将“二”改为 7分"]);
  });
  it("are mended below in what has nothing below it, if there is such", () => {
    const below = (indicators: string): string | undefined => {
      const { diagnostics } = compile({ file: "甲.heng", text: whole(`指标 一 10分 {\n${indicators}\n}`) });
      return diagnostics.flatMap((d) => d.fixes.map(({ title }) => title.zh)).find((t) => t.includes("下级"));
    };
    const six = "指标 三 6分 { 指标 四 6分 { 评分 人工 } }";
    // 11 of 10. Were 三 mended, 四 would no longer sum to it.
    expect(below(`指标 二 5分 { 评分 人工 }\n${six}`)).toBe("将下级“二”改为 4分");
    expect(below(`指标 二 5分 { 指标 五 5分 { 评分 人工 } }\n${six}`)).toBe("将下级“三”改为 5分");
  });
  it("are mended below only where something above 0 is left for the last", () => {
    const fixes = (first: string): readonly string[] => {
      const text = whole(
        `满分 10分\n指标 一 10分 {\n指标 二 ${first} { 评分 人工 }\n指标 三 1分 { 评分 人工 }\n}`,
      );
      const { diagnostics } = compile({ file: "甲.heng", text });
      return diagnostics.flatMap((d) => d.fixes.map(({ title }) => title.zh));
    };
    // 10 − 9.99 leaves 0.01分 for 三; 10 − 10 leaves nothing, and 10 − 11 less than that.
    expect(fixes("9.99分")).toEqual(["将下级“三”改为 0.01分", "将“一”改为 10.99分"]);
    expect(fixes("10分")).toEqual(["将“一”改为 11分"]);
    expect(fixes("11分")).toEqual(["将“一”改为 12分"]);
  });
  it("of very many are not all named", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `指标 甲${i} 1分 { 评分 人工 }`).join("\n");
    expect(check(`满分 100分\n${many}`).messages).toEqual([
      "一级指标分值合计 5000分，与满分 100分 不符（甲0 1、甲1 1、甲2 1、甲3 1、甲4 1、甲5 1、甲6 1、甲7 1，另有 4992 个）",
    ]);
  });
  it("are told where the sum is wrong, not above", () => {
    const { found, messages } = check(
      "指标 一 10分 { 指标 二 5分 { 指标 三 4分 { 评分 人工 } }; 指标 四 5分 { 评分 人工 } }",
    );
    expect(found).toEqual(["H1204 5分"]);
    expect(messages).toEqual(["下级分值合计 4分，与“二”的 5分 不符，少 1分"]);
  });
  it("are summed where a child has an error elsewhere, not where its weight has", () => {
    const rules = (points: string): string =>
      `指标 一 10分 { 指标 二 ${points} { 值 = 没有; 评分 按比例 }; 指标 三 5分 { 评分 人工 } }`;
    expect(check(rules("5分")).found).toEqual(["H1101 没有"]);
    expect(check(rules("4分")).found).toEqual(["H1204 10分", "H1101 没有"]);
    // 4 can only be 4分; of 0.4 that is not sure.
    expect(check(rules("4")).found).toEqual(["H1204 10分", "H1307 4", "H1101 没有"]);
    expect(check(rules("5")).found).toEqual(["H1307 5", "H1101 没有"]);
    expect(check(rules("0.4")).found).toEqual(["H1307 0.4", "H1101 没有"]);
  });
  it("are summed up to 满分 whatever else is wrong with an indicator, not where a weight cannot be read", () => {
    const rules = (points: string, rest = ""): string =>
      `满分 15分\n指标 一 ${points} { 值 = 没有; 评分 按比例 }\n${rest}`;
    expect(check(rules("15分")).found).toEqual(["H1101 没有"]);
    expect(check(rules("10分")).found).toEqual(["H1202 15分", "H1101 没有"]);
    expect(check(rules("10分")).messages[0]).toBe("一级指标分值合计 10分，与满分 15分 不符（一 10）");
    expect(check(rules("10分", "指标 一 10分 { 评分 人工 }")).found).toEqual([
      "H1202 15分",
      "H1101 没有",
      "H1102 一",
    ]);
    expect(check(rules("10")).found).toEqual(["H1202 15分", "H1307 10", "H1101 没有"]);
    expect(check(rules("0.4")).found).toEqual(["H1307 0.4", "H1101 没有"]);
    expect(check(rules("")).found).toEqual(["H1007 一", "H1101 没有"]);
  });
  it("of 自定指标 with a standard whose data comes with its rows are one finding", () => {
    const rules = "自定指标 二 10分 {\n分组 产出 10分 { 数量 }\n>= 用 按比例\n定性 用 定性\n= 用 达标\n}";
    expect(check(`满分 20分\n${rules}`).found).toEqual(["H1110 自定指标"]);
  });
  it("of 自定指标 count towards 满分", () => {
    const rules = (marks: string): string =>
      `满分 ${marks}\n指标 一 10分 { 评分 人工 }\n自定指标 二 90分 { 分组 产出 90分 { 数量 } }`;
    expect(check(rules("100分")).found).toEqual(["H1110 自定指标"]);
    expect(check(rules("10分")).messages[0]).toBe("一级指标分值合计 100分，与满分 10分 不符（一 10、二 90）");
  });
  it("that are missing are told once", () => {
    expect(check("指标 一 { 评分 人工 }").messages).toEqual(["“一”后面缺少 分值，如 10分"]);
    expect(check("加分项 一 { 评分 人工 }").messages).toEqual(["“一”后面缺少 至多 和分数"]);
    expect(check("加分项 一 至多 { 评分 人工 }").messages).toEqual(["“至多”后面缺少 分值，如 10分"]);
    expect(check("指标 一 10分 { 指标 二 { 评分 人工 } }").messages).toEqual(["“二”后面缺少 分值，如 10分"]);
  });
  it("of a group that cannot be read hide no other mistake in it", () => {
    const rules = "指标 一 10 {\n否决 当 没有 > 1次 得 0分\n加权 { 二 60% }\n指标 二 5分 { 评分 人工 } }";
    expect(check(rules).found).toEqual(["H1307 10", "H1101 没有", "H1206 加权 { 二 60% }"]);
  });
  it("sum to 满分; 加分项 and 扣分项 stand beside", () => {
    const rules = (marks: string): string =>
      `满分 ${marks}\n指标 一 10分 { 评分 人工 }\n加分项 二 至多 5分 { 评分 人工 }\n扣分项 三 至多 5分 { 评分 人工 }`;
    expect(check(rules("10分")).found).toEqual([]);
    expect(check(rules("15分")).found).toEqual(["H1202 15分"]);
  });
  it("are figures, above 0, with 分", () => {
    const rules = (points: string): string => `指标 一 ${points} { 评分 人工 }`;
    expect(check(rules("0分")).found).toEqual(["H1207 0分"]);
    expect(check(rules("10")).found).toEqual(["H1307 10"]);
    expect(check(rules("10%")).found).toEqual(["H1301 10%"]);
    expect(check(rules("5分 + 5分")).found).toEqual(["H1108 5分 + 5分"]);
    expect(check("满分 5分 + 5分").found).toEqual(["H1108 5分 + 5分"]);
  });
  it("of 加权 are shares of 100%, of 平均 none", () => {
    const rules = (how: string): string =>
      `指标 一 10分 {\n${how}\n指标 二 100分 { 评分 人工 }\n指标 三 50分 { 评分 人工 } }`;
    expect(check(rules("加权 { 二 60%; 三 40% }")).found).toEqual([]);
    expect(check(rules("平均")).found).toEqual([]);
    expect(check(rules("加权 { 二 60%; 三 30% }")).messages).toEqual(["“一”的权重合计 90%，应为 100%"]);
    expect(check(rules("加权 { 二 100% }")).messages).toEqual(["“一”的加权没有写 三 的权重"]);
    expect(check(rules("加权 { 二 100%; 三 0% }")).messages).toEqual(["“一”的加权里，三 的权重要大于 0"]);
    expect(check(rules("加权 { 二 60%; 四 40% }")).found).toEqual(["H1101 四"]);
    expect(check(rules("加权 { 二 60%; 三 20% + 20% }")).found).toEqual(["H1108 20% + 20%"]);
    expect(check(rules("平均\n加权 { 二 60%; 三 40% }")).messages).toEqual([
      "“一”里写了“平均”，不能再写“加权”",
    ]);
    expect(check(rules("加权 { 二 60%; 三 40% }\n加权 { 二 50%; 三 50% }")).messages).toEqual([
      "“一”里“加权”写了两次",
    ]);
  });
  it("of 加权 that cannot be read are told once", () => {
    const rules = (shares: string, second = "指标 二 100分 { 评分 人工 }"): readonly string[] =>
      check(`指标 一 10分 {\n加权 { ${shares} }\n${second}\n指标 三 50分 { 评分 人工 } }`).found;
    expect(rules("二; 三 40%")).toEqual(["H1007 二"]);
    expect(rules("60%; 三 40%")).toEqual(["H1007 60"]);
    expect(rules("二 没有; 三 40%")).toEqual(["H1101 没有"]);
    // Which share the one without a name would have cannot be told.
    expect(rules("三 40%", "指标 100分 { 评分 人工 }")).toEqual(["H1007 100"]);
  });
  it("of 加权 are mended by the name alone", () => {
    const text = whole(
      "指标 一 10分 {\n加权 { 产出数 60%; 三 40% }\n指标 产出数量 5分 { 评分 人工 }\n指标 三 5分 { 评分 人工 } }",
    );
    const [found] = compile({ file: "甲.heng", text }).diagnostics;
    const [edit] = found?.fixes[0]?.edits ?? [];
    expect([found?.code, text.slice(edit?.start, edit?.end), edit?.text]).toEqual([
      "H1101",
      "产出数",
      "产出数量",
    ]);
  });
  it("of 加权 are of every child, those with an error too", () => {
    const rules = (second: string, shares = "二 60%; 三 40%"): string =>
      `指标 一 10分 {\n加权 { ${shares} }\n${second}\n指标 三 5分 { 评分 人工 } }`;
    expect(check(rules("指标 二 5分 { 值 = 没有; 评分 按比例 }")).found).toEqual(["H1101 没有"]);
    expect(check(rules("指标 二 5分 { 值 = 没有; 评分 按比例 }", "三 100%")).messages).toEqual([
      "“一”的加权没有写 二 的权重",
      "没有叫“没有”的名称",
    ]);
    expect(check(rules("指标 5分 { 评分 人工 }")).found).toEqual(["H1007 5"]);
    expect(check(rules("考核 二 5分 { 评分 人工 }")).found).toEqual(["H1009 考核"]);
  });
  it("nest 8 deep", () => {
    const nested = (depth: number): string =>
      Array.from({ length: depth }, (_, i) => `指标 层${i + 1} 10分 {`).join("") +
      "评分 人工" +
      "}".repeat(depth);
    expect(check(nested(8)).found).toEqual([]);
    expect(check(nested(9)).found).toEqual(["H1208 层9"]);
  });
});

describe("what the whole lacks", () => {
  const codes = (text: string): readonly string[] =>
    compile({ file: "甲.heng", text }).diagnostics.map(
      ({ code, range }) => `${code} ${text.slice(range?.start, range?.end).split("\n")[0] ?? ""}`,
    );
  const heading = "规则集 测试 2022年度\n";
  const rest = "得分保留 2位小数\n满分 10分\n等级 { 合格 >= 0分 }\n指标 一 10分 { 评分 人工 }\n";
  it("is told", () => {
    expect(codes(heading + rest)).toEqual([]);
    expect(codes(rest)).toEqual(["H1108 得分保留 2位小数"]);
    expect(codes(`${heading}指标 一 10分 { 评分 人工 }`)).toEqual([
      "H1108 规则集 测试 2022年度",
      "H1108 测试",
      "H1108 测试",
    ]);
    expect(codes(heading + rest.replace(/指标.*/, ""))).toEqual(["H1108 10分"]);
    expect(codes(`${heading}${rest.replace("10分", "最大(5分, 10分)")}`)).toEqual(["H1108 最大(5分, 10分)"]);
  });
  it("is not told of a year that amends another", () => {
    expect(codes(`${heading.trim()} 沿用 2021年度\n修改 指标 一 { 分值 12分 }\n`)).toEqual([
      "H5002 2021年度",
    ]);
  });
  it("is not told of 自定指标 alone", () => {
    expect(
      codes(`${heading}${rest.replace(/指标.*/, "自定指标 一 10分 { 分组 产出 10分 { 数量 } }")}`),
    ).toEqual(["H1110 自定指标"]);
  });
  it("is not told where it may stand in a file that was not found", () => {
    for (const left of [/指标.*/, /等级.*/])
      expect(codes(`${heading}${rest.replace(left, '引用 "没有.heng"')}`)).toEqual(['H1117 "没有.heng"']);
  });
  it("is not told where it may stand in what was not read", () => {
    expect(codes(heading + rest.replace("得分保留", "小数位数"))).toEqual(["H1009 小数位数"]);
    expect(codes(heading + rest.replace("满分", "总分"))).toEqual(["H1009 总分"]);
    expect(codes(heading + rest.replace("等级", "档次"))).toEqual(["H1009 档次"]);
    expect(codes(heading + rest.replace("指标", "考核"))).toEqual(["H1009 考核"]);
    expect(codes(`${heading}${rest}考核 二 10分 { 评分 人工 }`)).toEqual(["H1009 考核"]);
  });
});

describe("what stands where", () => {
  it.each([
    ["数据 { 甲 人 }", "数据"],
    ['核对 "同" 1人 = 1人', "核对"],
    ["定义 乙 = 1", "定义"],
    ["加分项 乙 至多 5分 { 评分 人工 }", "加分项、扣分项"],
    ["等级 { 优 >= 0分 }", "等级"],
    ['案例 "一" { 应得 { 合计 0分 } }', "案例"],
    ["折算", "折算"],
    ["封顶 5分", "封顶"],
  ])("%s not in a leaf", (line, word) => {
    expect(check(`指标 一 10分 {\n  ${line}\n评分 人工 }`).messages).toEqual([`“${word}”不能写在“一”里`]);
  });
  it.each(["值 = 1", "目标 >= 1", "评分 人工", "须说明 当 1 > 0"])("%s not in a group", (line) => {
    const { found } = check(`指标 一 10分 {\n${line}\n指标 二 10分 { 评分 人工 } }`);
    expect(found).toEqual([`H1107 ${line.split(" ")[0] ?? ""}`]);
  });
});

describe("grades", () => {
  const grades = (rows: string): readonly string[] =>
    check(`满分 100分\n等级 {\n${rows}\n}\n指标 一 100分 { 评分 人工 }`).found;
  it.each([
    ["优 >= 90分\n差 其他", []],
    ["优 > 90分\n良 >= 90分\n差 其他", []],
    ["优 >= 90分\n良 > 90分\n差 其他", ["H1501 良 > 90分"]],
    ["优 >= 90分\n良 >= 90分\n差 其他", ["H1501 良 >= 90分"]],
    ["差 其他\n优 >= 90分", ["H1501 优 >= 90分", "H1502 优 >= 90分"]],
    ["优 >= 90分\n差 > 0分", ["H1502 差 > 0分"]],
    ["优 > 100分\n差 其他", ["H1503 优 > 100分"]],
    ["优 >= 100分\n差 其他", []],
    ["优 <= 90分\n差 其他", ["H1504 <= 90分"]],
    ["优 >= 90\n差 其他", ["H1307 90"]],
    // A row that cannot be read is told once, and is neither out of order nor a gap.
    ["优 90分\n差 其他", ["H1007 90"]],
    ["优 >=\n差 其他", ["H1007 >="]],
    ["优\n差 其他", ["H1007 优"]],
    [">= 90分\n差 其他", ["H1007 >="]],
    ["优 >= 90分\n优 >= 80分\n差 其他", ["H1102 优"]],
    ["优 >= 90分\n差", ["H1007 差"]],
    ["优 >= 45分 + 45分\n差 其他", ["H1108 45分 + 45分"]],
  ])("%j", (rows, expected) => {
    expect(grades(rows)).toEqual(expected);
  });
  const told = (rows: string): readonly string[] => {
    const text = whole(`满分 100分\n等级 {\n${rows}\n}\n指标 一 100分 { 评分 人工 }`);
    const { diagnostics } = compile({ file: "甲.heng", text });
    const words = (d: (typeof diagnostics)[number]) => (d.code === "H1502" ? d.mend.zh : d.code);
    return diagnostics.flatMap((d) => [words(d), ...d.fixes.map(({ title }) => title.zh)]);
  };
  it.each([
    ["优 >= 90分\n差 < 90分", ["H1504", "将“差”改为 其他"]],
    // The last but not by <, and by < but not the last: what is meant cannot be told.
    ["优 >= 90分\n差 <= 90分", ["H1504"]],
    ["优 < 90分\n差 其他", ["H1504"]],
    ["优 >= 90分\n差 >= 60分", ["把“差”的下限改成 其他", "将“差”改为 其他"]],
    ["优 >= 90分\n中 >= 60分", ["在“中”后面加一行：差 其他", "在最后加一行：差 其他"]],
    // There is a 差 already.
    ["差 >= 90分\n中 >= 60分", ["在“中”后面加一行：差 其他"]],
    // Nothing is below 0, so nothing is left out.
    ["优 >= 90分\n中 >= 0分", []],
    ["优 >= 90分\n中 > 0分", ["在“中”后面加一行：差 其他", "在最后加一行：差 其他"]],
  ])("the last row is the rest: %j", (rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });
  it("out of order are told by what is wrong with them", () => {
    const messages = (rows: string): readonly string[] =>
      check(`满分 100分\n等级 {\n${rows}\n}\n指标 一 100分 { 评分 人工 }`).messages;
    expect(messages("优 >= 80分\n良 >= 90分\n差 其他")).toEqual([
      "等级要从高到低写：“良”的下限不低于前面“优”的下限",
    ]);
    expect(messages("差 其他\n优 >= 0分")).toEqual(["“差 其他”后面的“优”永远轮不到"]);
  });
  it("above what can be reached are told, bonuses counted", () => {
    const rules = (bound: string): readonly string[] =>
      check(
        `满分 10分\n等级 {\n优 ${bound}\n差 其他\n}\n指标 一 10分 { 评分 人工 }\n加分项 二 至多 2分 { 评分 人工 }`,
      ).found;
    expect(rules(">= 12分")).toEqual([]);
    expect(rules(">= 12.01分")).toEqual(["H1503 优 >= 12.01分"]);
    expect(rules("> 11.99分")).toEqual([]);
    expect(rules("> 12分")).toEqual(["H1503 优 > 12分"]);
  });
});

describe("caps and vetoes below 0", () => {
  it.each([
    ["封顶 -5分", ["H1212 -5分"]],
    ["封顶 -50%", ["H1212 -50%"]],
    ["封顶 1分 - 3分 当 有", ["H1212 1分 - 3分"]],
    ["封顶 0分 当 有", []],
    ["否决 当 有 得 -5分", ["H1209 否决 当 有 得 -5分"]],
    ["否决 当 有 得 12分", ["H1209 否决 当 有 得 12分"]],
    ["否决 当 有 得 0分", []],
  ])("%s", (line, expected) => {
    expect(check(`数据 { 有 是否 }\n${line}\n指标 一 10分 { 评分 人工 }`, { unused: false }).found).toEqual(
      expected,
    );
    const inside = `数据 { 有 是否 }\n指标 组 10分 { ${line}; 指标 一 10分 { 评分 人工 } }`;
    expect(check(inside).found).toEqual(expected);
  });
});
