/** What the scoring table says of one 末级指标: 指标解释, 目标值, 评分标准, 数据来源, 依据. */
import {
  formulaWords,
  holdsWords,
  namedIn,
  pointsFormula,
  pointsWords,
  rangeWords,
  spellingOf,
  wordingOf,
  type BoundStandard,
  type Definition,
  type Expr,
  type Lang,
  type Leaf,
  type Target,
  type Veto,
} from "@heng/lang";
import type { Around, Speech } from "./speech.ts";

/** Paragraphs of text, by column. */
export interface LeafWords {
  readonly describe: readonly string[];
  readonly target: string;
  readonly standard: readonly string[];
  readonly source: string;
  readonly basis: string;
}

export function leafWords(leaf: Leaf, standard: BoundStandard | undefined, speech: Speech): LeafWords {
  const { definitions, lang, program } = speech;
  const spelling = spellingOf(definitions, leaf.value);
  const around: Around = { spelling };
  const target = leaf.target ?? leaf.tabled.target;
  return {
    describe: [...(leaf.describe === undefined ? [] : [leaf.describe]), ...formulas(leaf, around, speech)],
    target: target ? targetWords(target, around, speech) : "",
    standard: [
      ...(standard ? [wordingOf(standard, spelling)[lang]] : []),
      ...extraWords(leaf, speech),
      ...rulings(leaf, around, speech),
    ],
    source: leaf.source ?? "",
    // What is asked of one indicator is answered in its row, also where all have one basis.
    basis: leaf.basis ?? program.basis ?? "",
  };
}

/** `预算执行率＝全年支出数÷全年预算数`, and of the definitions that are mentioned `其中：执行率＝…`. */
function formulas(leaf: Leaf, around: Around, { definitions, lang }: Speech): readonly string[] {
  const zh = lang === "zh";
  const value = leaf.value?.node === "use" ? definitions.get(leaf.value.definition)?.of : undefined;
  const own =
    value && formulaWords(value, lang, around) !== leaf.name
      ? [equation(leaf.name, value, around, lang)]
      : [];
  const target = leaf.target ?? leaf.tabled.target;
  const mentioned = namedIn(
    [
      ...(value ? [value] : []),
      ...(target ? targetFigures(target) : []),
      leaf.standard,
      ...leaf.notApplicable.map(({ when }) => when),
      ...leaf.vetoes.flatMap(({ when, gets }) => (gets ? [when, gets] : [when])),
      ...leaf.mustExplain.map(({ when }) => when),
    ],
    definitions,
    around.spelling ?? spellingOf(definitions, leaf.value),
    leaf.value,
  );
  const where = mentioned.map((definition) => equationWords(definition, around, lang));
  if (where.length === 0) return own;
  const list = where.join(zh ? "；" : "; ");
  return [...own, zh ? `其中：${list}` : `where ${list}`];
}

/** A definition by the name that wordings call it by. */
export function equationWords({ id, name, of }: Definition, around: Around, lang: Lang): string {
  return equation(name.zh === id ? name[lang] : id, of, around, lang);
}

function equation(name: string, of: Expr, around: Around, lang: Lang): string {
  const formula = formulaWords(of, lang, around);
  return lang === "zh" ? `${name}＝${formula}` : `${name} = ${formula}`;
}

function targetFigures(target: Target): readonly Expr[] {
  const figures = target.kind === "compare" ? [target.of] : [target.low, target.high];
  return figures.filter((e) => e !== undefined);
}

const SIGNS = { ">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "＝", "≠": "≠" } as const;

/** `≥100%`, `3%（含）～5%（含）` */
function targetWords(target: Target, around: Around, { lang }: Speech): string {
  return target.kind === "compare"
    ? `${SIGNS[target.sign]}${formulaWords(target.of, lang, around)}`
    : rangeWords(target, lang, around);
}

/** What a 加分项 or 扣分项 does to the total; how much at most stands in the column of 分值. */
function extraWords({ sense, points, method }: Leaf, { lang }: Speech): readonly string[] {
  const zh = lang === "zh";
  if (sense === "indicator") return [];
  if (sense === "bonus") return [zh ? "本项得分加入总分。" : "The score is added to the total."];
  if (method === "deduct") return [zh ? "所扣的分从总分中扣除。" : "What is taken is taken from the total."];
  const most = pointsWords(points, lang);
  return [
    zh
      ? `本项失分（${most}－得分）从总分中扣除。`
      : `What is lost (${most} - score) is taken from the total.`,
  ];
}

/** 不适用, 否决, 须说明, in the order in which they are asked. */
function rulings(leaf: Leaf, around: Around, speech: Speech): readonly string[] {
  const { lang } = speech;
  const zh = lang === "zh";
  const holds = (e: Expr): string => holdsWords(e, lang, around);
  const full = pointsWords(leaf.points, lang);
  const extra = leaf.sense !== "indicator";
  const as = {
    fullMarks: zh ? `按满分（${full}）计` : `counts as full marks (${full})`,
    zero: zh ? "得0分" : "gets 0分",
    redistribute: extra
      ? zh
        ? "不加不扣"
        : "nothing is added or taken"
      : zh
        ? "分值剔除，分摊给同级其他指标"
        : "its points go to its siblings",
    rescale: extra
      ? zh
        ? "不加不扣"
        : "nothing is added or taken"
      : zh
        ? "分值不计入，按其余指标折算"
        : "its points are left out and the rest is rescaled",
  } as const;
  return [
    ...leaf.notApplicable.map(({ when, as: treatment }) =>
      zh
        ? `不适用：${holds(when)}的，不考核本指标，${as[treatment]}。`
        : `Not applicable when ${holds(when)}: ${as[treatment]}.`,
    ),
    ...leaf.vetoes.map((veto) => vetoWords(veto, zh ? "本指标得" : "the indicator gets", around, speech)),
    ...leaf.mustExplain.map(({ when }) =>
      zh
        ? `须说明：${holds(when)}的，须说明原因（不影响得分）。`
        : `A reason is required when ${holds(when)} (the score stays).`,
    ),
  ];
}

/** `否决：三公经费预算等于0万元的，本指标得0分。`; `gets`: who gets the points, and the verb. */
export function vetoWords(
  { when, gets: of, notAbove }: Veto,
  gets: string,
  around: Around,
  { lang }: Speech,
): string {
  const zh = lang === "zh";
  const holds = holdsWords(when, lang, around);
  if (of) {
    const points = pointsFormula(of, lang, around);
    return zh ? `否决：${holds}的，${gets}${points}。` : `Veto: when ${holds}, ${gets} ${points}.`;
  }
  return zh
    ? `否决：${holds}的，等级不高于“${notAbove ?? ""}”。`
    : `Veto: when ${holds}, the grade is not above “${notAbove ?? ""}”.`;
}
