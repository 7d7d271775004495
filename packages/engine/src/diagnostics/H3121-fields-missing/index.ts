import { defineDiagnostic, inRow, QUALITATIVE_GRADES, type Names } from "@heng/lang";

/** What may be written for some fields. */
export type Accepted = { readonly fields: readonly string[] } & (
  | { readonly kind: "option"; readonly words: readonly string[] }
  | { readonly kind: "checklist"; readonly items: readonly string[] }
  | { readonly kind: "yesNo" | "qualitative" }
  | { readonly kind: "rows"; readonly columns: readonly string[] }
  /** Points that people give or, `taken`, take, each in its range; the most of the first, for the example. */
  | {
      readonly kind: "judged";
      readonly taken: boolean;
      readonly ranges: readonly Names[];
      readonly most: string;
    }
);

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("");

function words(accepted: Accepted): Names {
  const { fields } = accepted;
  const zh = quoted(fields);
  const en = fields.map((name) => `"${name}"`).join(", ");
  switch (accepted.kind) {
    case "option":
      return {
        zh: `${zh}填其中一项：${accepted.words.join("、")}`,
        en: `for ${en} write one of ${accepted.words.join(", ")}`,
      };
    case "checklist":
      return {
        zh: `${zh}的各项（${accepted.items.join("、")}）填“是”或“否”`,
        en: `for each item of ${en} (${accepted.items.join(", ")}) write 是 or 否`,
      };
    case "yesNo":
      return { zh: `${zh}填“是”或“否”`, en: `for ${en} write 是 or 否` };
    case "qualitative":
      return {
        zh: `${zh}填 ${QUALITATIVE_GRADES.join("、")} 之一和百分比，如 达成 90%`,
        en: `for ${en} write one of ${QUALITATIVE_GRADES.join(", ")} and a share, such as 达成 90%`,
      };
    case "rows": {
      const row = accepted.columns.map((column) => `"${column}": …`).join(", ");
      return {
        zh: `${zh}是明细，写在 JSON 的 "data" 中，一行一个 { }：[{ ${row} }, …]`,
        en: `${en} has rows, written among the data in JSON, each in { }: [{ ${row} }, …]`,
      };
    }
    case "judged": {
      const [name = ""] = fields;
      const { ranges } = accepted;
      const [first] = ranges;
      const alike = ranges.every((range) => range.zh === first?.zh);
      const each = {
        zh: fields.map((field, i) => `“${field}”${alike ? "" : `（${ranges[i]?.zh}）`}`).join(""),
        en: fields.map((field, i) => `"${field}"${alike ? "" : ` (${ranges[i]?.en})`}`).join(", "),
      };
      const range = alike ? { zh: `，范围是 ${first?.zh}`, en: `, ${first?.en}` } : { zh: "", en: "" };
      const json = `"judged": { "${name}": { "score": "${accepted.most}", "reason": "…" } }`;
      return {
        zh: `${each.zh}由评分的人${accepted.taken ? "填扣的分（不扣填 0分）" : "打分"}并写理由${range.zh}：JSON 写 ${json}；CSV 的分数写在“${name}”一列，理由写在“${name} 说明”一列`,
        en: `${each.en}: whoever judges ${accepted.taken ? "files what is taken (0分 for nothing)" : "gives a score"} and a reason${range.en}: in JSON ${json}; in CSV the score in the column "${name}", the reason in "${name} 说明"`,
      };
    }
  }
}

/** Data that the score still needs. */
export const H3121 = defineDiagnostic<{
  readonly fields: readonly string[];
  /** Their ids; "" of the whole. */
  readonly indicators: readonly string[];
  readonly accepted: readonly Accepted[];
}>({
  code: "H3121",
  severity: "hint",
  message: ({ fields, indicators }) => {
    const named = (whole: string): Names => inRow(indicators.map((id) => id || whole));
    return {
      zh: `待补 ${fields.length}项数据：${inRow(fields).zh}（涉及 ${named("整体").zh}）`,
      en: `${fields.length} missing: ${inRow(fields).en} (needed by ${named("the whole").en})`,
    };
  },
  mend: ({ accepted }) => {
    const all = accepted.map(words);
    return {
      zh: ["补齐后得分即可确定", ...all.map(({ zh }) => zh)].join("；"),
      en: ["file them, and the score is settled", ...all.map(({ en }) => en)].join("; "),
    };
  },
  example: { fields: ["全年支出数"], indicators: ["预算执行率"], accepted: [] },
});
