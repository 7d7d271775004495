import { DECIMAL_DIGITS, FRACTION_BITS, INTEGER_DIGITS } from "@heng/number";

/** Bounds on rule files, inclusive: at the limit passes, one over is a diagnostic. Printed by `heng limits`. */
export const LIMITS = {
  /** A rule file, in UTF-8 bytes. */
  fileBytes: 1_048_576,
  tokens: 200_000,
  /** Nested brackets, braces, 如果, 非 and signs, counted together. */
  nesting: 64,
  /** Definitions, functions and 方法 that build on each other, with the nesting inside them, counted together. */
  levels: 100,
  /** Diagnostics listed; the rest are counted (“另有 N 条”). */
  diagnostics: 200,
  /** A name, in code points. */
  name: 128,
  /** A text, in code points. */
  text: 10_000,
  indicators: 5_000,
  /** Items of a 清单, or choices of an 选项. */
  items: 200,
  /** Files in an 引用 graph. */
  includes: 64,
  /** Years linked by 沿用. */
  years: 30,
  /** Digits of a number before and after the point. */
  integerDigits: INTEGER_DIGITS,
  decimalDigits: DECIMAL_DIGITS,
  /** Bits of a numerator or denominator. */
  fractionBits: FRACTION_BITS,
} as const;
