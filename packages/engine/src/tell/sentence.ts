/** The sentences: how a leaf, a group and the total came to their score (docs/reference/semantics.md, section 7). */
import {
  compare,
  equals,
  exactText,
  fixed,
  ONE,
  power10,
  fraction,
  isZero,
  negate,
  subtract,
  type Fraction,
} from "@heng/number";
import {
  cutDecimal,
  inRow,
  POINTS,
  showFigure,
  type Expr,
  type Group,
  type Leaf,
  type Names,
  type Lang,
} from "@heng/lang";
import { figureOf } from "../work/evaluate.ts";
import type { Catalogue } from "../work/catalogue.ts";
import { faultReason } from "./findings.ts";
import type { Grading } from "../work/grade.ts";
import type { LeafOutcome } from "../work/leaf.ts";
import { isOpen, rangeOf, type Figure } from "../work/outcome.ts";
import { formulaOf, saysOf, takenExpr, type Printer } from "./print.ts";
import { rowClauses } from "./rows-told.ts";
import { rateOver, type Standing, type Standings } from "../work/tree.ts";

const WORDS = {
  zh: {
    semicolon: "；",
    comma: "，",
    stop: "。",
    list: "、",
    score: "得分",
    get: "得",
    total: "合计",
    points: (n: string) => `${n}分`,
    paren: (text: string) => `（${text}）`,
    quote: (name: string) => (name.includes("“") ? `「${name}」` : `“${name}”`),
    rounded: (from: string, unit: string) => `${from}，四舍五入到 ${unit}`,
    basis: (basis: string) => `依据：${basis}。`,
    reason: (reason: string) => `说明：${reason}。`,
    notBelow: (n: string) => `不低于 ${n}`,
    atMost: (n: string) => `最高 ${n}`,
    reweighted: (n: string) => `分值经剔除分摊为 ${n}`,
    excess: (n: string) => `其中 ${n} 超过分值，计作加分`,
    taken: (n: string) => `扣 ${n}`,
    takenAtMost: (n: string) => `最多扣 ${n}`,
    nothingTaken: "不扣分",
    notApplicable: {
      fullMarks: "按满分计",
      zero: "按零分计",
      redistribute: "剔除，分值分摊给同级其他指标",
      rescale: "不计分值，由上级折算",
    },
    notApplicableAs: (when: string, as: string) => `${when}，因此不适用，${as}`,
    veto: (when: string) => `否决（${when}）`,
    same: (fields: string) => `不论 ${fields} 是多少`,
    pending: (why: string) => `待补：${why}`,
    lacks: (fields: string) => `缺少 ${fields}`,
    open: (names: string) => `${names} 未定`,
    pendingWeight: "待补：分值要看其他指标是否适用",
    between: (low: string, high: string) => `得分在 ${low} 至 ${high} 之间`,
    maybeOut: "是否适用待定",
    allOut: { redistribute: "各项均不适用，剔除", rescale: "各项均不适用，不计分值，由上级折算" },
    noTotal: "各项均不适用，没有合计",
    leftOut: (names: string) => `${names} 不适用，未计入`,
    rescaled: (points: string) => `适用分值 ${points}`,
    rescaleName: "折算",
    capped: (n: string) => `封顶 ${n}`,
    floor: "不低于 0分",
    extras: "加减分后",
    grade: (grade: string) => `等级 ${grade}`,
    gradeOpen: (grades: string) => `等级可能是 ${grades}`,
    fault: (reason: string) => `无法计算：${reason}`,
    failed: (names: string) => `无法得出：${names} 有错误`,
    limitOpen: (when: string) => `否决（${when}）成立与否待定`,
    limitFails: (when: string, reason: string) => `否决（${when}）成立与否无法判断，因为${reason}`,
  },
  en: {
    semicolon: "; ",
    comma: ", ",
    stop: ".",
    list: ", ",
    score: "score",
    get: "score",
    total: "total",
    points: (n: string) => `${n}分`,
    paren: (text: string) => ` (${text})`,
    quote: (name: string) => `"${name}"`,
    rounded: (from: string, unit: string) => `${from}, rounded half up to ${unit}`,
    basis: (basis: string) => ` Basis: ${basis}.`,
    reason: (reason: string) => ` Reason: ${reason}.`,
    notBelow: (n: string) => `not below ${n}`,
    atMost: (n: string) => `at most ${n}`,
    reweighted: (n: string) => `its points become ${n} as siblings are left out`,
    excess: (n: string) => `of which ${n} go beyond its points and count as a bonus`,
    taken: (n: string) => `${n} taken`,
    takenAtMost: (n: string) => `at most ${n} taken`,
    nothingTaken: "nothing taken",
    notApplicable: {
      fullMarks: "full marks",
      zero: "no marks",
      redistribute: "left out, its points go to its siblings",
      rescale: "left out, to be rescaled above",
    },
    notApplicableAs: (when: string, as: string) => `${when}, so not applicable: ${as}`,
    veto: (when: string) => `vetoed (${when})`,
    same: (fields: string) => `whatever ${fields} may be`,
    pending: (why: string) => `pending: ${why}`,
    lacks: (fields: string) => `${fields} missing`,
    open: (names: string) => `${names} open`,
    pendingWeight: "pending: its points depend on whether other indicators apply",
    between: (low: string, high: string) => `the score lies between ${low} and ${high}`,
    maybeOut: "whether it applies is open",
    allOut: {
      redistribute: "nothing in it applies: left out, its points go to its siblings",
      rescale: "nothing in it applies: left out, to be rescaled above",
    },
    noTotal: "nothing applies, so there is no total",
    leftOut: (names: string) => `${names} not applicable, left out`,
    rescaled: (points: string) => `applicable points ${points}`,
    rescaleName: "rescaled",
    capped: (n: string) => `capped at ${n}`,
    floor: "not below 0分",
    extras: "with bonuses and penalties",
    grade: (grade: string) => `grade ${grade}`,
    gradeOpen: (grades: string) => `the grade may be ${grades}`,
    fault: (reason: string) => `cannot be worked out: ${reason}`,
    failed: (names: string) => `cannot be worked out: ${names} in error`,
    limitOpen: (when: string) => `whether the veto (${when}) holds is open`,
    limitFails: (when: string, reason: string) =>
      `whether the veto (${when}) holds cannot be told, since ${reason}`,
  },
} as const;

