/** Seeded choices: a failure can be run again from its seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0 || 1;
    for (let i = 0; i < 4; i += 1) this.below(2);
  }

  /** An integer in [0, bound): xorshift. */
  below(bound: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % bound;
  }

  /** An integer in [low, high]. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True once in `n` times. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error("Nothing to pick from");
    return found;
  }

  /** `total` as `parts` positive integers in random proportion. */
  split(total: number, parts: number): readonly number[] {
    const cuts = new Set<number>();
    while (cuts.size < parts - 1) cuts.add(this.between(1, total - 1));
    const edges = [0, ...[...cuts].toSorted((a, b) => a - b), total];
    return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      const held = result[i] as T;
      result[i] = result[j] as T;
      result[j] = held;
    }
    return result;
  }
}
