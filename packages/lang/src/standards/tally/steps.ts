/** 每, 每满, 每不满: how many steps there are in an excess, and what becomes of less than a whole one. */
import { ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import { constantOf } from "../../core/constant.ts";
import type { Build } from "../../core/method.ts";
import type { Case, Expr, FaultCause, Say } from "../../core/program.ts";
import { NUMBER, POINTS } from "../../core/type.ts";
import type { Lang, Names } from "../../names.ts";

export const STEPS = ["each", "eachFull", "eachStarted"] as const;

/** How steps are counted: in proportion, whole ones, or started ones. */
export type Reading = (typeof STEPS)[number];

/** The words of a reading as a sentence has them, where the English keywords are run together. */
export const COUNTING: Readonly<Record<Reading, Names>> = {
  each: { zh: "每", en: "each" },
  eachFull: { zh: "每满", en: "each full" },
  eachStarted: { zh: "每不满", en: "each started" },
};

/** `，计 3 次` where steps are counted whole. */
export function countNote(steps: Expr | undefined): Say {
  return steps
    ? { zh: b.sentence`，计 ${steps} 次`, en: b.sentence`, × ${steps}` }
    : { zh: b.SILENT, en: b.SILENT };
}

/** `（不足 10天 按 10天 计）` of 每不满, whose words alone may be read the other way; nothing of the others. */
export function startedNote(reading: Reading, length: Expr): Say {
  return reading === "eachStarted"
    ? {
        zh: b.sentence`（不足 ${length} 按 ${length} 计）`,
        en: b.sentence` (part steps count as whole ones)`,
      }
    : { zh: [], en: [] };
}

/** `excess` in steps of `length`, by the reading, times the amount; `steps` where they are counted whole. */
export function counted(
  excess: Expr,
  reading: Reading,
  length: Expr,
  amount: Expr,
  build: Build,
): { readonly steps: Expr | undefined; readonly due: Expr } {
  if (reading === "each") {
    const factors = [
      { inverse: false, of: excess },
      { inverse: true, of: length },
      { inverse: false, of: amount },
    ];
    return { steps: undefined, due: { node: "product", type: POINTS, factors } };
  }
  const ratio = b.over(NUMBER, excess, length);
  const steps = build.step(
    { zh: "次数", en: "steps" },
    reading === "eachFull" ? b.floor(ratio) : b.ceiling(ratio),
  );
  return { steps, due: b.times(POINTS, steps, amount) };
}

/** 每 0 */
const STEP_NOT_POSITIVE: FaultCause = {
  id: "stepNotPositive",
  words: { zh: "“每”的步长算出来不大于 0", en: "the step of “each” does not come out above 0" },
};

/** The case that a step from data is not above 0; none for a literal, which the check has seen. */
export function stepGuard(length: Expr): readonly Case[] {
  return constantOf(length)
    ? []
    : [
        {
          when: b.compare(length, "<=", b.figure(ZERO, length.type)),
          then: b.fault(STEP_NOT_POSITIVE, POINTS),
        },
      ];
}

/** The reading of 每: what becomes of less than a whole step. */
export function readingWords(reading: Reading, step: string, giving: boolean, lang: Lang): string {
  const texts: Readonly<Record<Reading, Names>> = {
    each: { zh: `不足${step}的按比例计算`, en: "part steps count in proportion" },
    eachFull: {
      zh: `不足${step}的不${giving ? "加" : "扣"}`,
      en: "part steps do not count",
    },
    eachStarted: { zh: `不足${step}的按${step}计`, en: "part steps count as whole ones" },
  };
  return texts[reading][lang];
}
