import { defineDiagnostic, type Names } from "@heng/lang";

interface Data {
  readonly kind: "crossCheck" | "mustExplain" | "gradeLimit";
  /** The title of the 核对, the indicator or, of the whole, that of the rule set. */
  readonly name: string;
  readonly reason: Names;
}

const ASKED: Readonly<Record<Data["kind"], (name: string) => Names>> = {
  crossCheck: (name) => ({
    zh: `核对“${name}”无法进行`,
    en: `The cross-check "${name}" cannot be made`,
  }),
  mustExplain: (name) => ({
    zh: `“${name}”是否须说明，无法判断`,
    en: `Whether "${name}" needs a reason cannot be told`,
  }),
  gradeLimit: (name) => ({
    zh: `“${name}”的否决是否限制等级，无法判断`,
    en: `Whether a veto of "${name}" limits the grade cannot be told`,
  }),
};

const MENDS: Readonly<Record<Data["kind"], (name: string) => Names>> = {
  crossCheck: () => ({
    zh: "核对所用的数据；数据无误的，在规则中用“如果”写明这种情形怎样核对；不影响得分",
    en: "Check the data; if they are right, let the rules say with if what is compared then; no score changes",
  }),
  mustExplain: (name) => ({
    zh: `核对所用的数据；数据无误的，为“${name}”写上说明（JSON 的 "texts"，CSV 的“${name} 说明”一列），或在规则中用“如果”写明这种情形；不影响得分`,
    en: `Check the data; if they are right, state a reason for "${name}" ("texts" in JSON, the column "${name} 说明" in CSV), or let the rules say with if what holds then; no score changes`,
  }),
  gradeLimit: () => ({
    zh: "核对所用的数据；数据无误的，在规则中用“如果”写明这种情形怎样判断；得分不受影响，等级要判断了才能确定",
    en: "Check the data; if they are right, let the rules say with if what holds then; no score changes, but the grade is open until it can be told",
  }),
};

/** A 核对, 须说明 or 等级 不高于 asks for a figure that does not exist for this filing. */
export const H3114 = defineDiagnostic<Data>({
  code: "H3114",
  severity: "warning",
  message: ({ kind, name, reason }) => {
    const { zh, en } = ASKED[kind](name);
    return { zh: `${zh}：${reason.zh}`, en: `${en}: ${reason.en}` };
  },
  mend: ({ kind, name }) => MENDS[kind](name),
  example: {
    kind: "crossCheck",
    name: "人均支出",
    reason: { zh: "除数 在职人数 等于 0", en: "the divisor 在职人数 is 0" },
  },
});
