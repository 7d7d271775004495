import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1209 = defineDiagnostic<{ gets: string; most: string; of: string; below: boolean }>({
  code: "H1209",
  severity: "error",
  message: (d) => ({
    zh: `否决后得 ${d.gets}分，“${d.of}”${d.below ? "最少得 0分" : `最多得 ${d.most}分`}`,
    en: `vetoed to ${d.gets}分, but “${d.of}” has ${d.below ? "0分 at least" : `${d.most}分 at most`}`,
  }),
  label: (d) =>
    d.below ? { zh: "最少 0分", en: "at least 0分" } : { zh: `最多 ${d.most}分`, en: `at most ${d.most}分` },
  mend: (d) => ({
    zh: `写 0分 至 ${d.most}分 之间的分`,
    en: `write points between 0分 and ${d.most}分`,
  }),
});
