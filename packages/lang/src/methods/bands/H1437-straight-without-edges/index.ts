import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

const PROBLEMS = {
  upper: {
    zh: ["这一档没有上限，不知道到哪里得满“至”后面的分", "写明上限，如 [0%, 60%) 得 0分 至 59分"],
    en: [
      "the band has no upper edge to reach the second figure at",
      "give it one, such as [0%, 60%) gets 0分 to 59分",
    ],
  },
  lower: {
    zh: ["这一档没有下限，不知道从哪里起得“得”后面的分", "写明下限，如 [0%, 60%) 得 0分 至 59分"],
    en: [
      "the band has no lower edge to start the first figure at",
      "give it one, such as [0%, 60%) gets 0分 to 59分",
    ],
  },
  none: {
    zh: ["这一档不是一段数，不能从一个分数直线到另一个分数", "用区间写这一档，如 [0%, 60%) 得 0分 至 59分"],
    en: [
      "the band is no stretch of figures to run straight over",
      "write it as an interval, such as [0%, 60%) gets 0分 to 59分",
    ],
  },
} as const;

/** 得 … 至 … in a band that lacks an edge. */
export const H1437 = defineDiagnostic<{ problem: keyof typeof PROBLEMS }>({
  code: "H1437",
  severity: "error",
  message: ({ problem }) => ({ zh: PROBLEMS[problem].zh[0], en: PROBLEMS[problem].en[0] }),
  mend: ({ problem }) => ({ zh: PROBLEMS[problem].zh[1], en: PROBLEMS[problem].en[1] }),
});
