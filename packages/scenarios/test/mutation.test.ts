import { compile } from "@heng/lang";
import { describe, expect, it } from "vitest";
import {
  changesOf,
  inTextOrder,
  mutantsOf,
  runScenarios,
  Suggester,
  type Mutant,
  type Recompiled,
} from "../src/index.ts";
import { changesIn } from "../src/mutation/sites.ts";
import { ruleset, programOf, sample } from "./rules.ts";

function changes(statements: string) {
  const text = ruleset(statements);
  const { tree } = compile({ file: "a.heng", text });
  // The grades of `ruleset` change in six places.
  return changesIn("a.heng", tree, text).slice(6);
}

const said = (statements: string): readonly string[] =>
  changes(statements).map(({ kind, says }) => `${kind}: ${says.zh}`);

function mutants(text: string): readonly Mutant[] {
  const source = (of: string) => compile({ file: "a.heng", text: of }, { year: "2022" });
  const program = programOf(text);
  const files = [{ file: "a.heng", text, tree: source(text).tree }];
  const recompile = (_: string, changed: string): Recompiled => {
    const { program: made, diagnostics } = source(changed);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return { program: made, errors: errors.flatMap(({ range }) => range ?? []) };
  };
  const all = mutantsOf(program, files, changesOf(files), runScenarios(program), recompile);
  return inTextOrder([...all], files);
}

describe("what is changed", () => {
  it("is a sign, and each bound up and down in its last digit", () => {
    expect(said(`数据 { 率 比率 [0%, 100%] }\n指标 甲 10分 { 值 = 率; 评分 达标 >= 92.5% }\n`)).toEqual([
      "sign: >= 改为 >",
      "bound: 92.5% 改为 92.6%",
      "bound: 92.5% 改为 92.4%",
    ]);
  });

  it("is written with a sign where it was in words", () => {
    expect(
      said(`数据 { 率 比率 [0%, 100%] }\n指标 甲 10分 { 值 = 率; 目标 不低于 95%; 评分 达标 }\n`)[0],
    ).toBe("sign: 不低于 改为 >");
    expect(said(`数据 { 率 比率 [0%, 100%] }\n指标 甲 10分 { 值 = 率; 评分 达标 95%以上 }\n`)[0]).toBe(
      "sign: 95%以上 改为 > 95%",
    );
  });

  it("is in both bands that a bound stands between", () => {
    expect(
      said(`数据 { 率 比率 [0%, 100%] }
指标 甲 10分 { 值 = 率; 评分 分档 { [80%, 100%] 得 满分; [0%, 80%) 得 0分 } }
`),
    ).toEqual([
      "sign: [ 改为 (、) 改为 ]",
      "bound: 80% 改为 81%",
      "bound: 80% 改为 79%",
      "bound: 100% 改为 101%",
      "bound: 100% 改为 99%",
      "sign: ] 改为 )",
      "sign: [ 改为 (",
      "bound: 0% 改为 1%",
      "amount: 0分 改为 1分",
    ]);
  });

  it("is a cap, an amount, a step", () => {
    expect(
      said(`数据 { 次数 次 >= 0; 受处分 是否 }
封顶 8分 当 受处分
否决 当 受处分 = 是 得 5分
指标 甲 10分 { 评分 扣分 { 次数 每 2次 扣 1分 最多扣 4分 } }
`),
    ).toEqual([
      "cap: 8分 改为 9分",
      "cap: 8分 改为 7分",
      "sign: = 改为 ≠",
      "cap: 5分 改为 6分",
      "cap: 5分 改为 4分",
      "bound: 2次 改为 3次",
      "bound: 2次 改为 1次",
      "amount: 1分 改为 2分",
      "amount: 1分 改为 0分",
      "cap: 4分 改为 5分",
      "cap: 4分 改为 3分",
    ]);
  });

  it("is a weight with its neighbour's, down to the first leaf and its first item", () => {
    expect(
      said(`数据 { 甲表 清单 { 一, 二 }; 乙率 比率 [0%, 100%] }
指标 甲 6分 { 指标 甲一 6分 { 评分 要点 甲表 { 一 得 2分; 二 得 4分 } } }
指标 乙 4分 { 值 = 乙率; 评分 按比例 }
`),
    ).toEqual(["weight: 6分 改为 7分、2分 改为 3分、4分 改为 3分", "weight: 2分 改为 3分、4分 改为 3分"]);
  });

  it("is a share with its neighbour's in 加权, whose points need not add up", () => {
    expect(
      said(`数据 { 率 比率 [0%, 100%] }
指标 总 10分 {
  加权 { 甲 60%; 乙 40% }
  指标 甲 5分 { 值 = 率; 评分 按比例 }
  指标 乙 7分 { 值 = 率; 评分 按比例 }
}
`),
    ).toEqual(["weight: 60% 改为 61%、40% 改为 39%"]);
  });
});

