/** Parses 案例: the data it gives, and what is expected of them. */
import { textOnly } from "./blocks.ts";
import { Indicators } from "./indicators.ts";
import { DateLiteral, Mark, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type { DateNode, EntryNode, NameNode, QuantityNode, ScenarioNode, TextNode, Token } from "./tree.ts";

const A_VALUE: Names = { zh: "数据的值", en: "a value" };
const SECTIONS: Names = { zh: "数据 { … } 或 应得 { … }", en: "data { … } or expect { … }" };

export abstract class Scenarios extends Indicators {
  readonly scenario = this.RULE("scenario", (): ScenarioNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const title = textOnly(this.SUBRULE(this.text));
    const data: EntryNode[] = [];
    const expect: EntryNode[] = [];
    this.blockOr(() => {
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
            this.missing(SECTIONS);
          },
        },
      ]);
    });
    return this.node<ScenarioNode>(start, { kind: "scenario", title, data, expect });
  });

  readonly entries = this.RULE("entries", (): EntryNode[] => {
    const found: EntryNode[] = [];
    this.blockOr(() => found.push(this.SUBRULE(this.entry)));
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
          this.missing(A_VALUE);
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
}
