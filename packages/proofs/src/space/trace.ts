/** What a walk over a standard has met: which cases it took, and what could not be worked out. */
import type { Case, Expr, FaultCause, Range } from "@heng/lang";
import type { Env } from "./domain.ts";

/** Whether something was met: `certain` where every value of a cell meets it. */
export interface Met {
  certain: boolean;
  /** The cell in which it was met. */
  env: Env | undefined;
}

/** Something that cannot be worked out for some values. */
export interface FaultMet extends Met {
  readonly cause: FaultCause | "divisionByZero" | "noRows";
  /** The divisor, or what could not be worked out. */
  readonly at: Expr;
  readonly origin: Range | undefined;
}

const CERTAIN: Met = { certain: true, env: undefined };

/** Gathers what walks meet, for one leaf after the other. */
export class Trace {
  readonly cases = new Map<Case, Met>();
  readonly faults = new Map<Expr, FaultMet>();

  took(one: Case, certain: boolean, env: Env | undefined): void {
    const known = this.cases.get(one);
    // Where it is certain nobody asks for which values.
    if (certain) {
      if (known?.certain !== true) this.cases.set(one, CERTAIN);
    } else if (!known) this.cases.set(one, { certain, env });
  }

  fault(met: FaultMet): void {
    const known = this.faults.get(met.at);
    if (!known) this.faults.set(met.at, met);
    else if (met.certain && !known.certain) {
      known.certain = true;
      known.env = met.env;
    }
  }
}
