/** What a year's Program says of itself: identities, former names, and the places where it was written. */
import { describe, expect, it } from "vitest";
import { compile, format, resolve, type CompileOptions, type Program, type Range } from "../../src/index.ts";

const FILES: Readonly<Record<string, string>> = {
  "共用/等级.heng": "// 共用的等级\n等级 {\n  优 >= 9分\n  差 其他\n}\n数据 { 共用数 万元 > 0 }\n",
  "2021/甲.heng": `// 二〇二一年
规则集 甲 2021年度
满分 10分
得分保留 2位小数
引用 "../共用/等级.heng"
数据 { 收入 万元 >= 0 }
指标 完成率 6分 {
  值 = 收入 / 共用数
  评分 按比例 // 按比例
}
指标 管理 4分 {
  指标 制度 4分 { 评分 人工 }
}
`,
  "2022/甲.heng": `规则集 甲 2022年度 沿用 2021年度
引用 "../共用/等级.heng"
引用 "新增.heng"
调整 数据 { 总收入 原名 收入 }
修改 指标 制度 { 名称 健全性 }
修改 指标 完成率 {
  目标 >= 90%
  评分 分档 {
    >= 90% 得 满分
    其他   得 4分
  }
}
`,
  "2022/新增.heng": '// 今年的\n核对 "新的" 总收入 <= 9万元\n',
  "2023/甲.heng": `规则集 甲 2023年度 沿用 2022年度
调整 数据 { 总收入 单位 元 }
修改 指标 健全性 之后 完成率
删除 指标 管理
新增 指标 制度 0.5分 { 评分 人工 }
修改 指标 完成率 { 分值 5.5分 }
`,
};

const read = (file: string) => {
  const text = FILES[file];
  return text === undefined ? undefined : { file, text };
};
const OPTIONS: CompileOptions = {
  inherit: (year, from) => read(`${year}/${from.split("/")[1]}`),
  include: (path, from) => read(path.startsWith("../") ? path.slice(3) : `${from.split("/")[0]}/${path}`),
};

function year(of: string): { readonly program: Program; readonly whole: string } {
  const file = `${of}/甲.heng`;
  const { program, diagnostics } = compile({ file, text: FILES[file] ?? "" }, { ...OPTIONS, year: of });
  expect(diagnostics.map(({ message }) => message.zh)).toEqual([]);
  if (!program) throw new Error("no program");
  return { program, whole: resolve({ file, text: FILES[file] ?? "" }, OPTIONS).whole?.text ?? "" };
}

const written = (range: Range | undefined): string =>
  `${range?.file}: ${FILES[range?.file ?? ""]?.slice(range?.start, range?.end)}`;

describe("a chain of three years with 引用", () => {
  it("resolves year by year", () => {
    expect(year("2022").whole).toBe(`// 二〇二一年
规则集 甲 2022年度
满分 10分
得分保留 2位小数
数据 { 总收入 万元 >= 0 }
指标 完成率 6分 {
  值 = 总收入 / 共用数
  目标 >= 90%
  评分 分档 {
    >= 90% 得 满分
    其他   得 4分
  }
}
指标 管理 4分 {
  指标 健全性 4分 { 评分 人工 }
}

// 共用的等级
等级 {
  优 >= 9分
  差 其他
}
数据 { 共用数 万元 > 0 }

// 今年的
核对 "新的" 总收入 <= 9万元
`);
    expect(year("2023").whole).toContain(`指标 完成率 5.5分 {`);
    expect(year("2023").whole).toContain("}\n指标 健全性 4分 { 评分 人工 }\n指标 制度 0.5分 { 评分 人工 }\n");
  });

  it("keeps identities through renames and moves, and gives a new one its own", () => {
    const ids = year("2023").program.root.children.map(({ id, path }) => [id, path.join("/")]);
    expect(ids).toEqual([
      ["完成率", "完成率"],
      ["管理/制度", "健全性"],
      ["制度", "制度"],
    ]);
    // What is judged is filed under the identity.
    expect(year("2023").program.fields.flatMap(({ name, judged }) => (judged ? [name] : []))).toEqual([
      "管理/制度",
      "制度",
    ]);
  });

  it("remembers what fields were called and counted in", () => {
    const field = (of: string) => year(of).program.fields.find(({ name }) => name === "总收入")?.formerly;
    expect(field("2022")).toEqual([{ until: "2021", name: "收入", type: "万元" }]);
    expect(field("2023")).toEqual([
      { until: "2021", name: "收入", type: "万元" },
      { until: "2022", name: "总收入", type: "万元" },
    ]);
  });

  it("says of each part where it was written", () => {
    const { program } = year("2023");
    const [completion, soundness, fresh] = program.root.children;
    expect(written(completion?.origin)).toBe("2021/甲.heng: 完成率");
    expect(written(soundness?.origin)).toBe("2022/甲.heng: 健全性");
    expect(written(fresh?.origin)).toBe("2023/甲.heng: 制度");
    expect(written(program.root.origin)).toBe("2023/甲.heng: 甲");
    expect(written(program.grades[0]?.origin)).toBe("共用/等级.heng: 优 >= 9分");
    expect(written(program.crossChecks[0]?.origin)).toContain("2022/新增.heng: ");
    expect(completion?.kind === "leaf" && completion.standard.node === "cases").toBe(true);
    const origins =
      completion?.kind === "leaf" && completion.standard.node === "cases" ? completion.standard.cases : [];
    expect(origins.map(({ origin }) => written(origin))).toEqual(["2022/甲.heng: >= 90% 得 满分"]);
  });

  it("holds no place of the text it was worked out from", () => {
    const whole = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null || whole.has(value)) return;
      whole.add(value);
      if ("file" in value && "start" in value) {
        const { file, start, end } = value as Range;
        const text = FILES[file] ?? "";
        expect(text.length, file).toBeGreaterThanOrEqual(end);
        expect(end).toBeGreaterThanOrEqual(start);
      }
      for (const one of value instanceof Map ? value.values() : Object.values(value)) visit(one);
    };
    visit(year("2023").program);
    expect(whole.size).toBeGreaterThan(50);
  });
});

describe("names that could be taken apart", () => {
  const base = `规则集 甲 2022年度
满分 10分
得分保留 2位小数
等级 { 合格 >= 0分 }
数据 { 当年支出 万元 >= 0; 当年预算 万元 > 0 }
指标 执行率 10分 { 值 = 当年支出 / 当年预算; 评分 按比例 }
`;
  const text = `规则集 甲 2023年度 沿用 2022年度
修改 指标 执行率 { 值 = 当年支出 / 当年预算; 目标 >= 95% }
`;
  it("are those of the year before", () => {
    const { diagnostics, program } = compile(
      { file: "2023.heng", text },
      { inherit: () => ({ file: "2022.heng", text: base }) },
    );
    expect(diagnostics.map(({ message }) => message.zh)).toEqual([]);
    expect(program?.year).toBe("2023");
  });
  it("are left alone by the formatter", () => {
    expect(format({ file: "2023.heng", text })).toEqual({ text, changed: false, diagnostics: [] });
  });
});
