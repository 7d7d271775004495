/** That something has no figure for some filings: a divisor that is 0, no band, no rows. */
import type { Evaluation, Outcome } from "@heng/engine";
import { ZERO } from "@heng/number";
import { partsOf, printExpr, type Expr, type Names, type Range } from "@heng/lang";
import type { Space } from "../space/space.ts";
import type { FaultMet } from "../space/trace.ts";
import type { Counterexample, Sought } from "../witness/counterexample.ts";
import type { FaultMended } from "../mends/fault.ts";
import { H2103 } from "../H2103-no-figure/index.ts";
import { H2107 } from "../H2107-division-by-zero/index.ts";
import { compared, inBoth, type Ledger } from "./claim.ts";

/** Faults of what is filed, which no rule can help. */
const OF_DATA: ReadonlySet<string> = new Set(["shareOutsideGrade"]);

/** What asks for the figure: an indicator, or a group or the whole with its limits. */
export interface Asker {
  readonly name: string;
  readonly origin: Range;
  readonly show: (sought: Omit<Sought, "reads">) => Counterexample | undefined;
  /** Looks further where a first filing does not show it. */
  readonly decide?: (sought: Omit<Sought, "reads">) => Counterexample | "never" | undefined;
  readonly words: (shown: Counterexample) => Names;
  readonly score: (evaluation: Evaluation) => Outcome | undefined;
  readonly mended: (met: FaultMet, range: Range) => FaultMended;
}

/** Tells a fault with a filing that shows it; what none shows is open. */
export function tellFault(
  space: Space,
  ledger: Ledger,
  { name, origin: own, show, decide, words, score, mended }: Asker,
  met: FaultMet,
): void {
  const { cause, at, origin, envs } = met;
  // What is at fault in the rules alone has been told where it is written.
  if (typeof cause !== "string" && (OF_DATA.has(cause.id) || cause.inRules)) return;
  const range = origin ?? definedIn(space, at) ?? own;
  const sought: Omit<Sought, "reads"> = {
    envs,
    conditions: cause === "divisionByZero" ? [{ when: compared(at, "=", ZERO), holds: true }] : [],
    noRows: cause === "noRows" || readsRows(at),
    shows: (evaluation) => {
      const found = score(evaluation);
      if (found?.state !== "error" || causeId(found.fault.cause) !== causeId(cause)) return false;
      return cause !== "divisionByZero" || found.fault.at === at;
    },
  };
  const shown = show(sought) ?? decide?.({ ...sought, envs: [undefined] });
  if (shown === "never") return ledger.holds();
  const text = printExpr(at, { lang: "zh" });
  if (!shown) {
    const what: Names =
      cause === "divisionByZero"
        ? { zh: `除数“${text}”会不会是 0`, en: `whether the divisor “${text}” can be 0` }
        : { zh: "是不是每种填报都算得出得分", en: "whether every filing has a score" };
    return ledger.open(name, what, range);
  }
  const filed = words(shown);
  const { fixes, division } = mended(met, range);
  const expense = division?.expense && printExpr(division.expense, { lang: "zh" });
  if (cause === "divisionByZero")
    return ledger.tell(
      H2107,
      { name, divisor: text, expense, nothing: inBoth(ZERO, at.type), filed },
      range,
      shown,
      fixes,
    );
  const why: Names =
    cause === "noRows"
      ? Array.from(shown.rows.values()).some(({ length }) => length > 0)
        ? { zh: `“${text}”没有一行可算进去`, en: `“${text}” has no row that counts` }
        : { zh: `“${text}”没有一行可算`, en: `“${text}” has no row to work on` }
      : cause.words;
  const old = cause !== "noRows" && division ? printExpr(division.divisor, { lang: "zh" }) : undefined;
  const nothing = division && inBoth(ZERO, division.divisor.type);
  const change = old !== undefined && nothing ? { old, nothing } : undefined;
  ledger.tell(H2103, { name, cause: why, change, filed }, range, shown, fixes);
}

/** The place of what has none of its own: of the definition it is in. */
function definedIn(space: Space, at: Expr): Range | undefined {
  for (const { of, origin } of space.program.definitions) if (holdsPart(of, at)) return origin;
  return undefined;
}

function holdsPart(e: Expr, part: Expr): boolean {
  return e === part || partsOf(e).some((one) => holdsPart(one, part));
}

function readsRows(e: Expr): boolean {
  return e.node === "aggregate" || partsOf(e).some(readsRows);
}

function causeId(cause: FaultMet["cause"] | "field" | "precision"): string {
  return typeof cause === "string" ? cause : cause.id;
}
