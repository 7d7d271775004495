/** Which branches no filing takes: facts about small rule sets, each worked out from the declared ranges. */
import { compile, type Expr, type Leaf } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { Branches } from "../src/index.ts";

/** Of the outermost `cases` of the one indicator, which branches may be taken. */
function taken(data: string, body: string): readonly number[] {
  const text = `规则集 小样 2022年度
满分 10分
得分保留 2位小数
等级 {
  优 >= 9分
  差 其他
}
数据 { ${data} }
指标 甲 10分 { ${body} }
`;
  const { program, diagnostics } = compile({ file: "a.heng", text }, { year: "2022" });
  if (program === undefined) throw new Error(diagnostics.map(({ message }) => message.zh).join("\n"));
  const [leaf] = program.root.children as readonly Leaf[];
  const e = leaf?.standard as Extract<Expr, { readonly node: "cases" }>;
  const branches = new Branches(program, leaf ? [leaf] : []);
  return [...e.cases.keys(), e.cases.length].filter((i) => branches.mayTake(e, i));
}

describe("a branch is taken by no filing", () => {
  it("beyond the declared range", () => {
    // Of 0% to 100% nothing is above 100%.
    expect(
      taken("率 比率 [0%, 100%]", "值 = 率; 评分 分档 { > 100% 得 9分; >= 60% 得 满分; 其他 得 0分 }"),
    ).toEqual([1, 2]);
  });

  it("where those before it leave nothing", () => {
    // At least 0 it always is: the rest never comes.
    expect(taken("次数 次 >= 0", "值 = 次数; 评分 分档 { >= 0次 得 满分; 其他 得 0分 }")).toEqual([0]);
  });

  it("where 不适用 has taken it out", () => {
    const body = (out: string): string => `值 = 率; ${out}评分 分档 { > 0% 得 满分; 其他 得 0分 }`;
    expect(taken("率 比率 [0%, 100%]", body(""))).toEqual([0, 1]);
    expect(taken("率 比率 [0%, 100%]", body("不适用 当 率 = 0% 按 零分; "))).toEqual([0]);
  });
});
