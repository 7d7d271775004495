/** What a walk over a standard has met: which cases it took, and what could not be worked out. */
import type { Case, Expr, FaultCause, Range } from "@heng/lang";
import type { Env } from "./domain.ts";
import type { Space } from "./space.ts";

/** Whether something was met: `certain` where every value of a cell meets it. */
export interface Met {
  certain: boolean;
  /** Cells in which it was met; of those that may have no values some others too. */
  readonly envs: (Env | undefined)[];
}

/** Something that cannot be worked out for some values. */
export interface FaultMet extends Met {
  readonly cause: FaultCause | "divisionByZero" | "noRows";
  /** The divisor, or what could not be worked out. */
  readonly at: Expr;
  readonly origin: Range | undefined;
}

const CERTAIN: Met = { certain: true, envs: [] };
/** Cells that are tried for a filing. */
const MOST_ENVS = 6;

/** Gathers what walks meet, for one leaf after the other. */
export class Trace {
  /** By case; of 其他 by the expression whose rest it is. */
  readonly cases = new Map<Case | Expr, Met>();
  readonly faults = new Map<Expr, FaultMet>();
  readonly #space: Space;

  constructor(space: Space) {
    this.#space = space;
  }

  took(one: Case | Expr, certain: boolean, env: Env | undefined): void {
    const known = this.cases.get(one);
    if (known?.certain === true) return;
    // Where it is certain nobody asks for which values.
    if (certain && this.#space.hasValues(env)) this.cases.set(one, CERTAIN);
    else if (!known) this.cases.set(one, { certain: false, envs: [env] });
    else if (known.envs.length < MOST_ENVS) known.envs.push(env);
  }

  fault(met: FaultMet): void {
    const known = this.faults.get(met.at);
    if (!known) return void this.faults.set(met.at, met);
    // Where it is sure to be is looked at first.
    if (met.certain && !known.certain) {
      known.certain = true;
      known.envs.unshift(...met.envs);
    } else if (known.envs.length < MOST_ENVS) known.envs.push(...met.envs);
  }
}
