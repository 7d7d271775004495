import { defineDiagnostic } from "@heng/lang";

export const H4017 = defineDiagnostic<{
  readonly name: string;
  readonly unit: string;
  /** The unit of the field; blank where it has none. */
  readonly expected: string;
}>({
  code: "H4017",
  severity: "error",
  message: (d) => ({
    zh: `列名“${d.name}”里的“${d.unit}”不是这一项的单位，这一项${d.expected === "" ? "没有单位" : `的单位是“${d.expected}”`}`,
    en: `“${d.unit}” in the heading “${d.name}” is no unit of this field, which ${d.expected === "" ? "has none" : `is in “${d.expected}”`}`,
  }),
  mend: (d) => ({
    zh: `${d.expected === "" ? "去掉单位" : `改用“${d.expected}”或同类的单位`}；不是单位的说明，不要放在列名的括号里`,
    en: `${d.expected === "" ? "leave the unit out" : `use “${d.expected}” or a unit of its kind`}; keep remarks out of the brackets of a heading`,
  }),
});
