export * from "./work/filing.ts";
export { hashOf, canonical, filingHash, programHash } from "./hash.ts";
export * from "./result.ts";
export * from "./results.ts";
export { explain, type ScoreOptions } from "./tell/explain.ts";
export { score } from "./score.ts";
export { runScenario, type ScenarioCheck, type ScenarioOutcome } from "./scenario.ts";
export { SEMANTICS } from "./version.ts";
export { work, type Evaluation } from "./work/work.ts";