/** What all sentences of one result need. */
export interface Telling {
  readonly print: Printer;
  readonly catalogue: Catalogue;
  readonly places: number;
  /** Reasons and remarks of the filing by indicator id. */
  readonly texts: ReadonlyMap<string, string>;
}

const unitOf = (places: number): string => exactText(fraction(1n, power10(places)));
const show = (value: Fraction, lang: Lang): string => showFigure(value, POINTS, lang);
/** A score: whole as it is, else, or where it was rounded to that, with the decimals of the table: `8.20分`. */
const showScore = (value: Fraction, rounded: boolean, { places, print }: Telling): string =>
  value.n % value.d === 0n && !rounded
    ? show(value, print.lang)
    : WORDS[print.lang].points(fixed(value, places));

/** `（8.6277…，四舍五入到 0.01）`, nothing when rounding changed nothing. */
function roundingNote(from: Fraction | undefined, to: Fraction, { places, print }: Telling): string {
  const words = WORDS[print.lang];
  return from === undefined || equals(from, to)
    ? ""
    : words.paren(words.rounded(cutDecimal(from), unitOf(places)));
}

/** `得分在 0分 至 10分 之间` */
function between(score: Figure, { print, places }: Telling): string {
  const words = WORDS[print.lang];
  if (score.state === "error") return "";
  const { low, high } = rangeOf(score);
  return words.between(
    words.points(low ? fixed(low.value, places) : "-∞"),
    words.points(high ? fixed(high.value, places) : "∞"),
  );
}

/** `预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%` */
function valueClause(leaf: Leaf, { print, catalogue }: Telling): string | undefined {
  if (leaf.value === undefined) return undefined;
  const value = print.shown(leaf.value);
  let formula: Expr = leaf.value;
  // A value that only names a definition is told by the definition's own formula.
  while (formula.node === "use") {
    const definition = catalogue.definitions.get(formula.definition);
    if (definition === undefined) break;
    formula = definition.of;
  }
  // The figure of a whole aggregate is the value, which follows.
  const text = formula.node === "aggregate" ? formulaOf(formula, print.lang) : print.numbers(formula);
  return formula.node === "input" || text === value
    ? `${leaf.name} = ${text}`
    : `${leaf.name} = ${text} = ${value}`;
}

/** What is known of a leaf, for its sentence. */
export interface LeafTale {
  readonly leaf: Leaf;
  readonly outcome: LeafOutcome;
  readonly standing: Standing;
  /** The score before rounding at the weight it has, and after; undefined unless it has one. */
  readonly rounding: { readonly from: Fraction | undefined; readonly to: Fraction } | undefined;
  readonly missing: readonly string[];
}

