import { defineDiagnostic } from "@heng/lang";

export const H4014 = defineDiagnostic<{
  readonly name: string;
  readonly first: number;
  readonly second: number;
}>({
  code: "H4014",
  severity: "error",
  message: (d) => ({
    zh: `第 ${d.first} 列和第 ${d.second} 列都是“${d.name}”`,
    en: `columns ${d.first} and ${d.second} are both “${d.name}”`,
  }),
  mend: () => ({ zh: "只留一列", en: "keep one of them" }),
});
