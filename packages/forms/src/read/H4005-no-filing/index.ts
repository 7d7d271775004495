import { defineDiagnostic, type Names } from "@heng/lang";

export const H4005 = defineDiagnostic<{ readonly found: Names; readonly kind: "json" | "csv" }>({
  code: "H4005",
  severity: "error",
  message: (d) => ({
    zh: `这里应是一份填报数据，却是${d.found.zh}`,
    en: `a filing is due here, not ${d.found.en}`,
  }),
  mend: ({ kind }) =>
    kind === "json"
      ? {
          zh: '写成 { "全年预算数": "3359.45万元", … }，多份放在 [ ] 里',
          en: 'write { "全年预算数": "3359.45万元", … }, several of them in [ ]',
        }
      : {
          zh: "第一行写列名（heng schema --format csv 给出空表），在列名下面填数据，一行是一份填报",
          en: "write the headings in the first line (heng schema --format csv gives an empty form) and the data below, one filing in each line",
        },
});
