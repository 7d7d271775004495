import { LIMITS } from "../limits.ts";
import { excerpt } from "./findings.ts";
import type { Input } from "./grammar.ts";
import { KEYWORDS, keywordOf, SIGNS } from "./keywords.ts";
import type { Keyword } from "./keywords.ts";
import { Any, DateLiteral, End, Mark, NumberLiteral, Word } from "./lexer.ts";
import type { Names } from "../names.ts";
import { Phrases } from "./phrases.ts";
import type {
  AdjustmentNode,
  AmendmentNode,
  ComparisonNode,
  ComparisonSign,
  CrossCheckNode,
  DataNode,
  DateNode,
  DefineNode,
  EntryNode,
  ExprNode,
  ExtraNode,
  FieldNode,
  FieldTypeNode,
  FileNode,
  GradeRowNode,
  GradesNode,
  IncludeNode,
  IndicatorNode,
  ItemNode,
  NameNode,
  PhraseNode,
  PlaceNode,
  ProjectCountNode,
  ProjectGroupNode,
  ProjectRowsNode,
  ProjectUseNode,
  PropertyNode,
  QuantityNode,
  RangeNode,
  RowsNode,
  RulesetNode,
  ScenarioNode,
  StandardNode,
  StatementNode,
  StatisticsNode,
  TextNode,
  Token,
  UnitNode,
  WeightedNode,
  YearNode,
} from "./tree.ts";
import { AMENDMENT_FORMS } from "./vocabulary.ts";
import type { Form } from "./vocabulary.ts";
import { H1005 } from "./H1005-extra-brace/index.ts";
import { H1009 } from "./H1009-unknown-word/index.ts";
import { H1014 } from "./H1014-missing-separator/index.ts";
import { H1015 } from "./H1015-limit/index.ts";
import { H1017 } from "./H1017-unquoted-name/index.ts";

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

const STATEMENT_WORDS: ReadonlyMap<string, StatementKeyword> = new Map(
  STATEMENTS.flatMap((keyword) => [
    [KEYWORDS[keyword].zh, keyword] as const,
    [KEYWORDS[keyword].en, keyword] as const,
  ]),
);

/** The words of a keyword, as a scope that an expression or a name ends at. */
const words = (...keywords: Keyword[]): ReadonlySet<string> =>
  new Set(keywords.flatMap((keyword) => [KEYWORDS[keyword].zh, KEYWORDS[keyword].en]));

const TOLERANCE = words("tolerance");
const PLACE = words("under", "after", "before");
const COUNTS = words("atLeast", "atMost");
const USE = words("use");

const KIND_KEYWORDS: ReadonlySet<Keyword> = new Set([
  "number",
  "ratio",
  "yesNo",
  "qualitative",
  "items",
  "options",
  "text",
  "date",
] as const);

/** The words of a body; an amendment may also change an indicator's name and points. */
type Context = "file" | "body" | "amendment";

const WHAT = {
  block: { zh: "{ … }", en: "{ … }" },
  points: { zh: "分值，如 10分", en: "its points, such as 10分" },
  rulesetName: { zh: "规则集的名称", en: "the name of the rule set" },
  year: { zh: "年度，如 2022年度", en: "the fiscal year, such as 2022年度" },
  name: { zh: "名称", en: "a name" },
  type: { zh: "单位或类型，如 万元、比率、清单", en: "a unit or a kind, such as 万元, ratio, items" },
  items: { zh: "{ 项, 项 }", en: "{ item, item }" },
  equals: { zh: "=", en: "=" },
  atMost: { zh: "至多 和分数", en: "atMost and points" },
  value: { zh: "数据的值", en: "a value" },
  sections: { zh: "数据 { … } 或 应得 { … }", en: "data { … } or expect { … }" },
  comparison: { zh: ">=、<= 等比较，或 其他", en: "a comparison, or otherwise" },
  use: { zh: "用 和评分方法", en: "use and a method" },
  adjustment: { zh: "原名、单位，或字段的类型", en: "was, unit, or the type of the field" },
} as const satisfies Readonly<Record<string, Names>>;

/** How a statement begins: its keyword, or a property with its form. */
interface Ahead {
  readonly keyword: StatementKeyword | "property" | "extraBrace" | undefined;
  readonly form: Form | undefined;
}
const NOTHING: Ahead = { keyword: undefined, form: undefined };

