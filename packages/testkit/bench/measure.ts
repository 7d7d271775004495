/**
 * Times that stand on a machine where others work too: interleaved, the least of some slices, medians. By the clock: the
 * CPU time of a thread is told in ticks of 4 ms on some kernels, as long as what is measured here.
 */

/** What a run takes in milliseconds. */
function spent(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export interface Task {
  readonly run: () => void;
  /** Runs within one round: enough for some ten milliseconds. */
  readonly times: number;
}

/** Milliseconds of one run of each task, round by round: all tasks in turn, warmed up before. */
export function interleave<K extends string>(
  tasks: Readonly<Record<K, Task>>,
  rounds: number,
): Readonly<Record<K, readonly number[]>> {
  const names = Object.keys(tasks) as K[];
  /** The least of some slices: what a neighbour's caches and threads cost on top is not the task's. */
  const once = (name: K): number => {
    const { run, times } = tasks[name];
    let least = Infinity;
    globalThis.gc?.();
    for (let slice = 0; slice < SLICES; slice += 1) {
      const time = spent(() => {
        for (let i = 0; i < times; i += 1) run();
      });
      least = Math.min(least, time / times);
    }
    return least;
  };
  // Warm is when the compiler has done with it, which takes some time and not some runs.
  for (const name of names) {
    let milliseconds = 0;
    while (milliseconds < WARM_UP) milliseconds += spent(tasks[name].run);
  }
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let i = 0; i < rounds; i += 1) for (const name of names) found[name].push(once(name));
  return found;
}

/** The median of the ratios of each round. */
export function ratio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((a, i) => a / (below[i] ?? Number.NaN)));
}

/** A line of the table. */
export interface Bar {
  readonly name: string;
  readonly figure: string;
  readonly limit: string;
  readonly holds: boolean;
}

/** A figure that may be at most so much. */
export function atMost(name: string, figure: number, limit: number, unit: string): Bar {
  return { name, figure: `${figure.toFixed(2)}${unit}`, limit: `≤ ${limit}${unit}`, holds: figure <= limit };
}

/** A figure that must be at least so much. */
export function atLeast(name: string, figure: number, limit: number, unit: string): Bar {
  return { name, figure: `${figure.toFixed(1)}${unit}`, limit: `≥ ${limit}${unit}`, holds: figure >= limit };
}

export const ROUNDS = 11;
const SLICES = 5;
const WARM_UP = 2_000;
