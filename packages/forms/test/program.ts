/** A rule set with a field of every kind, and readers over text. */
import { compile, type FieldSpec, type Program, type Value } from "@heng/lang";
import type { Datum, Filing } from "@heng/engine";
import type { Fraction } from "@heng/number";
import { readCsvFilings, readJsonFilings, readValue, type FilingsRead, type Written } from "../src/index.ts";

const RULES = `规则集 样例 2022年度
标题 "样例"
满分 20分
得分保留 2位小数

单位 培训班

等级 {
  优 >= 18分
  差 其他
}

数据 {
  全年预算数   万元 > 0 "含年中调整"
  全年支出数   万元 >= 0
  补助         元
  人均公用     元/人 >= 0
  在职人数     人 >= 0
  培训人次     人次 >= 0
  整理页数     页 >= 0
  面积         平方米 >= 0
  班数         培训班 >= 0
  满意度       比率 [0%, 100%]
  变动         个百分点
  系数         数
  验收日期     日期
  及时缴纳     是否
  财务制度     清单 { 有制度, 合规 "合法合规", 已执行 }
  改革情况     定性
  档案情况     选项 { 完备, 基本完备, 不完备, 无 }
  备注         文本
}

明细 项目 至多 3行 {
  资金   万元 >= 0
  完成率 比率
}

指标 预算执行率 10分 {
  值 = 全年支出数 / 全年预算数
  评分 按比例
  须说明 当 得分 < 分值
}
指标 管理 6分 {
  指标 档案 3分 { 评分 人工 }
  指标 重点工作 3分 { 评分 人工 }
}
指标 效果 4分 {
  指标 档案 2分 { 评分 人工 }
  指标 获奖 2分 { 评分 人工 }
}
`;

export const PROGRAM: Program = compiled({ file: "sample.heng", text: RULES });

export function compiled(source: { readonly file: string; readonly text: string }): Program {
  const { program, diagnostics } = compile(source);
  if (program === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message.zh}`).join("\n"));
  return program;
}

export function fieldNamed(name: string): FieldSpec {
  const field = PROGRAM.fields.find((f) => f.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
}

/** What is written for a field, read, as text that tests compare: in base units, exact; a code where it cannot be read. */
export function read(name: string, written: Written, unit?: string): string {
  return shown(readAt(name, written, unit));
}

function readAt(name: string, written: Written, unit?: string): Datum | undefined {
  return readValue(written, fieldNamed(name), {
    place: { file: "test", field: name },
    units: new Set(["培训班"]),
    report: () => undefined,
    unit,
  });
}

function shown(datum: Datum | undefined): string {
  if (datum === undefined) return "missing";
  return datum.kind === "value" ? valueText(datum.value) : datum.diagnostic.code;
}

export function valueText(value: Value): string {
  switch (value.kind) {
    case "figure":
      return fractionText(value.value);
    case "yesNo":
      return value.value ? "yes" : "no";
    case "checklist":
      return [...value.met].map(([item, met]) => `${item}=${met ? "yes" : "no"}`).join(" ");
    case "qualitative":
      return `${value.grade} ${fractionText(value.share)}`;
    case "option":
    case "text":
      return value.value;
  }
}

function fractionText({ n, d }: Fraction): string {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return d / a === 1n ? `${n / a}` : `${n / a}/${d / a}`;
}

/** The diagnostic of what is written for a field. */
export function problem(name: string, written: Written, unit?: string) {
  const datum = readAt(name, written, unit);
  if (datum?.kind !== "unreadable") throw new Error(`“${JSON.stringify(written)}” reads`);
  return datum.diagnostic;
}

const encoder = new TextEncoder();
export const bytes = (text: string): Uint8Array => encoder.encode(text);

export function json(content: unknown, program = PROGRAM): FilingsRead {
  return readJsonFilings(
    bytes(typeof content === "string" ? content : JSON.stringify(content, null, 2)),
    program,
    "a.json",
  );
}

export function csv(text: string, program = PROGRAM): FilingsRead {
  return readCsvFilings(bytes(text), program, "a.csv");
}

/** `code line:column field` of every finding. */
export function found({ diagnostics }: FilingsRead): readonly string[] {
  return diagnostics.map(
    ({ code, place }) =>
      `${code} ${place?.line ?? "-"}:${place?.column ?? "-"}${place?.field ? ` ${place.field}` : ""}`,
  );
}

/** The stretch of the text that each finding is about. */
export function covered({ diagnostics }: FilingsRead, text: string): readonly string[] {
  return diagnostics.map(({ place }) => {
    const { line = 1, column = 1, length = 0 } = place ?? {};
    const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (m) => m.index + m[0].length)];
    const start = (starts[line - 1] ?? 0) + column - 1;
    return text.slice(start, start + length);
  });
}

export function only(read: FilingsRead): Filing {
  const [filing, ...others] = read.filings;
  if (filing === undefined || others.length > 0) throw new Error(`${read.filings.length} filings`);
  return filing;
}

export const value = (filing: Filing, name: string): string => shown(filing.values.get(name));
