import { defineDiagnostic } from "@heng/lang";

export const H3006 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  /** The unit of the column; blank where none is given. */
  readonly unit: string;
  /** What it may be, each with its sign. */
  readonly readings: readonly string[];
  /** Those in the declared range. */
  readonly within: readonly string[];
  /** The declared range in words. */
  readonly range: string;
}>({
  code: "H3006",
  severity: "error",
  message: (d) => {
    const lack = d.unit === "" ? "%" : d.unit;
    const [head, heading] =
      d.unit === ""
        ? [`“${d.field}”是比率`, `“${d.field}” is a ratio`]
        : [`“${d.field}”这一列的单位是“${d.unit}”`, `the column of “${d.field}” is in “${d.unit}”`];
    const begin = {
      zh: `${head}，“${d.written}”没有写 ${lack}`,
      en: `${heading}; “${d.written}” has no ${lack}`,
    };
    const offered = d.within.length === 0 ? d.readings : d.within;
    const readings = { zh: offered.join(" 还是 "), en: offered.join(" or ") };
    if (d.within.length === 0) {
      return {
        zh: `${begin.zh}，无论是 ${readings.zh}，都不在范围（${d.range}）内`,
        en: `${begin.en}, and neither ${offered.join(" nor ")} is in the range (${d.range})`,
      };
    }
    return d.within.length === 1
      ? begin
      : { zh: `${begin.zh}，看不出是 ${readings.zh}`, en: `${begin.en}, so it could be ${readings.en}` };
  },
  mend: (d) =>
    d.within.length === 0
      ? { zh: "核对这个数，并写上 %", en: "check the figure, and write its %" }
      : {
          zh: d.within.length === 1 ? `若是 ${d.within.join()}，就这样写` : `写 ${d.within.join(" 或 ")}`,
          en:
            d.within.length === 1
              ? `write ${d.within.join()} if that is meant`
              : `write ${d.within.join(" or ")}`,
        },
});
