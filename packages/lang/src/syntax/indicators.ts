/** Parses 指标, 加分项, 扣分项 and 加权. */
import { ITS_POINTS, present } from "./blocks.ts";
import { Data } from "./data.ts";
import type { Input } from "./grammar.ts";
import { keywordOf } from "./keywords.ts";
import { Word } from "./token-types.ts";
import { LIMITS } from "../limits.ts";
import type { Names } from "../names.ts";
import type { ExprNode, ExtraNode, IndicatorNode, Token, WeightedNode } from "./tree.ts";
import { H1015 } from "./H1015-limit/index.ts";

const OF_ITS_POINTS: { ARGS: [Names] } = { ARGS: [ITS_POINTS] };
const AT_MOST: Names = { zh: "至多 和分数", en: "atMost and points" };

export abstract class Indicators extends Data {
  #indicators = 0;

  protected override begin(input: Input): void {
    super.begin(input);
    this.#indicators = 0;
  }

  readonly indicator = this.RULE("indicator", (): IndicatorNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    this.#countIndicator(keyword);
    const name = this.SUBRULE(this.declared);
    const points = this.SUBRULE(this.sum, OF_ITS_POINTS);
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
    this.#countIndicator(keyword);
    const sense = keywordOf(keyword.value) === "penalty" ? "penalty" : "bonus";
    const name = this.SUBRULE(this.declared);
    const atMost = this.OR([
      {
        GATE: () => this.atWord("atMost"),
        ALT: (): ExprNode => {
          this.keep(this.CONSUME2(Word));
          return this.SUBRULE(this.sum, { ARGS: [ITS_POINTS] });
        },
      },
      { ALT: (): ExprNode => this.missing(AT_MOST) },
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
    this.blockOr(() => {
      const rowStart = this.mark();
      const name = this.SUBRULE(this.name);
      const share = this.SUBRULE(this.sum);
      rows.push(
        this.node<WeightedNode["rows"][number]>(rowStart, { kind: "weightRow", name, share: present(share) }),
      );
    });
    return this.node<WeightedNode>(start, { kind: "weighted", rows });
  });
}
