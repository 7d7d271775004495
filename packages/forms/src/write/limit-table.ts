/** The one table of limits: each is declared where it is kept. */
import { LIMITS, type Names } from "@heng/lang";
import { DATA_LIMITS } from "../read/limits.ts";

export interface LimitRow {
  readonly id: string;
  readonly what: Names;
  readonly limit: number;
  readonly unit: Names;
}

const NONE: Names = { zh: "", en: "" };
const BYTES: Names = { zh: "字节", en: "bytes" };
const LEVELS: Names = { zh: "层", en: "levels" };
const CHARACTERS: Names = { zh: "字", en: "characters" };
const DIGITS: Names = { zh: "位", en: "digits" };
const FILES: Names = { zh: "个", en: "files" };

/** Every limit on rules, numbers and data, in the order in which they are shown. */
export function limitTable(): readonly LimitRow[] {
  const row = (id: string, limit: number, zh: string, en: string, unit: Names = NONE): LimitRow => ({
    id,
    what: { zh, en },
    limit,
    unit,
  });
  return [
    row("rules.fileBytes", LIMITS.fileBytes, "规则：一个文件", "Rules: a file", BYTES),
    row("rules.tokens", LIMITS.tokens, "规则：词和符号", "Rules: words and signs"),
    row("rules.nesting", LIMITS.nesting, "规则：嵌套", "Rules: nesting", LEVELS),
    row("rules.levels", LIMITS.levels, "规则：定义、方法套用", "Rules: definitions in definitions", LEVELS),
    row("rules.indicators", LIMITS.indicators, "规则：指标", "Rules: indicators"),
    row("rules.items", LIMITS.items, "规则：一个清单、选项", "Rules: items of a list", {
      zh: "项",
      en: "items",
    }),
    row("rules.name", LIMITS.name, "规则：名称", "Rules: a name", CHARACTERS),
    row("rules.text", LIMITS.text, "规则：引号中的文字", "Rules: a text in quotes", CHARACTERS),
    row("rules.includes", LIMITS.includes, "规则：引用的文件", "Rules: included files", FILES),
    row("rules.years", LIMITS.years, "规则：沿用的年度", "Rules: inherited years"),
    row("rules.diagnostics", LIMITS.diagnostics, "规则、数据：列出的问题", "Rules and data: findings listed"),
    row("number.integerDigits", LIMITS.integerDigits, "数：整数部分", "Number: before the point", DIGITS),
    row("number.decimalDigits", LIMITS.decimalDigits, "数：小数部分", "Number: after the point", DIGITS),
    row(
      "number.fractionBits",
      LIMITS.fractionBits,
      "数：计算中的分子、分母",
      "Number: numerator and denominator while computing",
      { zh: "二进制位", en: "bits" },
    ),
    row("data.fileBytes", DATA_LIMITS.jsonBytes, "数据：一个文件", "Data: a file", BYTES),
    row("data.jsonDepth", DATA_LIMITS.jsonDepth, "数据：JSON 的嵌套", "Data: nesting of JSON", LEVELS),
    row("data.csvRecord", DATA_LIMITS.csvRecord, "数据：CSV 的一行", "Data: a CSV record", CHARACTERS),
    row("data.csvColumns", DATA_LIMITS.csvColumns, "数据：CSV 的列", "Data: CSV columns"),
  ];
}
