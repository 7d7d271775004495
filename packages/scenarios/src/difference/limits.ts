/** A 封顶 or 否决 of a group that decides between what was expected and what came out. */
import { evaluate, type Evaluation } from "@heng/engine";
import type { Expr, Group, Names } from "@heng/lang";
import { equals, roundHalfUp, type Fraction } from "@heng/number";
import { conditionWords, type PartingWords } from "./words.ts";

/** Undefined where no 封顶 or 否决 tells the difference. */
export function limitWords(group: Group, wanted: Fraction, evaluation: Evaluation): PartingWords | undefined {
  const turns = evaluation.standings.get(group)?.turns ?? [];
  for (const [i, turn] of turns.entries()) {
    if (turn.kind !== "cap" && turn.kind !== "veto") continue;
    const before = turns[i - 1]?.result;
    if (before?.state !== "value" || !equals(before.value, wanted)) continue;
    const when = turn.kind === "cap" ? turn.cap.when : turn.veto.when;
    return when === undefined ? always() : conditional(turn.kind, when, "fail", evaluation);
  }
  const limits: readonly {
    readonly kind: Kind;
    readonly of: Expr | undefined;
    readonly when: Expr | undefined;
  }[] = [
    ...group.caps.map(({ of, when }) => ({ kind: "cap" as const, of, when })),
    ...group.vetoes.map(({ gets, when }) => ({ kind: "veto" as const, of: gets, when })),
  ];
  for (const { kind, of, when } of limits) {
    const outcome = of && evaluate(of, evaluation.scope);
    const holds = when && evaluate(when, evaluation.scope);
    if (when === undefined || holds?.state !== "truth" || holds.holds || outcome?.state !== "value") continue;
    if (equals(roundHalfUp(outcome.value, evaluation.program.places), wanted))
      return conditional(kind, when, "hold", evaluation);
  }
  return undefined;
}

type Kind = "cap" | "veto";

const WORDS: Readonly<Record<Kind, Names>> = {
  cap: { zh: "封顶", en: "cap" },
  veto: { zh: "否决", en: "veto" },
};

function conditional(kind: Kind, when: Expr, ought: "hold" | "fail", evaluation: Evaluation): PartingWords {
  const figure = conditionWords(when, ought, evaluation);
  const { zh, en } = WORDS[kind];
  return {
    figure,
    says: {
      zh: `“${zh} 当 ${figure.name.zh}”${figure.expected.zh}；实际 ${figure.actual.zh}`,
      en: `“${en} when ${figure.name.en}” ${figure.expected.en}; but ${figure.actual.en}`,
    },
  };
}

function always(): PartingWords {
  return {
    figure: undefined,
    says: { zh: "应得是封顶以前的得分", en: "what is expected is the score before the cap" },
  };
}