/** The whole grammar: statements, blocks and files. */
export class RuleParser extends Phrases {
  #indicators = 0;
  #context: Context = "file";

  constructor(options: { readonly skipValidations: boolean }) {
    super(options.skipValidations);
    this.performSelfAnalysis();
  }

  /** Parses one file. There is always a tree. */
  read(input: Input): FileNode {
    this.begin(input);
    this.#indicators = 0;
    this.#context = "file";
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
    return this.#context === "amendment" ? AMENDMENT_FORMS : this.vocabulary.properties;
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

  /** `{ statement … }`; undefined, and reported, when there is none. */
  readonly body = this.RULE("body", (context: Context = "body"): StatementNode[] | undefined => {
    this.OPTION1({
      GATE: () => !this.ends() && !this.separates(),
      DEF: () => {
        this.ACTION(() => this.unexpected());
        this.SUBRULE(this.junk, { ARGS: [true] });
      },
    });
    const outer = { context: this.#context, inRow: this.inRow };
    return this.OR([
      {
        GATE: () => this.opens() && this.deeper(),
        ALT: (): StatementNode[] | undefined => {
          const found: StatementNode[] = [];
          this.#context = context;
          this.inRow = false;
          this.block(() => found.push(this.SUBRULE(this.statement)));
          this.#context = outer.context;
          this.inRow = outer.inRow;
          this.shallower();
          return found;
        },
      },
      {
        ALT: (): StatementNode[] | undefined => {
          this.missing(WHAT.block);
          return undefined;
        },
      },
    ]);
  });

  #statementWords(): string[] {
    return [...STATEMENT_WORDS.keys(), ...this.#forms.keys()];
  }

  /** Made once: the gates are asked for every statement. */
  readonly #statementKinds = [
    {
      GATE: () => this.#begins("property"),
      ALT: (): StatementNode => this.SUBRULE(this.property, { ARGS: [this.#ahead.form] }),
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
        if (this.#begins("extraBrace")) this.report(H1005, {}, this.peek());
        else this.unexpected();
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
    this.ACTION(() => {
      this.#ahead = this.#statementAhead();
    });
    const found = this.OR(this.#statementKinds);
    this.ACTION(() => {
      // Another statement on the same line was meant as one: nothing of it is lost.
      const { kind, text, value, start } = this.peek();
      if (this.rowEnded() || kind !== "word" || !this.isStatementWord(value)) return;
      const fix = this.fix(
        { zh: "用分号隔开", en: "put a semicolon" },
        true,
        this.lastToken.end,
        start,
        "; ",
      );
      this.fault(H1014, { word: text }, [fix]);
      this.separateHere();
    });
    return found;
  });

  /** What kind of statement begins here; a word that is none but near to one is reported and read as that. */
  #statementAhead(): Ahead {
    const token = this.peek();
    const { kind, value } = token;
    if (kind === "symbol" && value === "}") return { keyword: "extraBrace", form: undefined };
    if (kind !== "word") return { keyword: undefined, form: undefined };
    const known = this.#statementOf(value);
    if (known.keyword !== undefined) return known;
    const meant = this.guess(value, this.#statementWords());
    this.report(
      H1009,
      { kind: "statement", word: excerpt(token.text), meant },
      token,
      meant === undefined ? [] : [this.replacement(token, meant)],
    );
    return meant === undefined ? known : this.#statementOf(meant);
  }

  #statementOf(word: string): Ahead {
    const keyword = STATEMENT_WORDS.get(word);
    if (keyword !== undefined) return { keyword, form: undefined };
    const form = this.#forms.get(word);
    return { keyword: form && "property", form };
  }

  readonly property = this.RULE("property", (form?: Form): PropertyNode => {
    const start = this.mark();
    const phrase = this.SUBRULE(this.phrase, { ARGS: [form] });
    return this.node<PropertyNode>(start, { kind: "property", phrase });
  });

  // ---- the head of a file ----------------------------------------------------------------------------------

  readonly ruleset = this.RULE("ruleset", (): RulesetNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared, { ARGS: [WHAT.rulesetName] });
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
          this.missing(WHAT.year);
          return undefined;
        },
      },
    ]);
  });

  readonly grades = this.RULE("grades", (): GradesNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const rows: GradeRowNode[] = [];
    this.#blockOr(() => rows.push(this.SUBRULE(this.gradeRow)));
    return this.node<GradesNode>(start, { kind: "grades", rows });
  });

  /** A block, or a report that it is missing. */
  #blockOr(row: () => void, what: Names = WHAT.block): void {
    this.option(41, {
      GATE: () => !this.ends() && !this.separates(),
      DEF: () => {
        this.ACTION(() => this.unexpected());
        this.subrule(41, this.junk, { ARGS: [true] });
      },
    });
    this.or(41, [
      {
        GATE: () => this.opens() && this.deeper(),
        ALT: () => {
          this.block(row);
          this.shallower();
        },
      },
      {
        ALT: () => {
          this.missing(what);
        },
      },
    ]);
  }

  readonly gradeRow = this.RULE("gradeRow", (): GradeRowNode => {
    const start = this.mark();
    const name = this.SUBRULE(this.name);
    const comparison = this.OR([
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

  // ---- data ------------------------------------------------------------------------------------------------

  readonly data = this.RULE("data", (): DataNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const fields: FieldNode[] = [];
    this.#blockOr(() => fields.push(this.SUBRULE(this.field)));
    return this.node<DataNode>(start, { kind: "data", fields });
  });

  readonly field = this.RULE("field", (): FieldNode => {
    const start = this.mark();
    const name = this.SUBRULE(this.declared);
    const { type, constraints, note } = this.#fieldRest();
    return this.node<FieldNode>(start, { kind: "field", name, type, constraints, note });
  });

  #fieldRest(): Pick<FieldNode, "type" | "constraints" | "note"> {
    const type = this.subrule(50, this.fieldType);
    const constraints: (ComparisonNode | RangeNode)[] = [];
    this.many(50, {
      GATE: () => this.startsComparison() || this.at("[") || this.at("("),
      DEF: () => {
        this.or(50, [
          {
            GATE: () => this.at("[") || this.at("("),
            ALT: () => {
              constraints.push(this.subrule(51, this.range));
            },
          },
          {
            ALT: () => {
              const found = this.subrule(52, this.bareComparison);
              this.ACTION(() => {
                if (found.kind === "comparison") constraints.push(found);
                else if (found.kind === "membership") constraints.push(found.range);
              });
            },
          },
        ]);
      },
    });
    const note = this.option(51, {
      GATE: () => this.peek().kind === "text" && !this.ends(),
      DEF: () => textOnly(this.subrule(53, this.text)),
    });
    return { type, constraints, note };
  }

  readonly fieldType = this.RULE("fieldType", (): FieldTypeNode | undefined => {
    const start = this.mark();
    return this.OR([
      {
        GATE: () => this.peek().kind === "word" && !this.ends(),
        ALT: (): FieldTypeNode | undefined => {
          const word = this.keep(this.CONSUME(Word)).value;
          const kind = keywordOf(word);
          let text: string = kind !== undefined && KIND_KEYWORDS.has(kind) ? KEYWORDS[kind].zh : word;
          this.MANY({
            GATE: () => this.at("/") && this.peek(2).kind === "word",
            DEF: () => {
              this.keep(this.CONSUME(Mark));
              text += `/${this.keep(this.CONSUME2(Word)).value}`;
            },
          });
          const listed = kind === "items" || kind === "options";
          const items = this.OPTION({
            GATE: () => listed || (kind === undefined && this.opens()),
            DEF: () => {
              const found: ItemNode[] = [];
              this.#blockOr(() => {
                const item = this.SUBRULE(this.item);
                if (item !== undefined) found.push(item);
              }, WHAT.items);
              return found;
            },
          });
          return this.node<FieldTypeNode>(start, { kind: "fieldType", text, items });
        },
      },
      {
        ALT: (): FieldTypeNode | undefined => {
          this.missing(WHAT.type);
          return undefined;
        },
      },
    ]);
  });

  readonly item = this.RULE("item", (): ItemNode | undefined => {
    const start = this.mark();
    const name = this.SUBRULE(this.name);
    const note = this.OPTION({
      GATE: () => this.peek().kind === "text" && !this.ends(),
      DEF: () => textOnly(this.SUBRULE(this.text)),
    });
    return name && this.node<ItemNode>(start, { kind: "item", name, note });
  });

  /** `明细 项目 至多 200行 { … }` */
  readonly detail = this.RULE("detail", (): RowsNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared);
    const atMost = this.OPTION({
      GATE: () => this.atWord("atMost"),
      DEF: () => {
        this.keep(this.CONSUME2(Word));
        return this.SUBRULE(this.amount);
      },
    });
    const fields: FieldNode[] = [];
    this.#blockOr(() => fields.push(this.SUBRULE(this.field)));
    return this.node<RowsNode>(start, { kind: "rows", name, atMost, fields });
  });

  /** A number with its unit and nothing else. */
  readonly amount = this.RULE("amount", (): QuantityNode | undefined =>
    this.OR([
      {
        GATE: () => this.peek().kind === "number" && !this.ends(),
        ALT: (): QuantityNode | undefined => this.SUBRULE(this.quantity),
      },
      {
        ALT: (): QuantityNode | undefined => {
          this.missing({ zh: "数和单位", en: "a number and its unit" });
          return undefined;
        },
      },
    ]),
  );

  readonly statistics = this.RULE("statistics", (): StatisticsNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const rows: DefineNode[] = [];
    this.#blockOr(() => {
      const rowStart = this.mark();
      rows.push(this.#definition(rowStart));
    });
    return this.node<StatisticsNode>(start, { kind: "statistics", rows });
  });

  readonly unit = this.RULE("unit", (): UnitNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.name);
    return this.node<UnitNode>(start, { kind: "unit", name });
  });

  // ---- definitions -----------------------------------------------------------------------------------------

  readonly crossCheck = this.RULE("crossCheck", (): CrossCheckNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const title = this.SUBRULE(this.text);
    const outer = this.scope;
    this.scope = { words: TOLERANCE, outer };
    const condition = this.SUBRULE1(this.condition);
    const tolerance = this.OPTION({
      GATE: () => this.atWord("tolerance"),
      DEF: () => {
        this.keep(this.CONSUME2(Word));
        return this.SUBRULE(this.sum);
      },
    });
    this.scope = outer;
    return this.node<CrossCheckNode>(start, {
      kind: "crossCheck",
      title: textOnly(title),
      condition,
      tolerance,
    });
  });

  readonly define = this.RULE("define", (): DefineNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    return this.#definition(start);
  });

  /** `名 = …`, `名(参数) = …` */
  #definition(start: number): DefineNode {
    const name = this.subrule(60, this.name);
    const parameters = this.subrule(60, this.parameters);
    const body = this.or(60, [
      {
        GATE: () => this.at("=") || this.at(":"),
        ALT: (): ExprNode | undefined => {
          this.keep(this.consume(60, Mark));
          return this.subrule(60, this.condition);
        },
      },
      {
        ALT: (): ExprNode | undefined => {
          this.missing(WHAT.equals);
          return undefined;
        },
      },
    ]);
    return this.node<DefineNode>(start, { kind: "define", name, parameters, body });
  }

  readonly parameters = this.RULE("parameters", (): NameNode[] | undefined =>
    this.OPTION1({
      GATE: () => this.at("(") && this.deeper(),
      DEF: () => {
        const found: NameNode[] = [];
        let first = true;
        this.bracketed(() => {
          this.MANY({
            GATE: () => (first ? !this.at(")") : this.at(",")),
            DEF: () => {
              this.OPTION2({
                GATE: () => !first,
                DEF: () => {
                  this.keep(this.CONSUME(Mark));
                },
              });
              first = false;
              const name = this.SUBRULE(this.name);
              if (name !== undefined) found.push(name);
            },
          });
        });
        this.shallower();
        return found;
      },
    }),
  );

  readonly standard = this.RULE("standard", (): StandardNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.name);
    const parameters = this.SUBRULE(this.parameters) ?? [];
    const body = this.SUBRULE(this.body) ?? [];
    return this.node<StandardNode>(start, { kind: "standardDefinition", name, parameters, body });
  });

  readonly include = this.RULE("include", (): IncludeNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const path = textOnly(this.SUBRULE(this.text));
    return this.node<IncludeNode>(start, { kind: "include", path });
  });

  // ---- indicators ------------------------------------------------------------------------------------------

  readonly indicator = this.RULE("indicator", (): IndicatorNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    this.ACTION(() => this.#countIndicator(keyword));
    const name = this.SUBRULE(this.declared);
    const points = this.SUBRULE(this.sum, { ARGS: [WHAT.points] });
    const body = this.SUBRULE(this.body) ?? [];
    return this.node<IndicatorNode>(start, {
      kind: "indicator",
      keyword,
      name,
      points: present(points),
      body,
    });
  });

  #countIndicator(keyword: Token): void {
    this.#indicators++;
    if (this.#indicators !== LIMITS.indicators + 1) return;
    this.report(H1015, { what: "indicators", limit: LIMITS.indicators, found: this.#indicators }, keyword);
  }

  readonly extra = this.RULE("extra", (): ExtraNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    this.ACTION(() => this.#countIndicator(keyword));
    const sense = keywordOf(keyword.value) === "penalty" ? "penalty" : "bonus";
    const name = this.SUBRULE(this.declared);
    const atMost = this.OR([
      {
        GATE: () => this.atWord("atMost"),
        ALT: (): ExprNode => {
          this.keep(this.CONSUME2(Word));
          return this.SUBRULE(this.sum, { ARGS: [WHAT.points] });
        },
      },
      { ALT: (): ExprNode => this.missing(WHAT.atMost) },
    ]);
    const body = this.SUBRULE(this.body) ?? [];
    return this.node<ExtraNode>(start, {
      kind: "extra",
      sense,
      keyword,
      name,
      atMost: present(atMost),
      body,
    });
  });

  readonly weighted = this.RULE("weighted", (): WeightedNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const rows: WeightedNode["rows"][number][] = [];
    this.#blockOr(() => {
      const rowStart = this.mark();
      const name = this.SUBRULE(this.name);
      const share = this.SUBRULE(this.sum);
      rows.push(
        this.node<WeightedNode["rows"][number]>(rowStart, { kind: "weightRow", name, share: present(share) }),
      );
    });
    return this.node<WeightedNode>(start, { kind: "weighted", rows });
  });

  /**
   * A name that is declared here. Characters that only a quoted name may have are taken with it, up to the next
   * blank, and reported once.
   */
  readonly declared = this.RULE("declared", (what: Names = WHAT.name): NameNode | undefined => {
    const start = this.mark();
    let until = 0;
    this.ACTION(() => {
      until = this.#unquotedEnd();
    });
    return this.OR([
      {
        GATE: () => until > 0,
        ALT: (): NameNode | undefined => {
          const parts: Token[] = [];
          this.MANY({
            GATE: () => this.grain().index < until,
            DEF: () => {
              parts.push(this.keep(this.CONSUME(Any)));
            },
          });
          const text = parts.map((part) => part.text).join("");
          const token = parts[0] ?? this.lastToken;
          this.ACTION(() => {
            const fix = this.fix(
              { zh: "放进 「 」", en: "put it in 「 」" },
              true,
              token.start,
              this.lastToken.end,
              `「${text}」`,
            );
            this.report(H1017, { text: excerpt(text) }, { ...token, end: this.lastToken.end }, [fix]);
          });
          return this.node<NameNode>(start, { kind: "nameRef", token, text });
        },
      },
      { ALT: (): NameNode | undefined => this.SUBRULE(this.name, { ARGS: [what] }) },
    ]);
  });

  /** Index of the grain behind a name written with other characters, 0 when none stands here. */
  #unquotedEnd(): number {
    const first = this.grain();
    if (this.ends() || !["word", "text"].includes(first.token.kind)) return 0;
    let ahead = 2;
    let odd = first.token.kind === "text";
    for (
      ;
      this.peek(ahead).before === "" && !this.ends(ahead) && this.grain(ahead).junk.length === 0;
      ahead++
    ) {
      const { kind, text } = this.peek(ahead);
      if (kind === "symbol" && /^[=＝:：<>＜＞≤≥≠]/.test(text)) break;
      odd ||= kind !== "word";
    }
    return odd && (ahead > 2 || first.token.kind === "text") ? first.index + ahead - 1 : 0;
  }

  // ---- scenarios -------------------------------------------------------------------------------------------

  readonly scenario = this.RULE("scenario", (): ScenarioNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const title = textOnly(this.SUBRULE(this.text));
    const data: EntryNode[] = [];
    const expect: EntryNode[] = [];
    this.#blockOr(() => {
      this.OR([
        {
          GATE: () => this.atWord("data"),
          ALT: () => {
            this.keep(this.CONSUME2(Word));
            const section = this.SUBRULE1(this.entries);
            this.ACTION(() => data.push(...section));
          },
        },
        {
          GATE: () => this.atWord("expect"),
          ALT: () => {
            this.keep(this.CONSUME3(Word));
            const section = this.SUBRULE2(this.entries);
            this.ACTION(() => expect.push(...section));
          },
        },
        {
          ALT: () => {
            this.missing(WHAT.sections);
          },
        },
      ]);
    });
    return this.node<ScenarioNode>(start, { kind: "scenario", title, data, expect });
  });

  readonly entries = this.RULE("entries", (): EntryNode[] => {
    const found: EntryNode[] = [];
    this.#blockOr(() => found.push(this.SUBRULE(this.entry)));
    return found;
  });

  /** `名 值`, `名 { … }`, with a path where a name alone is not enough. */
  readonly entry = this.RULE("entry", (): EntryNode => {
    const start = this.mark();
    const path = this.SUBRULE(this.path, { ARGS: [true] });
    this.OPTION1({
      GATE: () => this.at("=") || this.at(":"),
      DEF: () => {
        this.keep(this.CONSUME1(Mark));
      },
    });
    const values: (QuantityNode | DateNode | TextNode | NameNode)[] = [];
    this.MANY({
      GATE: () => this.#startsValue(),
      DEF: () => {
        values.push(this.SUBRULE(this.entryValue));
      },
    });
    const entries = this.OR([
      {
        GATE: () => values.length === 0 && this.opens(),
        ALT: (): EntryNode[] | undefined => this.SUBRULE(this.entries),
      },
      {
        GATE: () => values.length === 0 && path.length > 0,
        ALT: (): EntryNode[] | undefined => {
          this.missing(WHAT.value);
          return undefined;
        },
      },
      { ALT: (): EntryNode[] | undefined => undefined },
    ]);
    return this.node<EntryNode>(start, { kind: "entry", path, values, entries });
  });

  #startsValue(): boolean {
    const { kind, value } = this.peek();
    if (this.ends()) return false;
    if (kind === "symbol") return value === "-" && this.peek(2).kind === "number" && !this.ends(2);
    return kind !== "end";
  }

  readonly entryValue = this.RULE("entryValue", (): QuantityNode | DateNode | TextNode | NameNode => {
    type Value = QuantityNode | DateNode | TextNode | NameNode;
    const start = this.mark();
    const is = (kind: Token["kind"]) => this.peek().kind === kind;
    return this.OR([
      { GATE: () => is("number"), ALT: (): Value => this.SUBRULE1(this.quantity) },
      {
        GATE: () => is("symbol"),
        ALT: (): Value => {
          this.keep(this.CONSUME(Mark));
          const { number, unit } = this.SUBRULE2(this.quantity);
          return this.node<QuantityNode>(start, { kind: "quantity", number: `-${number}`, unit });
        },
      },
      {
        GATE: () => is("date"),
        ALT: (): Value => {
          const { value } = this.keep(this.CONSUME(DateLiteral));
          return this.node<DateNode>(start, { kind: "date", value });
        },
      },
      { GATE: () => is("text"), ALT: (): Value => this.SUBRULE(this.text) as TextNode },
      { ALT: (): Value => this.SUBRULE(this.properName) },
    ]);
  });

  /** `部门管理/资金投入`; `dotted`: `上年.字段` too. */
  readonly path = this.RULE("path", (dotted = false): NameNode[] => {
    const path: NameNode[] = [];
    const first = this.SUBRULE1(this.declaredInPath);
    if (first !== undefined) path.push(first);
    this.MANY({
      GATE: () => this.at("/") || (dotted && this.at(".")),
      DEF: () => {
        this.keep(this.CONSUME(Mark));
        const next = this.SUBRULE2(this.name);
        if (next !== undefined) path.push(next);
      },
    });
    return path;
  });

  /** Like `declared`, but `/`, `.` and values may follow without a blank: only a name begun by a quote is mended. */
  readonly declaredInPath = this.RULE("declaredInPath", (): NameNode | undefined =>
    this.OR([
      {
        GATE: () => this.peek().kind === "text",
        ALT: (): NameNode | undefined => this.SUBRULE(this.declared),
      },
      { ALT: (): NameNode | undefined => this.SUBRULE(this.name) },
    ]),
  );

  // ---- project rows ----------------------------------------------------------------------------------------

  readonly projectRows = this.RULE("projectRows", (): ProjectRowsNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared);
    const points = present(this.SUBRULE(this.sum, { ARGS: [WHAT.points] }));
    const body: ProjectRowsNode["body"][number][] = [];
    this.#blockOr(() => {
      this.OR([
        { GATE: () => this.atWord("group"), ALT: () => void body.push(this.SUBRULE(this.projectGroup)) },
        { GATE: () => this.atWord("eachGroup"), ALT: () => void body.push(this.SUBRULE(this.projectCount)) },
        { GATE: () => this.#startsUse(), ALT: () => void body.push(this.SUBRULE(this.projectUse)) },
        { ALT: () => void body.push(this.SUBRULE(this.statement)) },
      ]);
    });
    return this.node<ProjectRowsNode>(start, { kind: "projectRows", keyword, name, points, body });
  });

  #startsUse(): boolean {
    const { kind, value } = this.peek();
    return (kind === "symbol" && SIGNS.has(value)) || this.atWord("qualitative");
  }

  readonly projectGroup = this.RULE("projectGroup", (): ProjectGroupNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared);
    const points = present(this.SUBRULE(this.sum, { ARGS: [WHAT.points] }));
    const categories: NameNode[] = [];
    this.#blockOr(() => {
      const category = this.SUBRULE(this.name);
      if (category !== undefined) categories.push(category);
    });
    return this.node<ProjectGroupNode>(start, { kind: "projectGroup", name, points, categories });
  });

  readonly projectCount = this.RULE("projectCount", (): ProjectCountNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const outer = this.scope;
    this.scope = { words: COUNTS, outer };
    const atLeast = this.OPTION1({
      GATE: () => this.atWord("atLeast"),
      DEF: () => {
        this.keep(this.CONSUME2(Word));
        return this.SUBRULE1(this.sum);
      },
    });
    const atMost = this.OPTION2({
      GATE: () => this.atWord("atMost"),
      DEF: () => {
        this.keep(this.CONSUME3(Word));
        return this.SUBRULE2(this.sum);
      },
    });
    this.scope = outer;
    return this.node<ProjectCountNode>(start, { kind: "projectCount", atLeast, atMost });
  });

  readonly projectUse = this.RULE("projectUse", (): ProjectUseNode => {
    const start = this.mark();
    const sign = this.OR1([
      {
        GATE: () => this.peek().kind === "symbol",
        ALT: (): ProjectUseNode["sign"] => this.keep(this.CONSUME(Mark)).value as ComparisonSign,
      },
      {
        ALT: (): ProjectUseNode["sign"] => {
          this.keep(this.CONSUME1(Word));
          return "qualitative";
        },
      },
    ]);
    const outer = this.scope;
    this.scope = { words: USE, outer };
    const method = this.OR2([
      {
        GATE: () => this.atWord("use"),
        ALT: (): PhraseNode | undefined => {
          this.keep(this.CONSUME2(Word));
          const found = this.SUBRULE(this.method);
          return found.kind === "phrase" ? found : undefined;
        },
      },
      {
        ALT: (): PhraseNode | undefined => {
          this.missing(WHAT.use);
          return undefined;
        },
      },
    ]);
    this.scope = outer;
    return this.node<ProjectUseNode>(start, { kind: "projectUse", sign, method });
  });

  // ---- amendments ------------------------------------------------------------------------------------------

  readonly amendment = this.RULE("amendment", (): AmendmentNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    const sense = (keywordOf(keyword.value) ?? "amend") as AmendmentNode["sense"];
    let subject: Token | undefined;
    let path: readonly NameNode[] = [];
    let points: ExprNode | undefined;
    let place: PlaceNode | undefined;
    let body: readonly StatementNode[] | undefined;
    let adjustments: AdjustmentNode[] | undefined;
    let statement: StatementNode | undefined;
    this.OR([
      {
        GATE: () => this.atWord("indicator") || this.atWord("bonus") || this.atWord("penalty"),
        ALT: () => {
          subject = this.keep(this.CONSUME2(Word));
          path = this.SUBRULE(this.path);
          const outer = this.scope;
          this.scope = { words: PLACE, outer };
          this.OPTION1({
            GATE: () => sense === "add",
            DEF: () => {
              this.OPTION2({
                GATE: () => this.atWord("atMost"),
                DEF: () => {
                  this.keep(this.CONSUME3(Word));
                },
              });
              points = present(this.SUBRULE(this.sum, { ARGS: [WHAT.points] }));
              place = this.OPTION3({
                GATE: () => this.atWord("under"),
                DEF: () => this.SUBRULE(this.place),
              });
            },
          });
          this.scope = outer;
          body = this.OPTION4({
            GATE: () => sense !== "remove",
            DEF: () => this.SUBRULE(this.body, { ARGS: ["amendment"] }),
          });
        },
      },
      {
        GATE: () => sense === "adjust" && this.atWord("data"),
        ALT: () => {
          subject = this.keep(this.CONSUME4(Word));
          const found: AdjustmentNode[] = [];
          this.#blockOr(() => found.push(this.SUBRULE(this.adjustment)));
          adjustments = found;
        },
      },
      {
        GATE: () => this.#startsStatement(),
        ALT: () => {
          statement = this.SUBRULE(this.statement);
        },
      },
      {
        ALT: () => {
          this.missing({ zh: "所要变动的，如 指标、数据", en: "what changes, such as indicator or data" });
        },
      },
    ]);
    return this.node<AmendmentNode>(start, {
      kind: "amendment",
      sense,
      keyword,
      subject,
      path,
      points,
      place,
      body,
      adjustments,
      statement,
    });
  });

  /** A statement other than an amendment. */
  #startsStatement(): boolean {
    const { kind, value } = this.peek();
    const keyword = STATEMENT_WORDS.get(value);
    const amends = keyword === "amend" || keyword === "remove" || keyword === "add" || keyword === "adjust";
    return kind === "word" && !this.ends() && !amends;
  }

  readonly place = this.RULE("place", (): PlaceNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const under = this.SUBRULE(this.path);
    let where: PlaceNode["where"];
    const sibling = this.OPTION({
      GATE: () => this.atWord("after") || this.atWord("before"),
      DEF: () => {
        where = keywordOf(this.keep(this.CONSUME2(Word)).value) === "before" ? "before" : "after";
        return this.SUBRULE(this.name);
      },
    });
    return this.node<PlaceNode>(start, { kind: "place", under, where, sibling });
  });

  readonly adjustment = this.RULE("adjustment", (): AdjustmentNode => {
    const start = this.mark();
    const name = this.SUBRULE1(this.name);
    let was: NameNode | undefined;
    let unit: FieldTypeNode | undefined;
    let field: FieldNode | undefined;
    this.OR([
      {
        GATE: () => this.atWord("was"),
        ALT: () => {
          this.keep(this.CONSUME1(Word));
          was = this.SUBRULE2(this.name);
        },
      },
      {
        GATE: () => this.atWord("unit"),
        ALT: () => {
          this.keep(this.CONSUME2(Word));
          unit = this.SUBRULE(this.fieldType);
        },
      },
      {
        GATE: () => this.peek().kind === "word" && !this.ends(),
        ALT: () => {
          const rest = this.#fieldRest();
          field = this.node<FieldNode>(start, { kind: "field", name, ...rest });
        },
      },
      {
        ALT: () => {
          this.missing(WHAT.adjustment);
        },
      },
    ]);
    return this.node<AdjustmentNode>(start, { kind: "adjustment", name, was, unit, field });
  });
}

function present(expression: ExprNode): ExprNode | undefined {
  return expression.kind === "missing" ? undefined : expression;
}

function comparisonOnly(expression: ExprNode | undefined): ComparisonNode | undefined {
  return expression?.kind === "comparison" ? expression : undefined;
}

function textOnly(found: TextNode | { readonly kind: "missing" }): TextNode | undefined {
  return found.kind === "textLiteral" ? found : undefined;
}
