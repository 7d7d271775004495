import { defineDiagnostic } from "@heng/lang";

export const H4107 = defineDiagnostic<{
  readonly name: string;
  readonly near: readonly string[];
  readonly all: readonly string[];
  readonly folder: string;
}>({
  code: "H4107",
  severity: "error",
  message: ({ name, near, all, folder }) => ({
    zh: `“${folder}”中没有规则集“${name}”；${near.length > 0 ? `相近的有 ${near.join("、")}` : all.length > 0 ? `有 ${all.join("、")}` : "其中没有规则集"}`,
    en: `there is no rule set “${name}” in “${folder}”; ${near.length > 0 ? `did you mean ${near.join(", ")}?` : all.length > 0 ? `it has ${all.join(", ")}` : "it has none"}`,
  }),
  mend: () => ({
    zh: "规则集写作 2022/department、2022 或文件名；规则文件夹不是 ./rules 时，加 --rules 文件夹",
    en: "name it 2022/department, 2022, or by its file; with another rules folder than ./rules, add --rules <folder>",
  }),
});
