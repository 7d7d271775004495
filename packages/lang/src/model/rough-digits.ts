/**
 * A bound on digits that is seen at a glance: never below the size, and no more than a number for each node. Nearly
 * everything that people write is far below the limit by it already.
 */
import { FRACTION_BITS } from "@heng/number";
import type { Definition, Expr } from "../core/program.ts";

class RoughDigits {
  // One serves all programs: were none left between two of them, the engine would forget what it has learnt of it.
  #definitions: ReadonlyMap<string, Definition> = new Map();
  readonly #known = new Map<string, number>();
  #peak = 0;

  /** Begins a program; its definitions are added as they are made. */
  begin(definitions: ReadonlyMap<string, Definition>): void {
    this.#definitions = definitions;
    this.#known.clear();
  }

  /** Lets go of the program. */
  end(): void {
    this.begin(new Map());
  }

  /** False where only its exact size can tell whether a definition fits. */
  fitsAsDefined(id: string): boolean {
    return this.#defined(id) !== Infinity;
  }

  /** False where only its exact size can tell whether a figure, and all on the way to it, fits. */
  fits(e: Expr): boolean {
    this.#peak = 0;
    this.#apart(e);
    return this.#peak <= FRACTION_BITS;
  }

  /** Definitions use only those before them. */
  #defined(id: string): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const definition = this.#definitions.get(id);
    if (definition === undefined) return Infinity;
    const outer = this.#peak;
    this.#peak = 0;
    const own = this.#apart(definition.of);
    const size = this.#peak <= FRACTION_BITS ? own : Infinity;
    this.#peak = outer;
    this.#known.set(id, size);
    return size;
  }

  /** The size of an expression that is no part of a larger figure: what it is a part of is no smaller than a part. */
  #apart(e: Expr): number {
    const size = this.#bits(e);
    if (size > this.#peak) this.#peak = size;
    return size;
  }

  #bits(e: Expr): number {
    let size = 1;
    switch (e.node) {
      case "figure":
        // 64 bits before the point and 20 decimals behind it.
        return e.value.n < SMALL && e.value.n > MINUS_SMALL && e.value.d < SMALL_BELOW ? 140 : Infinity;
      case "input":
        return e.type.kind === "quantity" && e.type.dimension.length > 1 ? Infinity : 130;
      case "use":
        return this.#defined(e.definition);
      case "step":
      case "absolute":
      case "not":
        return this.#bits(e.of);
      case "round":
        // At most 12 places, of a unit that is a whole number of its base, or of 个百分点.
        return e.type.kind === "quantity" && e.type.factor.d !== 1n ? Infinity : this.#bits(e.of) + 260;
      case "sum":
        for (const { of } of e.terms) size += this.#bits(of);
        return size + e.terms.length;
      case "product":
        for (const { of } of e.factors) size += this.#bits(of);
        return size;
      case "extreme":
        for (const of of e.of) size = Math.max(size, this.#bits(of));
        return size;
      case "logic":
        for (const of of e.of) this.#apart(of);
        return size;
      case "compare":
        this.#apart(e.left);
        this.#apart(e.right);
        return size;
      case "cases":
        for (const { when, then } of e.cases) {
          this.#apart(when);
          size = Math.max(size, this.#bits(then));
        }
        return Math.max(size, this.#bits(e.otherwise));
      case "column":
      case "aggregate":
        return Infinity;
      default:
        return size;
    }
  }
}

export const ROUGH = new RoughDigits();

const SMALL = 1n << 64n;
const MINUS_SMALL = -SMALL;
const SMALL_BELOW = 1n << 20n;
