/** What a standard gives and takes: points, and shares of 分值. */
import type { Figure } from "./literals.ts";
import type { Spelling } from "./spelling.ts";

/** The leaf that a standard is written for. */
export interface Leaf {
  /** Of its 值. */
  readonly kind: Figure;
  readonly unit: string;
  /** 分值 in steps of the grain. */
  readonly steps: number;
  /** Sign of its 目标, `in`, or undefined without one. */
  readonly target: string | undefined;
  /** Whether 最高 may pass 分值: not below 加权 or 平均. */
  readonly beyond: boolean;
}

/** How what is left of a 步长 counts. */
export const STEP_WORDS = [
  ["每", "each"],
  ["每满", "eachFull"],
  ["每不满", "eachStarted"],
] as const;

/** What is taken or given for a breach. */
export function amount({ random, points }: Spelling, steps: number): string {
  return random.pick([
    points(random.between(1, Math.max(1, steps))),
    `${random.pick(["10", "5", "12.5", "100"])}%`,
    "0.5分",
    "0.1分",
  ]);
}

/** What stands after 得. */
export function result({ random, word, number, points }: Spelling, { steps }: Leaf): string {
  return random.pick([
    word("满分", "fullMarks"),
    points(random.between(0, steps)),
    number(random.pick(["60", "33.3", "0", "87.5"]), "%"),
  ]);
}

export function gets(spelling: Spelling, leaf: Leaf): string {
  const { random, word, points } = spelling;
  return random.once(10)
    ? `${word("酌情得", "getsJudged")} [0分, ${points(Math.max(1, leaf.steps))}]`
    : `${word("得", "gets")} ${result(spelling, leaf)}`;
}