export function leafSentence(tale: LeafTale, telling: Telling): string {
  const { lang } = telling.print;
  const words = WORDS[lang];
  const basis = telling.catalogue.citations.get(tale.leaf);
  // What was filed beside the score: the reason of a judged score, or what 须说明 asked for.
  const reason = telling.texts
    .get(tale.leaf.id)
    ?.trim()
    .replace(/[。.]$/, "");
  return [
    leafBody(tale, telling),
    words.stop,
    reason ? words.reason(reason) : "",
    basis === undefined ? "" : words.basis(basis),
  ].join("");
}

function leafBody(tale: LeafTale, telling: Telling): string {
  const { leaf, outcome, standing, missing } = tale;
  const { print } = telling;
  const words = WORDS[print.lang];
  const { ruling } = outcome;
  if (standing.score?.state === "error")
    return words.fault(faultReason(standing.score.fault, print.scope, leaf)[print.lang]);
  if (ruling?.by === "notApplicable") {
    const { when, as } = ruling.clause;
    const told = words.notApplicableAs(print.numbers(when), words.notApplicable[as]);
    return tale.rounding === undefined || as === "redistribute" || as === "rescale"
      ? told
      : `${told}${words.comma}${got(tale, telling)}`;
  }
  if (tale.rounding === undefined || standing.undecided === true) {
    return [
      missing.length === 0 ? words.pendingWeight : words.pending(words.lacks(inRow(missing)[print.lang])),
      ...(standing.score === undefined ? [] : [between(standing.score, telling)]),
      ...(outcome.out.length > 0 ? [words.maybeOut] : []),
    ].join(words.semicolon);
  }
  // All that its weight can be comes to the same.
  if (tale.rounding.from === undefined && missing.length === 0) return got(tale, telling);
  if (ruling === undefined || tale.rounding.from === undefined)
    return `${words.same(inRow(missing)[print.lang])}${words.comma}${got(tale, telling)}`;
  if (ruling.by === "veto")
    return `${words.veto(print.numbers(ruling.veto.when))}${words.comma}${got(tale, telling)}`;
  const clauses = [
    valueClause(leaf, telling) ?? "",
    ...rowClauses(
      [...(leaf.value === undefined ? [] : [leaf.value]), leaf.standard],
      print,
      telling.catalogue,
    ),
    ...saysOf(leaf.standard, print),
  ].filter((text) => text !== "");
  const score = scoreClause(tale, telling);
  // What was said last may be the score already: 酌情得 2分, 酌情得 1.5分.
  const { from, to } = tale.rounding;
  const exact =
    score === got(tale, telling) && equals(from, to) ? `${words.get} ${show(to, print.lang)}` : score;
  const told = [score, exact].some((text) => clauses.at(-1)?.endsWith(text) === true) ? "" : score;
  return [clauses.join(words.semicolon), told].filter((text) => text !== "").join(words.comma);
}

/** `得 8.63分（8.6277…，四舍五入到 0.01）`, with the weight after 剔除 and what goes beyond 分值. */
function got(tale: LeafTale, telling: Telling, lead?: string): string {
  const { lang } = telling.print;
  const words = WORDS[lang];
  const { rounding, standing, leaf } = tale;
  if (rounding === undefined) return "";
  const { from, to } = rounding;
  const { weight, excess } = standing;
  const reweighted = equals(weight, leaf.points) ? [] : [words.reweighted(show(weight, lang))];
  if (leaf.sense === "penalty") return [...reweighted, taken(rounding, telling)].join(words.comma);
  return [
    ...reweighted,
    `${lead ?? `${words.get} `}${showScore(to, from !== undefined && !equals(from, to), telling)}${roundingNote(from, to, telling)}`,
    ...(excess !== undefined && compare(to, weight) > 0
      ? [words.excess(showScore(subtract(to, weight), false, telling))]
      : []),
  ].join(words.comma);
}

/** `扣 1.67分（1.6666…，四舍五入到 0.01）` of a 扣分项. */
function taken({ from, to }: NonNullable<LeafTale["rounding"]>, telling: Telling): string {
  const { lang } = telling.print;
  const words = WORDS[lang];
  const points = negate(to);
  const told = isZero(points)
    ? words.nothingTaken
    : words.taken(showScore(points, from !== undefined && !equals(from, to), telling));
  return `${told}${roundingNote(from && negate(from), points, telling)}`;
}

