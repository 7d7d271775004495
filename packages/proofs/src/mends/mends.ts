/** Fixes of what the proofs find, as edits of the text. None is made unasked: each changes what is scored, or may. */
import {
  quoted,
  partsOf,
  printExpr,
  showFigure,
  type ClauseNode,
  type Expr,
  type Fix,
  type Grade,
  type IndicatorNode,
  type Leaf,
  type Names,
  type PhraseNode,
  type PropertyNode,
  type Range,
  type RowNode,
  type SyntaxNode,
  type TextEdit,
} from "@heng/lang";
import { compare, divide, fraction, multiply, ZERO, type Fraction } from "@heng/number";
import { RuleTexts } from "./rule-texts.ts";

const LITERALS = {
  notApplicable: { zh: "不适用 当", en: "notApplicable when" },
  veto: { zh: "否决 当", en: "veto when" },
  and: { zh: "且", en: "and" },
  none: { zh: "得 0分", en: "gets 0分" },
  as: { zh: "按", en: "as" },
  full: { zh: "满分", en: "fullMarks" },
  redistribute: { zh: "剔除", en: "redistribute" },
  most: { zh: "最大", en: "max" },
  least: { zh: "最小", en: "min" },
  points: { zh: "分值", en: "points" },
  rest: { zh: "其他 得 0分", en: "otherwise gets 0分" },
} as const satisfies Record<string, Names>;

/** What is 0 or less where something is divided by it. */
export interface Nothing {
  readonly divisor: Expr;
  /** Where it stands as a divisor. */
  readonly written: Range | undefined;
  /** `除数是 0`, `旧值是 0` */
  readonly words: Names;
  /** What is divided, in words that fit every use of a 方法: `被除数`. */
  readonly over: Names;
  /** What is divided, where what is left of it is an expense without a budget. `isSpent`: it surely is above 0 then. */
  readonly dividend: { readonly of: Expr; readonly isSpent: boolean } | undefined;
  /** Others stand beside the indicator, to take over its points. */
  readonly hasSiblings: boolean;
}

interface Bound {
  readonly at: Range;
  readonly text: string;
  readonly open: boolean;
}

/** An interval as it is written. */
interface Interval {
  readonly text: string;
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly bracket: Readonly<Record<"low" | "high", Range>>;
}

export class Mends {
  readonly #texts: RuleTexts;

