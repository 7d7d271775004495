import { defineDiagnostic, type Names } from "@heng/lang";

/** The grade still depends on what is missing. */
export const H3122 = defineDiagnostic<{
  readonly grades: readonly string[];
  readonly low: string;
  readonly high: string;
  /** Whether there may be no total: it may be an error, or nothing may apply. */
  readonly lacking: boolean;
  /** Conditions of 等级 不高于 that cannot be told. */
  readonly conditions: readonly Names[];
  /** Some of them never, as the data are: they cannot be worked out. */
  readonly faulty: boolean;
  /** Data are missing. */
  readonly missing: boolean;
}>({
  code: "H3122",
  severity: "hint",
  message: ({ grades, low, high, lacking, conditions }) => {
    const total =
      low === high
        ? { zh: `合计 ${low}分`, en: `the total is ${low}` }
        : { zh: `合计在 ${low}分 至 ${high}分 之间`, en: `the total lies between ${low} and ${high}` };
    const vetoes = {
      zh: conditions.map(({ zh }) => `，否决（${zh}）成立与否未定`).join(""),
      en: conditions.map(({ en }) => `, whether the veto (${en}) holds is open`).join(""),
    };
    return {
      zh: `等级未定：${total.zh}${vetoes.zh}，可能是 ${grades.join("、")}${lacking ? "，也可能没有合计" : ""}`,
      en: `The grade is open: ${total.en}${vetoes.en}, so it may be ${grades.join(", ")}${lacking ? ", or there may be no total" : ""}`,
    };
  },
  mend: ({ faulty, missing }) => {
    const parts: readonly Names[] = [
      ...(missing ? [{ zh: "补齐待补的数据", en: "file what is missing" }] : []),
      ...(faulty
        ? [{ zh: "更正否决的条件所用的数据", en: "correct the data that the condition of the veto uses" }]
        : []),
    ];
    return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join("; ") };
  },
  example: {
    grades: ["优", "良"],
    low: "85.00",
    high: "95.00",
    lacking: false,
    conditions: [],
    faulty: false,
    missing: true,
  },
});
