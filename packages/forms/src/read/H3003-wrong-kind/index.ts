import { defineDiagnostic, type Names } from "@heng/lang";

export const H3003 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly expected: Names;
}>({
  code: "H3003",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”要填${d.expected.zh}，这里是 ${d.written}`,
    en: `“${d.field}” takes ${d.expected.en}, but here is ${d.written}`,
  }),
  mend: (d) => ({ zh: `改成${d.expected.zh}`, en: `write ${d.expected.en}` }),
});
