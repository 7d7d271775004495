export * from "./run.ts";
export { coverageOf, type Covered } from "./coverage/coverage.ts";
export type { PointKind } from "./coverage/points.ts";
export type { Difference } from "./difference/difference.ts";
export type { DifferingFigure } from "./difference/words.ts";
export { Suggester, type Suggestion } from "./suggestion/suggest.ts";
