import { defineDiagnostic, type Names } from "@heng/lang";

/** The two sides of a 核对 differ by more than its tolerance. */
export const H3111 = defineDiagnostic<{
  readonly title: string;
  readonly left: Names;
  readonly sign: string;
  readonly right: Names;
  readonly difference: Names;
  readonly tolerance: Names;
}>({
  code: "H3111",
  severity: "warning",
  message: ({ title, left, sign, right, difference, tolerance }) => ({
    zh: `核对“${title}”不符：左边 ${left.zh}，右边 ${right.zh}，应 ${sign}，相差 ${difference.zh}，允许误差 ${tolerance.zh}`,
    en: `The cross-check "${title}" fails: ${left.en} on the left, ${right.en} on the right, which should be ${sign}; they differ by ${difference.en}, the tolerance is ${tolerance.en}`,
  }),
  mend: () => ({
    zh: "核对两边的各项数据与报表是否一致；不影响得分",
    en: "Compare the figures of both sides with the accounts; no score changes",
  }),
});
