import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1110 = defineDiagnostic<{ what: { zh: string; en: string } }>({
  code: "H1110",
  severity: "error",
  message: (d) => ({
    zh: `${d.what.zh}：这一版还只认得写法，尚不能计算`,
    en: `${d.what.en}: this version reads it but cannot work it out yet`,
  }),
  mend: () => ({
    zh: `暂时删去这一部分，或在每行前面加 //；不能当作没有这条规则来打分，所以停在这里`,
    en: `take this part out for now; scoring as if the rule were not there would be wrong, so nothing is scored`,
  }),
});
