import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** A row names something that is no option of the field. */
export const H1430 = defineDiagnostic<{ name: string; options: readonly string[] }>({
  code: "H1430",
  severity: "error",
  message: ({ name, options }) => ({
    zh: `没有“${name}”这个选项，可选的是 ${options.join("、")}`,
    en: `there is no option “${name}”; there are ${options.join(", ")}`,
  }),
  mend: () => ({
    zh: "改成选项中的一个，或在数据里加上这个选项",
    en: "use one of them, or add it to the field",
  }),
});
