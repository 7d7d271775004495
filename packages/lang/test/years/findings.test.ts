/** What cannot be amended: told at the amendment, with what it meets elsewhere. */
import { describe, expect, it } from "vitest";
import { compile, type CompiledSource, type Range } from "../../src/index.ts";

const BASE = `规则集 示例 2022年度
满分 20分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 收入 万元 >= 0; 支出 万元 > 0; 情况 选项 { 好, 差 } }
核对 "收支" 收入 >= 支出
定义 比 = 收入 / 支出
封顶 19分 当 收入 = 0万元
指标 执行 10分 { 值 = 比; 目标 >= 100%; 评分 按比例 }
指标 管理 10分 {
  指标 资金 5分 {
    指标 制度 3分 { 评分 人工 }
    指标 使用 2分 { 评分 分档 情况 { 好 得 满分; 差 得 0分 } }
  }
  指标 资产 5分 { 指标 制度 5分 { 评分 人工 } }
}
加分项 创新 至多 2分 { 评分 人工 }
案例 "一" { 数据 { 收入 1万元; 支出 1万元 } 应得 { 执行 10分 } }
`;
const HEADING = "规则集 示例 2023年度 沿用 2022年度\n";

function check(amendments: string, base = BASE): CompiledSource & { readonly told: readonly string[] } {
  const text = HEADING + amendments;
  const compiled = compile(
    { file: "2023.heng", text },
    { inherit: (year) => (year === "2022" ? { file: "2022.heng", text: base } : undefined) },
  );
  const at = (range: Range | undefined): string => {
    const source = range?.file === "2023.heng" ? text : base;
    return `${range?.file === "2023.heng" ? "" : `${range?.file} `}${source.slice(range?.start, range?.end)}`;
  };
  const told = compiled.diagnostics.map(({ code, range, related }) =>
    [code, at(range), ...related.map((other) => `← ${at(other.range)}`)].join(" "),
  );
  return { ...compiled, told };
}

/** The amendment file after the first fix of the first finding. */
function mended(amendments: string): string {
  const text = HEADING + amendments;
  const [fix] = check(amendments).diagnostics[0]?.fixes ?? [];
  return (fix?.edits ?? [])
    .toSorted((a, b) => b.start - a.start)
    .reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text)
    .slice(HEADING.length);
}

describe("what is amended must be there", () => {
  it.each([
    ["修改 指标 执形 { 分值 10分 }", "H5004 执形"],
    ["删除 指标 管理/执行", "H5004 管理/执行"],
    ["修改 加分项 执行 { 分值 1分 }", "H5004 执行"],
    ["修改 指标 创新 { 分值 1分 }", "H5004 创新"],
    ["修改 指标 执行 { 删除 否决 }", "H5004 删除 否决"],
    ["修改 指标 执行 于 管理部 { 分值 1分 }", "H5004 管理部"],
    ['修改 核对 "收" 收入 = 支出', 'H5004 "收"'],
    ['删除 案例 "二"', 'H5004 "二"'],
    ['修改 案例 "二" { 数据 { 收入 1万元 } 应得 { 执行 待补 } }', 'H5004 "二"'],
    ["删除 定义 比例", "H5004 比例"],
    ["修改 定义 比例 = 收入 / 支出", "H5004 比例"],
    ["删除 方法 控制", "H5004 控制"],
    ["删除 否决", "H5004 否决"],
    ["修改 否决 当 收入 = 0万元 得 0分", "H5004 否决"],
    ["调整 数据 { 总收入 原名 收人 }", "H5004 收人"],
    ["调整 数据 { 收人 单位 元 }", "H5004 收人"],
    ["删除 数据 收人", "H5004 收人"],
    ["新增 指标 新的 2分 于 没有 { 评分 人工 }", "H5004 没有"],
  ])("%s", (text, told) => {
    expect(check(text).told).toEqual([told]);
    expect(check(text).program).toBeUndefined();
  });

  it("offers the nearest name", () => {
    expect(mended("修改 指标 执形 { 名称 甲 }\n")).toBe("修改 指标 执行 { 名称 甲 }\n");
    expect(mended("删除 定义 比例\n")).toBe("删除 定义 比\n");
    expect(mended('删除 案例 "一 "\n')).toBe('删除 案例 "一"\n');
    expect(mended("调整 数据 { 总收入 原名 收人 }\n")).toBe("调整 数据 { 总收入 原名 收入 }\n");
  });

  it("says what an older name is called now, and that a new one is of this file", () => {
    const files = new Map([
      ["2022", BASE.replaceAll("规则集 示例 2022年度", "规则集 示例 2022年度")],
      ["2023", `${HEADING}修改 指标 执行 { 名称 执行率 }\n`],
    ]);
    const last = (amendment: string) =>
      compile(
        { file: "2024.heng", text: `规则集 示例 2024年度 沿用 2023年度\n${amendment}\n` },
        {
          inherit(year) {
            const text = files.get(year);
            return text === undefined ? undefined : { file: `${year}.heng`, text };
          },
        },
      ).diagnostics.map(({ message }) => message.zh);
    expect(last('修改 指标 执行率 { 来源 "决算" }')).toEqual([]);
    expect(last('修改 指标 执行 { 来源 "决算" }')).toEqual(["“执行”在 2023年度 已改称“执行率”"]);
    expect(last("修改 指标 执行率 { 名称 甲 }\n修改 指标 管理 于 甲")).toEqual([
      "2023年度 没有指标“甲”，没有可改的",
    ]);
    expect(last("新增 指标 甲 2分 { 评分 人工 }\n修改 指标 甲 { 分值 3分 }")).toEqual([
      "“甲”是本文件里才有的名称；要改的用 2023年度 的名称",
    ]);
  });
});

