import { defineDiagnostic } from "@heng/lang";

export const H4102 = defineDiagnostic<{ readonly path: string; readonly files: readonly string[] }>({
  code: "H4102",
  severity: "error",
  message: ({ path }) => ({ zh: `“${path}”是文件夹，不是文件`, en: `“${path}” is a folder, not a file` }),
  mend: ({ files }) =>
    files.length > 0
      ? { zh: `写出其中的文件，如 ${files.join("、")}`, en: `name a file in it, such as ${files.join(", ")}` }
      : {
          zh: "写出文件夹中的文件；一个年度的全部规则集写年度，如 2022",
          en: "name a file in it; all rule sets of a year are named by the year, e.g. 2022",
        },
  example: { path: "rules/2022", files: ["rules/2022/department.heng", "rules/2022/project.heng"] },
});
