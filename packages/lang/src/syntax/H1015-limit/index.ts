import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

const WHATS = {
  fileBytes: { zh: "规则文件", en: "the rule file", unit: { zh: "字节", en: "bytes" } },
  tokens: { zh: "规则文件的词", en: "the words of the rule file", unit: { zh: "个", en: "" } },
  nesting: { zh: "嵌套", en: "nesting", unit: { zh: "层", en: "levels" } },
  name: { zh: "名称", en: "the name", unit: { zh: "字", en: "characters" } },
  text: { zh: "文字", en: "the text", unit: { zh: "字", en: "characters" } },
  indicators: { zh: "指标", en: "the indicators", unit: { zh: "个", en: "" } },
  items: { zh: "清单或选项", en: "the items of a list", unit: { zh: "项", en: "" } },
  diagnostics: { zh: "问题", en: "findings", unit: { zh: "条", en: "" } },
  integerDigits: { zh: "数的整数部分", en: "the digits before the point", unit: { zh: "位", en: "" } },
  decimalDigits: { zh: "数的小数部分", en: "the digits after the point", unit: { zh: "位", en: "" } },
} as const;

export const H1015 = defineDiagnostic<{
  readonly what: keyof typeof WHATS;
  readonly limit: number;
  readonly found: number;
}>({
  code: "H1015",
  severity: "error",
  message: ({ what, limit, found }) => {
    const { zh, en, unit } = WHATS[what];
    if (what === "diagnostics") {
      const more = found - limit;
      return { zh: `以上 ${limit} 条之外，另有 ${more} 条`, en: `${more} more, beyond the ${limit} listed` };
    }
    return {
      zh: `${zh}有 ${found} ${unit.zh}，最多 ${limit} ${unit.zh}`,
      en: `${en}: ${`${found} ${unit.en}`.trim()}, at most ${limit} allowed`,
    };
  },
  mend: ({ what }) =>
    what === "diagnostics"
      ? { zh: "先改正列出的，再检查一次", en: "mend those listed, then check again" }
      : what === "items"
        ? { zh: "分成几个清单", en: "split it into several lists" }
        : what === "fileBytes" || what === "tokens" || what === "indicators"
          ? { zh: "分成几个文件，用 引用 合在一起", en: "split it into several files joined by include" }
          : { zh: "写得短一些", en: "make it shorter" },
});
