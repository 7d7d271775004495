import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Names } from "../../names.ts";

export const H5004 = defineDiagnostic<{
  /** What kind of thing, such as 指标. */
  kind: Names;
  name: string;
  year: string;
  /** As they must be written. */
  near: readonly string[];
  /** It was called so before; this is its name in the year that is inherited. */
  now?: string;
  /** The name is one that this file gives. */
  own?: boolean;
}>({
  code: "H5004",
  severity: "error",
  message: ({ kind, name, year, now, own }) => {
    const what = { zh: name === "" ? kind.zh : `${kind.zh}“${name}”`, en: `${kind.en} “${name}”` };
    if (now !== undefined)
      return {
        zh: `“${name}”在 ${year}年度 已改称“${now}”`,
        en: `“${name}” is called “${now}” in ${year}`,
      };
    if (own)
      return {
        zh: `“${name}”是本文件里才有的名称；要改的用 ${year}年度 的名称`,
        en: `“${name}” is a name that this file gives: what is amended goes by its name of ${year}`,
      };
    return {
      zh: `${year}年度 没有${what.zh}，没有可改的`,
      en: `${year} has no ${what.en}: there is nothing to amend`,
    };
  },
  mend: ({ near, now }) => {
    const [first] = now === undefined ? near : [now];
    const others = near.slice(1, 3);
    if (first === undefined)
      return {
        zh: `核对名称；今年才有的，用“新增”`,
        en: `check the name; what is new this year is added with add`,
      };
    const also = others.length > 0 && now === undefined;
    return {
      zh: `是不是“${first}”${also ? `，或 ${others.map((n) => `“${n}”`).join("、")}` : ""}？今年才有的，用“新增”`,
      en: `did you mean “${first}”${also ? ` or ${others.map((n) => `“${n}”`).join(", ")}` : ""}? What is new this year is added with add`,
    };
  },
});
