import { defineDiagnostic, type Names } from "@heng/lang";

export const H3004 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly found: Names;
  readonly expected: Names;
}>({
  code: "H3004",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”的单位是${d.expected.zh}，“${d.written}”的单位却是${d.found.zh}`,
    en: `“${d.field}” is in ${d.expected.en}, but “${d.written}” is in ${d.found.en}`,
  }),
  mend: (d) => ({
    zh: `核对这个数，改用${d.expected.zh}`,
    en: `check the figure and give it in ${d.expected.en}`,
  }),
});
