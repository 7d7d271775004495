import type { Fraction } from "./fraction.ts";
import { power10 } from "./rounding.ts";

/** What a number's sign after the digits makes of it: nothing, % (× 1/100) or ‰ (× 1/1000). */
export type NumberScale = "one" | "percent" | "permille";

/**
 * Why a text is no number:
 * - `empty`: nothing, or blanks only;
 * - `grouping`: commas that do not part the integer into thousands ("1,2345");
 * - `exponent`: "1e5"; a spreadsheet shows it when it has already dropped digits;
 * - `hex`: a prefixed number of another base ("0x1F");
 * - `sign`: a sign alone, twice, apart from its number, or a dash in its place ("-", "--5", "- 5", "–5");
 * - `digits`: none on one side of the point (".5"), or more than {@link INTEGER_DIGITS} before or {@link DECIMAL_DIGITS} after it;
 * - `approximate`: "约5", "10余", "500多", "5以上";
 * - `range`: two numbers ("5-6", "5至6");
 * - `trailing`: a number with something after it ("12个", "1_000");
 * - `notANumber`: anything else.
 */
export type NumberProblem =
  | "empty"
  | "grouping"
  | "exponent"
  | "hex"
  | "sign"
  | "digits"
  | "approximate"
  | "range"
  | "trailing"
  | "notANumber";

/** What {@link readNumber} made of a text. */
export type NumberRead =
  | {
      readonly ok: true;
      /** The exact value, the scale already applied: "95%" is 19/20. */
      readonly value: Fraction;
      readonly scale: NumberScale;
      /** Digits needed after the point, as written before % or ‰; trailing zeros add none: "1.50%" has 1. */
      readonly decimals: number;
      readonly rest: "";
    }
  | {
      readonly ok: false;
      readonly problem: NumberProblem;
      /** The number that was probably meant, in a form that reads; absent where that would be a guess. */
      readonly proposal?: string;
    };

/** The most digits that a number has before the point. */
export const INTEGER_DIGITS = 18;
/** The most digits that a number has after the point. */
export const DECIMAL_DIGITS = 12;

const FULL_WIDTH = /[！-～　]/g;
const FULL_WIDTH_OFFSET = "！".charCodeAt(0) - "!".charCodeAt(0);

/** Full-width ASCII ("！" to "～") and the ideographic space as the ASCII characters they are the wide forms of. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (wide) =>
    wide === "　" ? " " : String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

// Every pattern below starts at the text's first character and none of its repetitions can take what may follow it, so
// that hostile text of any length is read in linear time.

// A leading zero is refused before a comma, for "0,123" is a decimal comma and not 123.
const NUMBER = /^([+-]?)([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?([%‰]?)$/;

const SCALES: Readonly<Record<string, { readonly scale: NumberScale; readonly divisor: bigint }>> = {
  "%": { scale: "percent", divisor: 100n },
  "‰": { scale: "permille", divisor: 1000n },
};
const UNSCALED = { scale: "one", divisor: 1n } as const;

function failure(problem: NumberProblem, proposal?: string): NumberRead {
  return proposal !== undefined && readStrictly(proposal)?.ok === true
    ? { ok: false, problem, proposal }
    : { ok: false, problem };
}

/** Reads what the grammar allows; undefined when the text has another shape. */
function readStrictly(text: string): NumberRead | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, grouped = "", fraction = "", mark = ""] = match;
  const integer = grouped.replaceAll(",", "");
  if (integer.length > INTEGER_DIGITS || fraction.length > DECIMAL_DIGITS) return failure("digits");
  const { scale, divisor } = SCALES[mark] ?? UNSCALED;
  const magnitude = BigInt(integer + fraction);
  return {
    ok: true,
    value: { n: sign === "-" ? -magnitude : magnitude, d: power10(fraction.length) * divisor },
    scale,
    decimals: fraction.replace(/0+$/, "").length,
    rest: "",
  };
}

const SOME_NUMBER = "[0-9][0-9,.]*[%‰]?";
const DASH = "[-−–—]";
const RANGE = `(?:${DASH}+|[~至到])`;
const BEFORE = "(?:大约|约|将近|接近|近|超过|超|逾|不足|不到|至少|最多|[~≈≤≥]|[<>]=?)";
const AFTER = "(?:余|多|来|几|左右|上下|以上|以下|以内|[+])";

interface Misreading {
  readonly problem: NumberProblem;
  readonly pattern: RegExp;
  readonly propose?: (...groups: readonly (string | undefined)[]) => string;
}

