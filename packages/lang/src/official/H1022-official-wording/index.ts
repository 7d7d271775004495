import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import { A_TARGET } from "../../listing.ts";
import type { Kind } from "../wording.ts";

export const H1022 = defineDiagnostic<{
  readonly text: string;
  readonly mended: readonly string[];
  /** `target`: its 目标 is not there. */
  readonly kind: Kind | "target";
}>({
  code: "H1022",
  severity: "error",
  message: ({ text, mended, kind }) => {
    const written = {
      zh: `“${text}”要写成“${mended.join("”或“")}”`,
      en: `"${text}" is written "${mended.join('" or "')}"`,
    };
    return {
      row: written,
      step: written,
      percent: written,
      ends: written,
      counted: written,
      target: written,
      comma: {
        zh: `逗号把“${text}”分成了几条，它是一条`,
        en: `the comma parts "${text}", which is one row`,
      },
      until: {
        zh: `扣分总是扣完为止，不用写“${text}”`,
        en: `points are taken until none are left: "${text}" is not written`,
      },
    }[kind];
  },
  mend: ({ mended, kind }) => {
    const [zh, en] = [`写成 ${mended.join(" 或 ")}`, `write ${mended.join(" or ")}`];
    return {
      row: { zh, en },
      counted: { zh: `看标准里数的是哪一项：${zh}`, en: `see which of them is counted: ${en}` },
      percent: {
        zh: `看标准里的 % 是百分点，还是占目标的比例：${zh}`,
        en: `see whether its % are percentage points, or a share of the target: ${en}`,
      },
      ends: {
        zh: `看标准里两头算不算在内：${/[[(]/.test(mended[0] ?? "") ? "[ ] 是含，( ) 是不含；" : ""}${zh}`,
        en: `see whether its ends are included${/[[(]/.test(mended[0] ?? "") ? ", [ ], or left out, ( )" : ""}: ${en}`,
      },
      step: {
        zh: `${zh}：各档从上到下比，先符合的先算`,
        en: `${en}: the bands are compared in turn, and the first that fits counts`,
      },
      target: A_TARGET,
      comma: { zh: "去掉逗号，改为空格", en: "put a blank instead of the comma" },
      until: { zh: "删去它", en: "take it out" },
    }[kind];
  },
});
