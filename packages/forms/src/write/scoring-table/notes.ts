/** What the scoring table says below its rows: rounding and sums, groups, 不适用, 等级, 核对. */
import {
  formulaWords,
  holdsWords,
  namedIn,
  pointsFormula,
  pointsWords,
  showFigure,
  spellingOf,
  standsWords,
  type CrossCheck,
  type Expr,
  type Grade,
  type Group,
  type Leaf,
} from "@heng/lang";
import { compare, fraction } from "@heng/number";
import { equationWords, vetoWords } from "./leaf.ts";
import { below, type Around, type Speech } from "./speech.ts";

export function notesOf(speech: Speech, leaves: readonly Leaf[]): readonly string[] {
  const around: Around = { spelling: spellingOf(speech.definitions, undefined) };
  const { program } = speech;
  const groups = below(program.root).filter((n): n is Group => n.kind === "group");
  return [
    sums(speech, leaves),
    ...asked(speech, leaves),
    ...left(speech, leaves),
    ...groups.flatMap((group) => groupWords(group, around, speech)),
    ...limits(program.root, undefined, around, speech),
    ...gradeWords(program.grades, around, speech),
    ...dataWords(speech),
    ...crossCheckWords(program.crossChecks, around, speech),
    ...formulas([program.root, ...groups], around, speech),
  ];
}

/** What the other notes call by name: `算式：结余率＝年末结转结余÷全年预算数。` */
function formulas(
  groups: readonly Group[],
  around: Around,
  { program, definitions, lang }: Speech,
): readonly string[] {
  const { spelling = spellingOf(definitions, undefined) } = around;
  const said = [
    ...groups.flatMap(({ caps, vetoes }) => [
      ...caps.flatMap(({ of, when }) => [of, when]),
      ...vetoes.flatMap(({ when, gets }) => [when, gets]),
    ]),
    ...program.crossChecks.flatMap(({ left: a, right: b, tolerance }) => [a, b, tolerance]),
  ].filter((e) => e !== undefined);
  const texts = namedIn(said, definitions, spelling, undefined).map((definition) =>
    equationWords(definition, around, lang),
  );
  if (texts.length === 0) return [];
  return [lang === "zh" ? `算式：${texts.join("；")}。` : `Formulas: ${texts.join("; ")}.`];
}

/** `四舍五入到0.01分` */
function rounded({ program: { places }, lang }: Speech): string {
  const unit = pointsWords(fraction(1n, 10n ** BigInt(places)), lang);
  return lang === "zh" ? `四舍五入到${unit}` : `rounded half up to ${unit}`;
}

/** How leaves, groups and the total come about. */
function sums(speech: Speech, leaves: readonly Leaf[]): string {
  const { program, lang } = speech;
  const full = pointsWords(program.fullMarks, lang);
  const has = (sense: Leaf["sense"]): boolean => leaves.some((leaf) => leaf.sense === sense);
  const beyond = leaves.some((leaf) => leaf.sense === "indicator" && compare(leaf.upTo, leaf.points) > 0);
  // A cap without a condition that is no higher than full marks says the contrary.
  const capped = program.root.caps.some(
    ({ of, when }) => !when && of.node === "figure" && compare(of.value, program.fullMarks) <= 0,
  );
  const mayPass = !capped && (beyond || has("bonus"));
  const grouped = program.root.children.some((n) => n.kind === "group");
  if (lang === "zh") {
    const more = [
      ...(beyond ? ["加上各指标超过分值的部分"] : []),
      ...(has("bonus") ? ["加上加分项的得分"] : []),
      ...(has("penalty") ? ["减去扣分项的失分"] : []),
    ];
    return [
      `末级指标的得分不低于0分，不高于分值${beyond ? "（写明“最高”的，不高于最高）" : ""}，按评分标准算出后${rounded(speech)}。`,
      grouped ? "上级指标的得分是下级得分之和，以下另有规定的除外。" : "",
      `总分是一级指标得分之和${more.map((text) => `，${text}`).join("")}，满分${full}`,
      more.length > 0 ? `，不低于0分${mayPass ? `，可以超过${full}` : ""}。` : "。",
    ].join("");
  }
  const more = [
    ...(beyond ? ["what indicators got beyond their points"] : []),
    ...(has("bonus") ? ["the scores of bonuses"] : []),
  ];
  return [
    `The score of an indicator is at least 0分 and at most its points${beyond ? " (or what “at most” says)" : ""}, ${rounded(speech)} once its standard is worked out. `,
    grouped ? "A group gets the sum of those below, unless said otherwise here. " : "",
    `The total is the sum of the first level${more.map((text) => `, plus ${text}`).join("")}${has("penalty") ? ", less what penalties lost" : ""}; full marks are ${full}`,
    more.length > 0 || has("penalty") ? `; not below 0分${mayPass ? `, and it may pass ${full}` : ""}.` : ".",
  ].join("");
}

