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
  mend: () => ({
    zh: `检查是不是用错了数据，或漏了一个除法（如 ÷ 编制人数）`,
    en: `check whether the right field was used, or whether a division is missing`,
  }),
});
