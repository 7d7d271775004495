/** Parses 自定指标: the indicators that each project sets for itself. */
import { ITS_POINTS, present } from "./blocks.ts";
import { wordsOf } from "../keywords.ts";
import { SIGNS } from "./known-words.ts";
import { Mark, Word } from "./token-types.ts";
import type { Names } from "../names.ts";
import type {
  ComparisonSign,
  NameNode,
  PhraseNode,
  ProjectCountNode,
  ProjectGroupNode,
  ProjectRowsNode,
  ProjectUseNode,
} from "./tree.ts";
import { Years } from "./years.ts";

const A_USE: Names = { zh: "用 和评分方法", en: "use and a method" };
const COUNTS = wordsOf("atLeast", "atMost");
const USE = wordsOf("use");

export abstract class Projects extends Years {
  readonly projectRows = this.RULE("projectRows", (): ProjectRowsNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    const name = this.SUBRULE(this.declared);
    const points = present(this.SUBRULE(this.sum, { ARGS: [ITS_POINTS] }));
    const body: ProjectRowsNode["body"][number][] = [];
    this.blockOr(() => {
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
    const points = present(this.SUBRULE(this.sum, { ARGS: [ITS_POINTS] }));
    const categories: NameNode[] = [];
    this.blockOr(() => {
      const category = this.SUBRULE(this.name);
      if (category !== undefined) categories.push(category);
    });
    return this.node<ProjectGroupNode>(start, { kind: "projectGroup", name, points, categories });
  });

  readonly projectCount = this.RULE("projectCount", (): ProjectCountNode => {
    const start = this.mark();
    this.keep(this.CONSUME1(Word));
    const outer = this.reserved;
    this.reserved = { words: COUNTS, outer };
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
    this.reserved = outer;
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
    const outer = this.reserved;
    this.reserved = { words: USE, outer };
    const method = this.OR2([
      {
        GATE: () => this.atWord("use"),
        ALT: (): PhraseNode | undefined => {
          this.keep(this.CONSUME2(Word));
          this.ofFiledRows = true;
          const found = this.SUBRULE(this.method);
          this.ofFiledRows = false;
          return found.kind === "phrase" ? found : undefined;
        },
      },
      {
        ALT: (): PhraseNode | undefined => {
          this.missing(A_USE);
          return undefined;
        },
      },
    ]);
    this.reserved = outer;
    return this.node<ProjectUseNode>(start, { kind: "projectUse", sign, method });
  });
}
