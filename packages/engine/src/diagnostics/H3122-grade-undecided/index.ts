import { defineDiagnostic } from "@heng/lang";

/** The grade still depends on what is missing. */
export const H3122 = defineDiagnostic<{
  readonly grades: readonly string[];
  readonly low: string;
  readonly high: string;
  /** Whether there may be no total: it may be an error, or nothing may apply. */
  readonly lacking: boolean;
}>({
  code: "H3122",
  severity: "hint",
  message: ({ grades, low, high, lacking }) => ({
    zh: `等级未定：合计在 ${low}分 至 ${high}分 之间，可能是 ${grades.join("、")}${lacking ? "，也可能没有合计" : ""}`,
    en: `The grade is open: the total lies between ${low} and ${high}, so it may be ${grades.join(", ")}${lacking ? ", or there may be no total" : ""}`,
  }),
  mend: () => ({ zh: "补齐待补的数据", en: "File what is missing" }),
  example: { grades: ["优", "良"], low: "85.00", high: "95.00", lacking: false },
});
