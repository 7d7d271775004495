/** Scenarios that a rule set lacks: at and beside each bound, and for what no scenario has tried. */
import { programHash, stateOf, type Evaluation } from "@heng/engine";
import type { Leaf, Names, Program } from "@heng/lang";
import { absolute, compare, equals, exactText, type Fraction } from "@heng/number";
import { coverageOf, reachedIn, toldNodes } from "../coverage/coverage.ts";
import type { CoveragePoint } from "../coverage/points.ts";
import type { TestedScenario } from "../run.ts";
import { leavesOf, type Node } from "../tree.ts";
import { positionTitle, POSITIONS, type Bound } from "./bounds.ts";
import { aloneWith, evaluateDraft, keyOf, merged, type Draft } from "./draft.ts";
import { gapIn, Search, type Trial } from "./search.ts";
import { scenarioText, type WrittenScenario } from "./text.ts";
import { totalsAtGrades, WholeSearch } from "./whole.ts";

/** A scenario to be looked at and appended. */
export interface Suggestion {
  /** The indicator it is for; `""`: the whole. */
  readonly indicator: string;
  readonly title: string;
  /** Rule text that parses, checks and passes. */
  readonly text: string;
}

/** Makes suggestions for one rule set; what was found for one purpose is there for the next. */
export class Suggester {
  readonly #program: Program;
  readonly #scenarios: readonly TestedScenario[];
  readonly #keywords: keyof Names;
  readonly #searches = new Map<Leaf, Search>();
  #whole: WholeSearch | undefined;
  /** Whether an indicator weighs the same whatever the others come to. */
  readonly #weighsAlone: boolean;
  /** The nodes that each scenario tells of. */
  readonly #told: ReadonlyMap<TestedScenario, ReadonlySet<Node>>;

