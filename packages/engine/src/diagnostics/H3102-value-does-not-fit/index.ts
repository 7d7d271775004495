import { defineDiagnostic, type Names } from "@heng/lang";

/** A filed value is of another kind than its field, or names an option or item that is not there. */
export const H3102 = defineDiagnostic<{
  readonly field: string;
  readonly value: Names;
  /** The options or items that there are. */
  readonly known: readonly string[];
}>({
  code: "H3102",
  severity: "error",
  message: ({ field, value }) => ({
    zh: `“${field}”填报为“${value.zh}”，不是该数据能取的值`,
    en: `"${field}" was filed as "${value.en}", which is not a value it can have`,
  }),
  mend: ({ field, known }) =>
    known.length === 0
      ? { zh: `按规则中“${field}”的种类填报`, en: `File "${field}" as the kind that the rules declare` }
      : { zh: `从以下各项中填报：${known.join("、")}`, en: `File one of: ${known.join(", ")}` },
  example: { field: "档案情况", value: { zh: "齐全", en: "齐全" }, known: ["完备", "基本完备", "不完备"] },
});