describe("which is meant must be clear", () => {
  it("names all that a name means, with their places", () => {
    const { told, diagnostics } = check("修改 指标 制度 { 分值 4分 }");
    expect(told).toEqual(["H1116 制度 ← 2022.heng 制度 ← 2022.heng 制度"]);
    expect(diagnostics[0]?.related.map(({ message }) => message.zh)).toEqual([
      "管理/资金/制度",
      "管理/资产/制度",
    ]);
  });
  it("takes as much of the path as is needed", () => {
    expect(check('修改 指标 资金/制度 { 来源 "一" }\n修改 指标 管理/资产/制度 { 来源 "二" }').told).toEqual(
      [],
    );
  });
});

describe("one thing is amended in one place", () => {
  it.each([
    ['修改 指标 执行 { 来源 "一" }\n修改 指标 执行 { 依据 "二" }', "H5005 执行 ← 执行"],
    ['修改 指标 执行 { 来源 "一" }\n删除 指标 执行', "H5005 执行 ← 执行"],
    ["修改 等级 { 合格 >= 1分 }\n修改 等级 { 合格 >= 2分 }", "H5005 等级 ← 等级"],
    ["修改 定义 比 = 收入 / 支出\n删除 定义 比", "H5005 比 ← 比"],
    ["调整 数据 { 总收入 原名 收入 }\n调整 数据 { 收入 单位 元 }", "H5005 收入 ← 收入"],
    ["调整 数据 { 收入 单位 元 }\n删除 数据 收入", "H5005 收入 ← 收入"],
    ["删除 指标 资金\n修改 指标 使用 { 分值 1分 }", "H5005 使用 ← 资金"],
    ["删除 指标 资金\n新增 指标 新的 2分 于 资金 { 评分 人工 }", "H5005 于 资金 ← 资金"],
    ["删除 指标 资金\n修改 指标 执行 于 管理 之后 资金", "H5006 资金 ← 资金"],
  ])("%s", (text, told) => {
    expect(check(text).told).toEqual([told]);
    // The order of the amendments does not matter.
    expect(check(text.split("\n").toReversed().join("\n")).told.map((one) => one.slice(0, 5))).toEqual([
      told.slice(0, 5),
    ]);
  });

  it("is no matter of several lines of one kind for the whole", () => {
    expect(check("修改 封顶 18分 当 收入 = 0万元\n修改 封顶 17分 当 支出 > 9万元").told).toEqual([]);
  });
});

