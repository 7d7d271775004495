import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1206 = defineDiagnostic<{ of: string; sum: string; without: readonly string[] }>({
  code: "H1206",
  severity: "error",
  message: (d) => ({
    zh:
      d.without.length > 0
        ? `“${d.of}”的加权没有写 ${d.without.join("、")} 的权重`
        : `“${d.of}”的权重合计 ${d.sum}%，应为 100%`,
    en:
      d.without.length > 0
        ? `the shares of “${d.of}” lack ${d.without.join(", ")}`
        : `the shares of “${d.of}” sum to ${d.sum}%, not 100%`,
  }),
  mend: () => ({
    zh: `每个下级写一个大于 0 的权重，合计 100%`,
    en: `give every child a share above 0; together 100%`,
  }),
});
