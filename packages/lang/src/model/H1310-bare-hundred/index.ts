import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1310 = defineDiagnostic<{ readonly number: string }>({
  code: "H1310",
  severity: "warning",
  message: ({ number }) => ({
    zh: `比率又乘了没有单位的 ${number}：${number} 倍的数，不是百分数的写法`,
    en: `a ratio is multiplied by a bare ${number}: that is ${number} times the figure, not the same figure in per cent`,
  }),
  mend: ({ number }) => ({
    zh: `删去“× ${number}”：两个同样单位的数相除就是比率，显示时自带 %；要照文件写，写成 × 100%`,
    en: `take out “× ${number}”: figures of one unit divided are a ratio, shown in per cent; as official texts have it, write × 100%`,
  }),
});