/** `得分 = 86.28% × 10分 = 8.63分（…）`, or `得 3分` where there was nothing to work out. */
function scoreClause(tale: LeafTale, telling: Telling): string {
  const { leaf, outcome, standing } = tale;
  const { print } = telling;
  const { lang, scope } = print;
  const words = WORDS[lang];
  const taken = takenExpr(leaf.standard, scope);
  const plain = isPlain(taken);
  const raw = figureOf(leaf.standard, scope);
  const clamped = outcome.score;
  const formula = `${words.score} = ${print.numbers(taken)}`;
  const reweighted = !equals(standing.weight, leaf.points);
  if (raw.state !== "value" || clamped?.state !== "value") return got(tale, telling);
  if (leaf.sense === "penalty") {
    const most = show(leaf.points, lang);
    const bit = compare(raw.value, clamped.value) < 0 ? [words.takenAtMost(most)] : [];
    return [...bit, got(tale, telling)].join(words.comma);
  }
  const bit = equals(raw.value, clamped.value)
    ? undefined
    : compare(raw.value, clamped.value) < 0
      ? words.notBelow(show(clamped.value, lang))
      : words.atMost(show(clamped.value, lang));
  const ratio = `${exactText(standing.weight)} ÷ ${exactText(leaf.points)}`;
  if (plain && bit !== undefined) return `${bit}${words.comma}${got(tale, telling)}`;
  // Nothing and full marks are so at any weight.
  if (plain && (!reweighted || isZero(raw.value) || equals(raw.value, leaf.points)))
    return got(tale, telling);
  if (plain) return got(tale, telling, `${words.score} = ${show(raw.value, lang)} × ${ratio} = `);
  if (bit !== undefined)
    return [`${formula} = ${cutDecimal(raw.value)}分`, bit, got(tale, telling)].join(words.comma);
  if (!reweighted) return got(tale, telling, `${formula} = `);
  const scaled = partsNeedBrackets(taken) ? `(${print.numbers(taken)})` : print.numbers(taken);
  return got(tale, telling, `${words.score} = ${scaled} × ${ratio} = `);
}

/** Whether nothing is worked out: a figure, or a sum of one. */
function isPlain(e: Expr): boolean {
  if (e.node !== "sum") return ["figure", "input", "use", "step", "cases", "column"].includes(e.node);
  const [term, second] = e.terms;
  return term !== undefined && second === undefined && !term.negative && isPlain(term.of);
}

function partsNeedBrackets(e: Expr): boolean {
  return e.node === "sum";
}

/** What is known of a group or the whole, for its sentence. */
export interface GroupTale {
  readonly group: Group;
  /** `合计` for the whole. */
  readonly name: string;
  readonly standing: Standing;
  /** What its own caps and vetoes wait for. */
  readonly missing: readonly string[];
  /** 加分项, 扣分项 and excess by name, of the whole. */
  readonly extras: readonly { readonly name: string; readonly score: Figure }[];
  /** Possible ones, of the whole. */
  readonly grades: readonly string[];
  readonly grade: string | undefined;
  readonly openLimits: Grading["open"];
}

export function groupSentence(tale: GroupTale, standings: Standings, telling: Telling): string {
  const { lang } = telling.print;
  const words = WORDS[lang];
  const grade =
    tale.grades.length === 0
      ? []
      : [tale.grade !== undefined ? words.grade(tale.grade) : words.gradeOpen(tale.grades.join(words.list))];
  const limits = tale.openLimits.flatMap(({ holds, veto }) => {
    const when = formulaOf(veto.when, lang);
    if (holds.state !== "error") return isOpen(holds) ? [words.limitOpen(when)] : [];
    return [words.limitFails(when, faultReason(holds.fault, telling.print.scope)[lang])];
  });
  return `${[groupBody(tale, standings, telling), ...limits, ...grade].join(words.semicolon)}${words.stop}`;
}

