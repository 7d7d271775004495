export * from "./run.ts";
export type { Difference } from "./difference/difference.ts";
export type { DifferingFigure } from "./difference/words.ts";
