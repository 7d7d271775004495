import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H5005 = defineDiagnostic<{ name: string; above?: string }>({
  code: "H5005",
  severity: "error",
  message: ({ name, above }) =>
    above === undefined
      ? {
          zh: `“${name}”有两处改动，分不清以哪一处为准`,
          en: `“${name}” is amended in two places; which one holds cannot be told`,
        }
      : {
          zh: `“${name}”在“${above}”里，“${above}”却整个删去了`,
          en: `“${name}” lies in “${above}”, which is removed as a whole`,
        },
  mend: ({ above }) =>
    above === undefined
      ? { zh: `并为一处，或删去一处`, en: `put them together, or take one out` }
      : {
          zh: `要留下的先移到别处（修改 指标 … 于 …），或不写这一处`,
          en: `move elsewhere what is to stay (amend indicator … under …), or take this out`,
        },
});
