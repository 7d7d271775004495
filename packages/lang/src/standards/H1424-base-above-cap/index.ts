import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** 起点 (or full marks) above what may be reached. */
export const H1424 = defineDiagnostic<{ base: string; cap: string; of: "base" | "full" }>({
  code: "H1424",
  severity: "error",
  message: (d) => ({
    zh: `${d.of === "base" ? "起点" : "满分"} ${d.base} 高于最高可得的 ${d.cap}`,
    en: `the ${d.of === "base" ? `base of ${d.base} lies` : `full marks of ${d.base} lie`} above the highest score, ${d.cap}`,
  }),
  mend: (d) => ({
    zh: d.of === "base" ? "降低起点，或用 最高 提高上限" : "最高 要高于分值；没有超额加分就不写",
    en:
      d.of === "base"
        ? "lower the base, or raise the cap with upTo"
        : "upTo must be above the points; leave it out if nothing is given beyond",
  }),
});
