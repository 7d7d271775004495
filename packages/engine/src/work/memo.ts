/** What the nodes of a program have come to, for one filing. */
import type { Expr } from "@heng/lang";
import type { Outcome } from "./outcome.ts";

/** What is remembered of nodes: {@link Memo}, or a map where there are few. */
export interface Remembered {
  get(e: Expr): Outcome | undefined;
  set(e: Expr, outcome: Outcome): unknown;
}

/**
 * Nodes are numbered once for a program, in the order in which they are first met, so that a filing needs no more than
 * a list: a map grown anew for each filing took a quarter of the time of a score.
 */
export class Memo implements Remembered {
  readonly #numbers: Map<Expr, number>;
  readonly #outcomes: (Outcome | undefined)[] = [];

  constructor(numbers: Map<Expr, number>) {
    this.#numbers = numbers;
    this.#outcomes.length = numbers.size;
  }

  get(e: Expr): Outcome | undefined {
    const number = this.#numbers.get(e);
    return number === undefined ? undefined : this.#outcomes[number];
  }

  set(e: Expr, outcome: Outcome): void {
    let number = this.#numbers.get(e);
    if (number === undefined) this.#numbers.set(e, (number = this.#numbers.size));
    this.#outcomes[number] = outcome;
  }
}