/** The ways in which people write what is not quite a number; the first that fits names the problem. */
const MISREADINGS: readonly Misreading[] = [
  { problem: "empty", pattern: /^$/ },
  { problem: "sign", pattern: /^([+-])\s+([0-9].*)$/, propose: (sign = "", number = "") => sign + number },
  { problem: "sign", pattern: /^[−–—]\s*([0-9].*)$/, propose: (number = "") => `-${number}` },
  { problem: "sign", pattern: /^[+-](?:$|[+-])|^[0-9][0-9,.]*-$/ },
  { problem: "hex", pattern: /^[+-]?0[xXbBoO]/ },
  { problem: "exponent", pattern: /^[+-]?[.]?[0-9][0-9,.]*[eE][+-]?[0-9]+$/ },
  { problem: "range", pattern: new RegExp(`^[+-]?${SOME_NUMBER}\\s*${RANGE}\\s*${SOME_NUMBER}$`) },
  {
    problem: "approximate",
    pattern: new RegExp(`^${BEFORE}\\s*([+-]?${SOME_NUMBER})\\s*${AFTER}?$`),
    propose: (number = "") => number,
  },
  {
    problem: "approximate",
    pattern: new RegExp(`^([+-]?${SOME_NUMBER})\\s*${AFTER}$`),
    propose: (number = "") => number,
  },
  {
    // Fewer than three digits behind a comma may be a decimal comma: nothing is proposed.
    problem: "grouping",
    pattern: /^([+-]?[1-9][0-9]*(?:,[0-9]{3,})+(?:\.[0-9]+)?[%‰]?)$/,
    propose: (number = "") => number.replaceAll(",", ""),
  },
  { problem: "grouping", pattern: /^[+-]?[0-9.]*,[0-9,.]*[%‰]?$/ },
  {
    problem: "digits",
    pattern: /^([+-]?)\.([0-9]+[%‰]?)$/,
    propose: (sign = "", fraction = "") => `${sign}0.${fraction}`,
  },
  {
    problem: "digits",
    pattern: /^([+-]?[0-9]+)\.([%‰]?)$/,
    propose: (integer = "", mark = "") => integer + mark,
  },
  {
    problem: "trailing",
    pattern: /^([+-]?[0-9][0-9,.]*)\s+([%‰])$/,
    propose: (number = "", mark = "") => number + mark,
  },
  { problem: "trailing", pattern: /^[+-]?[0-9]/ },
];

/**
 * Reads a number as people write it, exactly: `[+-] digits [. digits] [% | ‰]` after folding full-width characters and
 * dropping outer blanks; the integer may be grouped into thousands ("1,234.5"). At most 18 digits before the point and
 * 12 after it. Nothing is guessed: whatever else stands there is a problem, with a proposal where one is clear.
 */
export function readNumber(text: string): NumberRead {
  // Most numbers are a few digits and nothing else.
  if (text.length <= PLAIN_DIGITS && isDigits(text)) {
    return { ok: true, value: { n: BigInt(text), d: 1n }, scale: "one", decimals: 0, rest: "" };
  }
  const folded = foldWidth(text).trim();
  const read = readStrictly(folded);
  if (read !== undefined) return read;
  for (const { problem, pattern, propose } of MISREADINGS) {
    const match = pattern.exec(folded);
    if (match !== null) return failure(problem, propose?.(...match.slice(1)));
  }
  return failure("notANumber");
}

const PLAIN_DIGITS = 15;

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return text.length > 0;
}

/** The parts of a quantity, folded and without outer blanks; either may be empty. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

// The number takes in the words and dashes of approximations and ranges, so that reading it can name the problem.
const QUANTITY = new RegExp(
  `^(?:${BEFORE}\\s*(?=[0-9+-]))?[-0-9.,+−–—~%‰\\s]*(?:[eE][+-]?[0-9]+)?(?:[至到]\\s*${SOME_NUMBER})?${AFTER}?`,
);

/**
 * Splits a quantity into the text of its number, for {@link readNumber}, and that of its unit: "3359.45万元" into
 * "3359.45" and "万元", "95％" into "95%" and "". "%" and "‰" belong to the number. Judges neither.
 */
export function splitQuantity(text: string): Quantity {
  const folded = foldWidth(text).trim();
  const unit = folded.replace(QUANTITY, "");
  return { number: folded.slice(0, folded.length - unit.length).trim(), unit: unit.trim() };
}