describe("what cannot be amended so", () => {
  it.each([
    ["修改 指标 执行 { }", "H5006 执行"],
    ["修改 指标 管理 于 资金", "H5006 于 资金"],
    ["新增 加分项 新的 至多 1分 于 管理 { 评分 人工 }", "H5006 于 管理"],
    ['修改 引用 "甲.heng"', "H5006 修改"],
    ["修改 指标 执行 { 修改 指标 资金 { 分值 1分 } }", "H5006 修改 指标 资金 { 分值 1分 }"],
    ["修改 指标 执行 { 分值 3分; 分值 4分 }", "H5006 分值 4分 ← 分值 3分"],
    ["修改 指标 执行 { 数据 { 甲 万元 } }", "H1107 数据 { 甲 万元 }"],
    ["调整 数据 { 情况 单位 元 }", "H5006 元"],
    ["修改 指标 执行 于 管理 之后 创新", "H5006 创新"],
  ])("%s", (text, told) => expect(check(text).told).toEqual([told]));

  it("without 沿用: each amendment is told", () => {
    const { diagnostics } = compile({
      file: "甲.heng",
      text: `${BASE}修改 指标 执行 { 分值 10分 }\n删除 指标 执行\n`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["H5001", "H5001"]);
  });
});

describe("what the amendments leave is checked like any year", () => {
  it("tells a name that is there already, both places", () => {
    expect(check("满分 22分\n新增 指标 执行 2分 { 评分 人工 }").told).toEqual([
      "H1102 执行 ← 2022.heng 执行",
    ]);
    expect(check("定义 比 = 支出 / 收入").told).toEqual(["H1102 比 ← 2022.heng 比"]);
  });

  it("tells what lacks what was removed, where it was written", () => {
    expect(check("删除 定义 比").told).toEqual(["H1101 2022.heng 比 ← 2022年度"]);
  });

  it("tells unequal sums at the amendment, and mends them in its file", () => {
    expect(check("修改 指标 执行 { 分值 12分 }\n").told).toEqual(["H1202 分值 ← 2022.heng 20分"]);
    expect(mended("修改 指标 执行 { 分值 12分 }\n")).toBe("修改 指标 执行 { 分值 12分 }\n满分 22分\n");
    expect(check("删除 指标 资产/制度\n修改 指标 资产 { 评分 人工 }").told).toEqual([]);
    expect(check("修改 指标 使用 { 分值 3分 }\n").told).toEqual(["H1204 分值 ← 2022.heng 5分"]);
    // 10 for 管理 fit 满分, so the one below is wrong.
    expect(
      mended('修改 指标 使用 { 来源 "台账" }\n修改 指标 资金 { 分值 4分 }\n修改 指标 资产 { 分值 6分 }\n'),
    ).toBe(
      '修改 指标 使用 { 分值 1分; 来源 "台账" }\n修改 指标 资金 { 分值 4分 }\n修改 指标 资产 { 分值 6分 }\n',
    );
    expect(mended("新增 指标 新的 1分 于 资产 { 评分 人工 }\n")).toBe(
      "新增 指标 新的 1分 于 资产 { 评分 人工 }\n修改 指标 资产 { 分值 6分 }\n",
    );
  });

  it("tells shares that lack one at the amendment", () => {
    const base = BASE.replace(
      "指标 制度 3分 { 评分 人工 }",
      "加权 { 制度 60%; 使用 40% }\n    指标 制度 3分 { 评分 人工 }",
    );
    expect(check("新增 指标 新的 2分 于 资金 { 评分 人工 }", base).told).toEqual([
      "H1206 新的 ← 2022.heng 加权 { 制度 60%; 使用 40% }",
    ]);
    expect(check("删除 指标 使用", base).told).toEqual(["H1101 使用 ← 2022.heng 使用"]);
    const mended = "修改 指标 资金 { 加权 { 制度 50%; 使用 30%; 新的 20% } }";
    expect(check(`新增 指标 新的 2分 于 资金 { 评分 人工 }\n${mended}`, base).told).toEqual([]);
  });

  it("begins a line of its own for what it adds, whatever the file ends with", () => {
    expect(mended("修改 指标 执行 { 分值 12分 }")).toBe("修改 指标 执行 { 分值 12分 }\n满分 22分\n");
  });

  it("takes out by an amendment what nothing uses any more", () => {
    const text = "修改 指标 使用 { 评分 人工 }\n";
    expect(check(text).told).toEqual(["H1103 2022.heng 情况 ← 2022年度"]);
    expect(mended(text)).toBe(`${text}删除 数据 情况\n`);
    expect(check(mended(text)).told).toEqual([]);
  });

  it("offers no fix in a file of another year", () => {
    const { told, diagnostics } = check("删除 定义 比\n定义 比率 = 收入 / 支出");
    expect(told).toEqual(["H1101 2022.heng 比 ← 2022年度"]);
    expect(diagnostics[0]?.fixes).toEqual([]);
  });
});

describe("the file it inherits", () => {
  const of = (source: string, heading = HEADING) =>
    compile(
      { file: "2023.heng", text: heading },
      { inherit: () => ({ file: "2022.heng", text: source }) },
    ).diagnostics.map(({ code, message }) => `${code} ${message.zh}`);
  it("must have no mistake of form", () => {
    expect(of(BASE.replace("满分 20分", "满分20分"))).toEqual([
      "H5003 要沿用的 2022年度 规则集有写错的地方，读不出全部规则",
    ]);
  });
  it("must say the year it is asked for", () => {
    expect(of(BASE.replace("2022", "2021"))).toEqual(["H5003 2022 文件夹里的规则集，第一行写的是 2021年度"]);
    expect(of("数据 { 甲 万元 }")).toEqual(["H5003 2022 文件夹里的规则集，第一行写的是 别的年度"]);
  });
  it("must be of an earlier year, so that no circle can be", () => {
    const circle = compile(
      { file: "2023.heng", text: HEADING },
      { inherit: (year) => ({ file: `${year}.heng`, text: `规则集 示例 ${year}年度 沿用 2023年度\n` }) },
    );
    expect(circle.diagnostics.map(({ code, message, range }) => [code, message.zh, range?.file])).toEqual([
      ["H5003", "2022年度 只能沿用更早的年度，不能沿用 2023年度", "2022.heng"],
    ]);
  });
  it("may inherit up to thirty years", () => {
    const chain = (years: number) =>
      compile(
        { file: "2900.heng", text: "规则集 示例 2900年度 沿用 2899年度\n" },
        {
          inherit(year) {
            const whole = 2900 - years;
            const text =
              Number(year) === whole
                ? BASE.replace("2022年度", `${whole}年度`)
                : `规则集 示例 ${year}年度 沿用 ${Number(year) - 1}年度\n`;
            return { file: `${year}.heng`, text };
          },
        },
      );
    expect(chain(30).program?.year).toBe("2900");
    expect(chain(31).diagnostics.map(({ code }) => code)).toEqual(["H5003"]);
  });
});
