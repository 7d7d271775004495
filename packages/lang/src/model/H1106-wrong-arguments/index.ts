import { DECIMAL_DIGITS } from "@heng/number";
import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1106 = defineDiagnostic<{
  name: string;
  least: number;
  most: number;
  found: number;
  rows: boolean;
}>({
  code: "H1106",
  severity: "error",
  message: ({ name, least, most, found, rows }) =>
    rows
      ? {
          zh: `“${name}”要写成对明细的统计，如 ${name}(项目.资金) 或 ${name}(项目 当 条件)`,
          en: `“${name}” is taken over rows, such as ${name}(rows.column) or ${name}(rows when condition)`,
        }
      : found >= least && found <= most
        ? {
            zh: `“${name}”的括号里写法不对`,
            en: `what stands in the brackets of “${name}” is not of the right form`,
          }
        : {
            zh: `“${name}”的括号里要写${least === most ? "" : "至少"} ${least} 项，这里写了 ${found} 项`,
            en: `“${name}” takes ${least === most ? "" : "at least "}${least} argument(s), not ${found}`,
          },
  mend: ({ name, rows }) =>
    name === "四舍五入" || name === "roundHalfUp"
      ? {
          zh: `第二项写小数位数（-${DECIMAL_DIGITS} 到 ${DECIMAL_DIGITS} 的整数），如 四舍五入(全年支出数, 2)`,
          en: `the second argument is the number of decimals, a whole number from -${DECIMAL_DIGITS} to ${DECIMAL_DIGITS}`,
        }
      : rows
        ? {
            zh: `括号里写明细的名称，如 项目.资金；没有明细的数直接相加`,
            en: `name the rows in the brackets, such as rows.column; add single figures with +`,
          }
        : {
            zh: `对照“${name}”的写法，把各项写齐，用逗号隔开`,
            en: `write what “${name}” takes, separated by commas`,
          },
});
