import { defineDiagnostic, type Names } from "@heng/lang";

export const H4005 = defineDiagnostic<{ readonly found: Names }>({
  code: "H4005",
  severity: "error",
  message: (d) => ({
    zh: `这里应是一份填报数据，却是${d.found.zh}`,
    en: `a filing is due here, not ${d.found.en}`,
  }),
  mend: () => ({
    zh: 'JSON 写成 { "全年预算数": "3359.45万元", … }，多份放在 [ ] 里；CSV 第一行写列名，以下每行一份',
    en: 'in JSON write { "全年预算数": "3359.45万元", … }, several of them in [ ]; in CSV the headings in the first line and one filing in each below',
  }),
});
