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
  mend: ({ mended, kind }) =>
    ({
      row:
        mended.length > 1
          ? {
              zh: `看标准里两头算不算在内：[ ] 是含，( ) 是不含；写成 ${mended.join(" 或 ")}`,
              en: `see whether its ends are included, [ ], or left out, ( ): write ${mended.join(" or ")}`,
            }
          : { zh: `写成 ${mended.join(" 或 ")}`, en: `write ${mended.join(" or ")}` },
      step: {
        zh: `写成 ${mended.join(" 或 ")}：各档从上到下比，先符合的先算`,
        en: `write ${mended.join(" or ")}: the bands are compared in turn, and the first that fits counts`,
      },
      target: A_TARGET,
      comma: { zh: "去掉逗号，改为空格", en: "put a blank instead of the comma" },
      until: { zh: "删去它", en: "take it out" },
    })[kind],
});