/** In which order 不适用 and 否决 are asked. */
function asked({ lang }: Speech, leaves: readonly Leaf[]): readonly string[] {
  const exempt = leaves.some(({ notApplicable }) => notApplicable.length > 0);
  const vetoed = leaves.some(({ vetoes }) => vetoes.length > 0);
  if (!exempt && !vetoed) return [];
  return lang === "zh"
    ? [
        "先看“不适用”，有几条成立的按写在前面的一条；再看“否决”，有几条成立的按得分最低的一条；都不成立的，按评分标准计分。",
      ]
    : [
        "Not-applicable is asked first, of several the first that holds; then vetoes, of several the lowest; where none holds the standard counts.",
      ];
}

/** 剔除, 折算 */
function left(speech: Speech, leaves: readonly Leaf[]): readonly string[] {
  const { lang, program } = speech;
  const zh = lang === "zh";
  const uses = (treatment: Leaf["notApplicable"][number]["as"]): boolean =>
    leaves.some(
      (leaf) => leaf.sense === "indicator" && leaf.notApplicable.some(({ as }) => as === treatment),
    );
  const unit = pointsWords(fraction(1n, 10n ** BigInt(program.places)), lang);
  const [redistribute, rescale] = [uses("redistribute"), uses("rescale")];
  const texts: string[] = [];
  if (redistribute)
    texts.push(
      zh
        ? `剔除：剔除的分值按其余下级的分值比例分摊给它们，精确到${unit}，余数大的先得，余数相同的写在前面的先得；各指标先按原分值算出得分，再按分摊后的分值换算，然后四舍五入；封顶和否决的分数一并换算。`
        : `The points of what is left out are apportioned to its siblings by their points, to ${unit} by largest remainder, of equal ones the first; a score is worked out at the points written, brought to those apportioned, then rounded, and caps and vetoes with it.`,
    );
  if (rescale)
    texts.push(
      zh
        ? `折算：不计入的分值一直向上，到最近的写明折算、平均或加权的上级，都没有的到总分；该级的得分＝计入的得分之和÷计入的分值×分值，${rounded(speech)}${redistribute ? "；剔除与折算都有的，先剔除，后折算" : ""}。`
        : `Rescaling: what does not count is left out up to the nearest group that rescales or takes a mean, else the total, which gets the sum of the scores that count ÷ the points that count × its points, ${rounded(speech)}${redistribute ? "; redistribution comes first" : ""}.`,
    );
  if (texts.length > 0)
    texts.push(
      zh
        ? "下级都不计入的，上级也不计入：其中有折算的按折算，否则按剔除；全部指标都不计入的，没有总分。"
        : "Where nothing below counts, neither does the group: by rescaling if any of it says so, else by redistribution; where no indicator counts there is no total.",
    );
  return texts;
}

/** What a group says of itself. */
function groupWords(group: Group, around: Around, speech: Speech): readonly string[] {
  const { lang } = speech;
  const zh = lang === "zh";
  const full = pointsWords(group.points, lang);
  const name = `“${group.name}”`;
  const { combine } = group;
  const shares =
    combine.kind === "weighted"
      ? group.children.map(({ name: child }, i) => {
          const share = combine.shares[i] ?? fraction(0n);
          return `${child}${zh ? "占" : " "}${showFigure(share, { kind: "ratio", sense: "ratio" }, lang)}`;
        })
      : [];
  const mean = {
    sum: [],
    average: [
      zh
        ? `${name}的得分＝各下级得分÷分值的平均数×${full}，${rounded(speech)}；不计入的下级不参加平均。`
        : `${name} gets the mean of score ÷ points of those below × ${full}, ${rounded(speech)}; what does not count takes no part.`,
    ],
    weighted: [
      zh
        ? `${name}的得分＝各下级得分÷分值的加权平均数×${full}，${rounded(speech)}，${shares.join("、")}；不计入的下级不参加平均，其余的按原来所占的比例。`
        : `${name} gets the weighted mean of score ÷ points of those below × ${full}, ${rounded(speech)}, by ${shares.join(", ")}; what does not count takes no part.`,
    ],
  }[combine.kind];
  return [
    ...(group.describe === undefined
      ? []
      : [zh ? `${name}：${group.describe}` : `${name}: ${group.describe}`]),
    ...mean,
    ...(group.rescale
      ? [zh ? `${name}下级的不适用在本级折算。` : `What is not applicable below ${name} is rescaled there.`]
      : []),
    ...limits(group, name, around, speech),
  ];
}

