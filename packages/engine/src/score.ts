import type { Program } from "@heng/lang";
import { explain, type ScoreOptions } from "./tell/explain.ts";
import type { Filing } from "./work/filing.ts";
import type { Result } from "./result.ts";
import { work } from "./work/work.ts";

/** Scores a filing and explains it. The same program, filing and language always give the same result, byte for byte. */
export function score(program: Program, filing: Filing, options: ScoreOptions): Result {
  return explain(work(program, filing), options);
}
