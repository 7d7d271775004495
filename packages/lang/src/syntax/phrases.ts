import { Expressions } from "./expressions.ts";
import { excerpt } from "./findings.ts";
import { keywordOf, type Keyword } from "../keywords.ts";
import { MISWRITTEN } from "./known-words.ts";
import { Any, Mark, QuotedName, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type { Argument, Shape } from "./phrase.ts";
import type {
  ArgumentNode,
  ClauseNode,
  ExprNode,
  MissingNode,
  NameNode,
  PhraseNode,
  RowNode,
} from "./tree.ts";
import type { Form, KnownClause } from "./vocabulary.ts";
import { H1008 } from "./H1008-unexpected/index.ts";
import { H1009 } from "./H1009-unknown-word/index.ts";
import { H1018 } from "./H1018-quotes/index.ts";

const A_METHOD: Names = {
  zh: "评分方法，如 按比例、扣分、分档",
  en: "a method such as proportional, deduct, bands",
};
const A_BLOCK: Names = { zh: "{ … }", en: "{ … }" };
const AN_EQUALS: Names = { zh: "=", en: "=" };

const SHAPES: Readonly<Record<Shape, Names>> = {
  flag: { zh: "", en: "" },
  sum: { zh: "数、数据或算式", en: "a number, a field or an expression" },
  condition: { zh: "条件", en: "a condition" },
  comparison: { zh: ">=、<=、= 或 在 [a, b]", en: ">=, <=, = or in [a, b]" },
  range: { zh: "区间，如 [60%, 80%)", en: "a range such as [60%, 80%)" },
  name: { zh: "名称", en: "a name" },
  method: A_METHOD,
  text: { zh: "引号中的文字", en: "a text in quotes" },
};

const A_BAND: Names = {
  zh: "比较或区间，如 >= 90%、[60%, 80%)",
  en: "a comparison or a range, such as >= 90%, [60%, 80%)",
};
const A_TREATMENT: Names = {
  zh: "满分、零分、剔除 或 折算",
  en: "fullMarks, zero, redistribute or rescale",
};

/** What a name stands for, where it has to be a field of one kind. */
const FIELDS_OF: Partial<Record<NonNullable<Argument["refers"]>, Names & { readonly kind: Keyword }>> = {
  checklist: { zh: "清单的名称", en: "the name of a checklist", kind: "items" },
  qualitative: { zh: "定性数据的名称", en: "the name of a qualitative field", kind: "qualitative" },
};
/** The standard for a field of a kind. */
const STANDARD_OF: Partial<Record<Keyword, (field: string) => string>> = {
  items: (field) => `要点 ${field}`,
  qualitative: (field) => `定性 ${field}`,
  options: (field) => `分档 ${field} { … }`,
};
const AN_INTERVAL = ({ zh, en }: Names): Names => ({
  zh: `${zh} 和区间，如 ${zh} [80%, 100%]`,
  en: `${en} and an interval, such as ${en} [80%, 100%]`,
});
/** What points stand behind. */
const POINTS_WORDS = ["得", "扣", "加"];
const NO_CLAUSES: readonly ClauseNode[] = [];
const NO_WORDS: readonly string[] = [];
const NO_FORM: Form = {
  id: undefined,
  name: { zh: "", en: "" },
  syntax: {},
  clauses: new Map(),
  rowClauses: new Map(),
};

/**
 * Phrases: every method and every property, `name head? clause* ({ row* } clause*)?`. The tables say which words a
 * phrase has and what shape their arguments are.
 */
export abstract class Phrases extends Expressions {
  /** A word that begins a statement: on a new line it is never the clause of the phrase before. */
  protected abstract isStatementWord(word: string): boolean;

  /** The name of the indicator around. */
  protected indicatorName: string | undefined;

  /** The method of a standard. */
  readonly method = this.RULE("method", (): PhraseNode | MissingNode => this.OR(this.#methodKinds));

  readonly #methodKinds = [
    {
      GATE: () => !this.ends() && (this.peek().kind === "word" || this.at("=")),
      ALT: (): PhraseNode | MissingNode =>
        this.SUBRULE(this.phrase, { ARGS: [this.RECORDING_PHASE ? NO_FORM : this.#methodForm()] }),
    },
    { ALT: (): PhraseNode | MissingNode => this.missing(A_METHOD) },
  ];

  #methodForm(): Form {
    const { methods, anyMethod } = this.vocabulary;
    const token = this.peek();
    const known = methods.get(token.value);
    if (known !== undefined) return known;
    const word = excerpt(token.text);
    if (this.isStandard(token.value)) {
      const call = `方法 ${token.text}`;
      this.report(H1009, { kind: "method", word, meant: call }, token, [this.replacement(token, call)]);
      return anyMethod;
    }
    const guessed = this.guess(token.value, methods.keys());
    const meant = guessed ?? (this.full ? undefined : this.#standardMeant(token.value));
    // What is left open is not written for the author.
    const whole = meant !== undefined && !meant.includes("…");
    this.report(H1009, { kind: "method", word, meant }, token, whole ? [this.replacement(token, meant)] : []);
    return (meant !== undefined ? methods.get(meant) : undefined) ?? anyMethod;
  }

  /** The standard that a word stands for which is no method: a field, a clause, or a method with more around it. */
  #standardMeant(word: string): string | undefined {
    if (this.isDeclared(word)) {
      const kind = this.kindOf(word);
      return kind && STANDARD_OF[kind]?.(word);
    }
    const forms = Array.from(this.vocabulary.methods).flatMap(([name, form]) =>
      name === form.name.zh ? [form] : [],
    );
    const having = forms.filter(({ clauses }) => clauses.get(word)?.clause.shape === "flag");
    const [form] = having;
    if (form && having.length === 1) {
      const named = FIELDS_OF[form.syntax.head?.arguments[0]?.refers ?? "item"];
      const head = named && (this.fieldOf(named.kind) ?? `…（${named.zh}）`);
      return [form.name.zh, ...(head === undefined ? [] : [head]), word].join(" ");
    }
    const held = forms.filter(({ name }) => name.zh.length > 1 && word.includes(name.zh));
    return held.length === 1 ? held[0]?.name.zh : undefined;
  }

  readonly #phraseWord = [
    { GATE: () => this.peek().kind === "word", ALT: () => this.keep(this.CONSUME1(Word)) },
    { ALT: () => this.keep(this.CONSUME2(Mark)) },
  ];

  /** A phrase of the form given; its word is next, or left out, which has been told. */
  readonly phrase = this.RULE("phrase", (form: Form = NO_FORM, wordless = false): PhraseNode => {
    const start = this.mark();
    const { syntax } = form;
    const word = wordless ? this.peek() : this.OR1(this.#phraseWord);
    const outer = this.reserved;
    this.reserved = { words: form.clauses, outer };
    const isValue = form.id === "value";
    if (isValue && !this.at("=") && !this.at(":")) {
      const at = this.lastToken.end;
      const { kind, value, before } = this.peek();
      const apart = before !== "" && !(kind === "word" && this.isGlued(this.peek(2)));
      const figure = kind === "symbol" || (apart && !this.vocabulary.clauseWords.has(value));
      this.expected(AN_EQUALS, [this.fix({ zh: "补上 =", en: "add =" }, figure, at, at, " =")]);
    }
    const needless = !this.RECORDING_PHASE && this.#needlessEquals(form);
    if (needless) this.#reportNeedless();
    if (this.RECORDING_PHASE || needless || this.at(":") || (isValue && this.at("=")))
      this.OPTION1(this.#equals);
    if (this.RECORDING_PHASE || (isValue && this.#repeatsName())) this.OPTION5(this.#ownName);
    let head: ArgumentNode | undefined;
    if (
      this.RECORDING_PHASE ||
      (syntax.head && !((syntax.head.optional === true || this.ofFiledRows) && this.#headEnds()))
    ) {
      this.#wanted = this.#choose(syntax.head?.arguments ?? []);
      head = this.OPTION2(this.#wantedArgument);
    }
    let clauses = this.#clauses(1, form.clauses);
    let rows: readonly RowNode[] | undefined;
    if (this.RECORDING_PHASE || syntax.rows !== undefined) {
      rows = this.#rows(form);
      if (rows !== undefined) clauses = [...clauses, ...this.#clauses(2, form.clauses)];
    }
    if (this.RECORDING_PHASE || this.#goesWrong(form.clauses, clauses)) this.OPTION4(this.#restOfRow);
    this.reserved = outer;
    return this.node<PhraseNode>(start, { kind: "phrase", word, id: form.id, head, clauses, rows });
  });

  /** `评分 = 达标 …`: the `=` of 值 before a method's name. */
  #needlessEquals(form: Form): boolean {
    const { kind, value } = this.peek(2);
    if (form.id !== "standard" || !this.at("=") || kind !== "word" || this.ends(2)) return false;
    return this.peek(2).before === " " && this.vocabulary.methods.has(value) && !this.isDeclared(value);
  }

  /** `值 = 预算执行率 = …` in the indicator of that name. */
  #repeatsName(): boolean {
    const { kind, value } = this.peek();
    return kind === "word" && value === this.indicatorName && this.at("=", 2);
  }

  readonly #ownName = (): void => {
    const { text, start } = this.peek();
    this.ACTION(() => {
      const { end } = this.peek(2);
      const blank = this.peek(3).before === " " ? 1 : 0;
      const fix = this.fix({ zh: "删去它", en: "take it out" }, true, start, end + blank, "");
      this.fault(H1008, { found: `${text} =`, rest: "read" }, [fix]);
    });
    this.keep(this.CONSUME4(Word));
    this.keep(this.CONSUME5(Mark));
  };

  #reportNeedless(): void {
    const { start, end, before } = this.peek();
    const fix = this.fix({ zh: "删去 =", en: "take out =" }, true, start, end + (before === "" ? 0 : 1), "");
    this.fault(H1008, { found: "=", rest: "read" }, [fix]);
  }

  /** The first word of a row is a clause with a letter wrong: no head is a word before a number. */
  #mistyped(clauses: ReadonlyMap<string, KnownClause>): boolean {
    const { kind, value } = this.peek();
    if (kind !== "word" || this.peek(2).kind !== "number" || this.ends(2)) return false;
    if (clauses.has(value) || this.isDeclared(value) || this.startsComparison()) return false;
    return keywordOf(value) === undefined && this.guess(value, clauses.keys()) !== undefined;
  }

  readonly #equals = (): void => {
    this.keep(this.CONSUME3(Mark));
  };
  // The argument wanted next.
  #wanted: Argument | undefined;
  readonly #wantedArgument = (): ArgumentNode => this.SUBRULE(this.argument);
  readonly #restOfRow = (): void => {
    this.SUBRULE2(this.junk);
  };

  /** The rows of a phrase that has some. */
  #rows(form: Form): readonly RowNode[] | undefined {
    if (this.RECORDING_PHASE || !(this.ends() || this.separates() || this.#reservedAhead())) {
      if (!this.RECORDING_PHASE && !this.#tellMeant(form.clauses)) this.unexpected();
      this.OPTION3(this.#beforeBlock);
    }
    const rows = this.OR2([
      {
        GATE: () => this.opens() && this.deeper("blocks"),
        ALT: (): readonly RowNode[] | undefined => {
          const found: RowNode[] = [];
          this.block(
            () => {
              this.inRow = true;
              found.push(this.SUBRULE(this.row, { ARGS: [form] }));
            },
            { has: (word) => form.rowClauses.has(word) || form.clauses.has(word) },
          );
          this.shallower(1, "blocks");
          return found;
        },
      },
      { ALT: (): readonly RowNode[] | undefined => undefined },
    ]);
    if (rows === undefined && form.syntax.rows !== undefined && form.syntax.rows.optional !== true)
      this.expected(A_BLOCK);
    return rows;
  }

  readonly #beforeBlock = (): void => {
    this.SUBRULE1(this.junk, { ARGS: [true] });
  };

  /**
   * The clauses that are next; of those given alone. The occurrence `index` of the calling rule is used up here.
   */
  #clauses(
    index: number,
    table: ReadonlyMap<string, KnownClause>,
    only?: readonly string[],
  ): readonly ClauseNode[] {
    return this.RECORDING_PHASE || this.#isNext(table, only)
      ? this.#manyClauses(index, table, only)
      : NO_CLAUSES;
  }

  #isNext(table: ReadonlyMap<string, KnownClause>, only: readonly string[] | undefined): boolean {
    const known = this.#clauseAhead(table);
    return known !== undefined && (only === undefined || only.includes(known.key));
  }

  #manyClauses(
    index: number,
    table: ReadonlyMap<string, KnownClause>,
    only: readonly string[] | undefined,
  ): readonly ClauseNode[] {
    let found: ClauseNode[] | undefined;
    this.many(index, {
      GATE: () => this.#isNext(table, only),
      DEF: () => {
        const clause = this.subrule(index, this.clause, { ARGS: [table, only ?? NO_WORDS] });
        if (found === undefined) found = [clause];
        else found.push(clause);
      },
    });
    return found ?? NO_CLAUSES;
  }

  /** What is left of the row is the fault of these clauses: one is mistyped, or one that must be there left out. */
  #goesWrong(clauses: ReadonlyMap<string, KnownClause>, taken: readonly ClauseNode[]): boolean {
    const token = this.peek();
    if (this.ends() || this.separates() || this.#reservedAhead()) return false;
    if (token.kind === "word") {
      if (this.isStatementWord(token.value)) return false;
      if (this.#tellMeant(clauses)) return true;
    }
    for (const { key, clause } of clauses.values()) {
      if (clause.need !== "once" || taken.some((one) => one.key === key)) continue;
      // `达成 得 满分`: the share is judged, in an interval. `不适用 当 … 得 满分`: it counts as that.
      const gets = token.value === "得";
      const judged = gets && clause.shape === "range";
      const instead =
        gets && clause.refers === "treatment" ? [this.replacement(token, clause.zh)] : undefined;
      this.expected(
        judged ? AN_INTERVAL(clause) : { zh: clause.zh, en: clause.en },
        instead,
        judged || instead ? "instead" : undefined,
      );
      return true;
    }
    return false;
  }

  /** `>= 90% 满分`: points end the row without their 得, which is told. */
  #tellsPoints(clauses: ReadonlyMap<string, KnownClause>, taken: readonly ClauseNode[]): boolean {
    const [wanted, other] = POINTS_WORDS.filter((word) => clauses.has(word));
    if (wanted === undefined || other !== undefined || this.ends() || this.behindJunk()) return false;
    if (taken.some(({ word }) => clauses.get(word.value)?.clause.unit === "points")) return false;
    const { kind, value, start } = this.peek();
    const share = wanted === "得" && this.peek(2).value === "%";
    const amount = kind === "number" && (share || this.peek(2).value === "分") && this.ends(3);
    const full = kind === "word" && keywordOf(value) === "fullMarks" && this.ends(2);
    if (!amount && !full) return false;
    const fix = this.fix({ zh: `补上 ${wanted}`, en: `add ${wanted}` }, true, start, start, `${wanted} `);
    this.expected({ zh: wanted, en: wanted }, [fix], "before");
    this.excuse();
    return true;
  }

  /** Points without their word. */
  readonly barePoints = this.RULE("barePoints", (clauses: ReadonlyMap<string, KnownClause>): ClauseNode => {
    const start = this.mark();
    const word = this.peek();
    const key = POINTS_WORDS.flatMap((one) => clauses?.get(one)?.key ?? [])[0] ?? "";
    const argument = this.SUBRULE(this.sum);
    return this.node<ClauseNode>(start, { kind: "clause", word, key, argument, then: NO_CLAUSES });
  });

  /** Says that the next word was meant as a clause, if it was. */
  #tellMeant(clauses: ReadonlyMap<string, KnownClause>): boolean {
    const token = this.peek();
    const meant = token.kind === "word" ? this.#meantClause(token.value, clauses) : undefined;
    if (meant === undefined) return false;
    const fixes = [this.replacement(token, meant)];
    this.report(H1009, { kind: "clause", word: excerpt(token.text), meant }, token, fixes);
    return true;
  }

  /**
   * The clause that a word nearly spells, or that it stands for in official tables: `得分 60%` is 得, `每次` is 每 1次.
   */
  #meantClause(word: string, clauses: ReadonlyMap<string, KnownClause>): string | undefined {
    if (this.isDeclared(word)) return undefined;
    const official = keywordOf(word) === "score" ? "得" : MISWRITTEN.get(word);
    if (official !== undefined && clauses.has(official)) return official;
    if (keywordOf(word) !== undefined) return undefined;
    for (const [each, { clause }] of clauses)
      if (clause.unit === "step" && word.startsWith(each) && this.isUnit(word.slice(each.length)))
        return `${each} 1${word.slice(each.length)}`;
    return this.guess(word, clauses.keys());
  }

  #reservedAhead(): boolean {
    const { kind, value } = this.peek();
    return kind === "word" && this.isReserved(value);
  }

  #headEnds(): boolean {
    return this.ends() || this.separates() || this.#reservedAhead();
  }

  /** The clause whose word is next. Outside the rows of a block it may stand on the next line. */
  #clauseAhead(clauses: ReadonlyMap<string, KnownClause>): KnownClause | undefined {
    const token = this.peek();
    if (token.kind !== "word" || this.blockEnds()) return undefined;
    const known = clauses.get(token.value);
    if (known === undefined) return undefined;
    return this.ends() && (this.inRow || this.isStatementWord(token.value)) ? undefined : known;
  }

  readonly row = this.RULE("row", (form: Form = NO_FORM): RowNode => {
    const start = this.mark();
    let head: ArgumentNode | undefined;
    if (this.RECORDING_PHASE || this.#rowHeadAhead(form)) {
      this.#wanted = this.#choose(form.syntax.rows?.head?.arguments ?? []);
      head = this.OPTION(this.#wantedArgument);
    }
    let clauses = this.#clauses(0, form.rowClauses);
    if (this.RECORDING_PHASE || this.#tellsPoints(form.rowClauses, clauses))
      clauses = [...clauses, this.SUBRULE(this.barePoints, { ARGS: [form.rowClauses] })];
    if (this.RECORDING_PHASE || this.#goesWrong(form.rowClauses, clauses)) this.OPTION1(this.#restOfRow);
    return this.node<RowNode>(start, { kind: "row", head, clauses });
  });

  #rowHeadAhead({ syntax: { rows }, rowClauses }: Form): boolean {
    if (rows?.head === undefined || (rows.head.optional === true && this.ends())) return false;
    const { kind, value } = this.peek();
    return !(kind === "word" && rowClauses.has(value)) && !this.#mistyped(rowClauses);
  }

  /** A word, its argument, and the clauses that belong to it. Those of `within` are its parent's to take. */
  readonly clause = this.RULE(
    "clause",
    (
      clauses: ReadonlyMap<string, KnownClause> = NO_FORM.clauses,
      within: readonly string[] = NO_WORDS,
    ): ClauseNode => {
      const start = this.mark();
      const known = this.#clauseAhead(clauses);
      const word = this.keep(this.CONSUME(Word));
      let argument: ArgumentNode | undefined;
      if (this.RECORDING_PHASE || (known !== undefined && known.clause.shape !== "flag")) {
        this.#wanted = known?.clause;
        argument = this.OPTION(this.#wantedArgument);
      }
      const mine = within.length > 0 ? NO_WORDS : (known?.clause.then ?? NO_WORDS);
      const then = this.RECORDING_PHASE || mine.length > 0 ? this.#clauses(0, clauses, mine) : NO_CLAUSES;
      return this.node<ClauseNode>(start, { kind: "clause", word, key: known?.key ?? "", argument, then });
    },
  );

  #whatOf(wanted: Argument | undefined): Names {
    if (wanted?.refers === "treatment") return A_TREATMENT;
    const named = wanted?.refers && FIELDS_OF[wanted.refers];
    if (!named || !this.ends()) return SHAPES[wanted?.shape ?? "sum"];
    const field = this.fieldOf(named.kind);
    return field === undefined
      ? named
      : { zh: `${named.zh}，如 ${field}`, en: `${named.en}, such as ${field}` };
  }

  /** Which of the arguments stands here: its first token shows it. */
  #choose(choices: readonly Argument[]): Argument | undefined {
    const [first] = choices;
    this.#band = choices.some(({ shape }) => shape === "range") ? A_BAND : undefined;
    if (choices.length < 2 || this.ends()) return first;
    const find = (...shapes: Shape[]) => choices.find(({ shape }) => shapes.includes(shape));
    const { kind, value } = this.peek();
    if (kind === "text") return find("text") ?? first;
    if (kind === "word" && this.vocabulary.methods.has(value)) {
      const method = find("method");
      if (method !== undefined) return method;
    }
    if (this.startsComparison()) return find("comparison", "condition") ?? find("sum") ?? first;
    if (find("range") !== undefined && this.startsRange()) return find("range");
    if (kind === "number" && find("sum", "condition") === undefined) return find("comparison") ?? first;
    const named = find("name");
    if (named !== undefined && (kind === "word" || kind === "name")) {
      const others = find("sum", "condition");
      if (others === undefined || this.#standsAlone()) return named;
    }
    return find("condition") ?? find("sum") ?? find("name") ?? first;
  }

  /** The next token is the whole argument. */
  #standsAlone(): boolean {
    const { kind, value } = this.peek(2);
    return (
      this.ends(2) || (kind === "symbol" && value === ",") || (kind === "word" && this.isReserved(value))
    );
  }

  // What stands here, for the gates of the alternatives below.
  #shape: Shape = "sum";
  #what: Names = SHAPES.sum;
  #band: Names | undefined;
  readonly #argumentKinds = [
    { GATE: () => this.#shape === "sum", ALT: (): ArgumentNode => this.SUBRULE(this.sum) },
    { GATE: () => this.#shape === "condition", ALT: (): ArgumentNode => this.SUBRULE(this.condition) },
    {
      GATE: () => this.#shape === "comparison",
      ALT: (): ArgumentNode => this.SUBRULE(this.bareComparison, { ARGS: [this.#band] }),
    },
    { GATE: () => this.#shape === "range", ALT: (): ArgumentNode => this.SUBRULE(this.range) },
    {
      GATE: () => this.#shape === "text" && this.#tellsBareText(),
      ALT: (): ArgumentNode => this.SUBRULE(this.bareText),
    },
    { GATE: () => this.#shape === "text", ALT: (): ArgumentNode => this.SUBRULE(this.text) },
    { GATE: () => this.#shape === "method", ALT: (): ArgumentNode => this.SUBRULE(this.method) },
    {
      GATE: () => {
        const { kind, value } = this.peek();
        return (kind === "word" && !this.isReserved(value)) || kind === "name";
      },
      ALT: (): ArgumentNode => this.SUBRULE(this.namedArgument),
    },
    { ALT: (): ArgumentNode => this.missing(this.#what) },
  ];

  /** `依据 财预〔2013〕53号`: the whole row is the text. */
  #tellsBareText(): boolean {
    const { kind, start } = this.peek();
    if (this.ends() || this.behindJunk() || (kind !== "word" && kind !== "name" && kind !== "number"))
      return false;
    const { text, end } = this.rest();
    if (text.includes('"')) return false;
    // Another statement may have been meant to begin in it.
    let safe = true;
    for (let ahead = 1; !this.ends(ahead); ahead++) safe &&= !this.isStatementWord(this.peek(ahead).value);
    const fix = this.fix({ zh: "放进引号", en: "put it in quotes" }, safe, start, end, `"${text}"`);
    const shown = excerpt(text);
    this.reportWhole(H1018, { text: shown, mended: `"${shown}"`, as: "bare" }, end, [fix]);
    return true;
  }

  readonly bareText = this.RULE("bareText", (): MissingNode => {
    const start = this.mark();
    this.MANY({
      GATE: () => !this.ends(),
      DEF: () => {
        this.keep(this.CONSUME(Any));
      },
    });
    return this.node<MissingNode>(start, { kind: "missing" });
  });

  readonly argument = this.RULE("argument", (): ArgumentNode => {
    this.#shape = this.#wanted?.shape ?? "sum";
    this.#what = this.#whatOf(this.#wanted);
    return this.OR(this.#argumentKinds);
  });

  /** `控制(结余率, 9%)`: a name, with arguments where it refers to a 方法. */
  readonly namedArgument = this.RULE("namedArgument", (): NameNode | MissingNode =>
    this.OR([
      {
        GATE: () => !this.ends(),
        ALT: (): NameNode | MissingNode => {
          const start = this.mark();
          const token = this.OR1([
            { GATE: () => this.peek().kind === "word", ALT: () => this.keep(this.CONSUME1(Word)) },
            { ALT: () => this.keep(this.CONSUME(QuotedName)) },
          ]);
          const args = this.OPTION({
            GATE: () => this.at("(") && this.deeper(),
            DEF: () => {
              const found: ExprNode[] = [];
              this.bracketed(() => {
                this.MANY({
                  GATE: () => (found.length === 0 ? !this.at(")") : this.at(",")),
                  DEF: () => {
                    this.OPTION1({
                      GATE: () => found.length > 0,
                      DEF: () => {
                        this.keep(this.CONSUME(Mark));
                      },
                    });
                    found.push(this.SUBRULE(this.condition));
                  },
                });
              });
              this.shallower();
              return found;
            },
          });
          return this.node<NameNode>(start, {
            kind: "nameRef",
            token,
            text: token.value,
            ...(args === undefined ? {} : { args }),
          });
        },
      },
      { ALT: (): NameNode | MissingNode => this.missing(SHAPES.name) },
    ]),
  );
}
