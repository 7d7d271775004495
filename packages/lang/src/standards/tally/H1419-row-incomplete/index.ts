import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

const PROBLEMS = {
  rows: {
    zh: ["{ } 里一行也没有，不知道扣（加）什么", "写上至少一行，如 超过 100% 每 1个百分点 扣 0.5分"],
    en: [
      "there is no row in { }: nothing to take or give",
      "write a row, such as above 100% each 1个百分点 take 0.5分",
    ],
  },
  each: {
    zh: ["写了超过（低于、偏离）多少，没有写每多少扣（加）几分", "补上 每 …，或改写成 当 … 扣 …分"],
    en: ["the row says beyond what, but not for each how much", "add each …, or write when … take …"],
  },
  base: {
    zh: ["日期要有一个基准日才能算出天数", "补上基准日，如 超过 2022年11月30日 每 1天"],
    en: [
      "days are counted from a date, and the row has none",
      "add it, such as above 2022年11月30日 each 1天",
    ],
  },
  amount: {
    zh: ["这一行没有写扣（加）几分", "在行末补上 扣 …分"],
    en: ["the row does not say how many points", "add take …分 at its end"],
  },
  condition: {
    zh: ["这一行没有写在什么情况下扣（加）分", "补上 每 …，或 当 条件"],
    en: ["the row does not say in what case", "add each …, or when and a condition"],
  },
  head: {
    zh: ["“当”前面多写了一个量，条件要整个写在“当”后面", "把它移到条件里，如 当 违规次数 > 3次 扣 1分"],
    en: [
      "a figure stands before when; the whole condition belongs after it",
      "move it into the condition, such as when n > 3次 take 1分",
    ],
  },
} as const;

/** A row of 扣分 or 加减 that leaves something open. */
export const H1419 = defineDiagnostic<{ what: keyof typeof PROBLEMS }>({
  code: "H1419",
  severity: "error",
  message: ({ what }) => ({ zh: PROBLEMS[what].zh[0], en: PROBLEMS[what].en[0] }),
  mend: ({ what }) => ({ zh: PROBLEMS[what].zh[1], en: PROBLEMS[what].en[1] }),
});
