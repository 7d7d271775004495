import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

export const H2101 = defineDiagnostic<{
  readonly row: Names;
  readonly other: Names;
  /** A value that lies in both. */
  readonly value: Names;
}>({
  code: "H2101",
  severity: "error",
  message: ({ row, other, value }) => ({
    zh: `“${other.zh}”和“${row.zh}”重叠：${value.zh} 两档都算，分不清得哪一档`,
    en: `“${other.en}” and “${row.en}” overlap: ${value.en} lies in both`,
  }),
  mend: () => ({
    zh: "让各档首尾相接：同一个界限只在一档里用方括号，另一档用圆括号，如 [60%, 90%) 和 [90%, 100%]",
    en: "let the bands join: a bound stands with a square bracket in one band only, as in [60%, 90%) and [90%, 100%]",
  }),
});
