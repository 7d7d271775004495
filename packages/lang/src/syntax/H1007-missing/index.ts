import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";

export const H1007 = defineDiagnostic<{
  readonly what: Names;
  /** What stands there instead; empty at a row's end. */
  readonly found: string;
  readonly after: string;
}>({
  code: "H1007",
  severity: "error",
  message: ({ what, found, after }) => ({
    zh: found === "" ? `“${after}”之后缺少：${what.zh}` : `这里应是 ${what.zh}，却是“${found}”`,
    en:
      found === ""
        ? `after "${after}" ${what.en} is missing`
        : `${what.en} should stand here, not "${found}"`,
  }),
  mend: ({ what }) => ({ zh: `补上 ${what.zh}`, en: `add ${what.en}` }),
});
