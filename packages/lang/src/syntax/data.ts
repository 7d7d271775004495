/** Parses 数据, 明细 and their fields, 统计 and 单位. */
import { A_FIELD, textOnly } from "./blocks.ts";
import { Definitions } from "./definitions.ts";
import { KEYWORDS, keywordOf } from "./keywords.ts";
import type { Keyword } from "./keywords.ts";
import { Mark, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type {
  ComparisonNode,
  DataNode,
  DefineNode,
  FieldNode,
  FieldTypeNode,
  ItemNode,
  QuantityNode,
  RangeNode,
  RowsNode,
  StatisticsNode,
  UnitNode,
} from "./tree.ts";
import { H1008 } from "./H1008-unexpected/index.ts";

const A_TYPE: Names = {
  zh: "单位或类型，如 万元、比率、清单",
  en: "a unit or a kind, such as 万元, ratio, items",
};
const ITEMS: Names = { zh: "{ 项, 项 }", en: "{ item, item }" };
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
    // `编制人数：人` as in a list; a sign without a number behind it is no range.
    this.option(52, {
      GATE: () => (this.at(":") || this.at("=")) && this.peek(2).kind === "word" && !this.ends(2),
      DEF: () => {
        this.ACTION(() => {
          const { text, start, end } = this.peek();
          const fix = this.fix({ zh: "改为空格", en: "write a blank" }, true, start, end, " ");
          this.fault(H1008, { found: text, rest: "read" }, [fix]);
        });
        this.keep(this.consume(53, Mark));
      },
    });
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
          // 万 元, as columns of a table are pasted.
          this.OPTION1({
            GATE: () => this.peek().kind === "word" && !this.ends() && this.isUnit(word + this.peek().value),
            DEF: () => {
              this.ACTION(() => {
                const [from, to] = [this.lastToken.end, this.peek().start];
                const fix = this.fix({ zh: "去掉空格", en: "take the blank out" }, true, from, to, "");
                this.fault(H1008, { found: this.peek().text, rest: "unread" }, [fix]);
              });
              text += this.keep(this.CONSUME3(Word)).value;
            },
          });
          const listed = kind === "items" || kind === "options";
          const items = this.OPTION({
            GATE: () => listed || (kind === undefined && this.opens()),
            DEF: () => {
              const found: ItemNode[] = [];
              this.blockOr(() => {
                const item = this.SUBRULE(this.item);
                if (item !== undefined) found.push(item);
              }, ITEMS);
              return found;
            },
          });
          return this.node<FieldTypeNode>(start, { kind: "fieldType", text, items });
        },
      },
      {
        ALT: (): FieldTypeNode | undefined => {
          this.missing(A_TYPE);
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
