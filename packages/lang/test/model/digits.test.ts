import {
  absolute,
  add,
  bits,
  ceiling,
  divide,
  floor,
  fraction,
  FRACTION_BITS,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  power10,
  reduce,
  roundHalfUp,
  type Fraction,
} from "@heng/number";
import { describe, expect, it } from "vitest";
import type { Expr } from "../../src/core/program.ts";
import { NUMBER, RATIO, type Type } from "../../src/core/type.ts";
import { sizeOf, type Size } from "../../src/model/digits.ts";
import { unitType } from "../../src/model/units.ts";
import { Random } from "./random.ts";
import { check } from "./check.ts";

// HENG_SEED to run a failure again, HENG_ROUNDS for more.
const SEED = Number(process.env["HENG_SEED"] ?? 20_261_124);
const ROUNDS = Number(process.env["HENG_ROUNDS"] ?? 3_000);

const unit = (text: string): Type => unitType(text, new Set())?.type ?? NUMBER;
const UNITS = ["元", "万元", "亿元", "元/人", "元/万人", "亿元/人", "人", "天"];

/** A random expression, with its value for random figures as an evaluator works it out. */
class Maker {
  readonly #random: Random;
  /** Every figure met on the way, in lowest terms. */
  readonly met: Fraction[] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  make(depth: number): { readonly of: Expr; readonly value: Fraction } {
    const made = depth === 0 ? this.#atom() : this.#node(depth);
    const value = reduce(made.value);
    this.met.push(value);
    return { of: made.of, value };
  }

  #digits(most: number): string {
    const count = 1 + this.#random.below(most);
    return Array.from({ length: count }, () => this.#random.below(10)).join("");
  }

