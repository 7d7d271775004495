import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";

export const H1007 = defineDiagnostic<{
  readonly what: Names;
  /** What stands there instead; empty at a row's end. */
  readonly found: string;
  readonly after: string;
  /** Whether what is wanted goes before what stands there, or in its place; both may be where neither is known. */
  readonly goes?: "before" | "instead";
}>({
  code: "H1007",
  severity: "error",
  message: ({ what, found, after }) => ({
    zh: found === "" ? `“${after}”后面缺少 ${what.zh}` : `这里要写 ${what.zh}，写的却是“${found}”`,
    en:
      found === ""
        ? `after "${after}" ${what.en} is missing`
        : `${what.en} should stand here, not "${found}"`,
  }),
  mend: ({ what, found, goes }) =>
    found === ""
      ? { zh: `补上 ${what.zh}`, en: `add ${what.en}` }
      : {
          zh: {
            before: `在“${found}”前面补上 ${what.zh}`,
            instead: `把“${found}”改成 ${what.zh}`,
            either: `把“${found}”改成 ${what.zh}，或在它前面补上`,
          }[goes ?? "either"],
          en: {
            before: `add ${what.en} before "${found}"`,
            instead: `write ${what.en} for "${found}"`,
            either: `write ${what.en} for "${found}", or add it in front`,
          }[goes ?? "either"],
        },
});
