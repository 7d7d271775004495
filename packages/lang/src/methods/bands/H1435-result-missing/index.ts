import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

const PROBLEMS = {
  missing: {
    zh: ["这一档没有写得几分", "在行末写 得 …分"],
    en: ["the band does not say what it gets", "end it with gets …分"],
  },
  both: {
    zh: ["“得”和“酌情得”只能写一个", "固定的分数用 得，由人判断的用 酌情得"],
    en: ["gets and getsJudged exclude each other", "use gets for fixed points, getsJudged for judged ones"],
  },
  to: {
    zh: ["“至”前面没有写从几分起", "写成 得 41分 至 59分"],
    en: ["to stands without the points it starts from", "write gets 41分 to 59分"],
  },
} as const;

/** A band without a result, or with two. */
export const H1435 = defineDiagnostic<{ problem: keyof typeof PROBLEMS }>({
  code: "H1435",
  severity: "error",
  message: ({ problem }) => ({ zh: PROBLEMS[problem].zh[0], en: PROBLEMS[problem].en[0] }),
  mend: ({ problem }) => ({ zh: PROBLEMS[problem].zh[1], en: PROBLEMS[problem].en[1] }),
});
