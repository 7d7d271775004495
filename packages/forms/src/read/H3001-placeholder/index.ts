import { defineDiagnostic } from "@heng/lang";

export const H3001 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly figure: boolean;
}>({
  code: "H3001",
  severity: "error",
  message: (d) => ({
    zh: `“${d.field}”填的是“${d.written}”，看不出是没有数据，还是零`,
    en: `“${d.field}” says “${d.written}”, which does not tell whether it is missing or zero`,
  }),
  mend: (d) => ({
    zh: `没有数据就留空${d.figure ? "；确实是零，就写 0" : ""}`,
    en: `leave it empty when there is nothing to file${d.figure ? "; write 0 when it is zero" : ""}`,
  }),
});
