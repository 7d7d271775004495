import { defineDiagnostic, inRow, type ComparisonSign, type Names } from "@heng/lang";

/** What should hold of both sides. */
const SHOULD: Readonly<Record<ComparisonSign, Names>> = {
  "=": { zh: "两边应相等", en: "both should be equal" },
  "≠": { zh: "两边应不相等", en: "they should not be equal" },
  "<": { zh: "左边应小于右边", en: "the left should be below the right" },
  "<=": { zh: "左边应不大于右边", en: "the left should not be above the right" },
  ">": { zh: "左边应大于右边", en: "the left should be above the right" },
  ">=": { zh: "左边应不小于右边", en: "the left should not be below the right" },
};

/** A figure that looks as if it were filed in another unit, and what it would be then. */
export interface UnitSlip {
  readonly field: string;
  readonly filed: Names;
  readonly meant: Names;
}

/** The two sides of a 核对 differ by more than its tolerance. */
export const H3111 = defineDiagnostic<{
  readonly title: string;
  readonly left: Names;
  readonly sign: ComparisonSign;
  readonly right: Names;
  readonly difference: Names;
  readonly tolerance: Names;
  /** What the two sides are worked out from, as the filing calls it. */
  readonly fields: readonly string[];
  /** What explains the difference, if one figure does. */
  readonly slip?: UnitSlip | undefined;
}>({
  code: "H3111",
  severity: "warning",
  message: ({ title, left, sign, right, difference, tolerance }) => ({
    zh: `核对“${title}”不符：左边 ${left.zh}，右边 ${right.zh}，${SHOULD[sign].zh}，相差 ${difference.zh}，允许误差 ${tolerance.zh}`,
    en: `The cross-check "${title}" fails: ${left.en} on the left, ${right.en} on the right, but ${SHOULD[sign].en}; they differ by ${difference.en}, the tolerance is ${tolerance.en}`,
  }),
  mend: ({ fields, slip }) => ({
    zh: `${slip === undefined ? "" : `“${slip.field}”填的 ${slip.filed.zh} 是不是元？是元就应填 ${slip.meant.zh}；`}对照报表核对${fields.length === 0 ? "两边的各项数据" : ` ${inRow(fields).zh}`}，更正填错的一项；这条提示本身不扣分，更正后得分会变`,
    en: `${slip === undefined ? "" : `Is the ${slip.filed.en} of "${slip.field}" in 元? Then it is ${slip.meant.en}. `}Compare ${fields.length === 0 ? "the figures of both sides" : inRow(fields).en} with the accounts and mend the one that is wrong; this finding takes no points, mending the figure may change the score`,
  }),
  example: {
    title: "收支平衡",
    left: {
      zh: "全年预算数 3359.45万元 - 全年支出数 2898.45万元 = 461万元",
      en: "全年预算数 3359.45万元 - 全年支出数 2898.45万元 = 461万元",
    },
    sign: "=",
    right: { zh: "年末结转结余 416万元", en: "年末结转结余 416万元" },
    difference: { zh: "45万元", en: "45万元" },
    tolerance: { zh: "0.01万元", en: "0.01万元" },
    fields: ["全年预算数", "全年支出数", "年末结转结余"],
  },
});
