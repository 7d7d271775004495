import { describe, expect, test } from "vitest";
import {
  absolute,
  add,
  ceiling,
  compare,
  divide,
  equals,
  exactText,
  floor,
  fraction,
  FRACTION_BITS,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  power10,
  readNumber,
  reduce,
  roundHalfUp,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "../src/index.ts";
import { readSuite, SUITE_HERE, type SuiteCase } from "./decimal-suite.ts";

/** One of the suite's finite decimals: coefficient × 10^exponent. */
interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Reads a finite decimal without the package's help; undefined for NaN, infinities, encodings and malformed text. */
function parse(text: string): Decimal | undefined {
  const match = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return undefined;
  const [, minus = "", integer = "", decimals = "", power = "0"] = match;
  return { coefficient: BigInt(minus + integer + decimals), exponent: Number(power) - decimals.length };
}

// What needs more than FRACTION_BITS is refused by every evaluator, so nothing of that size is worked out here.
const MOST_DIGITS = Math.floor(FRACTION_BITS * Math.log10(2));

function fits({ coefficient, exponent }: Decimal): boolean {
  return coefficient === 0n || (`${coefficient}`.length + exponent < MOST_DIGITS && -exponent < MOST_DIGITS);
}

function value({ coefficient, exponent }: Decimal): Fraction {
  if (coefficient === 0n) return ZERO;
  return exponent < 0 ? fraction(coefficient, power10(-exponent)) : fraction(coefficient * power10(exponent));
}

function truncate(f: Fraction): bigint {
  return sign(f) < 0 ? ceiling(f) : floor(f);
}

/** The directions of the suite that lie on one side of a number; half up is the package's own. */
function pickNeighbour(mode: string, scaled: Fraction, below: bigint, above: bigint): bigint {
  const towardsZero = sign(scaled) < 0 ? above : below;
  const half = compare(subtract(scaled, fraction(below)), fraction(1n, 2n));
  switch (mode) {
    case "floor":
      return below;
    case "ceiling":
      return above;
    case "down":
      return towardsZero;
    case "up":
      return towardsZero === below ? above : below;
    case "half_down":
      return half === 0 ? towardsZero : half < 0 ? below : above;
    case "half_even":
      return half < 0 || (half === 0 && below % 2n === 0n) ? below : above;
    default:
      throw new Error(`Unknown rounding: ${mode}`);
  }
}

function roundAt(f: Fraction, places: number, mode: string): Fraction {
  if (mode === "half_up") return roundHalfUp(f, places);
  const step = places < 0 ? fraction(power10(-places)) : fraction(1n, power10(places));
  const scaled = divide(f, step);
  const below = floor(scaled);
  const above = ceiling(scaled);
  return multiply(fraction(below === above ? below : pickNeighbour(mode, scaled, below, above)), step);
}

/** The exponent of the first digit of a number that is not 0. */
function leadingExponent(f: Fraction): number {
  const magnitude = absolute(f);
  const guess = `${magnitude.n}`.length - `${magnitude.d}`.length;
  return compare(magnitude, value({ coefficient: 1n, exponent: guess })) < 0 ? guess - 1 : guess;
}

function roundToDigits(f: Fraction, { precision, minExponent, rounding }: SuiteCase): Fraction {
  if (isZero(f)) return f;
  const exponent = Math.max(leadingExponent(f), minExponent) - (precision - 1);
  return roundAt(f, -exponent, rounding);
}

function nearestEven(f: Fraction): Fraction {
  return roundAt(f, 0, "half_even");
}

function sameMagnitude(a: Fraction, b: Fraction): boolean {
  return equals(absolute(a), absolute(b));
}

function largerMagnitude(a: Fraction, b: Fraction): boolean {
  return compare(absolute(a), absolute(b)) > 0;
}

type Operation = (a: Fraction, b: Fraction, c: Fraction) => Fraction;

/** Operations whose exact result is then rounded to the digits that the case allows. */
const TO_DIGITS = new Map(
  Object.entries<Operation>({
    abs: absolute,
    add,
    apply: (a) => a,
    divide,
    divideint: (a, b) => fraction(truncate(divide(a, b))),
    fma: (a, b, c) => add(multiply(a, b), c),
    max: maximum,
    maxmag: (a, b) => (sameMagnitude(a, b) ? maximum(a, b) : largerMagnitude(a, b) ? a : b),
    min: minimum,
    minmag: (a, b) => (sameMagnitude(a, b) ? minimum(a, b) : largerMagnitude(a, b) ? b : a),
    minus: negate,
    multiply,
    plus: (a) => add(ZERO, a),
    reduce,
    remainder: (a, b) => subtract(a, multiply(b, fraction(truncate(divide(a, b))))),
    remaindernear: (a, b) => subtract(a, multiply(b, nearestEven(divide(a, b)))),
    subtract,
  }),
);

/** Operations that round to a place, which the operands give: so many decimals. */
const TO_PLACES = new Map<string, (to: Decimal) => number>([
  ["quantize", (to) => -to.exponent],
  ["rescale", (to) => -Number(`${to.coefficient}e${to.exponent}`)],
  ["tointegral", () => 0],
  ["tointegralx", () => 0],
]);

/** Operations whose result is exact, however many digits it has. */
const EXACT = new Map<string, Operation>([
  ["compare", (a, b) => fraction(BigInt(compare(a, b)))],
  ["comparesig", (a, b) => fraction(BigInt(compare(a, b)))],
  ["copyabs", absolute],
  ["copynegate", negate],
]);

const DIVISIONS = new Set(["divide", "divideint", "remainder", "remaindernear"]);

/** What became of a case: worked out and equal, or the first rule that keeps it out. */
type Outcome =
  | "equal"
  | "division by zero refused"
  | "other operation"
  | "rounding mode 05up"
  | "operand not a finite decimal"
  | "result not a finite decimal"
  | "overflow"
  | "more digits than FRACTION_BITS";

interface Worked {
  readonly exact: Fraction;
  readonly rounded: Fraction;
}

const NOUGHT: Decimal = { coefficient: 0n, exponent: 0 };

/** The result before and after rounding; undefined when it would need more than FRACTION_BITS. */
function work(suiteCase: SuiteCase, operands: readonly Decimal[]): Worked | undefined {
  const { operation, rounding } = suiteCase;
  const [a = ZERO, b = ZERO, c = ZERO] = operands.map(value);
  const toPlaces = TO_PLACES.get(operation);
  if (toPlaces !== undefined) {
    const places = toPlaces(operands[1] ?? NOUGHT);
    return Math.abs(places) < MOST_DIGITS ? { exact: a, rounded: roundAt(a, places, rounding) } : undefined;
  }
  const toDigits = TO_DIGITS.get(operation)?.(a, b, c);
  if (toDigits !== undefined) return { exact: toDigits, rounded: roundToDigits(toDigits, suiteCase) };
  const exact = EXACT.get(operation)?.(a, b, c);
  return exact && { exact, rounded: exact };
}

function check(suiteCase: SuiteCase): Outcome {
  const { id, operation, conditions, rounding } = suiteCase;
  if (![TO_DIGITS, TO_PLACES, EXACT].some((operations) => operations.has(operation)))
    return "other operation";
  if (rounding === "05up") return "rounding mode 05up";
  const operands = suiteCase.operands.map(parse).filter((operand) => operand !== undefined);
  if (operands.length < suiteCase.operands.length) return "operand not a finite decimal";
  if (DIVISIONS.has(operation) && operands[1]?.coefficient === 0n) {
    expect(() => work(suiteCase, [NOUGHT, NOUGHT]), id).toThrow(RangeError);
    return "division by zero refused";
  }
  const expected = parse(suiteCase.expected);
  if (expected === undefined) return "result not a finite decimal";
  if (conditions.has("overflow")) return "overflow";
  const worked = [...operands, expected].every(fits) ? work(suiteCase, operands) : undefined;
  if (worked === undefined) return "more digits than FRACTION_BITS";

  if (!equals(worked.rounded, value(expected))) {
    expect.fail(`${id}: ${operation} gives ${exactText(worked.rounded)} instead of ${suiteCase.expected}`);
  }
  // The suite says of every result whether rounding changed it, except of this operation, which never says so.
  if (operation !== "tointegral" && equals(worked.exact, worked.rounded) === conditions.has("inexact")) {
    expect.fail(`${id}: ${operation} is ${conditions.has("inexact") ? "exact" : "inexact"}`);
  }
  return "equal";
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const without = !SUITE_HERE && process.env["CI"] === undefined;
describe.skipIf(without)("the General Decimal Arithmetic test suite", () => {
  const { files, cases } = without ? { files: 0, cases: [] } : readSuite();

  // 27,277 of the 67,060 cases apply, and the first rule that keeps a case out is counted with it:
  // - "other operation": powers, roots and logarithms, which exact fractions do not have; logic on digits, shifts and
  //   neighbours; and the orders, classes and encodings of a representation, of which a fraction has none;
  // - operands and results that are NaN, infinite or encodings cannot be stated. What divides by zero, and expects one of
  //   them, must throw instead;
  // - "overflow": the result is the format's largest number, where a fraction goes on.
  test("every case that fractions can state comes out equal, and every other is counted", () => {
    const outcomes = cases.map((suiteCase) => ({
      operation: suiteCase.operation,
      outcome: check(suiteCase),
    }));
    const equal = outcomes.filter(({ outcome }) => outcome === "equal");
    expect(files).toBe(143);
    expect(cases).toHaveLength(67_060);
    expect(count(outcomes.map(({ outcome }) => outcome))).toEqual({
      equal: 27_277,
      "division by zero refused": 486,
      "other operation": 28_702,
      "rounding mode 05up": 351,
      "operand not a finite decimal": 6_007,
      "result not a finite decimal": 1_514,
      overflow: 38,
      "more digits than FRACTION_BITS": 2_685,
    });
    expect(count(equal.map(({ operation }) => operation))).toEqual({
      abs: 217,
      add: 4_683,
      apply: 209,
      compare: 2_144,
      comparesig: 920,
      copyabs: 79,
      copynegate: 79,
      divide: 2_101,
      divideint: 1_118,
      fma: 4_320,
      max: 507,
      maxmag: 465,
      min: 477,
      minmag: 435,
      minus: 164,
      multiply: 1_538,
      plus: 179,
      quantize: 1_523,
      reduce: 384,
      remainder: 1_545,
      remaindernear: 1_090,
      rescale: 439,
      subtract: 2_005,
      tointegral: 157,
      tointegralx: 499,
    });
  });

  /** What becomes of an operand's text, told from the grammar alone. */
  function expectedReading(text: string): string {
    const match = /^[+-]?(\d*)(\.?)(\d*)(e[+-]?\d+)?$/i.exec(text);
    if (match === null || parse(text) === undefined) return "not a number";
    const [, integer = "", point = "", decimals = "", exponent] = match;
    if (exponent !== undefined) return "exponent";
    const bare = integer === "" || (point !== "" && decimals === "");
    return bare || integer.length > 18 || decimals.length > 12 ? "digits" : "read";
  }

  test("the texts of its operands are read as what they are, or refused", () => {
    const texts = [...new Set(cases.flatMap(({ operands }) => operands))];
    const outcomes = texts.map((text) => {
      // Outer blanks are no part of a number here; the suite calls them malformed.
      const expected = expectedReading(text.trim());
      const meant = parse(text.trim());
      const read = readNumber(text);
      if (read.ok) {
        if (meant === undefined || !equals(read.value, value(meant))) expect.fail(`${text} is read wrongly`);
      } else if (expected !== "not a number") {
        expect(read.problem, text).toBe(expected);
      }
      expect(read.ok, text).toBe(expected === "read");
      return expected;
    });
    expect(count(outcomes)).toEqual({ read: 5_777, exponent: 4_585, digits: 2_552, "not a number": 1_199 });
  });
});
