import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

export const H2102 = defineDiagnostic<{
  readonly row: Names;
  /** The band on the other side; undefined at the open end. */
  readonly other: Names | undefined;
  /** A value that lies in neither. */
  readonly value: Names;
  /** What is measured, where nothing but that value is left out. */
  readonly alone?: string;
}>({
  code: "H2102",
  severity: "error",
  message: ({ row, other, value, alone }) => {
    if (alone !== undefined && other)
      return {
        zh: `“${alone}”= ${value.zh} 时没有一档：“${other.zh}”和“${row.zh}”差一个等号`,
        en: `no band holds when “${alone}” is ${value.en}: “${other.en}” and “${row.en}” both leave out their bound`,
      };
    return {
      zh: `${other ? `“${other.zh}”和“${row.zh}”之间` : `“${row.zh}”以外`}漏了一段：${value.zh} 没有一档可得`,
      en: other
        ? `there is a gap between “${other.en}” and “${row.en}”: ${value.en} lies in no band`
        : `there is a gap beyond “${row.en}”: ${value.en} lies in no band`,
    };
  },
  mend: ({ other, alone }) =>
    alone !== undefined
      ? {
          zh: "把其中一档的圆括号改为方括号",
          en: "give one of the two a square bracket",
        }
      : other
        ? {
            zh: "改界限让两档相接，补上漏的一档，或在最后写 其他 得 …分",
            en: "change a bound so that the bands join, add the band that is missing, or end with otherwise gets …分",
          }
        : {
            zh: "在最后写 其他 得 …分，补上漏的一档，或给数据写上范围",
            en: "end with otherwise gets …分, add the band that is missing, or give the data a range",
          },
});