  #decimal(): Fraction {
    const places = this.#random.below(13);
    const whole = this.#random.below(3) === 0 ? "9".repeat(18) : this.#digits(18);
    const part = this.#random.below(3) === 0 ? "9".repeat(places) : places === 0 ? "" : this.#digits(places);
    const f = fraction(BigInt(`${whole}${part.padEnd(places, "0")}`), power10(places));
    return this.#random.below(4) === 0 ? negate(f) : f;
  }

  #atom(): { of: Expr; value: Fraction } {
    switch (this.#random.below(4)) {
      case 0: {
        const value = this.#decimal();
        return { of: { node: "figure", type: NUMBER, value }, value };
      }
      case 1: {
        const value = fraction(BigInt(1 + this.#random.below(30)));
        return { of: { node: "figure", type: NUMBER, value }, value };
      }
      case 2: {
        const scale = this.#random.pick([100n, 1000n]);
        const value = multiply(this.#decimal(), fraction(1n, scale));
        return { of: { node: "input", type: RATIO, field: "率" }, value };
      }
      default: {
        const type = unit(this.#random.pick(UNITS));
        const factor = type.kind === "quantity" ? type.factor : fraction(1n);
        return { of: { node: "input", type, field: "额" }, value: multiply(this.#decimal(), factor) };
      }
    }
  }

  #node(depth: number): { of: Expr; value: Fraction } {
    const part = () => this.make(this.#random.below(depth));
    const parts = () => Array.from({ length: 2 + this.#random.below(4) }, part);
    switch (this.#random.below(6)) {
      case 0: {
        const terms = parts().map((p) => ({ ...p, negative: this.#random.below(3) === 0 }));
        let value = fraction(0n);
        for (const t of terms) {
          value = reduce(add(value, t.negative ? negate(t.value) : t.value));
          this.met.push(value);
        }
        return { of: { node: "sum", type: NUMBER, terms }, value };
      }
      case 1: {
        const factors = parts().map((p) => ({
          ...p,
          inverse: this.#random.below(2) === 0 && !isZero(p.value),
        }));
        let value = fraction(1n);
        for (const f of factors) {
          value = reduce(f.inverse ? divide(value, f.value) : multiply(value, f.value));
          this.met.push(value);
        }
        return { of: { node: "product", type: NUMBER, factors }, value };
      }
      case 2: {
        const all = parts();
        const pick = this.#random.pick(["max", "min"] as const);
        const value = all.map((p) => p.value).reduce(pick === "max" ? maximum : minimum);
        return { of: { node: "extreme", type: NUMBER, pick, of: all.map((p) => p.of) }, value };
      }
      case 3: {
        const p = part();
        return { of: { node: "absolute", type: NUMBER, of: p.of }, value: absolute(p.value) };
      }
      case 4: {
        const p = part();
        const type = unit(this.#random.pick(["数", ...UNITS]));
        const factor = type.kind === "quantity" ? type.factor : fraction(1n);
        const mode = this.#random.pick(["halfUp", "floor", "ceiling"] as const);
        const places = mode === "halfUp" ? this.#random.below(25) - 12 : 0;
        const scaled = divide(p.value, factor);
        const rounded =
          mode === "halfUp"
            ? roundHalfUp(scaled, places)
            : fraction(mode === "floor" ? floor(scaled) : ceiling(scaled));
        return { of: { node: "round", type, mode, places, of: p.of }, value: multiply(rounded, factor) };
      }
      default: {
        const [a, z] = [part(), part()];
        const first = this.#random.below(2) === 0;
        const when: Expr = { node: "yesNo", type: { kind: "yesNo" }, value: first };
        return {
          of: { node: "cases", type: NUMBER, cases: [{ when, then: a.of }], otherwise: z.of },
          value: first ? a.value : z.value,
        };
      }
    }
  }
}

const NONE = { known: new Map<string, Size>(), rows: new Map() };

describe("the digits bound", () => {
  it("is never exceeded by an actual figure", () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const seed = SEED + round;
      const maker = new Maker(seed);
      const { of, value } = maker.make(4);
      const size = sizeOf(of, NONE);
      const seen = `HENG_SEED=${seed}`;
      const n = bits({ n: value.n, d: 1n });
      const d = bits({ n: 0n, d: value.d });
      expect(n, `${seen} n`).toBeLessThanOrEqual(size.n);
      expect(d, `${seen} d`).toBeLessThanOrEqual(size.d);
      expect(floor(absolute(value)) < 1n << BigInt(size.whole), `${seen} whole`).toBe(true);
      if (size.tens !== undefined) expect(power10(size.tens) % value.d, `${seen} tens`).toBe(0n);
      const most = Math.max(...maker.met.map(bits));
      expect(most, `${seen} on the way`).toBeLessThanOrEqual(size.peak);
    }
  });

  const power = (times: number): string =>
    `数据 { 甲 万元 > 0; 乙 万元 > 0 }
定义 率 = 甲 / 乙
指标 增长 10分 { 值 = ${Array.from({ length: times }, () => "率").join(" × ")}; 评分 达标 <= 200% }`;
  it("leaves room for what rule sets do, and ends", () => {
    expect(check(power(10)).found).toEqual([]);
    expect(check(power(40)).found.map((f) => f.slice(0, 5))).toEqual(["H2001"]);
  });
  it("is reported once, where it is crossed", () => {
    const rules = `${power(40)}\n核对 "甲" 甲 > 0`.replace("指标 增长 10分 { 值 =", "定义 高 =");
    const [definition = ""] = rules.split("; 评分");
    expect(
      check(
        `${definition}\n指标 一 5分 { 值 = 高; 评分 达标 <= 200% }\n指标 二 5分 { 值 = 高 + 1; 评分 达标 <= 200% }`,
      ).found,
    ).toHaveLength(1);
  });
  it("is not reported again of what is made of it", () => {
    const squares = Array.from({ length: 30 }, (_, i) => `定义 方${i + 1} = 方${i} × 方${i}`);
    const rules = `数据 { 率 比率 >= 0% }\n定义 方0 = 率 × 率\n${squares.join("\n")}
指标 增长 10分 { 值 = 方30; 评分 达标 <= 200% }`;
    // 方5 is 率 to the 64th, 方4 to the 32nd: a filed ratio counts more than 64 bits and fewer than 128.
    expect(check(rules).found).toEqual(["H2001 定义 方5 = 方4 × 方4"]);
  });
  it("looks into conditions", () => {
    const of: Expr = { node: "input", type: NUMBER, field: "甲" };
    const big: Expr = {
      node: "product",
      type: NUMBER,
      factors: Array.from({ length: 60 }, () => ({ inverse: false, of })),
    };
    const when: Expr = { node: "compare", type: { kind: "yesNo" }, sign: ">", left: big, right: of };
    const e: Expr = { node: "cases", type: NUMBER, cases: [{ when, then: of }], otherwise: of };
    expect(sizeOf(e, NONE).peak).toBeGreaterThan(FRACTION_BITS);
  });
  it("lets rows of money and ratios be summed, and few rows of quotients", () => {
    const rows = (most: number, of: string): readonly string[] =>
      check(`明细 项目 至多 ${most}行 { 资金 万元 >= 0; 预算 万元 > 0; 完成率 比率 >= 0% }
指标 完成 10分 { 值 = ${of}; 评分 达标 >= 90% }`).found.map((f) => f.slice(0, 5));
    const weighted = "合计(项目.资金 × 项目.完成率) / 合计(项目.资金)";
    expect(rows(100_000, weighted)).toEqual([]);
    expect(rows(100_000, "加权平均(项目.完成率, 项目.资金)")).toEqual([]);
    expect(rows(20, "平均(项目.资金 / 项目.预算)")).toEqual([]);
    expect(rows(100, "平均(项目.资金 / 项目.预算)")).toEqual(["H2001"]);
  });
  it("holds for all else that is worked out: conditions, caps, explanations asked for, cross-checks", () => {
    const high = Array.from({ length: 40 }, () => "甲").join(" × ");
    const over = (line: string): readonly string[] =>
      check(`数据 { 甲 数 > 0; 乙 数 > 0 }\n${line}`).found.map((f) => f.slice(0, 5));
    expect(over(`核对 "太大" ${high} > 0`)).toEqual(["H2001"]);
    expect(over(`指标 一 10分 { 值 = 甲; 评分 达标 >= 1\n不适用 当 ${high} > 1 按 满分 }`)).toEqual([
      "H2001",
    ]);
    expect(over(`指标 一 10分 { 值 = 甲; 评分 达标 >= 1\n否决 当 ${high} > 1 得 0分 }`)).toEqual(["H2001"]);
    expect(over(`指标 一 10分 { 值 = 甲; 评分 达标 >= 1\n须说明 当 ${high} > 1 }`)).toEqual(["H2001"]);
    expect(over(`指标 一 10分 { 值 = 甲; 评分 达标 >= 1 }\n封顶 8分 当 ${high} > 1`)).toEqual(["H2001"]);
    expect(
      over(`指标 一 10分 { 指标 二 10分 { 值 = 甲; 评分 达标 >= 1 }\n封顶 8分 当 ${high} > 1 }`),
    ).toEqual(["H2001"]);
  });
});
