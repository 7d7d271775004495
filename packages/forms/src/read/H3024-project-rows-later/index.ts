import { defineDiagnostic } from "@heng/lang";

export const H3024 = defineDiagnostic<{ readonly count: number }>({
  code: "H3024",
  severity: "error",
  message: (d) => ({
    zh: `填了 ${d.count} 行自定指标（project），现在还不能评分`,
    en: `${d.count} rows of project indicators are filed; they cannot be scored yet`,
  }),
  mend: () => ({ zh: "暂时从数据里拿掉 project", en: "take project out of the data for now" }),
});
