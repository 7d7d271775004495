/** Parses a file: its heading, its 等级, and the statements, each by the word it begins with. */
import { excerpt } from "./findings.ts";
import { OPERATORS } from "./grammar.ts";
import type { Input } from "./grammar.ts";
import { KEYWORDS, type Keyword } from "../keywords.ts";
import { End, NumberLiteral, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import { Projects } from "./projects.ts";
import type { PropertyId } from "./properties.ts";
import type {
  Token,
  ComparisonNode,
  ExprNode,
  FileNode,
  GradeRowNode,
  GradesNode,
  NameNode,
  PropertyNode,
  RulesetNode,
  StatementNode,
  YearNode,
} from "./tree.ts";
import { targetsMeant } from "./targets.ts";
import { POINT_WORDS } from "./indicators.ts";
import { gradeMeant } from "./grade-rows.ts";
import { AMENDMENT_FORMS } from "./vocabulary.ts";
import type { Form } from "./vocabulary.ts";
import { H1005 } from "./H1005-extra-brace/index.ts";
import { H1007 } from "./H1007-missing/index.ts";
import { H1009 } from "./H1009-unknown-word/index.ts";
import { H1020 } from "./H1020-points-inside/index.ts";
import { H1021 } from "./H1021-grade-as-range/index.ts";
import { H1014 } from "./H1014-missing-separator/index.ts";

/** Words that begin a statement, apart from properties. */
const STATEMENTS = [
  "ruleset",
  "grade",
  "data",
  "rows",
  "statistics",
  "unit",
  "crossCheck",
  "define",
  "method",
  "include",
  "indicator",
  "bonus",
  "penalty",
  "weighted",
  "scenario",
  "projectRows",
  "amend",
  "remove",
  "add",
  "adjust",
] as const satisfies readonly Keyword[];
type StatementKeyword = (typeof STATEMENTS)[number];

/** Statements that stand in indicators and 方法 only, and those that stand outside only: neither is guessed elsewhere. */
const INSIDE_ONLY: ReadonlySet<string> = new Set<StatementKeyword | PropertyId>([
  "weighted",
  "value",
  "target",
  "standard",
  "notApplicable",
  "mustExplain",
  "source",
  "average",
]);
const OUTSIDE_ONLY: ReadonlySet<string> = new Set<StatementKeyword | PropertyId>([
  ...STATEMENTS.filter((keyword) => keyword !== "indicator" && keyword !== "weighted"),
  "title",
  "fullMarks",
  "round",
]);

/** What a row of 扣分 or 加减 begins with, and the standards that its points belong to. */
const ROW_WORDS: ReadonlySet<string> = new Set(["当", "每", "每满", "每不满", "超过", "低于", "偏离"]);
const AMOUNT_WORDS: ReadonlyMap<string, string> = new Map([
  ["扣", "扣分"],
  ["加", "加减 起点 0分"],
]);

const LEVELLED = /^(?:[一二三四五末]级|[1-5]级)指标$/;

const STANDARD = "评分";
const A_STANDARD: Names = { zh: STANDARD, en: "standard" };
const A_VALUE: Names = { zh: `${KEYWORDS.value.zh} =`, en: "value =" };
const A_RULESET: Names = { zh: "规则集的名称", en: "the name of the rule set" };
const A_YEAR: Names = { zh: "年度，如 2022年度", en: "the fiscal year, such as 2022年度" };

/** How a statement begins: its keyword, or a property with its form. */
interface Ahead {
  readonly keyword: StatementKeyword | "property" | "extraBrace" | undefined;
  readonly form: Form | undefined;
  /** The word of the property has been left out. */
  readonly wordless?: boolean;
}
const NOTHING: Ahead = { keyword: undefined, form: undefined };
const EXTRA_BRACE: Ahead = { keyword: "extraBrace", form: undefined };
const STATEMENT_WORDS: ReadonlyMap<string, Ahead> = new Map(
  STATEMENTS.flatMap((keyword) => {
    const ahead: Ahead = { keyword, form: undefined };
    return [[KEYWORDS[keyword].zh, ahead] as const, [KEYWORDS[keyword].en, ahead] as const];
  }),
);

/** What Chevrotain asks before it takes input. */
interface Analysed {
  selfAnalysisDone: boolean;
}

export class RuleParser extends Projects {
  constructor(options: { readonly skipValidations: boolean }) {
    super(options.skipValidations);
    // Nothing is looked up in the grammar that Chevrotain records (GATES), so recording it, half of a cold start, only
    // serves to validate it. A test does that.
    if (options.skipValidations) (this as unknown as Analysed).selfAnalysisDone = true;
    else this.performSelfAnalysis();
  }

  /** Parses one file. There is always a tree. */
  read(input: Input): FileNode {
    this.begin(input);
    this.context = "file";
    const tree = this.file();
    // Every alternative ends in one that always fits, so this cannot be; were it so, nothing should go on.
    const [error] = this.errors;
    if (error !== undefined) throw new Error(`the grammar is not total: ${error.message}`);
    return tree;
  }

  protected isStatementWord(word: string): boolean {
    return STATEMENT_WORDS.has(word) || this.#forms.has(word);
  }

  get #forms(): ReadonlyMap<string, Form> {
    return this.context === "amendment" ? AMENDMENT_FORMS : this.vocabulary.properties;
  }

  readonly file = this.RULE("file", (): FileNode => {
    const start = this.mark();
    const statements = this.#statements();
    const endToken = this.keep(this.CONSUME(End));
    return this.node<FileNode>(start, { kind: "file", statements, endToken });
  });

  #statements(): StatementNode[] {
    const found: StatementNode[] = [];
    this.rows(() => found.push(this.subrule(0, this.statement)));
    return found;
  }

  /** The words that a mistyped one may have meant here. */
  #statementWords(): string[] {
    const foreign = this.context === "file" ? INSIDE_ONLY : OUTSIDE_ONLY;
    return [
      ...Array.from(STATEMENT_WORDS).flatMap(([word, { keyword = "" }]) =>
        foreign.has(keyword) ? [] : [word],
      ),
      ...Array.from(this.#forms).flatMap(([word, { id = "" }]) => (foreign.has(id) ? [] : [word])),
    ];
  }

  /** Made once: the gates are asked for every statement. */
  readonly #statementKinds = [
    {
      GATE: () => this.#begins("property"),
      ALT: (): StatementNode =>
        this.SUBRULE(this.property, { ARGS: [this.#ahead.form, this.#ahead.wordless] }),
    },
    { GATE: () => this.#begins("indicator"), ALT: (): StatementNode => this.SUBRULE(this.indicator) },
    { GATE: () => this.#begins("grade"), ALT: (): StatementNode => this.SUBRULE(this.grades) },
    { GATE: () => this.#begins("data"), ALT: (): StatementNode => this.SUBRULE(this.data) },
    { GATE: () => this.#begins("crossCheck"), ALT: (): StatementNode => this.SUBRULE(this.crossCheck) },
    { GATE: () => this.#begins("define"), ALT: (): StatementNode => this.SUBRULE(this.define) },
    { GATE: () => this.#begins("scenario"), ALT: (): StatementNode => this.SUBRULE(this.scenario) },
    { GATE: () => this.#begins("ruleset"), ALT: (): StatementNode => this.SUBRULE(this.ruleset) },
    { GATE: () => this.#begins("rows"), ALT: (): StatementNode => this.SUBRULE(this.detail) },
    { GATE: () => this.#begins("statistics"), ALT: (): StatementNode => this.SUBRULE(this.statistics) },
    { GATE: () => this.#begins("unit"), ALT: (): StatementNode => this.SUBRULE(this.unit) },
    { GATE: () => this.#begins("method"), ALT: (): StatementNode => this.SUBRULE(this.standard) },
    { GATE: () => this.#begins("include"), ALT: (): StatementNode => this.SUBRULE(this.include) },
    {
      GATE: () => this.#begins("bonus") || this.#begins("penalty"),
      ALT: (): StatementNode => this.SUBRULE(this.extra),
    },
    { GATE: () => this.#begins("weighted"), ALT: (): StatementNode => this.SUBRULE(this.weighted) },
    { GATE: () => this.#begins("projectRows"), ALT: (): StatementNode => this.SUBRULE(this.projectRows) },
    {
      GATE: () =>
        this.#begins("amend") || this.#begins("remove") || this.#begins("add") || this.#begins("adjust"),
      ALT: (): StatementNode => this.SUBRULE(this.amendment),
    },
    {
      GATE: () => {
        if (this.#begins("extraBrace")) {
          if (this.unopened > 0) this.unopened--;
          else this.report(H1005, {}, this.peek());
        } else this.unexpected();
        return true;
      },
      ALT: (): StatementNode => this.SUBRULE(this.junk),
    },
  ];

  #begins(keyword: Ahead["keyword"]): boolean {
    return this.#ahead.keyword === keyword;
  }

  /** What begins here; read by the gates of `statement` before anything else is. */
  #ahead: Ahead = NOTHING;

  readonly statement = this.RULE("statement", (): StatementNode => {
    if (!this.RECORDING_PHASE) this.#ahead = this.#statementAhead();
    const found = this.OR(this.#statementKinds);
    if (!this.RECORDING_PHASE && !this.rowEnded()) this.#separate();
    return found;
  });

  /** Another statement on the same line was meant as one: nothing of it is lost. */
  #separate(): void {
    const { kind, text, value, start, before } = this.peek();
    if (kind !== "word" || !this.isStatementWord(value)) return;
    const apart = before !== "" && !this.isGlued(this.peek(2));
    const fits = apart && this.#statementWords().includes(value);
    const fix = this.fix({ zh: "用分号隔开", en: "put a semicolon" }, fits, this.lastToken.end, start, "; ");
    this.fault(H1014, { word: text }, [fix]);
    this.separateHere();
  }

  /** What kind of statement begins here; a word that is none but near to one is reported and read as that. */
  #statementAhead(): Ahead {
    const token = this.peek();
    const { kind, value } = token;
    if (kind === "symbol" && value === "}") return EXTRA_BRACE;
    if (kind !== "word") return NOTHING;
    if (token.start === this.pointsInside) {
      this.excuse();
      return NOTHING;
    }
    const known = this.#statementOf(value);
    if (known.keyword !== undefined) return known;
    if (this.#tellsPoints(token)) return NOTHING;
    if (this.context !== "file" && this.vocabulary.methods.has(value) && !this.isDeclared(value))
      return this.#methodAlone(token);
    if (this.#isFormula(token)) return this.#valueAlone(token);
    if (this.#tellsTarget(token)) return NOTHING;
    if (this.#tellsRow(token)) return NOTHING;
    const meant = this.#isOwnName(value)
      ? KEYWORDS.value.zh
      : this.isDeclared(value)
        ? undefined
        : this.#meant(value);
    // What the line before lacks at its end was meant to be here: that has been said.
    if (meant === undefined && (this.faulty() || this.behindJunk())) return known;
    this.report(
      H1009,
      { kind: "statement", word: excerpt(token.text), meant },
      token,
      meant === undefined ? [] : [this.replacement(token, meant, this.#fits(meant))],
    );
    return meant === undefined ? known : this.#statementOf(meant);
  }

  /** What follows can stand behind no other word. */
  #fits(meant: string): boolean {
    const { kind, value } = this.peek(2);
    if (this.ends(2)) return false;
    if (meant === STANDARD) return kind === "word" && this.vocabulary.methods.has(value);
    return meant === KEYWORDS.indicator.zh && this.#opensBlock();
  }

  /** `预算执行率 = …` in the indicator of that name is its 值. */
  #isOwnName(word: string): boolean {
    return word === this.indicatorName && (this.at("=", 2) || this.at(":", 2));
  }

  /** `目标达到100%`, `目标值为100%`: the whole line is known for a target. */
  #tellsTarget(token: Token): boolean {
    if (this.context === "file" || this.isDeclared(token.value)) return false;
    const { text, end } = this.rest();
    const mended = targetsMeant(text).map((one) => `${KEYWORDS.target.zh} ${one}`);
    const [meant] = mended;
    if (meant === undefined) return false;
    this.report(
      H1009,
      { kind: "statement", word: excerpt(text), meant },
      { ...token, end },
      mended.map((one) => this.fix({ zh: `改为 ${one}`, en: `write ${one}` }, false, token.start, end, one)),
    );
    return true;
  }

  /** `当 逾期 扣 2分` in the block of an indicator: a row of a standard, without the standard. */
  #tellsRow({ text, value }: Token): boolean {
    if (this.context === "file" || !ROW_WORDS.has(value) || this.isDeclared(value)) return false;
    let amount: Token | undefined;
    for (let ahead = 2; !this.ends(ahead); ahead++)
      if (AMOUNT_WORDS.has(this.peek(ahead).value)) amount ??= this.peek(ahead);
    const standard = AMOUNT_WORDS.get(amount?.value ?? "");
    if (standard === undefined) return false;
    const meant = `${STANDARD} ${standard} { ${text} … }`;
    this.report(H1009, { kind: "statement", word: excerpt(text), meant }, this.peek());
    return true;
  }

  /** `分值 20分` in the block of an indicator that has its points. */
  #tellsPoints({ text, value, start }: Token): boolean {
    const [number, unit] = [this.peek(2), this.peek(3)];
    const name = this.indicatorName;
    if (name === undefined || !POINT_WORDS.has(value) || this.isDeclared(value)) return false;
    if (number.kind !== "number" || unit.value !== "分" || this.ends(3)) return false;
    const fix = this.fix({ zh: "删去这一行", en: "remove this line" }, false, start, unit.end, "");
    const points = number.text + unit.text;
    this.report(H1020, { word: text, name, points }, this.peek(), [fix]);
    return true;
  }

  /** `在职人数 / 编制人数` on a line of an indicator is its 值. */
  #isFormula({ value }: Token): boolean {
    if (this.context === "file" || !this.isDeclared(value) || this.faulty() || this.behindJunk())
      return false;
    const { kind, value: sign } = this.peek(2);
    return kind === "symbol" && OPERATORS.has(sign) && !this.ends(2) && !this.ends(3);
  }

  /** A formula without its 值 =. */
  #valueAlone(token: Token): Ahead {
    const { start } = token;
    const title = { zh: `补上 ${A_VALUE.zh}`, en: `add ${A_VALUE.en}` };
    const fix = this.fix(title, false, start, start, `${A_VALUE.zh} `);
    this.report(H1007, { what: A_VALUE, found: excerpt(token.text), after: "", goes: "before" }, token, [
      fix,
    ]);
    return { ...this.#statementOf(KEYWORDS.value.zh), wordless: true };
  }

  /** A method without its 评分; with another word glued to it that is not all it lacks. */
  #methodAlone(token: Token): Ahead {
    const { start } = token;
    const whole = !this.isGlued(this.peek(2)) && !this.behindJunk();
    const fix = this.fix({ zh: "补上 评分", en: "add 评分" }, whole, start, start, `${STANDARD} `);
    this.report(H1007, { what: A_STANDARD, found: excerpt(token.text), after: "", goes: "before" }, token, [
      fix,
    ]);
    return { ...this.#statementOf(STANDARD), wordless: true };
  }

  /** What a mistyped statement is: before a method it can only be 评分. */
  #meant(word: string): string | undefined {
    // `二级指标 采购管理 3分 {`: the level shows in the braces. A heading of a table has none.
    if (LEVELLED.test(word)) return this.#opensBlock() ? KEYWORDS.indicator.zh : undefined;
    const { kind, value } = this.peek(2);
    const method = kind === "word" && !this.ends(2) && this.vocabulary.methods.has(value);
    return method && this.context !== "file" ? STANDARD : this.guess(word, this.#statementWords());
  }

  #opensBlock(): boolean {
    let ahead = 1;
    while (!this.ends(ahead)) ahead++;
    return this.peek(ahead).value === "{";
  }

  #statementOf(word: string): Ahead {
    const known = STATEMENT_WORDS.get(word);
    if (known !== undefined) return known;
    const form = this.#forms.get(word);
    return form === undefined ? NOTHING : { keyword: "property", form };
  }

  readonly property = this.RULE("property", (form?: Form, wordless = false): PropertyNode => {
    const start = this.mark();
    const phrase = this.SUBRULE(this.phrase, { ARGS: [form, wordless] });
    return this.node<PropertyNode>(start, { kind: "property", phrase });
  });

  // ---- the head of a file ----------------------------------------------------------------------------------

  readonly ruleset = this.RULE("ruleset", (): RulesetNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared, { ARGS: [A_RULESET] });
    const year = this.SUBRULE1(this.year);
    const inherit = this.OPTION({
      GATE: () => this.atWord("inherit"),
      DEF: () => {
        this.keep(this.CONSUME2(Word));
        return this.SUBRULE2(this.year);
      },
    });
    return this.node<RulesetNode>(start, { kind: "ruleset", name, year, inherit });
  });

  readonly year = this.RULE("year", (): YearNode | undefined => {
    const start = this.mark();
    return this.OR([
      {
        GATE: () => this.peek().kind === "number" && !this.ends() && this.atWord("year", 2),
        ALT: (): YearNode | undefined => {
          const { value } = this.keep(this.CONSUME(NumberLiteral));
          this.keep(this.CONSUME(Word));
          return this.node<YearNode>(start, { kind: "year", value });
        },
      },
      {
        ALT: (): YearNode | undefined => {
          const { kind, value, end } = this.peek(2);
          const short =
            this.peek().kind === "number" &&
            kind === "word" &&
            value === "年" &&
            !this.ends(2) &&
            this.#yearEnds(3);
          this.missing(
            A_YEAR,
            short ? [this.fix({ zh: "补上“度”", en: "add 度" }, true, end, end, "度")] : undefined,
          );
          if (short) this.excuse();
          return undefined;
        },
      },
    ]);
  });

  /** Nothing but 沿用 follows a year. */
  #yearEnds(ahead: number): boolean {
    const closed = this.ends(ahead) && this.peek(ahead).value !== "{";
    return !this.behindJunk(ahead) && (closed || this.atWord("inherit", ahead));
  }

  readonly grades = this.RULE("grades", (): GradesNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const rows: GradeRowNode[] = [];
    this.blockOr(() => rows.push(this.SUBRULE(this.gradeRow)));
    return this.node<GradesNode>(start, { kind: "grades", rows });
  });

  /** A grade as documents have it, which is told. */
  #officialGrade(name: NameNode | undefined): boolean {
    const { kind, start } = this.peek();
    if (name === undefined || this.ends() || (kind === "symbol" && !this.at("(") && !this.at("[")))
      return false;
    if (kind === "word" && this.atWord("otherwise")) return false;
    const { text, end } = this.rest();
    const meant = gradeMeant(text, this.#lastRow());
    // `90分以上` is read as it stands.
    if (meant === undefined || (this.startsComparison() && meant.startsWith(">"))) return false;
    const fix = this.fix({ zh: `改为 ${meant}`, en: `write ${meant}` }, false, start, end, meant);
    this.reportWhole(H1021, { name: name.text, written: excerpt(text), meant }, end, [fix]);
    return true;
  }

  /** No other row of the block follows this one. */
  #lastRow(): boolean {
    let ahead = 1;
    while (!this.ends(ahead)) ahead++;
    while (!this.blockEnds(ahead) && this.peek(ahead).value === ";") ahead++;
    return this.blockEnds(ahead);
  }

  readonly gradeRow = this.RULE("gradeRow", (): GradeRowNode => {
    const start = this.mark();
    const name = this.SUBRULE(this.name);
    const comparison = this.OR([
      {
        GATE: () => this.#officialGrade(name),
        ALT: (): ExprNode | undefined => {
          this.SUBRULE(this.junk);
          return undefined;
        },
      },
      {
        GATE: () => this.atWord("otherwise"),
        ALT: (): ExprNode | undefined => {
          this.keep(this.CONSUME(Word));
          return undefined;
        },
      },
      { ALT: (): ExprNode | undefined => this.SUBRULE(this.bareComparison) },
    ]);
    return this.node<GradeRowNode>(start, { kind: "gradeRow", name, comparison: comparisonOnly(comparison) });
  });
}

function comparisonOnly(expression: ExprNode | undefined): ComparisonNode | undefined {
  return expression?.kind === "comparison" ? expression : undefined;
}
