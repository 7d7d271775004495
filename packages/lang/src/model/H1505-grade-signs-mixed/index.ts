import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1505 = defineDiagnostic<{
  readonly name: string;
  readonly sign: string;
  readonly others: string;
  readonly bound: string;
}>({
  code: "H1505",
  severity: "warning",
  message: ({ name, sign, others, bound }) => ({
    zh: `等级“${name}”用 ${sign}，别的等级用 ${others}：正好 ${bound} 的算不算“${name}”，要同别的等级一样`,
    en: `the grade “${name}” has ${sign}, the others have ${others}: a total of just ${bound} should be graded as theirs is`,
  }),
  mend: ({ name, others, bound }) => ({
    zh: `写成 ${name} ${others} ${bound}`,
    en: `write ${name} ${others} ${bound}`,
  }),
});
