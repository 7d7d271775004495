export * from "./run.ts";
export { coverageOf, type Covered } from "./coverage/coverage.ts";
export type { PointKind } from "./coverage/points.ts";
export type { Difference } from "./difference/difference.ts";
export type { DifferingFigure } from "./difference/words.ts";
export type { ChangeKind } from "./mutation/change.ts";
export { mutantsOf, type Mutant, type RuleText } from "./mutation/mutate.ts";
export { Suggester, type Suggestion } from "./suggestion/suggest.ts";
