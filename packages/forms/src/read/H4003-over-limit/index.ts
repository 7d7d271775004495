import { defineDiagnostic, type Names } from "@heng/lang";

/** What can be too large in a file. */
export type LimitedSize = "jsonBytes" | "jsonDepth" | "csvRecord" | "csvColumns";

const WHAT: Readonly<Record<LimitedSize, Names>> = {
  jsonBytes: { zh: "文件的字节数", en: "the size of the file in bytes" },
  jsonDepth: { zh: "JSON 的嵌套层数", en: "the nesting of the JSON" },
  csvRecord: { zh: "一行的字符数", en: "the length of a record" },
  csvColumns: { zh: "列数", en: "the number of columns" },
};

export const H4003 = defineDiagnostic<{ readonly what: LimitedSize; readonly limit: number }>({
  code: "H4003",
  severity: "error",
  message: (d) => ({
    zh: `${WHAT[d.what].zh}超过上限 ${d.limit}`,
    en: `${WHAT[d.what].en} is over the limit of ${d.limit}`,
  }),
  mend: () => ({
    zh: "拆成几个文件；若是引号没有成对，先补上",
    en: "split the file; if a quote is not closed, close it first",
  }),
  example: { what: "csvRecord", limit: 1_048_576 },
});
