import { compile, type CompileOptions } from "../../src/compile.ts";
import type { Expr, Leaf, Program } from "../../src/core/program.ts";
import { kindName } from "../../src/core/type.ts";

/** Rules without a heading get one, with 满分 10分 unless said, and an indicator if there is none. */
export function whole(rules: string): string {
  const has = (word: RegExp): boolean => word.test(rules);
  return [
    "规则集 测试 2022年度",
    ...(has(/^满分/m) ? [] : ["满分 10分"]),
    ...(has(/^得分保留/m) ? [] : ["得分保留 2位小数"]),
    ...(has(/^等级 \{/m) ? [] : ["等级 { 合格 >= 0分 }"]),
    ...(has(/^指标/m) ? [] : ["指标 示例 10分 { 评分 人工 }"]),
    rules,
  ].join("\n");
}

export interface Checked {
  readonly program: Program | undefined;
  /** `H1101 全年支出`: each finding with the text it lies on, in the order of the text. */
  readonly found: readonly string[];
  readonly messages: readonly string[];
}

/** What checking gives, without warnings of unused names unless asked for. */
export function check(rules: string, options: CompileOptions & { readonly unused?: boolean } = {}): Checked {
  const text = whole(rules);
  const { program, diagnostics } = compile({ file: "甲.heng", text }, options);
  const shown = diagnostics.filter((d) => options.unused === true || d.code !== "H1103");
  return {
    program,
    found: shown.map((d) => {
      const { range } = d;
      if (range?.file !== "甲.heng") return `${d.code} in ${range?.file ?? ""}`;
      return `${d.code} ${text.slice(range.start, range.end).split("\n")[0] ?? ""}`;
    }),
    messages: shown.map((d) => d.message.zh),
  };
}

const FIELDS = `数据 {
  甲 万元 >= 0
  乙 万元 > 0
  丙 元 >= 0
  人数 人 > 0
  次数 次 >= 0
  率 比率 >= 0%
  率二 比率 >= 0%
  增幅 个百分点
  系数 数
  始 日期
  终 日期
  有 是否
  地区 选项 { 中部, 西部 }
  区域 选项 { 中部, 东部 }
  完成 定性
  制度 清单 { 有制度, 已执行 }
  说明 文本
}
明细 项目 至多 20行 {
  资金 万元 >= 0
  完成率 比率 >= 0%
  人 人 > 0
}
`;

/** The finding of an expression, or `= ` and its kind, over fields of every kind. */
export function kindOf(expression: string, more = ""): string {
  const { program, found } = check(`${FIELDS}${more}\n定义 用 = 结果\n定义 结果 = ${expression}`);
  if (found.length > 0) return found.join(" / ");
  const e = program?.definitions.find((d) => d.id === "结果")?.of;
  return e ? `= ${kind(e)}` : "nothing";
}

function kind({ type }: Expr): string {
  if (type.kind === "ratio") return type.sense;
  return kindName(type).zh;
}

/** Finding of a condition, or "holds" when there is none. */
export function conditionOf(condition: string): string {
  const { found } = check(`${FIELDS}指标 示例 10分 { 值 = 率; 否决 当 ${condition} 得 0分; 评分 人工 }`);
  return found.length === 0 ? "ok" : found.join(" / ");
}

export function leaf(program: Program | undefined, id: string): Leaf | undefined {
  const all = program ? [...program.root.children, ...program.extras] : [];
  for (let next = all.shift(); next; next = all.shift()) {
    if (next.kind === "group") all.push(...next.children);
    else if (next.id === id) return next;
  }
  return undefined;
}
