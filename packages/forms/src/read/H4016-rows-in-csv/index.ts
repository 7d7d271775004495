import { defineDiagnostic } from "@heng/lang";

export const H4016 = defineDiagnostic<{ readonly name: string; readonly rows: string }>({
  code: "H4016",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”是明细“${d.rows}”的数据，CSV 一行一份，放不下明细`,
    en: `“${d.name}” belongs to the rows of “${d.rows}”, which a CSV of one filing a line cannot hold`,
  }),
  mend: (d) => ({
    zh: `把这份数据写成 JSON，明细写作 "${d.rows}": [{ … }, …]`,
    en: `file it as JSON, with "${d.rows}": [{ … }, …]`,
  }),
});
