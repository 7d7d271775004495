import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** Offices read a proportion to a ceiling, or to an exact target, in different ways: the rule must say which. */
export const H1410 = defineDiagnostic<{ direction: "atMost" | "exactly"; target: Names }>({
  code: "H1410",
  severity: "error",
  message: ({ direction, target }) =>
    direction === "atMost"
      ? {
          zh: `目标是不超过 ${target.zh}，没有写明超过以后怎样按比例得分，两种算法得分不同`,
          en: `the target is a ceiling of ${target.en}; the rule must say what proportion is meant above it`,
        }
      : {
          zh: `目标是等于 ${target.zh}，没有写明不相等时怎样按比例得分`,
          en: `the target is exactly ${target.en}; the rule must say what proportion is meant otherwise`,
        },
  mend: ({ direction }) =>
    direction === "atMost"
      ? {
          zh: "写 按比例 反比（目标 ÷ 实际 × 分值）或 按比例 线性（超过一倍扣完）",
          en: "write proportional inverse (target ÷ actual × points) or proportional linear (0 at twice the target)",
        }
      : {
          zh: "写 按比例 同正向（达到即满分）、按比例 较小比较大，或改用 达标",
          en: "write proportional asAtLeast, proportional lesserOverGreater, or use threshold",
        },
});
