/** Parses 核对, 定义, 方法 and 引用. */
import { Blocks, textOnly } from "./blocks.ts";
import { wordsOf } from "../keywords.ts";
import { Mark, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type { CrossCheckNode, DefineNode, ExprNode, IncludeNode, NameNode, StandardNode } from "./tree.ts";

const AN_EQUALS: Names = { zh: "=", en: "=" };
const TOLERANCE = wordsOf("tolerance");

export abstract class Definitions extends Blocks {
  readonly crossCheck = this.RULE("crossCheck", (): CrossCheckNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const title = this.SUBRULE(this.text);
    const outer = this.reserved;
    this.reserved = { words: TOLERANCE, outer };
    const condition = this.SUBRULE1(this.condition);
    const tolerance = this.OPTION({
      GATE: () => this.atWord("tolerance"),
      DEF: () => {
        this.keep(this.CONSUME2(Word));
        return this.SUBRULE(this.sum);
      },
    });
    this.reserved = outer;
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
    return this.definition(start);
  });

  /** `名 = …`, `名(参数) = …` */
  protected definition(start: number): DefineNode {
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
          this.missing(AN_EQUALS);
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
}
