export { H3121 } from "./diagnostics/H3121-fields-missing/index.ts";
export * from "./work/filing.ts";
export { hashOf, canonical, filingHash, programHash } from "./hash.ts";
export * from "./result.ts";
export * from "./results.ts";
export { explain, type ScoreOptions } from "./tell/explain.ts";
export { score } from "./score.ts";
export {
  compared,
  runScenario,
  scenarioFiling,
  type ScenarioCheck,
  type ScenarioOutcome,
} from "./scenario.ts";
export { SEMANTICS } from "./version.ts";
export { formulaOf, printer, type Printer } from "./tell/print.ts";
export { showBetween } from "./words.ts";
export { visitWorked, type Worked } from "./work/trail.ts";
export { evaluate } from "./work/evaluate.ts";
export type { LeafOutcome } from "./work/leaf.ts";
export type { Outcome } from "./work/outcome.ts";
export { stateOf, type Standing } from "./work/tree.ts";
export { work, workAgain, type Evaluation } from "./work/work.ts";
