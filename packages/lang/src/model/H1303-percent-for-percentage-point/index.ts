import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1303 = defineDiagnostic<{
  left: { zh: string; en: string };
  right: { zh: string; en: string };
}>({
  code: "H1303",
  severity: "error",
  message: (d) => ({
    zh: `一边是${d.left.zh}，一边是${d.right.zh}：比率是“百分之几”，个百分点是两个比率相差多少`,
    en: `${d.left.en} and ${d.right.en} cannot be compared: a ratio is so many per cent, percentage points are the difference of two ratios`,
  }),
  mend: () => ({
    zh: `同比率比较写 %，同差额比较写 个百分点`,
    en: `write % to compare with a ratio, 个百分点 to compare with a difference`,
  }),
});
