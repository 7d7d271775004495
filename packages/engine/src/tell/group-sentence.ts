/** The sentences of groups and of the total (docs/reference/semantics.md, section 7). */
import { divide, equals, exactText, fixed, isZero, multiply, ONE, roundHalfUp } from "@heng/number";
import { inRow, showFigure, type Expr, type Group } from "@heng/lang";
import { figureOf } from "../work/evaluate.ts";
import { faultReason } from "./findings.ts";
import type { Grading } from "../work/grade.ts";
import { isOpen, type Figure } from "../work/outcome.ts";
import { formulaOf } from "./print.ts";
import { between, roundingNote, show, WORDS, type Telling } from "./sentence-words.ts";
import { rateOver, type Standing, type Standings } from "../work/tree.ts";

/** What is known of a group or the whole, for its sentence. */
export interface GroupTale {
  readonly group: Group;
  /** `合计` for the whole. */
  readonly name: string;
  readonly standing: Standing;
  /** What its own caps and vetoes wait for. */
  readonly missing: readonly string[];
  /** 加分项, 扣分项 and excess by name, of the whole. */
  readonly extras: readonly { readonly name: string; readonly score: Figure }[];
  /** Possible ones, of the whole. */
  readonly grades: readonly string[];
  readonly grade: string | undefined;
  readonly openLimits: Grading["open"];
}

export function groupSentence(tale: GroupTale, standings: Standings, telling: Telling): string {
  const { lang } = telling.print;
  const words = WORDS[lang];
  const grade =
    tale.grades.length === 0
      ? []
      : [tale.grade !== undefined ? words.grade(tale.grade) : words.gradeOpen(tale.grades.join(words.list))];
  const limits = tale.openLimits.flatMap(({ holds, veto }) => {
    const when = formulaOf(veto.when, lang);
    if (holds.state !== "error") return isOpen(holds) ? [words.limitOpen(when)] : [];
    return [words.limitFails(when, faultReason(holds.fault, telling.print.scope)[lang])];
  });
  return `${[groupBody(tale, standings, telling), ...limits, ...grade].join(words.semicolon)}${words.stop}`;
}