/** 封顶 and 否决 of a group, or of the whole, which has no name. */
function limits(
  { caps, vetoes }: Group,
  name: string | undefined,
  around: Around,
  speech: Speech,
): readonly string[] {
  const { lang } = speech;
  const zh = lang === "zh";
  const whole = name ?? (zh ? "总分" : "the total");
  const score = name !== undefined && zh ? `${name}的得分` : whole;
  const gets = zh ? (name === undefined ? "总分为" : `${name}得`) : `${whole} gets`;
  const texts = [
    ...caps.map(({ of, when }) => {
      const most = pointsFormula(of, lang, around);
      const holds = when && holdsWords(when, lang, around);
      if (zh) return `封顶：${holds === undefined ? "" : `${holds}的，`}${score}不高于${most}。`;
      return `Cap: ${score} is at most ${most}${holds === undefined ? "" : ` when ${holds}`}.`;
    }),
    ...vetoes.map((veto) => vetoWords(veto, gets, around, speech)),
  ];
  if (texts.length < 2) return texts;
  return [
    ...texts,
    zh
      ? `${whole}的封顶、否决有几条成立的，按最低的一条。`
      : `Of several caps and vetoes of ${whole} the lowest counts.`,
  ];
}

/** `等级：总分在90分（含）以上的为“优”；…` */
function gradeWords(grades: readonly Grade[], around: Around, { lang }: Speech): readonly string[] {
  if (grades.length === 0) return [];
  const zh = lang === "zh";
  const figure = (value: Grade["atLeast"]): Expr | undefined =>
    value && { node: "figure", type: { kind: "points" }, value };
  const texts = grades.map(({ name, atLeast, strict }, i) => {
    const above = grades[i - 1];
    const range = {
      low: figure(atLeast),
      lowOpen: strict,
      high: figure(above?.atLeast),
      highOpen: above !== undefined && !above.strict,
    };
    const stands = standsWords(zh ? "总分" : "the total", { kind: "range", ...range }, lang, around);
    return zh ? `${stands}的为“${name}”` : `“${name}” when ${stands}`;
  });
  return [zh ? `等级：${texts.join("；")}。` : `Grades: ${texts.join("; ")}.`];
}

/** What becomes of data that is not there, or cannot be. */
function dataWords({ program, lang }: Speech): readonly string[] {
  const zh = lang === "zh";
  const judged = program.fields.some((field) => field.judged?.reason === "always");
  return [
    zh
      ? "没有填报的数据不作0计，用到它的得分待补；数据超出取值范围的，或者算不出的（如除数为0），该项没有得分，须更正数据。"
      : "Data that was not filed is not 0: what needs it stays open. Where data is outside its range, or nothing can be worked out (a division by 0), there is no score until the data is mended.",
    ...(judged
      ? [zh ? "酌情确定的分数，须说明理由。" : "Points given or taken as judged need a reason."]
      : []),
  ];
}

const SIGNS = { "=": "＝", "<=": "≤", ">=": "≥", "<": "＜", ">": "＞", "≠": "≠" } as const;

function crossCheckWords(checks: readonly CrossCheck[], around: Around, { lang }: Speech): readonly string[] {
  if (checks.length === 0) return [];
  const zh = lang === "zh";
  const texts = checks.map(({ title, left: a, sign, right: b, tolerance }) => {
    const words = (e: Expr): string => formulaWords(e, lang, around);
    const none = tolerance.node === "figure" && tolerance.value.n === 0n;
    const within = none ? "" : zh ? `（误差不超过${words(tolerance)}）` : ` (within ${words(tolerance)})`;
    return `${title === "" ? "" : `${title}${zh ? "：" : ": "}`}${words(a)}${zh ? SIGNS[sign] : ` ${sign} `}${words(b)}${within}`;
  });
  return [
    zh
      ? `核对：${texts.join("；")}。不符的须核实，不影响得分。`
      : `Cross-checks: ${texts.join("; ")}. A miss is to be looked into; it changes no score.`,
  ];
}
