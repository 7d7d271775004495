import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1120 = defineDiagnostic<{ limit: number }>({
  code: "H1120",
  severity: "error",
  message: (d) => ({
    zh: `这套规则展开后超过 ${d.limit} 个算式，多半是定义层层相互引用`,
    en: `the rule set expands to more than ${d.limit} expressions; definitions probably use each other many times over`,
  }),
  mend: () => ({
    zh: `把反复使用的算式写成一个不带参数的“定义”，再引用它`,
    en: `write what is used again and again as a definition without parameters and refer to it`,
  }),
});
