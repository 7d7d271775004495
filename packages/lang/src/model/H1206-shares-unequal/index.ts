import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1206 = defineDiagnostic<{
  of: string;
  sum: string;
  without: readonly string[];
  notPositive: readonly string[];
}>({
  code: "H1206",
  severity: "error",
  message: ({ of, sum, without, notPositive }) =>
    without.length > 0
      ? {
          zh: `“${of}”的加权没有写 ${without.join("、")} 的权重`,
          en: `the shares of “${of}” lack ${without.join(", ")}`,
        }
      : notPositive.length > 0
        ? {
            zh: `“${of}”的加权里，${notPositive.join("、")} 的权重要大于 0`,
            en: `in the shares of “${of}”, that of ${notPositive.join(", ")} must be above 0`,
          }
        : {
            zh: `“${of}”的权重合计 ${sum}%，应为 100%`,
            en: `the shares of “${of}” sum to ${sum}%, not 100%`,
          },
  mend: () => ({
    zh: `每个下级写一个大于 0 的权重，合计 100%`,
    en: `give every child a share above 0; together 100%`,
  }),
});
