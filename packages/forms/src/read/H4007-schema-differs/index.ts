import { defineDiagnostic } from "@heng/lang";

export const H4007 = defineDiagnostic<{ readonly found: string | undefined; readonly expected: string }>({
  code: "H4007",
  severity: "error",
  message: (d) => ({
    zh: `${d.found === undefined ? "没有写 schema" : `schema 是 ${d.found}`}，这里要 "${d.expected}"`,
    en: `${d.found === undefined ? "schema is missing" : `schema is ${d.found}`}, “${d.expected}” is due here`,
  }),
  mend: (d) => ({ zh: `写 "schema": "${d.expected}"`, en: `write "schema": "${d.expected}"` }),
});