  /** `texts`: of the rule files, by name; without them there are no fixes. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = new RuleTexts(texts);
  }

  // ---- what is of no use is taken out -----------------------------------------------------------------------------

  /** A row of several. */
  withoutRow(range: Range): readonly Fix[] {
    const path = this.#texts.nodesAt(range);
    const row = path.at(-1);
    const phrase = path.at(-2);
    const whole = path.findLast((node) => node.kind === "row" && covers(range, node));
    const owner = whole === row ? phrase : path[path.indexOf(whole as SyntaxNode) - 1];
    if (whole?.kind !== "row" || owner?.kind !== "phrase" || (owner.rows?.length ?? 0) < 2) return [];
    return [fix("删去这一行", "take this row out", [this.#texts.without(range)])];
  }

  /** A row before one that takes all that would come to it. */
  movedBefore(row: Range, before: Range): readonly Fix[] {
    const [path, other] = [this.#texts.nodesAt(row), this.#texts.nodesAt(before)];
    const isRow = (range: Range, nodes: readonly SyntaxNode[]): boolean =>
      nodes.some((node) => node.kind === "row" && covers(range, node));
    const edits = isRow(row, path) && isRow(before, other) ? this.#texts.movedBefore(row, before) : undefined;
    if (!edits) return [];
    return [fix("移到包含它的那一行前面", "put it before the row that takes it all", edits)];
  }

  /** A statement: 不适用, 否决, 须说明, 封顶, 核对. */
  withoutStatement(range: Range): readonly Fix[] {
    const found = this.#texts
      .nodesAt(range)
      .findLast((node) => node.kind === "crossCheck" || (node.kind === "property" && covers(range, node)));
    if (!found) return [];
    return [fix("删去这一句", "take this statement out", [this.#texts.without(this.#rangeOf(found, range))])];
  }

  /** A clause of a row or standard: `最多扣 6分`. */
  withoutClause(range: Range): readonly Fix[] {
    const text = this.#texts.slice(range);
    const clause = this.#texts.nodesAt(range).some((node) => node.kind === "clause" && covers(range, node));
    if (!clause || text === undefined) return [];
    return [fix(`删去“${text}”`, `take out “${text}”`, [this.#texts.without(range)])];
  }

  /** What waits for a condition that never holds: the row of `当 …`, or the clause. */
  withoutCondition(range: Range): readonly Fix[] {
    const path = this.#texts.nodesAt(range);
    const at = path.findLastIndex((node) => node.kind === "clause");
    const clause = path[at] as ClauseNode | undefined;
    const row = path[at - 1];
    // One of several conditions: what it is without it nobody can say.
    if (!clause?.argument || !covers(range, clause.argument) || row?.kind !== "row") return [];
    if (clause.key === "when") return this.withoutRow(this.#rangeOf(row, range));
    return clause.key === "exempt" ? this.withoutClause(this.#rangeOf(clause, range)) : [];
  }

  // ---- what is left out is put in -----------------------------------------------------------------------------------

  /** How a divisor that is 0 is treated: what is spent all the same gets nothing, or full marks, or no part of the sum. */
  treatsNothing(leaf: Leaf, nothing: Nothing): readonly Fix[] {
    const indicator = this.#indicator(leaf);
    if (!indicator || leaf.sense !== "indicator") return [];
    const lang = langOf(indicator);
    const { divisor, written } = nothing;
    const text = written
      ? this.#divisorText(divisor, written, lang)
      : isPlain(divisor)
        ? printExpr(divisor, { lang })
        : undefined;
    if (text === undefined) return [];
    const isNothing = (what: string, { type }: Expr): string => `${what} = ${showFigure(ZERO, type, lang)}`;
    const condition = isNothing(text, divisor);
    const treated = (when: string, as: "full" | "redistribute"): string =>
      `${LITERALS.notApplicable[lang]} ${when} ${LITERALS.as[lang]} ${LITERALS[as][lang]}`;
    const properties = indicator.body.filter((node): node is PropertyNode => node.kind === "property");
    const last = (id: string) => properties.findLast(({ phrase }) => phrase.id === id);
    const anchor = last("notApplicable") ?? last("value");
    const standard = last("standard");
    const put = (title: Names, ...lines: readonly string[]): readonly Fix[] => {
      const edit = anchor
        ? this.#texts.behind(this.#rangeOf(anchor, leaf.origin), ...lines)
        : standard && this.#texts.before(this.#rangeOf(standard, leaf.origin), ...lines);
      return edit ? [fix(title.zh, title.en, [edit])] : [];
    };
    const { zh: is, en: isEn } = nothing.words;
    const spent = ((): readonly Fix[] => {
      if (!nothing.dividend) return [];
      const vetoed = `${LITERALS.veto[lang]} ${condition} ${LITERALS.none[lang]}`;
      if (nothing.dividend.isSpent)
        return put({ zh: `写明${is} 的得 0分`, en: `give 0分 where ${isEn}` }, vetoed);
      const over = isPlain(nothing.dividend.of) ? printExpr(nothing.dividend.of, { lang }) : undefined;
      if (over === undefined) return [];
      const both = `${condition} ${LITERALS.and[lang]} ${isNothing(over, nothing.dividend.of)}`;
      const title = {
        zh: `写明${is} 的：${nothing.over.zh}也是 0 按满分，不是 0 得 0分`,
        en: `where ${isEn}: full marks if ${nothing.over.en} is 0 too, else 0分`,
      };
      return put(title, treated(both, "full"), vetoed);
    })();
    return [
      ...spent,
      ...put({ zh: `写明${is} 的按满分`, en: `give full marks where ${isEn}` }, treated(condition, "full")),
      ...(nothing.hasSiblings
        ? put(
            { zh: `写明${is} 的剔除`, en: `leave it out where ${isEn}` },
            treated(condition, "redistribute"),
          )
        : []),
    ];
  }

  /** A divisor as it can be written in an indicator: as it stands, or of a 方法 or function with what is put in. */
  #divisorText(divisor: Expr, origin: Range, lang: "zh" | "en"): string | undefined {
    const path = this.#texts.nodesAt(origin);
    const parameters = path.some(
      (node) =>
        (node.kind === "standardDefinition" || node.kind === "define") && (node.parameters ?? []).length > 0,
    );
    if (!parameters) {
      const paren = path.findLast((node) => node.kind === "paren" && covers(origin, node));
      const of = paren?.kind === "paren" ? this.#rangeOf(paren.of, origin) : origin;
      return path.length > 1 ? this.#texts.slice(of) : undefined;
    }
    return isPlain(divisor) ? printExpr(divisor, { lang }) : undefined;
  }

  /** The last row, for whatever no row takes. */
  withRest(row: Range): readonly Fix[] {
    const path = this.#texts.nodesAt(row);
    if (!path.some((node) => node.kind === "row" && covers(row, node))) return [];
    const indicator = path.find((node) => node.kind === "indicator" || node.kind === "extra");
    const lang = indicator ? langOf(indicator as IndicatorNode) : "zh";
    const edit = this.#texts.behind(row, LITERALS.rest[lang]);
    return [fix("在最后补上 其他 得 0分", "end with otherwise gets 0分", [edit])];
  }

  /** The bound itself, which a comparison leaves out. */
  withBound(comparison: Range): readonly Fix[] {
    const text = this.#texts.slice(comparison) ?? "";
    const signs = Array.from(text.matchAll(/[<>＜＞]/g));
    const [sign] = signs;
    if (!sign || signs.length > 1 || /[<>＜＞]\s*[=＝]/.test(text)) return [];
    const start = comparison.start + sign.index;
    const to = sign[0] === "<" || sign[0] === "＜" ? "<=" : ">=";
    const edit = { file: comparison.file, start, end: start + 1, text: to };
    return [fix(`改为 ${to}，把界限含进来`, `write ${to}, so that the bound is in it`, [edit])];
  }

  /** The bound itself, which the interval of a row leaves out. */
  takesBound(row: Range, end: "low" | "high"): readonly Fix[] {
    const of = this.#interval(row);
    if (!of) return [];
    const { text, bracket } = of;
    const zh = `“${text}”含${end === "high" ? "上" : "下"}面的界限`;
    const en = `let “${text}” take in its ${end === "high" ? "upper" : "lower"} bound`;
    return [fix(zh, en, [{ ...bracket[end], text: end === "high" ? "]" : "[" }])];
  }

  /** The interval of a row is made to meet that of another. */
  meets(row: Range, end: "low" | "high", beside: Range): readonly Fix[] {
    const [of, other] = [this.#interval(row), this.#interval(beside)];
    const from = other?.[end === "high" ? "low" : "high"];
    const to = of?.[end];
    if (!of || !from || !to) return [];
    const takes = end === "high" ? from.open : !from.open;
    const sign = end === "high" ? (takes ? "]" : ")") : takes ? "(" : "[";
    const edits = [
      { ...to.at, text: from.text },
      { ...of.bracket[end], text: sign },
    ];
    return [fix(`“${of.text}”改到 ${from.text}`, `let “${of.text}” reach to ${from.text}`, edits)];
  }

  /** The interval that a row is written with. */
  #interval(row: Range): Interval | undefined {
    const of = this.#texts.nodesAt(row).findLast((node) => node.kind === "row" && covers(row, node));
    const head = of?.kind === "row" ? of.head : undefined;
    if (head?.kind !== "range") return undefined;
    const { file } = row;
    const bound = (part: SyntaxNode | undefined, open: boolean): Bound | undefined => {
      const at = part && { file, start: part.start, end: part.end };
      const text = at && this.#texts.slice(at);
      return at && text !== undefined ? { at, text, open } : undefined;
    };
    return {
      text: this.#texts.slice({ file, start: head.start, end: head.end }) ?? "",
      low: bound(head.low, head.lowOpen),
      high: bound(head.high, head.highOpen),
      bracket: {
        low: { file, start: head.start, end: head.start + 1 },
        high: { file, start: head.end - 1, end: head.end },
      },
    };
  }

  // ---- what is given is changed -----------------------------------------------------------------------------------

  /** The formula held at the end that it leaves. */
  within(leaf: Leaf, by: "below" | "above"): readonly Fix[] {
    const indicator = this.#indicator(leaf);
    const formula = indicator && standardOf(indicator);
    const of = formula?.id === "expression" ? formula.head : undefined;
    if (!indicator || !of) return [];
    const lang = langOf(indicator);
    const { file } = leaf.origin;
    const word = by === "below" ? LITERALS.most[lang] : LITERALS.least[lang];
    const end = by === "below" ? "0分" : LITERALS.points[lang];
    const title = `${word}(${end}, …)`;
    const edits = [
      { file, start: of.start, end: of.start, text: `${word}(${end}, ` },
      { file, start: of.end, end: of.end, text: ")" },
    ];
    return [fix(`算式外面套上 ${title}`, `hold the formula by ${title}`, edits)];
  }

  /** Full marks for what gives most. */
  fullMarks(leaf: Leaf, most: Fraction): readonly Fix[] {
    const indicator = this.#indicator(leaf);
    const phrase = indicator && standardOf(indicator);
    if (!indicator || (phrase?.id !== "bands" && phrase?.id !== "interpolate")) return [];
    const results = (phrase.rows ?? []).flatMap((row) => resultOf(row, leaf.points));
    const best = results.filter(({ value }) => compare(value, most) === 0);
    const [first] = best;
    if (!first || best.length > 1 || results.some(({ value }) => compare(value, most) > 0)) return [];
    const edit = { file: leaf.origin.file, ...first.at, text: LITERALS.full[langOf(indicator)] };
    return [fix("最好的一档 得 满分", "let the best one get full marks", [edit])];
  }

  /** The bound of a grade where a total can be. */
  gradeBound({ origin }: Grade, bound: Fraction): readonly Fix[] {
    const row = origin && this.#texts.nodesAt(origin).find((node) => node.kind === "gradeRow");
    const right = row?.kind === "gradeRow" ? row.comparison?.right : undefined;
    if (!origin || !right) return [];
    const text = showFigure(bound, { kind: "points" }, "zh");
    const edit = { file: origin.file, start: right.start, end: right.end, text };
    return [fix(`改为 ${text}`, `write ${text}`, [edit])];
  }

  // ---- where it stands --------------------------------------------------------------------------------------------

  #indicator({ origin }: Leaf): IndicatorNode | undefined {
    const found = this.#texts
      .nodesAt(origin)
      .findLast((node) => node.kind === "indicator" || node.kind === "extra");
    if (!found || (found.kind !== "indicator" && found.kind !== "extra")) return undefined;
    return found as IndicatorNode;
  }

  #rangeOf({ start, end }: { readonly start: number; readonly end: number }, { file }: Range): Range {
    return { file, start, end };
  }
}

function fix(zh: string, en: string, edits: readonly TextEdit[]): Fix {
  return { title: { zh, en }, safe: false, edits };
}

function covers(range: Range, node: { readonly start: number; readonly end: number }): boolean {
  return node.start === range.start && node.end === range.end;
}

/** Rules are written in the language of their words. */
function langOf({ keyword }: IndicatorNode): "zh" | "en" {
  return /^[\x20-\x7e]+$/.test(keyword.text) ? "en" : "zh";
}

/** The method of an indicator, as it is written there. */
function standardOf({ body }: IndicatorNode): PhraseNode | undefined {
  for (const node of body) {
    if (node.kind !== "property" || node.phrase.id !== "standard") continue;
    const { head } = node.phrase;
    return head?.kind === "phrase" ? head : undefined;
  }
  return undefined;
}

/** What a row gives, where that is a figure. */
function resultOf(
  { clauses }: RowNode,
  points: Fraction,
): readonly { readonly value: Fraction; readonly at: { readonly start: number; readonly end: number } }[] {
  const gets = clauses.find(({ key }) => key === "gets");
  const of = gets?.argument;
  if (of?.kind !== "quantity" || clauses.some(({ key }) => key === "to")) return [];
  const [whole = "0", part = ""] = of.number.split(".");
  const figure = divide(fraction(BigInt(whole + part)), fraction(10n ** BigInt(part.length)));
  const at = { start: of.start, end: of.end };
  if (of.unit === "分") return [{ value: figure, at }];
  return of.unit === "%" ? [{ value: multiply(divide(figure, fraction(100n)), points), at }] : [];
}

/** Whether an expression reads as it is printed: of names that are written as they are, and nothing that has a name only in one place. */
function isPlain(e: Expr): boolean {
  if (e.node === "step" || e.node === "cases" || e.node === "aggregate") return false;
  if (e.node === "input") return quoted(e.field) === e.field;
  if (e.node === "use") return !e.definition.includes("#") && quoted(e.name.zh) === e.name.zh;
  return partsOf(e).every(isPlain);
}
