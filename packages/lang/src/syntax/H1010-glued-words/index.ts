import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1010 = defineDiagnostic<{ readonly text: string; readonly mended: string }>({
  code: "H1010",
  severity: "error",
  message: ({ text, mended }) => ({
    zh: `“${text}”几个词连在一起了，应写成“${mended}”`,
    en: `the words of "${text}" run together: write "${mended}"`,
  }),
  mend: ({ text, mended }) =>
    mended.replaceAll(" ", "") === text
      ? { zh: "关键字与名称、数之间加空格", en: "put blanks between keywords, names and numbers" }
      : { zh: `写成 ${mended}`, en: `write ${mended}` },
});
