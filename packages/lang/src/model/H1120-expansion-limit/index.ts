import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1120 = defineDiagnostic<{ limit: number }>({
  code: "H1120",
  severity: "error",
  message: (d) => ({
    zh: `这套规则展开后超过 ${d.limit} 个算式，多半是带括号的定义一层套一层，每层都用好几次`,
    en: `the rule set expands to more than ${d.limit} expressions; definitions probably use each other many times over`,
  }),
  mend: () => ({
    zh: `把反复用到的算式写成不带括号的“定义”，它只算一次`,
    en: `write what is used again and again as a definition without parameters and refer to it`,
  }),
});