function groupBody(tale: GroupTale, standings: Standings, telling: Telling): string {
  const { group, name, standing, extras } = tale;
  const { print, places } = telling;
  const { lang } = print;
  const words = WORDS[lang];
  const { score } = standing;
  const named = (names: readonly string[]): string => names.map(words.quote).join(words.list);
  if (standing.out !== undefined || score === undefined) {
    return name === words.total ? words.noTotal : words.allOut[standing.out ?? "redistribute"];
  }
  const parts = [
    ...group.children.map((child) => ({ name: child.name, standing: standings.get(child) })),
    ...extras.map((extra) => ({
      name: extra.name,
      standing: { score: extra.score } as Pick<Standing, "score" | "undecided">,
    })),
  ];
  if (score.state === "error") {
    const wrong = parts.filter((part) => part.standing?.score?.state === "error").map((part) => part.name);
    const why =
      wrong.length === 0
        ? words.fault(faultReason(score.fault, print.scope, group)[lang])
        : words.failed(named(wrong));
    return `${name} ${why}`;
  }
  if (score.state === "missing" || standing.undecided === true) {
    const open = parts
      .filter((part) => part.standing?.undecided === true || part.standing?.score?.state === "missing")
      .map((part) => part.name);
    const why = [
      ...(open.length > 0 ? [words.open(named(open))] : []),
      ...(tale.missing.length > 0 ? [words.lacks(inRow(tale.missing)[lang])] : []),
    ];
    const waits = why.length > 0 ? words.pending(why.join(words.comma)) : words.pendingWeight;
    return [`${name} ${waits}`, between(score, telling)].join(words.semicolon);
  }

  const scores = group.children.flatMap((child) => {
    const of = standings.get(child);
    return of?.score?.state === "value" && of.out === undefined
      ? [{ child, value: of.score.value, over: rateOver(of), undecided: of.undecided }]
      : [];
  });
  const clauses: string[] = [];
  const turn = (text: string, result: Figure, exact?: Figure): void => {
    if (result.state !== "value") return;
    const note = exact?.state === "value" ? roundingNote(exact.value, result.value, telling) : "";
    clauses.push(`${text}${words.points(fixed(result.value, places))}${note}`);
  };
  /** §5.6: what is written for the declared 分值, at the weight that 剔除 gave: `4分 × 10 ÷ 5 = 8.00分`. */
  const atWeight = (of: Expr): string => {
    const written = figureOf(of, print.scope);
    const { weight } = standing;
    if (equals(weight, group.points) || written.state !== "value" || isZero(written.value)) return "";
    const exact = divide(multiply(written.value, weight), group.points);
    const points = roundHalfUp(exact, places);
    const ratio = `${exactText(weight)} ÷ ${exactText(group.points)}`;
    return ` × ${ratio} = ${words.points(fixed(points, places))}${roundingNote(exact, points, telling)}`;
  };
  const told = standing.turns ?? [];
  // Equal whatever is missing: the parts or the weight may still be open, so that there is no sum to show.
  const shownParts =
    told.length > 0 && scores.length > 0 && scores.every(({ undecided }) => undecided !== true);
  if (!shownParts) return `${name} = ${words.points(fixed(score.value, places))}`;
  for (const step of told) {
    switch (step.kind) {
      case "sum":
        turn(
          scores.length === 1
            ? `${name} = `
            : `${name} = ${scores.map(({ value }) => fixed(value, places)).join(" + ")} = `,
          step.result,
        );
        break;
      case "mean": {
        const shares = scores.map(({ child, value, over }) => {
          const share =
            group.combine.kind === "weighted"
              ? group.combine.shares[group.children.indexOf(child)]
              : undefined;
          const rate = `${fixed(value, places)} ÷ ${exactText(over)}`;
          return share === undefined
            ? rate
            : `${rate} × ${showFigure(share, { kind: "ratio", sense: "ratio" }, lang)}`;
        });
        const whole = equals(step.shares, ONE) ? "" : ` ÷ ${exactText(step.shares)}`;
        turn(
          `${name} = (${shares.join(" + ")})${whole} × ${words.points(exactText(standing.weight))} = `,
          step.result,
          step.exact,
        );
        break;
      }
      case "rescale": {
        const before = step.before.state === "value" ? fixed(step.before.value, places) : "";
        clauses.push(words.rescaled(words.points(exactText(step.applicable))));
        turn(
          `${words.rescaleName} = ${before} ÷ ${exactText(step.applicable)} × ${words.points(exactText(standing.weight))} = `,
          step.result,
          step.exact,
        );
        break;
      }
      case "extras": {
        const added = extras.flatMap(({ name: of, score: by }) =>
          by.state === "value" && by.value.n !== 0n
            ? [`${words.quote(of)} ${by.value.n < 0n ? "" : "+"}${fixed(by.value, places)}`]
            : [],
        );
        turn(`${added.join(words.list)}${words.comma}${words.extras} `, step.result);
        break;
      }
      case "cap": {
        const capped = `${words.capped(print.shown(step.cap.of))}${atWeight(step.cap.of)}`;
        clauses.push(
          `${capped}${step.cap.when === undefined ? "" : words.paren(print.numbers(step.cap.when))}`,
        );
        break;
      }
      case "veto": {
        const { when, gets } = step.veto;
        const scaled = gets === undefined ? "" : atWeight(gets);
        const lead = `${words.veto(print.numbers(when))}${words.comma}`;
        if (scaled === "" || gets === undefined) turn(`${lead}${words.get} `, step.result);
        else clauses.push(`${lead}${words.get} ${print.shown(gets)}${scaled}`);
        break;
      }
      case "floor":
        clauses.push(words.floor);
        break;
    }
  }
  if (!equals(standing.weight, group.points) && told.some(({ kind }) => kind === "cap" || kind === "veto"))
    clauses.splice(1, 0, words.reweighted(show(standing.weight, lang)));
  const leftOut = group.children
    .filter((child) => standings.get(child)?.out !== undefined)
    .map((child) => child.name);
  if (leftOut.length > 0) clauses.splice(1, 0, words.leftOut(named(leftOut)));
  return clauses.join(words.semicolon);
}
