/** Parses 数据, 明细 and their fields, 统计 and 单位. */
import { A_FIELD, textOnly } from "./blocks.ts";
import { Definitions } from "./definitions.ts";
import { isKind, keywordOf, KEYWORDS } from "../keywords.ts";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { Any, Mark, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type {
  ComparisonNode,
  DataNode,
  DefineNode,
  ExprNode,
  FieldNode,
  FieldTypeNode,
  ItemNode,
  QuantityNode,
  RangeNode,
  RowsNode,
  StatisticsNode,
  TextNode,
  UnitNode,
} from "./tree.ts";
import { H1008 } from "./H1008-unexpected/index.ts";

const A_TYPE: Names = {
  zh: "单位或类型，如 万元、比率、清单",
  en: "a unit or a kind, such as 万元, ratio, items",
};
const ITEMS: Names = { zh: "{ 项, 项 }", en: "{ item, item }" };

const COMMA: Names = { zh: "用逗号隔开", en: "put commas" };

const NO_CONSTRAINTS: FieldNode["constraints"] = [];

export abstract class Data extends Definitions {
  readonly data = this.RULE("data", (): DataNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const fields: FieldNode[] = [];
    this.blockOr(() => fields.push(this.SUBRULE(this.field)));
    return this.node<DataNode>(start, { kind: "data", fields });
  });

  readonly field = this.RULE("field", (): FieldNode => {
    const start = this.mark();
    const name = this.SUBRULE(this.declared, { ARGS: [A_FIELD] });
    const { type, constraints, note } = this.fieldRest();
    return this.node<FieldNode>(start, { kind: "field", name, type, constraints, note });
  });

  protected fieldRest(): Pick<FieldNode, "type" | "constraints" | "note"> {
    if (this.RECORDING_PHASE || this.#listed()) this.option(52, this.#needlessSign);
    const type = this.subrule(50, this.fieldType);
    const constraints =
      this.RECORDING_PHASE || this.#startsConstraint() ? this.#constraints() : NO_CONSTRAINTS;
    const note = this.RECORDING_PHASE || this.#startsNote() ? this.option(51, this.#note) : undefined;
    return { type, constraints, note };
  }

  /** `编制人数：人` as in a list; a sign without a number behind it is no range. */
  #listed(): boolean {
    return (this.at(":") || this.at("=")) && this.peek(2).kind === "word" && !this.ends(2);
  }

  readonly #needlessSign = (): void => {
    this.ACTION(() => {
      const { text, start, end } = this.peek();
      const fix = this.fix({ zh: "改为空格", en: "write a blank" }, true, start, end, " ");
      this.fault(H1008, { found: text, rest: "read" }, [fix]);
    });
    this.keep(this.consume(53, Mark));
  };

  #startsConstraint(): boolean {
    return this.startsComparison() || this.#startsRange();
  }

  #startsRange(): boolean {
    return this.at("[") || this.at("(");
  }

  #startsNote(): boolean {
    return this.peek().kind === "text" && !this.ends();
  }

  readonly #note = (): TextNode | undefined => textOnly(this.subrule(53, this.text));

  #constraints(): FieldNode["constraints"] {
    this.#found = undefined;
    this.many(50, this.#manyConstraints);
    return this.#found ?? NO_CONSTRAINTS;
  }

  // The constraints of the field at hand.
  #found: (ComparisonNode | RangeNode)[] | undefined;
  readonly #constraintKinds = [
    {
      GATE: () => this.#startsRange(),
      ALT: (): ExprNode | RangeNode => this.subrule(51, this.range),
    },
    { ALT: (): ExprNode | RangeNode => this.subrule(52, this.bareComparison) },
  ];
  readonly #manyConstraints = {
    GATE: () => this.#startsConstraint(),
    DEF: (): void => {
      const written = this.or(50, this.#constraintKinds);
      const constraint = written.kind === "membership" ? written.range : written;
      if (constraint.kind !== "comparison" && constraint.kind !== "range") return;
      if (this.#found === undefined) this.#found = [constraint];
      else this.#found.push(constraint);
    },
  };

  readonly fieldType = this.RULE("fieldType", (): FieldTypeNode | undefined => this.OR(this.#typeKinds));

  readonly #typeKinds = [
    {
      GATE: () => this.peek().kind === "word" && !this.ends(),
      ALT: (): FieldTypeNode | undefined => {
        const start = this.mark();
        const word = this.keep(this.CONSUME(Word)).value;
        const kind = keywordOf(word);
        let text: string = kind !== undefined && isKind(kind) ? KEYWORDS[kind].zh : word;
        if (this.RECORDING_PHASE || this.at("/")) text += this.#divisors();
        if (this.RECORDING_PHASE || this.#pasted(word)) text += this.OPTION1(this.#restOfUnit) ?? "";
        const listed = kind === "items" || kind === "options" || (kind === undefined && this.opens());
        const items = this.RECORDING_PHASE || listed ? this.OPTION(this.#items) : undefined;
        return this.node<FieldTypeNode>(start, { kind: "fieldType", text, items });
      },
    },
    {
      ALT: (): FieldTypeNode | undefined => {
        this.missing(A_TYPE);
        return undefined;
      },
    },
  ];

  /** `/人`: what follows the first word of a unit. */
  #divisors(): string {
    let text = "";
    this.MANY({
      GATE: () => this.at("/") && this.peek(2).kind === "word",
      DEF: () => {
        this.keep(this.CONSUME(Mark));
        text += `/${this.keep(this.CONSUME2(Word)).value}`;
      },
    });
    return text;
  }

  /** 万 元, as columns of a table are pasted. */
  #pasted(word: string): boolean {
    return this.peek().kind === "word" && !this.ends() && this.isUnit(word + this.peek().value);
  }

  readonly #restOfUnit = (): string => {
    this.ACTION(() => {
      const [from, to] = [this.lastToken.end, this.peek().start];
      const fix = this.fix({ zh: "去掉空格", en: "take the blank out" }, true, from, to, "");
      this.fault(H1008, { found: this.peek().text, rest: "unread" }, [fix]);
    });
    return this.keep(this.CONSUME3(Word)).value;
  };

  readonly #items = (): ItemNode[] => {
    const found: ItemNode[] = [];
    if (this.RECORDING_PHASE || this.#bareItems()) this.OPTION2(this.#unbraced);
    let told = false;
    this.blockOr(() => {
      const item = this.SUBRULE(this.item);
      if (item !== undefined) found.push(item);
      this.MANY1({
        GATE: () => this.#separatesItems(),
        DEF: () => {
          if (!told) this.ACTION(() => this.#commas());
          told = true;
          this.keep(this.CONSUME1(Any));
          const next = this.SUBRULE1(this.item);
          if (next !== undefined) found.push(next);
        },
      });
    }, ITEMS);
    return found;
  };

  /** `选项：完备、基本完备`, `选项（完备、基本完备）`: no block, but a list all the same. */
  #bareItems(): boolean {
    const ahead = this.at(":") || this.at("(") ? 2 : 1;
    const { kind } = this.peek(ahead);
    return !this.opens() && (kind === "word" || kind === "name") && !this.ends(ahead);
  }

  readonly #unbraced = (): void => {
    this.ACTION(() => {
      const { start } = this.peek();
      const { text, end } = this.rest();
      const items = text.replace(/^[:：(（]\s*/, "").replace(/\s*[)）]$/, "");
      const mended = `{ ${items} }`;
      this.expected(ITEMS, [
        this.fix({ zh: `改为 ${mended}`, en: `write ${mended}` }, false, start, end, mended),
      ]);
    });
    this.MANY2({
      GATE: () => !this.ends(),
      DEF: () => {
        this.keep(this.CONSUME2(Any));
      },
    });
    this.ACTION(() => this.excuse());
  };

  /** `完备/基本完备`, `完备 或 基本完备` */
  #separatesItems(): boolean {
    const { kind } = this.peek(2);
    return (this.at("/") || this.atWord("or")) && (kind === "word" || kind === "name") && !this.ends(2);
  }

  /** Told at the first, for all that follow. */
  #commas(): void {
    const first = this.peek();
    const edits: TextEdit[] = [];
    for (let ahead = 1; !this.ends(ahead); ahead++) {
      const token = this.peek(ahead);
      if (!this.at("/", ahead) && !this.atWord("or", ahead)) continue;
      const start = this.peek(ahead).start - (token.before === " " ? 1 : 0);
      const [edit] = this.fix(COMMA, true, start, token.end, token.before === " " ? "," : ", ").edits;
      if (edit) edits.push(edit);
    }
    this.report(H1008, { found: first.text, rest: "comma" }, first, [{ title: COMMA, safe: true, edits }]);
  }

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
    this.blockOr(() => fields.push(this.SUBRULE(this.field)));
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
    this.blockOr(() => {
      const rowStart = this.mark();
      rows.push(this.definition(rowStart));
    });
    return this.node<StatisticsNode>(start, { kind: "statistics", rows });
  });

  readonly unit = this.RULE("unit", (): UnitNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.name);
    return this.node<UnitNode>(start, { kind: "unit", name });
  });
}
