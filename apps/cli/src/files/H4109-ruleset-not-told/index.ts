import { defineDiagnostic } from "@heng/lang";

export const H4109 = defineDiagnostic<{
  readonly path: string;
  readonly candidates: readonly { readonly name: string; readonly fits: number }[];
}>({
  code: "H4109",
  severity: "error",
  message: ({ path, candidates }) => ({
    zh: `看不出“${path}”该用哪个规则集：${candidates.map((c) => `${c.name}（认得 ${c.fits} 项数据）`).join("、")}`,
    en: `cannot tell which rule set “${path}” goes with: ${candidates.map((c) => `${c.name} (knows ${c.fits} of its fields)`).join(", ")}`,
  }),
  mend: () => ({
    zh: "写明规则集，如 heng score 2022/department 数据；或使数据文件与规则集同名",
    en: "name the rule set, e.g. heng score 2022/department <data>; or give the data file the rule set's name",
  }),
  example: {
    path: "数据.json",
    candidates: [
      { name: "department", fits: 2 },
      { name: "project", fits: 2 },
    ],
  },
});
