import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1118 = defineDiagnostic<{ heading: string; folder: string }>({
  code: "H1118",
  severity: "error",
  message: (d) => ({
    zh: `文件头写的是 ${d.heading}年度，文件却在 ${d.folder} 文件夹里`,
    en: `the heading says ${d.heading}, but the file lies in the folder ${d.folder}`,
  }),
  mend: (d) => ({
    zh: `改正年度，或把文件移到 ${d.heading} 文件夹`,
    en: `correct the year or move the file to the folder ${d.heading}`,
  }),
  example: { heading: "2022", folder: "2023" },
});
