/** Why the grade is another one than was expected. */
import { printer, stateOf, formulaOf, evaluate, type Evaluation } from "@heng/engine";
import { POINTS, type Group, type Leaf, type Program, type Veto } from "@heng/lang";
import { contains, fixed, type Interval } from "@heng/number";
import { explanationOf } from "./leaf.ts";
import { intervalWords, type PartingWords } from "./words.ts";

export function gradeDifference(expected: string, evaluation: Evaluation): PartingWords {
  const { program, standings } = evaluation;
  const want = gradeInterval(program, expected);
  const total = standings.get(program.root);
  if (want === undefined || total?.score?.state !== "value" || stateOf(total) !== "scored")
    return { figure: undefined, says: explanationOf("", evaluation) };
  const { value } = total.score;
  const shown = `${fixed(value, program.places)}分`;
  if (contains(want, value)) {
    const limit = limitThatHolds(program, evaluation);
    const when = (lang: "zh" | "en"): string =>
      limit === undefined
        ? ""
        : `${formulaOf(limit.when, lang)}: ${printer(evaluation.scope, lang).numbers(limit.when)}`;
    return {
      figure: undefined,
      says: {
        zh: `合计 ${shown} 够得上“${expected}”，而否决成立，等级不高于“${limit?.notAbove ?? ""}”（${when("zh")}）`,
        en: `the total of ${shown} is enough for “${expected}”, but a veto keeps the grade at “${limit?.notAbove ?? ""}” (${when("en")})`,
      },
    };
  }
  const figure = {
    name: { zh: "合计", en: "total" },
    expected: { zh: intervalWords(want, POINTS, "zh"), en: intervalWords(want, POINTS, "en") },
    actual: { zh: shown, en: shown },
  };
  return {
    figure,
    says: {
      zh: `“${expected}”的合计应${figure.expected.zh}；实际 ${shown}`,
      en: `for “${expected}” the total would have to be ${figure.expected.en}; it is ${shown}`,
    },
  };
}

/** The totals that have a grade, where nothing limits it. */
function gradeInterval({ grades }: Program, name: string): Interval | undefined {
  const at = grades.findIndex((grade) => grade.name === name);
  const [grade, better] = [grades[at], grades[at - 1]];
  if (grade === undefined) return undefined;
  return {
    low: grade.atLeast && { value: grade.atLeast, open: grade.strict },
    high: better?.atLeast && { value: better.atLeast, open: !better.strict },
  };
}

function limitThatHolds({ root }: Program, evaluation: Evaluation): Veto | undefined {
  const waiting: (Group | Leaf)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const found = node.vetoes.find(({ when, notAbove }) => {
      const holds = notAbove === undefined ? undefined : evaluate(when, evaluation.scope);
      return holds?.state === "truth" && holds.holds;
    });
    if (found !== undefined) return found;
    if (node.kind === "group") waiting.push(...node.children.toReversed());
  }
  return undefined;
}
