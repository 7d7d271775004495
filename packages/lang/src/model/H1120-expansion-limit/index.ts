import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1120 = defineDiagnostic<{ limit: number; what: "expressions" | "standards" }>({
  code: "H1120",
  severity: "error",
  message: (d) => ({
    zh:
      d.what === "standards"
        ? `这个指标的“方法”展开后超过 ${d.limit} 个评分标准，多半是方法一层套一层，每层都用好几次`
        : `这套规则展开后超过 ${d.limit} 个算式，多半是带括号的定义一层套一层，每层都用好几次`,
    en:
      d.what === "standards"
        ? `the methods of this indicator expand to more than ${d.limit} standards; they probably use each other many times over`
        : `the rule set expands to more than ${d.limit} expressions; definitions probably use each other many times over`,
  }),
  mend: (d) => ({
    zh:
      d.what === "standards"
        ? `减少层数，或者每一层只用一次下面的方法`
        : `把反复用到的算式写成不带括号的“定义”，它只算一次`,
    en:
      d.what === "standards"
        ? `nest fewer methods, or let each use the one below it only once`
        : `write what is used again and again as a definition without parameters and refer to it`,
  }),
});