function groupBody(tale: GroupTale, standings: Standings, telling: Telling): string {
  const { group, name, standing, extras } = tale;
  const { print, places } = telling;
  const { lang } = print;
  const words = WORDS[lang];
  const { score } = standing;
  const named = (names: readonly string[]): string => names.map(words.quote).join(words.list);
  if (standing.out !== undefined || score === undefined) {
    return name === words.total ? words.noTotal : words.allOut[standing.out ?? "redistribute"];
  }
  const parts = [
    ...group.children.map((child) => ({ name: child.name, standing: standings.get(child) })),
    ...extras.map((extra) => ({
      name: extra.name,
      standing: { score: extra.score } as Pick<Standing, "score" | "undecided">,
    })),
  ];
  if (score.state === "error") {
    const wrong = parts.filter((part) => part.standing?.score?.state === "error").map((part) => part.name);
    const why =
      wrong.length === 0
        ? words.fault(faultReason(score.fault, print.scope, group)[lang])
        : words.failed(named(wrong));
    return `${name} ${why}`;
  }
  if (score.state === "missing" || standing.undecided === true) {
    const open = parts
      .filter((part) => part.standing?.undecided === true || part.standing?.score?.state === "missing")
      .map((part) => part.name);
    const why = [
      ...(open.length > 0 ? [words.open(named(open))] : []),
      ...(tale.missing.length > 0 ? [words.lacks(inRow(tale.missing)[lang])] : []),
    ];
    const waits = why.length > 0 ? words.pending(why.join(words.comma)) : words.pendingWeight;
    return [`${name} ${waits}`, between(score, telling)].join(words.semicolon);
  }

  const scores = group.children.flatMap((child) => {
    const of = standings.get(child);
    return of?.score?.state === "value" && of.out === undefined
      ? [{ child, value: of.score.value, over: rateOver(of), undecided: of.undecided }]
      : [];
  });
  const clauses: string[] = [];
  const turn = (text: string, result: Figure, exact?: Figure): void => {
    if (result.state !== "value") return;
    const note = exact?.state === "value" ? roundingNote(exact.value, result.value, telling) : "";
    clauses.push(`${text}${words.points(fixed(result.value, places))}${note}`);
  };
  const told = standing.turns ?? [];
  // Equal whatever is missing: the parts or the weight may still be open, so that there is no sum to show.
  const shownParts =
    told.length > 0 && scores.length > 0 && scores.every(({ undecided }) => undecided !== true);
  if (!shownParts) return `${name} = ${words.points(fixed(score.value, places))}`;
  for (const step of told) {
    switch (step.kind) {
      case "sum":
        turn(
          scores.length === 1
            ? `${name} = `
            : `${name} = ${scores.map(({ value }) => fixed(value, places)).join(" + ")} = `,
          step.result,
        );
        break;
      case "mean": {
        const shares = scores.map(({ child, value, over }) => {
          const share =
            group.combine.kind === "weighted"
              ? group.combine.shares[group.children.indexOf(child)]
              : undefined;
          const rate = `${fixed(value, places)} ÷ ${exactText(over)}`;
          return share === undefined
            ? rate
            : `${rate} × ${showFigure(share, { kind: "ratio", sense: "ratio" }, lang)}`;
        });
        const whole = equals(step.shares, ONE) ? "" : ` ÷ ${exactText(step.shares)}`;
        turn(
          `${name} = (${shares.join(" + ")})${whole} × ${words.points(exactText(standing.weight))} = `,
          step.result,
          step.exact,
        );
        break;
      }
      case "rescale": {
        const before = step.before.state === "value" ? fixed(step.before.value, places) : "";
        clauses.push(words.rescaled(words.points(exactText(step.applicable))));
        turn(
          `${words.rescaleName} = ${before} ÷ ${exactText(step.applicable)} × ${words.points(exactText(standing.weight))} = `,
          step.result,
          step.exact,
        );
        break;
      }
      case "extras": {
        const added = extras.flatMap(({ name: of, score: by }) =>
          by.state === "value" && by.value.n !== 0n
            ? [`${words.quote(of)} ${by.value.n < 0n ? "" : "+"}${fixed(by.value, places)}`]
            : [],
        );
        turn(`${added.join(words.list)}${words.comma}${words.extras} `, step.result);
        break;
      }
      case "cap":
        clauses.push(
          `${words.capped(print.shown(step.cap.of))}${step.cap.when === undefined ? "" : words.paren(print.numbers(step.cap.when))}`,
        );
        break;
      case "veto":
        turn(`${words.veto(print.numbers(step.veto.when))}${words.comma}${words.get} `, step.result);
        break;
      case "floor":
        clauses.push(words.floor);
        break;
    }
  }
  const leftOut = group.children
    .filter((child) => standings.get(child)?.out !== undefined)
    .map((child) => child.name);
  if (leftOut.length > 0) clauses.splice(1, 0, words.leftOut(named(leftOut)));
  return clauses.join(words.semicolon);
}

export const TOTAL: Names = { zh: WORDS.zh.total, en: WORDS.en.total };
