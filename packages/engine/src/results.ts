/** The results of many filings: `heng.results/1` (docs/schemas/results.json). */
import { add, compare, divide, fixed, fraction, readNumber, ZERO, type Fraction } from "@heng/number";
import type { Result } from "./result.ts";

export interface Summary {
  readonly count: number;
  /** How many are settled; are pending without an error; have an error. */
  readonly complete: number;
  readonly pending: number;
  readonly error: number;
  /** Best first, as the results name them; results without a settled grade are left out. */
  readonly grades: readonly { readonly grade: string; readonly count: number }[];
  /** Of those that have a total. */
  readonly total: {
    readonly count: number;
    readonly lowest: string;
    readonly highest: string;
    readonly average: string;
  } | null;
}

export interface Results {
  readonly schema: "heng.results/1";
  readonly results: readonly Result[];
  readonly summary: Summary;
}

/** Results with their summary; `grades`: all grades of the rule set, best first. Totals are the rounded ones. */
export function summarize(results: readonly Result[], grades: readonly string[]): Results {
  const failed = (result: Result): boolean => result.indicators.some(({ state }) => state === "error");
  const complete = results.filter((result) => result.complete).length;
  const error = results.filter(failed).length;
  return {
    schema: "heng.results/1",
    results,
    summary: {
      count: results.length,
      complete,
      pending: results.length - complete - error,
      error,
      grades: grades.map((grade) => ({
        grade,
        count: results.filter((result) => result.grade === grade).length,
      })),
      total: totals(results.flatMap(({ total }) => (total === null ? [] : [total]))),
    },
  };
}

function totals(texts: readonly string[]): Summary["total"] {
  if (texts.length === 0) return null;
  const values = texts.map(scoreOf).toSorted(compare);
  // Rule sets may round to different decimals; none of them are lost.
  const places = texts.reduce((most, text) => Math.max(most, text.split(".")[1]?.length ?? 0), 0);
  const sum = values.reduce(add, ZERO);
  return {
    count: values.length,
    lowest: fixed(values[0] ?? ZERO, places),
    highest: fixed(values.at(-1) ?? ZERO, places),
    average: fixed(divide(sum, fraction(BigInt(values.length))), places),
  };
}

function scoreOf(text: string): Fraction {
  const read = readNumber(text);
  if (!read.ok) throw new Error(`${text} is no score`);
  return read.value;
}