/**
 * 14 changes: six in the grades, one weight, three of 达标, four of 扣分. The scenario is at 90% and one time: 6 + 2 = 8.
 * It notices 9 → 8 of the grades, the weight, > 90%, 91%, 每 2次 (3 instead of 2), 扣 3分, 扣 1分: 7. 每 0次 does not check.
 */
const RULES = ruleset(`数据 { 率 比率 [0%, 100%]; 次数 次 >= 0 }
指标 甲 6分 { 值 = 率; 评分 达标 >= 90% }
指标 乙 4分 { 评分 扣分 { 次数 每 1次 扣 2分 } }
案例 "一" { 数据 { 率 90%; 次数 1次 }; 应得 { 甲 6分; 乙 2分; 合计 8分; 等级 中 } }
`);

describe("who notices", () => {
  it("is counted by hand", () => {
    const all = mutants(RULES);
    expect(all).toHaveLength(14);
    const by = (who: Mutant["noticedBy"]): readonly string[] =>
      all.filter(({ noticedBy }) => noticedBy === who).map(({ says }) => says.zh);
    expect(by("scenario")).toEqual([
      "9分 改为 8分",
      "6分 改为 7分、4分 改为 3分",
      ">= 改为 >",
      "90% 改为 91%",
      "1次 改为 2次",
      "2分 改为 3分",
      "2分 改为 1分",
    ]);
    expect(by("check")).toEqual(["1次 改为 0次"]);
    expect(by("nothing")).toEqual([
      ">= 改为 >",
      "9分 改为 10分",
      ">= 改为 >",
      "6分 改为 7分",
      "6分 改为 5分",
      "90% 改为 89%",
    ]);
    expect(all.find(({ noticedBy }) => noticedBy === "scenario")?.scenario).toBe("一");
  });

  it("is nobody where there is no scenario", () => {
    const rules = RULES.slice(0, RULES.indexOf("案例"));
    expect(new Set(mutants(rules).map(({ noticedBy }) => noticedBy))).toEqual(new Set(["nothing", "check"]));
  });

  it.each(["department", "project"] as const)(
    "is a scenario that is offered, unless no data tell: %s",
    (name) => {
      const text = sample(name);
      const offered = (of: string) => {
        const suggester = new Suggester(programOf(of), runScenarios(programOf(of)));
        return mutants(of)
          .filter(({ noticedBy }) => noticedBy === "nothing")
          .map(({ program, says, path }) => ({
            path,
            says,
            offer: program && suggester.tellingApart(program, says.zh),
          }));
      };
      const offers = offered(text).flatMap(({ offer }) => (offer ? [offer.text] : []));
      const completed = `${text}\n${[...new Set(offers)].join("\n")}`;
      expect(runScenarios(programOf(completed)).filter(({ holds }) => !holds)).toEqual([]);
      // What is left is what nothing was offered for: signs of 按比例, which meets its target with full marks either way,
      // and one 度 of 90000.
      const left = offered(completed);
      expect(left.filter(({ offer }) => offer !== undefined)).toEqual([]);
      for (const { says } of left)
        expect(says.zh).toMatch(/^(>= 改为 >|<= 改为 <|90000度 改为 (90001|89999)度)$/);
    },
  );
});

describe("the sample", () => {
  it.each(["department", "project"] as const)("has cases that notice every change but one: %s", (name) => {
    const unnoticed = mutants(sample(name)).filter(({ noticedBy }) => noticedBy === "nothing");
    // Of 89999度, in whole 度, nothing rounds otherwise than of 90000度: 3 ÷ 89999 and 3 ÷ 90000 part by less than 0.00004.
    expect(unnoticed.map(({ says }) => says.zh)).toEqual(name === "project" ? ["90000度 改为 89999度"] : []);
  });
});

describe("what is offered for a change", () => {
  it("tells it from the rules by as little data as it takes", () => {
    const suggester = new Suggester(programOf(RULES), runScenarios(programOf(RULES)));
    const offers = mutants(RULES)
      .filter(({ noticedBy }) => noticedBy === "nothing")
      .map(
        ({ says, program }) => [says.zh, program && suggester.tellingApart(program, says.zh)?.title] as const,
      );
    // Totals are 10, 8, 6, 4, 2 and 0: of 9 and 5 to 6 nothing can tell.
    expect(offers).toEqual([
      [">= 改为 >", undefined],
      ["9分 改为 10分", undefined],
      [">= 改为 >", "合计 6分 中"],
      ["6分 改为 7分", "合计 6分 中"],
      ["6分 改为 5分", undefined],
      ["90% 改为 89%", "甲：90% 改为 89%"],
    ]);
  });
});
