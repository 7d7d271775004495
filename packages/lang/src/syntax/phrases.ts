import { Expressions } from "./expressions.ts";
import { excerpt } from "./findings.ts";
import { keywordOf } from "./keywords.ts";
import { Mark, QuotedName, Word } from "./token-types.ts";
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

  /** The method of a standard. */
  readonly method = this.RULE("method", (): PhraseNode | MissingNode =>
    this.OR([
      {
        GATE: () => !this.ends() && (this.peek().kind === "word" || this.at("=")),
        ALT: (): PhraseNode | MissingNode => {
          let form = NO_FORM;
          this.ACTION(() => {
            form = this.#methodForm();
          });
          return this.SUBRULE(this.phrase, { ARGS: [form] });
        },
      },
      { ALT: (): PhraseNode | MissingNode => this.missing(A_METHOD) },
    ]),
  );

  #methodForm(): Form {
    const { methods, anyMethod } = this.vocabulary;
    const token = this.peek();
    const known = methods.get(token.value);
    if (known !== undefined) return known;
    const meant = this.guess(token.value, methods.keys());
    this.report(
      H1009,
      { kind: "method", word: excerpt(token.text), meant },
      token,
      meant === undefined ? [] : [this.replacement(token, meant)],
    );
    return (meant !== undefined ? methods.get(meant) : undefined) ?? anyMethod;
  }

  readonly #phraseWord = [
    { GATE: () => this.peek().kind === "word", ALT: () => this.keep(this.CONSUME1(Word)) },
    { ALT: () => this.keep(this.CONSUME2(Mark)) },
  ];

  /**
   * A phrase of the form given; its word is next. Most phrases have few of the parts there can be: what is not there
   * costs nothing, except while Chevrotain records the grammar.
   */
  readonly phrase = this.RULE("phrase", (form: Form = NO_FORM): PhraseNode => {
    const start = this.mark();
    const { syntax } = form;
    const word = this.OR1(this.#phraseWord);
    const outer = this.scope;
    this.ACTION(() => {
      this.scope = { words: form.clauses, outer };
      if (form.id === "value" && !this.at("=") && !this.at(":")) {
        const at = this.lastToken.end;
        this.expected(AN_EQUALS, [this.fix({ zh: "补上 =", en: "add =" }, true, at, at, " =")]);
      }
    });
    if (this.RECORDING_PHASE || this.at(":") || form.id === "value" || form.id === "standard") {
      this.OPTION1({
        GATE: () => this.at(":") || (form.id === "value" && this.at("=")) || this.#needlessEquals(form),
        DEF: () => {
          this.ACTION(() => {
            if (!this.#needlessEquals(form)) return;
            const { start, end } = this.peek();
            const fix = this.fix({ zh: "删去 =", en: "take out =" }, true, start, end + 1, "");
            this.fault(H1008, { found: "=", rest: "read" }, [fix]);
          });
          this.keep(this.CONSUME3(Mark));
        },
      });
    }
    const head = this.OPTION2({
      GATE: () => syntax.head !== undefined && !(syntax.head.optional === true && this.#headEnds()),
      DEF: () => this.SUBRULE(this.argument, { ARGS: [this.#choose(syntax.head?.arguments ?? [])] }),
    });
    const clauses: ClauseNode[] = [];
    if (this.RECORDING_PHASE || this.#clauseAhead(form.clauses) !== undefined) {
      this.MANY1({
        GATE: () => this.#clauseAhead(form.clauses) !== undefined,
        DEF: () => {
          clauses.push(this.SUBRULE1(this.clause, { ARGS: [form.clauses, []] }));
        },
      });
    }
    let rows: RowNode[] | undefined;
    if (this.RECORDING_PHASE || syntax.rows !== undefined) {
      this.OPTION3({
        GATE: () => syntax.rows !== undefined && !this.ends() && !this.separates() && !this.#reservedAhead(),
        DEF: () => {
          this.ACTION(() => this.unexpected());
          this.SUBRULE1(this.junk, { ARGS: [true] });
        },
      });
      rows = this.OR2([
        {
          GATE: () => syntax.rows !== undefined && this.opens() && this.deeper(),
          ALT: (): RowNode[] | undefined => {
            const found: RowNode[] = [];
            this.block(
              () => {
                this.inRow = true;
                found.push(this.SUBRULE(this.row, { ARGS: [form] }));
              },
              { has: (word) => form.rowClauses.has(word) || form.clauses.has(word) },
            );
            this.shallower();
            return found;
          },
        },
        { ALT: (): RowNode[] | undefined => undefined },
      ]);
      this.ACTION(() => {
        if (rows === undefined && syntax.rows !== undefined && syntax.rows.optional !== true)
          this.expected(A_BLOCK);
      });
      this.MANY2({
        GATE: () => rows !== undefined && this.#clauseAhead(form.clauses) !== undefined,
        DEF: () => {
          clauses.push(this.SUBRULE2(this.clause, { ARGS: [form.clauses, []] }));
        },
      });
    }
    this.OPTION4({
      GATE: () => this.#goesWrong(form.clauses, clauses),
      DEF: () => {
        this.SUBRULE2(this.junk);
      },
    });
    this.scope = outer;
    return this.node<PhraseNode>(start, { kind: "phrase", word, id: form.id, head, clauses, rows });
  });

  /** `评分 = 达标 …`: the `=` of 值 before a method's name. */
  #needlessEquals(form: Form): boolean {
    const { kind, value } = this.peek(2);
    if (form.id !== "standard" || !this.at("=") || kind !== "word" || this.ends(2)) return false;
    return this.peek(2).before === " " && this.vocabulary.methods.has(value) && !this.isDeclared(value);
  }

  /** The first word of a row is a clause with a letter wrong: no head is a word before a number. */
  #mistyped(clauses: ReadonlyMap<string, KnownClause>): boolean {
    const { kind, value } = this.peek();
    if (kind !== "word" || this.peek(2).kind !== "number" || this.ends(2)) return false;
    if (clauses.has(value) || this.isDeclared(value) || this.startsComparison()) return false;
    return keywordOf(value) === undefined && this.guess(value, clauses.keys()) !== undefined;
  }

  /** What is left of the row is the fault of these clauses: one is mistyped, or one that must be there left out. */
  #goesWrong(clauses: ReadonlyMap<string, KnownClause>, taken: readonly ClauseNode[]): boolean {
    const token = this.peek();
    if (this.ends() || this.separates() || this.#reservedAhead()) return false;
    if (token.kind === "word") {
      if (this.isStatementWord(token.value)) return false;
      const unknown = keywordOf(token.value) === undefined && !this.isDeclared(token.value);
      const meant = unknown ? this.guess(token.value, clauses.keys()) : undefined;
      if (meant !== undefined) {
        const fixes = [this.replacement(token, meant)];
        this.report(H1009, { kind: "clause", word: excerpt(token.text), meant }, token, fixes);
        return true;
      }
    }
    for (const { key, clause } of clauses.values()) {
      if (clause.need !== "once" || taken.some((one) => one.key === key)) continue;
      this.expected({ zh: clause.zh, en: clause.en });
      return true;
    }
    return false;
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
    const { rows } = form.syntax;
    const head = this.OPTION({
      GATE: () =>
        rows?.head !== undefined &&
        !this.#mistyped(form.rowClauses) &&
        !(this.peek().kind === "word" && form.rowClauses.has(this.peek().value)) &&
        !(rows.head.optional === true && this.ends()),
      DEF: () => this.SUBRULE(this.argument, { ARGS: [this.#choose(rows?.head?.arguments ?? [])] }),
    });
    const clauses: ClauseNode[] = [];
    this.MANY({
      GATE: () => this.#clauseAhead(form.rowClauses) !== undefined,
      DEF: () => {
        clauses.push(this.SUBRULE(this.clause, { ARGS: [form.rowClauses, []] }));
      },
    });
    this.OPTION1({
      GATE: () => this.#goesWrong(form.rowClauses, clauses),
      DEF: () => {
        this.SUBRULE(this.junk);
      },
    });
    return this.node<RowNode>(start, { kind: "row", head, clauses });
  });

  /** A word, its argument, and the clauses that belong to it. Those of `within` are its parent's to take. */
  readonly clause = this.RULE(
    "clause",
    (
      clauses: ReadonlyMap<string, KnownClause> = NO_FORM.clauses,
      within: readonly string[] = [],
    ): ClauseNode => {
      const start = this.mark();
      const known = this.#clauseAhead(clauses);
      const word = this.keep(this.CONSUME(Word));
      const argument = this.OPTION({
        GATE: () => known !== undefined && known.clause.shape !== "flag",
        DEF: () => this.SUBRULE(this.argument, { ARGS: [known?.clause] }),
      });
      const mine = within.length > 0 ? [] : (known?.clause.then ?? []);
      const then: ClauseNode[] = [];
      this.MANY({
        GATE: () => mine.includes(this.#clauseAhead(clauses)?.key ?? ""),
        DEF: () => {
          then.push(this.SUBRULE(this.clause, { ARGS: [clauses, mine] }));
        },
      });
      return this.node<ClauseNode>(start, { kind: "clause", word, key: known?.key ?? "", argument, then });
    },
  );

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

  // Alternatives of frequent rules are made once; what their gates ask for stands in a field.
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
    { GATE: () => this.#shape === "text", ALT: (): ArgumentNode => this.SUBRULE(this.text) },
    { GATE: () => this.#shape === "method", ALT: (): ArgumentNode => this.SUBRULE(this.inner) },
    {
      GATE: () => {
        const { kind, value } = this.peek();
        return (kind === "word" && !this.isReserved(value)) || kind === "name";
      },
      ALT: (): ArgumentNode => this.SUBRULE(this.namedArgument),
    },
    { ALT: (): ArgumentNode => this.missing(this.#what) },
  ];

  readonly argument = this.RULE("argument", (argument?: Argument): ArgumentNode => {
    this.#shape = argument?.shape ?? "sum";
    this.#what = argument?.refers === "treatment" ? A_TREATMENT : SHAPES[this.#shape];
    return this.OR(this.#argumentKinds);
  });

  /** A method inside a method: one level deeper. */
  readonly inner = this.RULE("inner", (): PhraseNode | MissingNode =>
    this.OR([
      {
        GATE: () => this.deeper(),
        ALT: (): PhraseNode | MissingNode => {
          const found = this.SUBRULE(this.method);
          this.shallower();
          return found;
        },
      },
      { ALT: (): PhraseNode | MissingNode => this.missing(A_METHOD) },
    ]),
  );

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
