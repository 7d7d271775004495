import { defineDiagnostic, type Names } from "@heng/lang";

export const H4017 = defineDiagnostic<{
  readonly name: string;
  readonly unit: string;
  readonly expected: Names;
}>({
  code: "H4017",
  severity: "error",
  message: (d) => ({
    zh: `列名“${d.name}”里的“${d.unit}”不是这一项的单位，这一项用${d.expected.zh}`,
    en: `“${d.unit}” in the heading “${d.name}” is no unit of this field, which is in ${d.expected.en}`,
  }),
  mend: (d) => ({
    zh: `改用${d.expected.zh}或同类的单位；不是单位的说明，不要放在列名的括号里`,
    en: `use ${d.expected.en} or a unit of its kind; keep remarks out of the brackets of a heading`,
  }),
});