  /** `keywords`: the language of those in the rule file. */
  constructor(program: Program, scenarios: readonly TestedScenario[], keywords: keyof Names = "zh") {
    this.#keywords = keywords;
    this.#program = program;
    this.#scenarios = scenarios;
    this.#weighsAlone = !leavesOf(program).some(({ notApplicable }) =>
      notApplicable.some(({ as }) => as === "redistribute"),
    );
    this.#told = new Map(scenarios.map((tested) => [tested, toldNodes(tested.scenario, program)]));
  }

  /**
   * For every bound just below, at and just above it, where no scenario is as near; for the ends of the grades; and for
   * whatever is then still untried.
   */
  all(): readonly Suggestion[] {
    const untried = this.#untried();
    const whole = [
      ...this.#forGrades(),
      ...untried.flatMap((point) => (this.#isOfWhole(point) ? (this.forPoint(point) ?? []) : [])),
    ];
    // The lower end of a grade, and a filing that has it, are the same.
    const once = whole.filter(
      ({ text }, i) => whole.findIndex((other) => bodyOf(other.text) === bodyOf(text)) === i,
    );
    return [...leavesOf(this.#program).flatMap((leaf) => this.#forLeaf(leaf, untried)), ...once];
  }

  /** One that tries a point; undefined where no data were found that reach it. */
  forPoint(point: CoveragePoint): Suggestion | undefined {
    if (this.#isOfWhole(point)) {
      const draft =
        point.when.by === "grade" ? this.#inGrade(point.when.grade) : this.#wholeSearch().reaching(point);
      return draft && this.#suggestWhole(draft, point);
    }
    const leaf = leavesOf(this.#program).find(({ id }) => id === point.indicator);
    const trial = leaf && this.#searchOf(leaf).reaching(point);
    return (
      trial && this.#suggest(leaf, { trial, title: pointTitle(leaf, point), keeps: reaching(leaf, point) })
    );
  }

  /** One that comes out otherwise by a rule set that differs a little; undefined where no data were found that tell. */
  tellingApart(other: Program, says: string): Suggestion | undefined {
    const others = new Map(leavesOf(other).map((leaf) => [leaf.id, leaf]));
    // What changes an indicator shows in its own score, if anywhere.
    let within = false;
    for (const leaf of leavesOf(this.#program)) {
      const changed = others.get(leaf.id);
      if (changed === undefined || changed === leaf) continue;
      const search = this.#searchOf(leaf);
      const otherwise = aloneWith(changed, other);
      if (programHash(search.alone) === programHash(otherwise)) continue;
      within = true;
      search.searchBounds();
      const differs = (evaluation: Evaluation, draft: Draft): boolean =>
        leafResult(leaf, evaluation) !== leafResult(changed, evaluateDraft(otherwise, draft));
      const found =
        search.trials.find(({ evaluation, draft }) => differs(evaluation, draft)) ??
        trialsOf(changed, other).flatMap(({ draft }) => {
          const trial = search.adopt(draft);
          return trial !== undefined && differs(trial.evaluation, draft) ? [trial] : [];
        })[0];
      const choice = found && { trial: found, title: titleOf(leaf, says), keeps: differs };
      const suggestion = choice && this.#suggest(leaf, choice);
      if (suggestion !== undefined) return suggestion;
    }
    return within ? undefined : this.#tellingWholesApart(other);
  }

  /** By the total or the grade: at the ends of the grades of either, and where a 封顶 or 否决 is at work. */
  #tellingWholesApart(other: Program): Suggestion | undefined {
    const whole = this.#wholeSearch();
    const totals = [...totalsAtGrades(this.#program), ...totalsAtGrades(other)];
    const drafts = function* (points: readonly CoveragePoint[]): Generator<Draft | undefined> {
      for (const total of totals) yield whole.reachingTotal(total);
      for (const point of points) yield whole.reaching(point);
    };
    const points = coverageOf(this.#program, this.#scenarios).filter((point) => this.#isOfWhole(point));
    for (const draft of drafts(points)) {
      if (draft === undefined) continue;
      const [a, b] = [evaluateDraft(this.#program, draft), evaluateDraft(other, draft)];
      if (wholeResult(a) === wholeResult(b)) continue;
      return this.#write("", `合计 ${wholeResult(a)}`, draft, [TOTAL, GRADE]);
    }
    return undefined;
  }

  #untried(): readonly CoveragePoint[] {
    return coverageOf(this.#program, this.#scenarios).filter(({ triedBy }) => triedBy.length === 0);
  }

  /** Whether a point shows only in the score of a group, the total or the grade. */
  #isOfWhole({ when }: CoveragePoint): boolean {
    if (when.by === "grade") return true;
    if (when.by === "cap") return true;
    return when.by === "veto" && (when.node.kind === "group" || when.veto.notAbove !== undefined);
  }

  #forLeaf(leaf: Leaf, untried: readonly CoveragePoint[]): readonly Suggestion[] {
    const search = this.#searchOf(leaf);
    const chosen = new Map<string, Chosen>();
    const choose = (choice: Chosen): void => {
      const key = keyOf(choice.trial.draft);
      if (!chosen.has(key)) chosen.set(key, choice);
    };
    for (const bound of search.bounds) {
      const nearest = search.nearest(bound);
      for (const position of POSITIONS) {
        const found = nearest.get(position);
        if (found === undefined || this.#isTried(leaf, bound, found.gap)) continue;
        const title = titleOf(leaf, positionTitle(bound, position));
        const keeps = (evaluation: Evaluation): boolean => {
          const gap = gapIn(evaluation, bound, leaf);
          return gap !== undefined && equals(gap, found.gap);
        };
        choose({ trial: found.trial, title, keeps });
      }
    }
    for (const point of untried) {
      if (point.indicator !== leaf.id || this.#isOfWhole(point)) continue;
      if ([...chosen.values()].some(({ trial }) => trial.reaches(point))) continue;
      const trial = search.reaching(point);
      if (trial !== undefined)
        choose({ trial, title: pointTitle(leaf, point), keeps: reaching(leaf, point) });
    }
    return [...chosen.values()].flatMap((choice) => this.#suggest(leaf, choice) ?? []);
  }

  /** Whether a scenario that tells of the leaf is on the same side of a bound, and as near. */
  #isTried(leaf: Leaf, bound: Bound, gap: Fraction): boolean {
    return this.#scenarios.some((tested) => {
      if (this.#told.get(tested)?.has(leaf) !== true) return false;
      const has = gapIn(tested.evaluation, bound, leaf);
      if (has === undefined || sideOf(has) !== sideOf(gap)) return false;
      return compare(absolute(has), absolute(gap)) <= 0;
    });
  }

  #forGrades(): readonly Suggestion[] {
    return totalsAtGrades(this.#program).flatMap((total) => {
      const tried = this.#scenarios.some(
        ({ scenario, evaluation }) =>
          scenario.expect.some(({ of }) => of.kind === "grade") && hasTotal(evaluation, total),
      );
      const draft = tried ? undefined : this.#wholeSearch().reachingTotal(total);
      return draft === undefined
        ? []
        : (this.#write("", `合计 ${exactText(total)}分`, draft, [TOTAL, GRADE]) ?? []);
    });
  }

  /** A filing that earns a grade: by the total at its lower end, or the nearest below the next better one. */
  #inGrade(grade: string): Draft | undefined {
    for (const total of totalsAtGrades(this.#program)) {
      const draft = this.#wholeSearch().reachingTotal(total);
      if (draft && evaluateDraft(this.#program, draft).grade === grade) return draft;
    }
    return this.#wholeSearch().inGrade(grade);
  }

  #suggestWhole(draft: Draft, point: CoveragePoint): Suggestion | undefined {
    const { when, indicator } = point;
    const graded = when.by === "grade" || (when.by === "veto" && when.veto.notAbove !== undefined);
    const own = indicator === "" ? TOTAL : ({ kind: "indicator", id: indicator } as const);
    return this.#write(indicator, point.says.zh, draft, graded ? [TOTAL, GRADE] : [own]);
  }

  #suggest(leaf: Leaf, choice: Chosen): Suggestion | undefined {
    const of = { kind: "indicator", id: leaf.id } as const;
    const { trial, title } = choice;
    const short = this.#shortened(leaf, choice);
    // Where its weight depends on whether its siblings count, they have to be filed as well.
    const program = this.#weighsAlone ? trial.evaluation.program : this.#program;
    const alone = this.#write(leaf.id, title, short, [of], program);
    if (alone !== undefined) return alone;
    const { best } = this.#wholeSearch();
    return best && this.#write(leaf.id, title, merged(trial.draft, best), [of]);
  }

  /** Without the fields that neither the score nor what it is to show asks for. */
  #shortened(leaf: Leaf, { trial, keeps }: Chosen): Draft {
    let { draft } = trial;
    for (const field of trial.draft.values.keys()) {
      const less = { ...draft, values: new Map([...draft.values].filter(([name]) => name !== field)) };
      const evaluation = evaluateDraft(trial.evaluation.program, less);
      const standing = evaluation.standings.get(leaf);
      const same =
        standing !== undefined &&
        (trial.score === undefined
          ? stateOf(standing) === "notApplicable"
          : stateOf(standing) === "scored" &&
            standing.score?.state === "value" &&
            equals(standing.score.value, trial.score));
      if (same && keeps(evaluation, less)) draft = less;
    }
    return draft;
  }

  /** The scenario with what the engine gives; undefined where that is no score. */
  #write(
    indicator: string,
    title: string,
    draft: Draft,
    of: readonly WrittenScenario["expect"][number]["of"][],
    program: Program = this.#program,
  ): Suggestion | undefined {
    const evaluation = evaluateDraft(program, draft);
    const expect = of.flatMap((subject) => {
      const is = resultOf(subject, evaluation);
      return is === undefined ? [] : [{ of: subject, is }];
    });
    if (expect.length < of.length) return undefined;
    return {
      indicator,
      title,
      text: scenarioText({ title, ...draft, expect }, this.#program, this.#keywords),
    };
  }

  #searchOf(leaf: Leaf): Search {
    let search = this.#searches.get(leaf);
    if (search === undefined) {
      const definitions = new Map(this.#program.definitions.map((d) => [d.id, d]));
      this.#searches.set(leaf, (search = new Search(leaf, this.#program, definitions)));
    }
    return search;
  }

  #wholeSearch(): WholeSearch {
    if (this.#whole === undefined) {
      const searches = leavesOf(this.#program).map((leaf) => this.#searchOf(leaf));
      // What lies beside the bounds has scores that round figures have not.
      for (const search of searches) search.searchBounds();
      this.#whole = new WholeSearch(this.#program, searches, this.#scenarios);
    }
    return this.#whole;
  }
}

/** A filing of one indicator, with what it is to show. */
interface Chosen {
  readonly trial: Trial;
  readonly title: string;
  /** Whether a shorter filing shows the same. */
  readonly keeps: (evaluation: Evaluation, draft: Draft) => boolean;
}

function reaching(leaf: Leaf, point: CoveragePoint): (evaluation: Evaluation) => boolean {
  const told = new Set([leaf]);
  return (evaluation) => reachedIn(evaluation, told, false)(point);
}

function trialsOf(leaf: Leaf, program: Program): readonly Trial[] {
  const search = new Search(leaf, program, new Map(program.definitions.map((d) => [d.id, d])));
  search.searchBounds();
  return search.trials;
}

/** What a leaf came to, as text: the same for the same. */
function leafResult(leaf: Leaf, { standings }: Evaluation): string {
  const standing = standings.get(leaf);
  if (standing === undefined) return "";
  const { score } = standing;
  return `${stateOf(standing)} ${score?.state === "value" ? exactText(score.value) : ""}`;
}

/** The total and the grade, as text. */
function wholeResult({ program, standings, grade = "" }: Evaluation): string {
  const score = standings.get(program.root)?.score;
  return `${score?.state === "value" ? exactText(score.value) : ""}分 ${grade}`;
}

/** A scenario's text without its title. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf("{"));
}

const TOTAL = { kind: "total" } as const;
const GRADE = { kind: "grade" } as const;

function sideOf({ n }: Fraction): number {
  return n < 0n ? -1 : n === 0n ? 0 : 1;
}

function hasTotal({ standings, program }: Evaluation, total: Fraction): boolean {
  const score = standings.get(program.root)?.score;
  return score?.state === "value" && equals(score.value, total);
}

/** `结转结余变动率略高于 10%`; the indicator is named where that does not begin with it. */
function titleOf({ name }: Leaf, what: string): string {
  return what.startsWith(name) ? what : `${name}：${what}`;
}

function pointTitle(leaf: Leaf, { says }: CoveragePoint): string {
  return titleOf(leaf, says.zh);
}

function resultOf(
  of: WrittenScenario["expect"][number]["of"],
  evaluation: Evaluation,
): WrittenScenario["expect"][number]["is"] | undefined {
  const { program, standings, grade } = evaluation;
  if (of.kind === "grade") return grade === undefined ? undefined : { kind: "grade", value: grade };
  const found = [...standings].find(([node]) =>
    of.kind === "total" ? node === program.root : node !== program.root && node.id === of.id,
  );
  const standing = found?.[1];
  if (standing === undefined) return undefined;
  const state = stateOf(standing);
  if (state === "notApplicable") return { kind: "notApplicable" };
  return state === "scored" && standing.score?.state === "value"
    ? { kind: "score", value: standing.score.value }
    : undefined;
}
