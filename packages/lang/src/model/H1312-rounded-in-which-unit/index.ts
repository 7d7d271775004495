import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1312 = defineDiagnostic<{ readonly units: readonly string[] }>({
  code: "H1312",
  severity: "error",
  message: ({ units }) => ({
    zh: `舍入的数里既有 ${units[0]}，又有 ${units[1]}，看不出按哪一种保留位数`,
    en: `what is rounded has both ${units[0]} and ${units[1]}: it cannot be told in which of them`,
  }),
  mend: ({ units }) => ({
    zh: `都用一种计量单位，如在“数据”里都声明为 ${units[0]}：填报写 ${units[1]} 的，照样换算`,
    en: `use one unit, such as ${units[0]} for all of the data: what is filed in ${units[1]} is converted all the same`,
  }),
});
