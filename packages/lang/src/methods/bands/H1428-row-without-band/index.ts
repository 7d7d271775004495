import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

const PROBLEMS = {
  rows: {
    zh: ["{ } 里一档也没有", "写上各档，如 >= 90% 得 5分"],
    en: ["there is no band in { }", "write the bands, such as >= 90% gets 5分"],
  },
  band: {
    zh: ["这一行没有写是哪一档", "在行首写 >= 90%、[60%, 80%)、当 条件 或 其他"],
    en: ["the row does not say which band it is", "begin it with >= 90%, [60%, 80%), when … or otherwise"],
  },
  both: {
    zh: ["这一行写了两种分档条件", "一行只写一种；两个条件都要满足的，写 当 … 且 …"],
    en: ["the row has two conditions", "keep one; where both must hold, write when … and …"],
  },
} as const;

/** A row of 分档 that is no band, or two. */
export const H1428 = defineDiagnostic<{ problem: keyof typeof PROBLEMS }>({
  code: "H1428",
  severity: "error",
  message: ({ problem }) => ({ zh: PROBLEMS[problem].zh[0], en: PROBLEMS[problem].en[0] }),
  mend: ({ problem }) => ({ zh: PROBLEMS[problem].zh[1], en: PROBLEMS[problem].en[1] }),
});
