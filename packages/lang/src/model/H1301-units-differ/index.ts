import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1301 = defineDiagnostic<{
  left: { zh: string; en: string };
  right: { zh: string; en: string };
}>({
  code: "H1301",
  severity: "error",
  message: (d) => ({
    zh: `${d.left.zh} 和 ${d.right.zh} 不能相加减或比较`,
    en: `${d.left.en} and ${d.right.en} cannot be added or compared`,
  }),
  label: (d) => ({ zh: `这里是 ${d.right.zh}`, en: `this is ${d.right.en}` }),
  mend: (d) =>
    d.left.zh === "分" || d.right.zh === "分"
      ? {
          zh: `分值、得分写成 10分；比例要换成分，再乘以 分值`,
          en: `write points as 10分; multiply a share by points to make it points`,
        }
      : {
          zh: `检查是不是用错了数据，或漏了一个除法（如 ÷ 编制人数）`,
          en: `check whether the right field was used, or whether a division is missing`,
        },
});
