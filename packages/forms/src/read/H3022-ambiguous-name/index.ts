import { defineDiagnostic, inRow } from "@heng/lang";

export const H3022 = defineDiagnostic<{ readonly name: string; readonly candidates: readonly string[] }>({
  code: "H3022",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”不止一个：${inRow(d.candidates).zh}`,
    en: `“${d.name}” may be any of ${inRow(d.candidates).en}`,
  }),
  mend: (d) => ({
    zh: `写出路径，如 ${d.candidates[0] ?? ""}`,
    en: `write the path, such as ${d.candidates[0] ?? ""}`,
  }),
});
