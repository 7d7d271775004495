/** The sentence of a leaf: how it came to its score (docs/reference/semantics.md, section 7). */
import { compare, equals, exactText, isZero, negate, subtract, type Fraction } from "@heng/number";
import { cutDecimal, inRow, type Expr, type Group, type Leaf } from "@heng/lang";
import { figureOf } from "../work/evaluate.ts";
import { faultReason } from "./findings.ts";
import type { LeafOutcome, Out } from "../work/leaf.ts";
import { formulaOf, saysOf, takenExpr } from "./print.ts";
import { rowClauses } from "./rows-told.ts";
import { between, roundingNote, show, showScore, WORDS, type Telling } from "./sentence-words.ts";
import type { Standing } from "../work/tree.ts";

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
  /** The group it stands in. */
  readonly above: { readonly group: Group; readonly standing: Standing } | undefined;
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
    const isOut = as === "redistribute" || as === "rescale";
    const of = isOut ? leftOutOf(tale, as) : undefined;
    const way = of === undefined ? words.notApplicable[as] : words.leftOutOf[of];
    const told = words.notApplicableAs(print.numbers(when), way);
    return tale.rounding === undefined || isOut ? told : `${told}${words.comma}${got(tale, telling)}`;
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

/** What a leaf is left out of, where its weight goes neither to its siblings nor further up (§5.3, §5.5, §5.7). */
function leftOutOf({ leaf, above }: LeafTale, as: Out): keyof (typeof WORDS)["zh"]["leftOutOf"] | undefined {
  if (leaf.sense !== "indicator") return leaf.sense;
  if (above === undefined) return undefined;
  if (above.standing.out !== undefined) return as === "redistribute" ? "group" : undefined;
  const { kind } = above.group.combine;
  return kind === "sum" ? undefined : kind;
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
