import { defineDiagnostic, type Names } from "@heng/lang";

export const H2109 = defineDiagnostic<{
  readonly name: string;
  readonly better: { readonly value: Names; readonly score: Names };
  readonly worse: { readonly value: Names; readonly score: Names };
}>({
  code: "H2109",
  severity: "warning",
  message: ({ name, better, worse }) => ({
    zh: `“${name}”越好得分反而越低：${worse.value.zh} 得 ${worse.score.zh}，${better.value.zh} 只得 ${better.score.zh}`,
    en: `“${name}” gives less for the better: ${worse.score.en} at ${worse.value.en}, but ${better.score.en} at ${better.value.en}`,
  }),
  mend: () => ({
    zh: "核对各档的得分、界限和目标的方向；本来就以适中为好的，目标写 在 [a, b]",
    en: "check what the bands give and which way the target points; where the middle is best, write the target as in [a, b]",
  }),
});
