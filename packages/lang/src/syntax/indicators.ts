/** Parses 指标, 加分项, 扣分项 and 加权. */
import { AN_INDICATOR, ITS_POINTS, present } from "./blocks.ts";
import { Data } from "./data.ts";
import type { Input } from "./grammar.ts";
import { keywordOf, wordsOf } from "../keywords.ts";
import { Any, Word } from "./token-types.ts";
import { LIMITS } from "../limits.ts";
import type { Names } from "../names.ts";
import type { ExprNode, ExtraNode, IndicatorNode, NameNode, Token, WeightedNode } from "./tree.ts";
import { H1008 } from "./H1008-unexpected/index.ts";
import { H1020 } from "./H1020-points-inside/index.ts";
import { H1015 } from "./H1015-limit/index.ts";

const OF_ITS_POINTS: { ARGS: [Names] } = { ARGS: [ITS_POINTS] };
const OF_AN_INDICATOR: { ARGS: [Names] } = { ARGS: [AN_INDICATOR] };
/** Words for an indicator's points. */
export const POINT_WORDS: ReadonlySet<string> = new Set([...wordsOf("points", "fullMarks"), "权重"]);
/** How many tokens of a block are looked at. */
const FARTHEST = 200;
const AT_MOST: Names = { zh: "至多 和分数", en: "atMost and points" };

export abstract class Indicators extends Data {
  #indicators = 0;

  protected override begin(input: Input): void {
    super.begin(input);
    this.pointsInside = -1;
    this.indicatorName = undefined;
    this.#indicators = 0;
  }

  readonly indicator = this.RULE("indicator", (): IndicatorNode => {
    const start = this.mark();
    const keyword = this.keep(this.CONSUME1(Word));
    this.#countIndicator(keyword);
    if (this.RECORDING_PHASE || this.#needlessColon()) this.OPTION1(this.#needlessSign);
    const name = this.SUBRULE(this.declared, OF_AN_INDICATOR);
    if (!this.RECORDING_PHASE) this.#lookInside(name);
    if (this.RECORDING_PHASE || this.#needless()) this.OPTION(this.#needlessWord);
    const points = this.SUBRULE(this.sum, OF_ITS_POINTS);
    const outer = this.indicatorName;
    this.indicatorName = name?.text;
    const body = this.SUBRULE(this.body) ?? [];
    this.indicatorName = outer;
    return this.node<IndicatorNode>(start, {
      kind: "indicator",
      keyword,
      name,
      points: present(points),
      body,
    });
  });

  /** `指标 甲 分值 20分`, `指标 甲：20分`. */
  #needless(): boolean {
    const sign = this.atWord("points") || this.at(":") || this.at("=");
    return sign && this.peek(2).kind === "number" && !this.ends(2);
  }

  /** `指标：预算执行率 10分` */
  #needlessColon(): boolean {
    const { kind } = this.peek(2);
    return (this.at(":") || this.at("=")) && (kind === "word" || kind === "name") && !this.ends(2);
  }

  readonly #needlessWord = (): void => {
    this.ACTION(() => this.#tellNeedless());
    this.keep(this.CONSUME(Any));
  };
  readonly #needlessSign = (): void => {
    this.ACTION(() => this.#tellNeedless());
    this.keep(this.CONSUME1(Any));
  };

  #tellNeedless(): void {
    const { text, start, end, before } = this.peek();
    const [from, put] = before === "" ? [start, " "] : [start - 1, ""];
    const gap = this.peek(2).before === "" ? " " : put;
    const fix = this.fix({ zh: "删去它", en: "take it out" }, true, from, end, gap);
    this.fault(H1008, { found: text, rest: "read" }, [fix]);
  }

  /** Points that are missing before the block stand in it, on a line of their own. */
  #lookInside(name: NameNode | undefined): void {
    if (name === undefined || !this.opens() || this.faulty()) return;
    let open = 0;
    for (let ahead = 2; ahead < FARTHEST; ahead++) {
      const { kind, value } = this.peek(ahead);
      if (kind === "end") return;
      if (value === "{") open++;
      else if (value === "}" && open-- === 0) return;
      const row = this.peek(ahead).startsLine || [";", "{"].includes(this.peek(ahead - 1).value);
      if (open === 0 && row && kind === "word" && POINT_WORDS.has(value) && this.#tellInside(ahead, name))
        return;
    }
  }

  #tellInside(ahead: number, name: NameNode): boolean {
    const token = this.peek(ahead);
    const sign = this.peek(ahead + 1).value;
    const at = sign === "=" || sign === ":" ? ahead + 2 : ahead + 1;
    const [number, unit, next] = [this.peek(at), this.peek(at + 1), this.peek(at + 2)];
    if (number.kind !== "number" || unit.value !== "分") return false;
    const points = number.text + unit.text;
    const last = this.peek(ahead - 1);
    // Without the line: from the end of what stands before to the end of the points, a semicolon behind included.
    const until = next.value === ";" ? next.end : unit.end;
    const whole = next.startsLine || [";", "}"].includes(next.value);
    const put = this.fix(
      { zh: `移到“${name.text}”后面`, en: `move them behind “${name.text}”` },
      whole,
      // A comment before it stays.
      /\S/.test(token.before) ? token.start : last.end,
      until,
      "",
    );
    const [row] = put.edits;
    const moved = row && { ...row, start: name.end, end: name.end, text: ` ${points}` };
    const fix = { ...put, edits: moved ? [moved, row] : [] };
    this.report(H1020, { word: token.text, name: name.text, points }, token, [fix]);
    this.excuse(); // that they are missing here is the same mistake
    this.pointsInside = token.start;
    return true;
  }

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
