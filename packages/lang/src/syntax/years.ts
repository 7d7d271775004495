/** Parses what one year changes of the year before: 修改, 删除, 新增 and 调整. */
import { ITS_POINTS, present, textOnly } from "./blocks.ts";
import { keywordOf, wordsOf, type Keyword } from "../keywords.ts";
import { Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import { Scenarios } from "./scenarios.ts";
import type {
  AdjustmentNode,
  AmendmentNode,
  ExprNode,
  FieldNode,
  FieldTypeNode,
  NameNode,
  PlaceNode,
  StatementNode,
  TextNode,
  Token,
} from "./tree.ts";

const AN_ADJUSTMENT: Names = { zh: "原名、单位，或字段的类型", en: "was, unit, or the type of the field" };
const PLACE = wordsOf("under", "after", "before");
/** What is taken out by its name, and what by its title; all else there is one of, or all of that kind is meant. */
const NAMED: ReadonlySet<Keyword> = new Set(["data", "rows", "define", "method", "unit"] as const);
const TITLED: ReadonlySet<Keyword> = new Set(["crossCheck", "scenario"] as const);
const AMENDING: ReadonlySet<Keyword | undefined> = new Set(["amend", "remove", "add", "adjust"] as const);

export abstract class Years extends Scenarios {
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
    let names: NameNode[] | undefined;
    let title: TextNode | undefined;
    this.OR([
      {
        GATE: () => this.atWord("indicator") || this.atWord("bonus") || this.atWord("penalty"),
        ALT: () => {
          subject = this.keep(this.CONSUME2(Word));
          const outer = this.reserved;
          this.reserved = { words: PLACE, outer };
          path = this.SUBRULE(this.path);
          this.OPTION1({
            GATE: () => sense === "add",
            DEF: () => {
              this.OPTION2({
                GATE: () => this.atWord("atMost"),
                DEF: () => {
                  this.keep(this.CONSUME3(Word));
                },
              });
              points = present(this.SUBRULE(this.sum, { ARGS: [ITS_POINTS] }));
            },
          });
          place = this.OPTION3({
            GATE: () => sense !== "remove" && this.#atPlace(),
            DEF: () => this.SUBRULE(this.place),
          });
          this.reserved = outer;
          body = this.OPTION4({
            GATE: () => sense !== "remove" && (place === undefined || this.opens()),
            DEF: () => this.SUBRULE(this.body, { ARGS: [sense === "add" ? "body" : "amendment"] }),
          });
        },
      },
      {
        GATE: () => sense === "adjust" && this.atWord("data"),
        ALT: () => {
          subject = this.keep(this.CONSUME4(Word));
          const found: AdjustmentNode[] = [];
          this.blockOr(() => found.push(this.SUBRULE(this.adjustment)));
          adjustments = found;
        },
      },
      {
        GATE: () => sense === "remove" && this.#startsStatement(),
        ALT: () => {
          subject = this.keep(this.CONSUME5(Word));
          const kind = keywordOf(subject.value);
          this.OPTION5({
            GATE: () => kind !== undefined && NAMED.has(kind),
            DEF: () => {
              names = this.SUBRULE(this.removed);
            },
          });
          this.OPTION6({
            GATE: () => kind !== undefined && TITLED.has(kind),
            DEF: () => {
              title = textOnly(this.SUBRULE(this.text));
            },
          });
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
      names,
      title,
    });
  });

  /** `删除 数据 { 甲; 乙 }`, `删除 定义 甲` */
  readonly removed = this.RULE("removed", (): NameNode[] => {
    const found: NameNode[] = [];
    const add = (name: NameNode | undefined): void => {
      if (name !== undefined) found.push(name);
    };
    this.OR([
      { GATE: () => this.opens(), ALT: () => this.blockOr(() => add(this.SUBRULE1(this.name))) },
      { ALT: () => add(this.SUBRULE2(this.name)) },
    ]);
    return found;
  });

  /** A statement other than an amendment. */
  #startsStatement(): boolean {
    const { kind, value } = this.peek();
    return kind === "word" && !this.ends() && !AMENDING.has(keywordOf(value));
  }

  #atPlace(): boolean {
    return this.atWord("under") || this.atWord("after") || this.atWord("before");
  }

  readonly place = this.RULE("place", (): PlaceNode => {
    const start = this.mark();
    const under = this.OPTION1({
      GATE: () => this.atWord("under"),
      DEF: () => {
        this.keep(this.CONSUME1(Word));
        return this.SUBRULE(this.path);
      },
    });
    let where: PlaceNode["where"];
    const sibling = this.OPTION2({
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
          const rest = this.fieldRest();
          field = this.node<FieldNode>(start, { kind: "field", name, ...rest });
        },
      },
      {
        ALT: () => {
          this.missing(AN_ADJUSTMENT);
        },
      },
    ]);
    return this.node<AdjustmentNode>(start, { kind: "adjustment", name, was, unit, field });
  });
}
