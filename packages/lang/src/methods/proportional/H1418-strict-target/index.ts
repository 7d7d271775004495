import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** A target that its own figure misses, where the proportion gives full marks for it. */
export const H1418 = defineDiagnostic<{ readonly sign: ">" | "<"; readonly target: Names }>({
  code: "H1418",
  severity: "warning",
  message: ({ sign, target }) => ({
    zh: `目标 ${sign} ${target.zh}，恰好 ${target.zh} 的没有达到目标，按比例算出来却是满分`,
    en: `the target is ${sign} ${target.en}: exactly ${target.en} misses it, but in proportion gets full marks`,
  }),
  mend: ({ sign, target }) => ({
    zh: `目标写 ${sign}= ${target.zh}，得分不变；恰好 ${target.zh} 不该得满分的，改用“分档”或“达标”`,
    en: `write ${sign}= ${target.en}, which gives the same scores; where exactly ${target.en} must not get full marks, use bands or threshold`,
  }),
});
