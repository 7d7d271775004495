import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** A result below 0 or above 分值. */
export const H1436 = defineDiagnostic<{
  readonly result: string;
  readonly problem: "above" | "below";
  /** Below 0 it is as far as they are known. */
  readonly points: string | undefined;
}>({
  code: "H1436",
  severity: "error",
  message: ({ result, points, problem }) =>
    problem === "above"
      ? { zh: `得 ${result} 超过了分值 ${points}`, en: `${result} is above the ${points} of the indicator` }
      : { zh: `得 ${result} 低于 0分`, en: `${result} is below 0分` },
  mend: ({ points }) =>
    points === undefined
      ? { zh: "写不低于 0分 的分数", en: "write points of 0分 or more" }
      : { zh: `写 0分 到 ${points} 之间的分数`, en: `write points between 0分 and ${points}` },
});
