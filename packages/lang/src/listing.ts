/** What the stages found, as it is listed together: no stage knows what the others say. */
import { diagnose, isOf, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { LIMITS } from "./limits.ts";
import { H1105 } from "./model/H1105-name-not-allowed-here/index.ts";
import type { Names } from "./names.ts";
import { H1010 } from "./syntax/H1010-glued-words/index.ts";
import { H1015 } from "./syntax/H1015-limit/index.ts";

/** What is beyond a target is counted, of which there is none. */
export const A_TARGET: Names = {
  zh: "先写上目标，如 目标 <= 100%，或写明超过多少，如 超过 100% 每 …",
  en: "write a target first, such as target <= 100%, or the bound itself, as in above 100% each …",
};

/** Where glued words are read with a 目标 of which there is none, the fix that writes it would not mend. */
export function withTargets(form: readonly Diagnostic[], model: readonly Diagnostic[]): Diagnostic[] {
  const lacking = model.filter((one) => isOf(H1105, one) && one.range?.start === one.range?.end);
  if (lacking.length === 0) return [...form, ...model];
  const lacks = (one: Diagnostic): boolean =>
    isOf(H1010, one) &&
    lacking.some(
      ({ range: at }) =>
        at?.file === one.range?.file &&
        at &&
        one.range &&
        at.start >= one.range.start &&
        at.start < one.range.end,
    );
  return [
    ...form.map((one) => (lacks(one) ? { ...one, mend: A_TARGET, fixes: [] } : one)),
    ...model.filter((one) => !lacking.includes(one)),
  ];
}

/**
 * The most that are listed, errors before all others, and one that counts the rest: what is said of a file of mistakes,
 * in rules or in data, stays readable.
 */
export function listed(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const own: Diagnostic[] = [];
  /** What the stages left out already. */
  let more = 0;
  for (const one of all) {
    if (isOf(H1015, one) && one.data.what === "diagnostics") more += one.data.found - one.data.limit;
    else own.push(one);
  }
  const limit = LIMITS.diagnostics;
  if (own.length <= limit) return all;
  const errors = own.filter(({ severity }) => severity === "error").slice(0, limit);
  const kept = new Set([
    ...errors,
    ...own.filter((d) => d.severity !== "error").slice(0, limit - errors.length),
  ]);
  const left = own.find((d) => !kept.has(d));
  const rest = diagnose(
    H1015,
    { what: "diagnostics", limit, found: own.length + more },
    left?.range ? { range: left.range } : left?.place ? { place: left.place } : {},
  );
  return [...own.filter((d) => kept.has(d)), { ...rest, severity: left?.severity ?? rest.severity }];
}
