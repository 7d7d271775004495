/** Where the clauses of a phrase or row stand, for findings at the right word and for taking one out. */
import type { Range } from "../diagnostics/diagnostic.ts";
import type { ClauseNode } from "../syntax/tree.ts";

/**
 * Ranges of the clauses that are there. Worked out when asked for: every row of every standard has one, and nearly
 * none is asked.
 */
export class Places {
  readonly #file: string;
  readonly #clauses: readonly ClauseNode[];

  constructor(file: string, clauses: readonly ClauseNode[]) {
    this.#file = file;
    this.#clauses = clauses;
  }

  /** The clause of that key, or undefined where it was not written. */
  get(key: string): Range | undefined {
    const node = this.#find(key);
    return node && { file: this.#file, start: node.start, end: node.end };
  }

  /** The same with the blanks before it, unless a comment stands in them. */
  spaced(key: string): Range | undefined {
    const node = this.#find(key);
    if (!node) return undefined;
    const { before } = node.word;
    const start = before.trim() === "" ? node.start - before.length : node.start;
    return { file: this.#file, start, end: node.end };
  }

  /** Where the next clause behind an offset begins. */
  after(offset: number): number | undefined {
    return this.#clauses.find(({ start }) => start >= offset)?.start;
  }

  /** Of `over.each` the 每 that follows 超过. */
  #find(key: string): ClauseNode | undefined {
    const [first, follower] = key.split(".");
    const clause = this.#clauses.find((one) => one.key === first);
    return follower === undefined ? clause : clause?.then.find((one) => one.key === follower);
  }
}

/** No clause was written. */
export const NO_PLACES = new Places("", []);
