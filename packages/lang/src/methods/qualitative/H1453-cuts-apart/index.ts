import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1453 = defineDiagnostic<{ grades: readonly { grade: string; range: string }[] }>({
  code: "H1453",
  severity: "error",
  message: (d) => {
    const ranges = d.grades.map(({ grade, range }) => `${grade} ${range}`);
    return {
      zh: `三个等次的区间没有首尾相接：${ranges.join("，")}`,
      en: `the ranges of the three grades do not join: ${ranges.join(", ")}`,
    };
  },
  mend: () => ({
    zh: `从 100% 到 0%，每个百分数应恰好属于一个等次；没有写的等次取其余部分`,
    en: `from 100% to 0% every percentage must belong to exactly one grade; a grade without a row takes the rest`,
  }),
});
