import { defineDiagnostic, type Names } from "@heng/lang";

export const H3005 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly unit: string;
  readonly near: readonly string[];
  readonly expected: Names;
}>({
  code: "H3005",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”填的“${d.written}”里，“${d.unit}”不是已知的单位`,
    en: `“${d.unit}” in “${d.written}” of “${d.field}” is no known unit`,
  }),
  mend: (d) => ({
    zh: `这一项用${d.expected.zh}${d.near.length === 0 ? "" : `；是不是“${d.near.join("”“")}”？`}`,
    en: `this field takes ${d.expected.en}${d.near.length === 0 ? "" : `; did you mean “${d.near.join("”, “")}”?`}`,
  }),
});
