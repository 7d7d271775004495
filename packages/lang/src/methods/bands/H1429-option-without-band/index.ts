import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** An option of the field that no row speaks of. */
export const H1429 = defineDiagnostic<{ options: readonly string[] }>({
  code: "H1429",
  severity: "error",
  message: ({ options }) => ({
    zh: `选项${options.map((o) => `“${o}”`).join("")}没有对应的一档，选了它就没有得分`,
    en: `no band for the option ${options.map((o) => `“${o}”`).join(", ")}: a filing that chooses it has no score`,
  }),
  mend: () => ({
    zh: "给每个选项写一行，或在最后写 其他 得 …分",
    en: "write a row for each option, or end with otherwise gets …分",
  }),
});
