import { boundMeant, nameReached, figureAlone } from "./targets.ts";
import { excerpt } from "./findings.ts";
import { Grammar } from "./grammar.ts";
import { keywordOf, KEYWORDS } from "../keywords.ts";
import { SIGN_SUFFIXES, SIGN_WORDS, SIGNS } from "./known-words.ts";
import { DateLiteral, Mark, NumberLiteral, QuotedName, Text, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import { NO_TOKEN } from "./token-stream.ts";
import type {
  CallArgument,
  CallNode,
  ComparisonNode,
  ComparisonSign,
  DateNode,
  ExprNode,
  IfNode,
  LogicNode,
  MembershipNode,
  MissingNode,
  NameNode,
  NotNode,
  ParenNode,
  ProductNode,
  QuantityNode,
  RangeNode,
  ReferenceNode,
  SumNode,
  TextNode,
  Token,
} from "./tree.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { H1009 } from "./H1009-unknown-word/index.ts";
import { H1011 } from "./H1011-chinese-number/index.ts";

const AN_EXPRESSION: Names = { zh: "数、数据或算式", en: "a number, a field or an expression" };
const A_CONDITION: Names = { zh: "条件", en: "a condition" };
const A_SIGN: Names = { zh: ">=、<=、= 或 在 [a, b]", en: ">=, <=, = or in [a, b]" };
const A_RANGE: Names = { zh: "区间，如 [60%, 80%)", en: "a range such as [60%, 80%)" };
const A_NAME: Names = { zh: "名称", en: "a name" };
const A_TEXT: Names = { zh: '引号中的文字，如 "…"', en: 'a text in quotes, such as "…"' };

/** Words that say what a sign before them has said. */
const SAID_TWICE: ReadonlySet<string> = new Set(["达到", "达", "应达到", "须达到", "要达到"]);
/** `60%~90%`, `60分至90分` */
const BETWEEN =
  /^([\d.]+)\s*([^\d\s.~～\-－—–至到()（）,，]*)\s*[~～\-－—–至到]+\s*([\d.]+)\s*([^\d\s()（）,，]*)$/;
/** `90%及以上` */
const AND_BEYOND = /^([\d.]+[^\d\s]*?)\s*[（(]?[及含或]*[）)]?以([上下内])$/;

/** Words that people join conditions with, and the one that is meant. */
const JOINS: ReadonlyMap<string, "and" | "or"> = new Map([
  ...["并且", "而且", "同时", "以及", "并", "和", "与"].map((word) => [word, "and"] as const),
  ...["或者", "或是"].map((word) => [word, "or"] as const),
]);
const OF_A_CONDITION: { ARGS: [Names] } = { ARGS: [A_CONDITION] };
const NO_MARKS: readonly number[] = [];

const WHEN_WORDS = new Set(["当", "when"]);
/** Words of expressions themselves: never an operand, a name or a unit. */
const OPERATOR_WORDS = new Set(["and", "or", "not", "if", "then", "else", "in"]);
const isOperatorWord = (word: string): boolean => OPERATOR_WORDS.has(keywordOf(word) ?? "");

/**
 * Sums, conditions, ranges and names. Sums, products and logic are flat; one level of brackets costs four rules on
 * the stack.
 */
export abstract class Expressions extends Grammar {
  // ---- conditions ------------------------------------------------------------------------------------------

  readonly condition = this.RULE("condition", (): ExprNode => {
    const start = this.mark();
    const first = this.#conjunction(1);
    if (!this.RECORDING_PHASE && !this.#joined("or")) return first;
    const alternatives = [first];
    this.MANY({
      GATE: () => this.#joined("or"),
      DEF: () => {
        this.ACTION(() => this.#sayJoin("or"));
        this.keep(this.CONSUME(Word));
        alternatives.push(this.#conjunction(2));
      },
    });
    return this.#logic(start, "or", alternatives);
  });

  /** `a 且 b`. The occurrences 2 × index and 2 × index + 1 of the calling rule are used up here. */
  #conjunction(index: number): ExprNode {
    const start = this.mark();
    const first = this.subrule(2 * index, this.comparison);
    if (!this.RECORDING_PHASE && !this.#joined("and")) return first;
    const parts = [first];
    this.many(2 * index, {
      GATE: () => this.#joined("and"),
      DEF: () => {
        this.ACTION(() => this.#sayJoin("and"));
        this.keep(this.consume(2 * index, Word));
        parts.push(this.subrule(2 * index + 1, this.comparison));
      },
    });
    return this.#logic(start, "and", parts);
  }

  /** Another condition follows, joined by the keyword or by a word people use for it. */
  #joined(connective: "and" | "or"): boolean {
    if (this.atWord(connective)) return true;
    const { kind, value } = this.peek();
    return (
      kind === "word" &&
      JOINS.get(value) === connective &&
      !this.ends() &&
      !this.ends(2) &&
      !this.isReserved(value) &&
      !this.isDeclared(value)
    );
  }

  #sayJoin(connective: "and" | "or"): void {
    if (this.atWord(connective)) return;
    const token = this.peek();
    const meant = KEYWORDS[connective].zh;
    const data = { kind: "connective", word: token.text, meant } as const;
    this.report(H1009, data, token, [this.replacement(token, meant)]);
  }

  #logic(start: number, connective: "and" | "or", parts: readonly ExprNode[]): ExprNode {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    return this.node<LogicNode>(start, { kind: "logic", connective, parts });
  }

  readonly #leftSide = (): ExprNode => this.SUBRULE(this.sum, OF_A_CONDITION);

  /** `非 … a <= b`; without `a` the comparison is of 量 or 值. */
  readonly comparison = this.RULE("comparison", (): ExprNode => {
    const nots = this.RECORDING_PHASE || this.atWord("not") ? this.#nots() : NO_MARKS;
    const start = this.mark();
    this.#left = this.RECORDING_PHASE || !this.startsComparison() ? this.OPTION(this.#leftSide) : undefined;
    this.#leftStart = start;
    let found = this.SUBRULE(this.relation);
    if (nots.length === 0) return found;
    for (const mark of nots.toReversed()) found = this.node<NotNode>(mark, { kind: "not", of: found });
    this.shallower(nots.length);
    return found;
  });

  /** Where each 非 stands. */
  #nots(): readonly number[] {
    const nots: number[] = [];
    this.MANY({
      GATE: () => this.atWord("not") && this.deeper(),
      DEF: () => {
        nots.push(this.mark());
        this.keep(this.CONSUME(Word));
      },
    });
    return nots;
  }

  /** A target: a sign and a sum, or 在 and a range; never anything on the left. */
  readonly bareComparison = this.RULE("bareComparison", (what: Names = A_SIGN): ExprNode => {
    this.#bareWhat = what;
    this.#left = undefined;
    this.#leftStart = this.mark();
    return this.OR(this.#bareKinds);
  });

  #bareWhat: Names = A_SIGN;
  readonly #bareKinds = [
    {
      GATE: () => {
        const reached = this.#reached();
        if (reached === undefined && this.startsComparison()) return true;
        const interval = this.#bareWhat !== A_SIGN;
        const goes = !interval && this.peek().kind === "number" ? "before" : undefined;
        if (reached === undefined) this.expected(this.#bareWhat, this.#signFixes(interval), goes);
        else this.expected(reached.meant, [reached.fix], "instead");
        return false;
      },
      ALT: (): ExprNode => this.SUBRULE(this.relation),
    },
    {
      ALT: (): ExprNode => {
        const found = this.SUBRULE(this.sum);
        this.ACTION(() => this.excuse());
        return found;
      },
    },
  ];

  /** `达到95%`, `达到 计划数`; with a sign that says the same once more. */
  #reached(): { readonly meant: Names; readonly fix: Fix } | undefined {
    const { kind, start } = this.peek();
    const doubled =
      kind === "symbol" && SAID_TWICE.has(this.peek(2).value) && !this.isDeclared(this.peek(2).value);
    if (kind === "word" ? this.startsComparison() : !doubled) return undefined;
    const { text, end } = this.rest();
    const name = nameReached(text);
    const meant =
      boundMeant(text) ?? (name !== undefined && this.isDeclared(name) ? `>= ${name}` : undefined);
    if (meant === undefined) return undefined;
    const fix = this.fix({ zh: `改为 ${meant}`, en: `write ${meant}` }, false, start, end, meant);
    return { meant: { zh: meant, en: meant }, fix };
  }

  /** A number without its sign: which one was meant, or the interval of `60%~90%`. */
  #signFixes(interval: boolean): readonly Fix[] | undefined {
    const { start } = this.peek();
    const { text: whole, end } = this.rest();
    const figure = figureAlone(whole);
    if (this.peek().kind !== "number" && figure === undefined) return undefined;
    const text = (figure ?? whole).replace(/\s%$/, "%");
    const put = (mended: string): Fix =>
      this.fix({ zh: `改为 ${mended}`, en: `write ${mended}` }, false, start, end, mended);
    const [, low, unit = "", high, last = ""] = BETWEEN.exec(text) ?? [];
    if (low !== undefined) {
      if (!interval) return undefined;
      // The bound above belongs to the band above, of which there is none over 100%.
      const open = `[${low}${unit || last}, ${high ?? ""}${last || unit}`;
      const brackets = open.endsWith(" 100%") ? ["]", ")"] : [")", "]"];
      return brackets.map((bracket) => put(`${open}${bracket}`));
    }
    const [, most, upwards] = AND_BEYOND.exec(text) ?? [];
    if (most !== undefined) return [put(`${upwards === "上" ? ">=" : "<="} ${most}`)];
    return /^[\d.,]+[^\d\s]*$/.test(text) ? [put(`>= ${text}`), put(`<= ${text}`)] : undefined;
  }

  // What stands before the sign, for the alternatives below.
  #left: ExprNode | undefined;
  #leftStart = 0;
  #sign: ComparisonSign | undefined;
  readonly #signKinds = [
    {
      GATE: () => this.peek().kind === "symbol",
      ALT: () => {
        this.keep(this.CONSUME(Mark));
      },
    },
    {
      ALT: () => {
        this.keep(this.CONSUME(Word));
      },
    },
  ];
  readonly #relationKinds = [
    {
      GATE: () => (this.#sign = this.#signAhead()) !== undefined,
      ALT: (): ExprNode => {
        const left = this.#left;
        const start = this.#leftStart;
        const sign = this.#sign ?? "=";
        this.OR1(this.#signKinds);
        const right = this.SUBRULE1(this.sum);
        return this.node<ComparisonNode>(start, { kind: "comparison", left, sign, right });
      },
    },
    {
      GATE: () => (this.#sign = this.#suffixAhead()) !== undefined,
      ALT: (): ExprNode => {
        const left = this.#left;
        const start = this.#leftStart;
        const sign = this.#sign ?? "=";
        const right = this.SUBRULE(this.quantity);
        this.keep(this.CONSUME1(Word));
        return this.node<ComparisonNode>(start, { kind: "comparison", left, sign, right });
      },
    },
    {
      GATE: () => this.atWord("in"),
      ALT: (): ExprNode => {
        const left = this.#left;
        const start = this.#leftStart;
        this.keep(this.CONSUME2(Word));
        const range = this.SUBRULE(this.range);
        return this.node<MembershipNode>(start, { kind: "membership", left, range });
      },
    },
    { ALT: (): ExprNode => this.#left ?? this.missing(A_CONDITION) },
  ];

  /** What follows the left side, if anything does. */
  readonly relation = this.RULE("relation", (): ExprNode => this.OR(this.#relationKinds));

  protected startsComparison(): boolean {
    return this.#signAhead() !== undefined || this.#suffixAhead() !== undefined || this.atWord("in");
  }

  /** The sign written next, as a symbol or in words. */
  #signAhead(): ComparisonSign | undefined {
    if (this.ends()) return undefined;
    const { kind, value } = this.peek();
    if (kind === "symbol") return SIGNS.has(value) ? (value as ComparisonSign) : undefined;
    return kind === "word" && !this.isReserved(value) ? SIGN_WORDS.get(value) : undefined;
  }

  /** The sign of `95%以上`: it stands after a number and its unit. */
  #suffixAhead(): ComparisonSign | undefined {
    if (this.peek().kind !== "number" || this.ends()) return undefined;
    const next = this.peek(2);
    const unit =
      ratioUnit(this.peek()) === undefined && (this.at("%", 2) || this.at("‰", 2) || this.#canMeasure(next));
    const ahead = unit ? 3 : 2;
    const { kind, value } = this.peek(ahead);
    return kind === "word" && !this.ends(2) && !this.ends(ahead) ? SIGN_SUFFIXES.get(value) : undefined;
  }

  /** `[a, b)`; a side left empty is unbounded. */
  readonly range = this.RULE("range", (): RangeNode => {
    const start = this.mark();
    let low: ExprNode | undefined;
    let high: ExprNode | undefined;
    let openText = "";
    let closeText = "";
    this.OR([
      {
        GATE: () => (this.at("[") || this.at("(")) && this.deeper(),
        ALT: () => {
          const { open, close } = this.bracketed(() => {
            low = this.OPTION1({
              GATE: () => !this.at(","),
              DEF: () => this.SUBRULE1(this.sum),
            });
            this.OPTION2({
              GATE: () => {
                if (this.at(",")) return true;
                this.expected({ zh: "逗号和另一端", en: "a comma and the other end" });
                return false;
              },
              DEF: () => {
                this.keep(this.CONSUME(Mark));
                high = this.OPTION3({
                  GATE: () => !this.at("]") && !this.at(")"),
                  DEF: () => this.SUBRULE2(this.sum),
                });
              },
            });
          }, ["]", ")"]);
          openText = open.value;
          closeText = close?.value ?? "]";
          this.shallower();
        },
      },
      {
        ALT: () => {
          this.missing(A_RANGE);
        },
      },
    ]);
    return this.node<RangeNode>(start, {
      kind: "range",
      low,
      lowOpen: openText === "(",
      high,
      highOpen: closeText === ")",
    });
  });

  /** A range stands here: `[`, or a `(` whose partner is `]` or that holds a comma. */
  protected startsRange(): boolean {
    if (this.at("[")) return true;
    if (!this.at("(")) return false;
    let open = 0;
    for (let ahead = 1; ; ahead++) {
      const { kind, value } = this.peek(ahead);
      if (this.blockEnds(ahead) || (ahead > 1 && this.ends(ahead))) return false;
      if (kind !== "symbol") continue;
      if (value === "(" || value === "[") open++;
      else if (value === "," && open === 1) return true;
      else if (value === ")" || value === "]") {
        open--;
        if (open === 0) return value === "]";
      }
    }
  }

  // ---- sums ------------------------------------------------------------------------------------------------

  readonly sum = this.RULE("sum", (what: Names = AN_EXPRESSION): ExprNode => {
    const start = this.mark();
    const negative = (this.RECORDING_PHASE || this.#atSign()) && this.OPTION(this.#sumSign) === "-";
    const first = this.#product(1, what);
    if (!this.RECORDING_PHASE && !negative && !this.#atSign()) return first;
    return this.#sumOf(start, { negative, of: first }, what);
  });

  readonly #sumSign = (): string => this.keep(this.CONSUME1(Mark)).value;

  #sumOf(start: number, first: SumNode["terms"][number], what: Names): ExprNode {
    let terms: SumNode["terms"][number][] | undefined;
    this.MANY({
      GATE: () => this.#atSign() && !this.faulty(),
      DEF: () => {
        const negative = this.keep(this.CONSUME2(Mark)).value === "-";
        const term = { negative, of: this.#product(2, what) };
        // Most sums have two terms.
        if (terms === undefined) terms = [first, term];
        else terms.push(term);
      },
    });
    if (terms === undefined && !first.negative) return first.of;
    return this.node<SumNode>(start, { kind: "sum", terms: terms ?? [first] });
  }

  #atSign(): boolean {
    return this.at("+") || this.at("-");
  }

  /** `a * b / c`. The occurrences 2 × index + 1 and 2 × index + 2 of the calling rule are used up here. */
  #product(index: number, what: Names): ExprNode {
    const start = this.mark();
    const wanted = what === AN_EXPRESSION ? undefined : { ARGS: [what] as [Names] };
    const first = this.subrule(2 * index + 1, this.operand, wanted);
    if (!this.RECORDING_PHASE && !this.at("*") && !this.at("/")) return first;
    return this.#productOf(start, index, first);
  }

  #productOf(start: number, index: number, first: ExprNode): ExprNode {
    let factors: ProductNode["factors"][number][] | undefined;
    this.many(2 * index + 1, {
      GATE: () => this.at("*") || this.at("/"),
      DEF: () => {
        const inverse = this.keep(this.consume(2 * index + 1, Mark)).value === "/";
        const factor = { inverse, of: this.subrule(2 * index + 2, this.operand) };
        // Most products have two factors.
        if (factors === undefined) factors = [{ inverse: false, of: first }, factor];
        else factors.push(factor);
      },
    });
    return factors === undefined ? first : this.node<ProductNode>(start, { kind: "product", factors });
  }

  // What stands here and what is wanted, for the gates below.
  #token!: Token;
  #kind: Token["kind"] = "end";
  #what: Names = AN_EXPRESSION;
  readonly #operandKinds = [
    { GATE: () => this.#kind === "number", ALT: (): ExprNode => this.SUBRULE(this.quantity) },
    {
      GATE: () => this.#kind === "word" && keywordOf(this.#token.value) === "if" && this.deeper(),
      ALT: (): ExprNode => this.SUBRULE(this.choice),
    },
    {
      GATE: () => this.#kind === "name" || (this.#kind === "word" && this.#canName(this.#token)),
      ALT: (): ExprNode => this.SUBRULE(this.reference),
    },
    {
      GATE: () => this.#kind === "symbol" && this.#token.value === "(" && this.deeper(),
      ALT: (): ExprNode => {
        const start = this.mark();
        const { content } = this.bracketed(() => this.SUBRULE(this.condition));
        this.shallower();
        return this.node<ParenNode>(start, { kind: "paren", of: content });
      },
    },
    {
      GATE: () => (this.at("-") || this.at("+")) && this.deeper(),
      ALT: (): ExprNode => {
        const start = this.mark();
        const negative = this.keep(this.CONSUME2(Mark)).value === "-";
        const of = this.SUBRULE(this.operand);
        this.shallower();
        return this.node<SumNode>(start, { kind: "sum", terms: [{ negative, of }] });
      },
    },
    {
      GATE: () => this.#kind === "text",
      ALT: (): ExprNode => this.SUBRULE(this.text),
    },
    {
      GATE: () => this.#kind === "date",
      ALT: (): ExprNode => {
        const start = this.mark();
        const { value } = this.keep(this.CONSUME(DateLiteral));
        return this.node<DateNode>(start, { kind: "date", value });
      },
    },
    { ALT: (): ExprNode => this.missing(this.#what) },
  ];

  readonly operand = this.RULE("operand", (what: Names = AN_EXPRESSION): ExprNode => {
    this.#token = this.peek();
    this.#kind = this.ends() ? "end" : this.#token.kind;
    this.#what = what;
    return this.OR(this.#operandKinds);
  });

  /** A word that may be a name here. */
  #canName(token: Token): boolean {
    return !this.isReserved(token.value) && !isOperatorWord(token.value);
  }

  /** `3359.45万元`, `60%`, `1个百分点`. */
  readonly quantity = this.RULE("quantity", (): QuantityNode => {
    const start = this.mark();
    const number = this.keep(this.CONSUME(NumberLiteral));
    this.#number = number;
    const unit = this.OR(this.#unitKinds);
    return this.node<QuantityNode>(start, { kind: "quantity", number: number.value, unit });
  });

  // The number before the unit, for the alternatives below.
  #number: Token = NO_TOKEN;
  readonly #unitKinds = [
    {
      GATE: () => ratioUnit(this.#number) !== undefined,
      ALT: (): string | undefined => ratioUnit(this.#number),
    },
    {
      GATE: () => this.at("%") || this.at("‰"),
      ALT: (): string | undefined => this.keep(this.CONSUME(Mark)).value,
    },
    {
      GATE: () => !this.ends() && this.#canMeasure(this.peek()),
      ALT: (): string | undefined => {
        const number = this.#number;
        const unit = this.#mendedUnit(number, this.keep(this.CONSUME(Word)));
        // `元/人`: only without blanks, and only before a word, is `/` part of a unit.
        const per = this.RECORDING_PHASE || this.#perAhead() ? this.OPTION(this.#per) : undefined;
        return per === undefined ? unit : `${unit}/${per}`;
      },
    },
    { ALT: (): string | undefined => undefined },
  ];
  readonly #per = (): string => {
    this.keep(this.CONSUME1(Mark));
    return this.keep(this.CONSUME2(Word)).value;
  };

  /** A unit; 个点 is reported and read as 个百分点. */
  #mendedUnit(number: Token, token: Token): string {
    if (token.value !== "个点" && token.value !== "点") return token.value;
    const unit = "个百分点";
    const mended = `${number.value}${unit}`;
    const title = { zh: `改为 ${mended}`, en: `write ${mended}` };
    this.report(H1011, { text: excerpt(number.text + token.text), mended }, token, [
      this.fix(title, true, token.start, token.end, unit),
    ]);
    return unit;
  }

  /** A word that may be a unit behind a number. */
  #canMeasure(token: Token): boolean {
    const { kind, value } = token;
    return kind === "word" && this.#canName(token) && !SIGN_WORDS.has(value) && !SIGN_SUFFIXES.has(value);
  }

  #perAhead(): boolean {
    const over = this.peek(1);
    const per = this.peek(2);
    const glued = over.before === "" && per.before === "";
    return this.at("/") && glued && per.kind === "word" && this.isUnit(per.value);
  }

  /** `全年支出数`, `财务制度.有制度`, `最大(a, b)`. */
  readonly reference = this.RULE("reference", (): ExprNode => {
    const start = this.mark();
    const first = this.SUBRULE1(this.properName);
    if (!this.RECORDING_PHASE && !this.at("(") && !this.at("."))
      return this.node<ReferenceNode>(start, { kind: "reference", path: [first] });
    return this.OR([
      {
        GATE: () => this.at("(") && this.deeper(),
        ALT: (): ExprNode => {
          const args: CallArgument[] = [];
          this.bracketed(() => {
            this.MANY1({
              GATE: () => (args.length === 0 ? !this.at(")") : this.at(",")),
              DEF: () => {
                this.OPTION({
                  GATE: () => args.length > 0,
                  DEF: () => {
                    this.keep(this.CONSUME1(Mark));
                  },
                });
                args.push(this.SUBRULE(this.callArgument));
              },
            });
          });
          this.shallower();
          return this.node<CallNode>(start, { kind: "call", callee: first, args });
        },
      },
      {
        ALT: (): ExprNode => {
          const path = [first];
          this.MANY2({
            GATE: () => this.at("."),
            DEF: () => {
              this.keep(this.CONSUME2(Mark));
              const next = this.SUBRULE2(this.name);
              if (next !== undefined) path.push(next);
            },
          });
          return this.node<ReferenceNode>(start, { kind: "reference", path });
        },
      },
    ]);
  });

  readonly callArgument = this.RULE("callArgument", (): CallArgument => {
    const start = this.mark();
    const outer = this.reserved;
    this.reserved = { words: WHEN_WORDS, outer };
    const value = this.SUBRULE1(this.condition);
    const when = this.OPTION({
      GATE: () => this.atWord("when"),
      DEF: () => {
        this.keep(this.CONSUME(Word));
        return this.SUBRULE2(this.condition);
      },
    });
    this.reserved = outer;
    return this.node<CallArgument>(start, { kind: "argument", value, when });
  });

  /** `如果 … 则 … 否则 如果 … 则 … 否则 …`. */
  readonly choice = this.RULE("choice", (): ExprNode => {
    const start = this.mark();
    const branches: { when: ExprNode; then: ExprNode }[] = [];
    let otherwise: ExprNode | undefined;
    const first = () => branches.length === 0;
    this.MANY({
      GATE: () => first() || (this.atWord("else") && this.atWord("if", 2)),
      DEF: () => {
        this.OPTION1({
          GATE: () => !first(),
          DEF: () => {
            this.keep(this.CONSUME1(Word));
          },
        });
        this.keep(this.CONSUME2(Word));
        const when = this.SUBRULE1(this.condition);
        const then = this.OR([
          {
            GATE: () => this.atWord("then"),
            ALT: (): ExprNode => {
              this.keep(this.CONSUME3(Word));
              return this.SUBRULE2(this.condition);
            },
          },
          { ALT: (): ExprNode => this.missing({ zh: "则 和结果", en: "then and the result" }) },
        ]);
        branches.push({ when, then });
      },
    });
    this.OR1([
      {
        GATE: () => this.atWord("else"),
        ALT: () => {
          this.keep(this.CONSUME4(Word));
          otherwise = this.SUBRULE3(this.condition);
        },
      },
      {
        ALT: () => {
          this.missing({ zh: "否则 和结果", en: "else and the result" });
        },
      },
    ]);
    this.shallower();
    return this.node<IfNode>(start, { kind: "if", branches, otherwise });
  });

  // ---- names and texts -------------------------------------------------------------------------------------

  #nameWhat: Names = A_NAME;
  readonly #nameKinds = [
    {
      GATE: () => (this.peek().kind === "word" || this.peek().kind === "name") && !this.ends(),
      ALT: (): NameNode | undefined => this.SUBRULE(this.properName),
    },
    {
      ALT: (): NameNode | undefined => {
        this.missing(this.#nameWhat);
        return undefined;
      },
    },
  ];

  /** A name; undefined, and reported, when none stands here. */
  readonly name = this.RULE("name", (what: Names = A_NAME): NameNode | undefined => {
    this.#nameWhat = what;
    return this.OR(this.#nameKinds);
  });

  readonly #properNameKinds = [
    { GATE: () => this.peek().kind === "word", ALT: (): Token => this.keep(this.CONSUME(Word)) },
    { ALT: (): Token => this.keep(this.CONSUME(QuotedName)) },
  ];

  /** A name that is known to stand here. */
  readonly properName = this.RULE("properName", (): NameNode => {
    const start = this.mark();
    const token = this.OR(this.#properNameKinds);
    return this.node<NameNode>(start, { kind: "nameRef", token, text: token.value });
  });

  readonly #textKinds = [
    {
      GATE: () => this.peek().kind === "text" && !this.ends(),
      ALT: (): TextNode | MissingNode => {
        const start = this.mark();
        const token = this.keep(this.CONSUME(Text));
        return this.node<TextNode>(start, { kind: "textLiteral", token, value: token.value });
      },
    },
    { ALT: (): TextNode | MissingNode => this.missing(A_TEXT) },
  ];

  readonly text = this.RULE("text", (): TextNode | MissingNode => this.OR(this.#textKinds));
}

/** The unit that `百分之五` carries in itself. */
function ratioUnit({ text }: Token): string | undefined {
  if (text.startsWith("百分之")) return "%";
  return text.startsWith("千分之") ? "‰" : undefined;
}
