/** The derivation of a leaf as a tree of steps (docs/reference/semantics.md, section 8). */
import {
  exactFigure,
  showFigure,
  POINTS,
  shownUnit,
  type Expr,
  type Leaf,
  type Range,
  type Type,
} from "@heng/lang";
import { exactText, fixed, type Fraction, type Interval } from "@heng/number";
import { evaluate } from "../work/evaluate.ts";
import { isKnown, isOpen, rangeOf, type Outcome } from "../work/outcome.ts";
import { evaluatedParts, formulaOf, partsHere, showTarget, takenExpr, type Printer } from "./print.ts";
import type { Shown, Step } from "../result.ts";
import { rowsTold } from "./rows-told.ts";
import type { Catalogue } from "../work/catalogue.ts";

const NAMES = {
  zh: { value: "值", target: "目标", score: "得分", notApplicable: "不适用", veto: "否决" },
  en: { value: "value", target: "target", score: "score", notApplicable: "not applicable", veto: "veto" },
} as const;

/** An outcome as data; null where there is none yet. */
export function shownOf(outcome: Outcome, type: Type, text: string): Shown | null {
  if (isOpen(outcome)) return null;
  if (outcome.state === "value")
    return { exact: exactFigure(outcome.value, type), shown: text, unit: shownUnit(type) };
  // The exact value is the same in every language.
  if (outcome.state === "truth") return { exact: outcome.holds ? "是" : "否", shown: text, unit: "" };
  return outcome.state === "choice" ? { exact: outcome.option, shown: text, unit: "" } : null;
}

/** The ends of an interval; null where it has none. */
export function rangeShown(range: Interval, type: Type): readonly [string | null, string | null] {
  const end = (bound: Interval["low"]): string | null =>
    bound === undefined ? null : exactFigure(bound.value, type);
  return [end(range.low), end(range.high)];
}

/** The rounding of a leaf: what was rounded, where that is known, and to what. */
export interface Rounding {
  readonly places: number;
  readonly from: Fraction | undefined;
  readonly to: Fraction;
}

const NONE = {} as const;

/** Makes the steps of one leaf. Every input, definition and intermediate is listed once, where it first is needed. */
export function stepsOf(
  leaf: Leaf,
  about: {
    readonly print: Printer;
    readonly catalogue: Catalogue;
    /** The standard was worked out: the leaf is applicable and not vetoed, or that is open. */
    readonly standardAsked: boolean;
    readonly rounding: Rounding | undefined;
    readonly citation: string | null;
    /** Makes an id unique in the result. */
    readonly unique: (id: string) => string;
  },
): readonly Step[] {
  const { print, catalogue, unique } = about;
  const { lang, scope } = print;
  const names = NAMES[lang];
  const seen = new Set<Expr | string>();

  /** A step; what is not given is null. Written out in full and copied never, for it is made some hundred times a result. */
  const make = (
    id: string,
    name: string,
    kind: Step["kind"],
    state: Step["state"],
    given: Partial<Step>,
    more: Pick<Partial<Step>, "origin" | "place" | "said" | "steps"> = NONE,
  ): Step => ({
    id: unique(id),
    name,
    kind,
    state,
    origin: more.origin ?? given.origin ?? null,
    place: more.place ?? null,
    formula: given.formula ?? null,
    substituted: given.substituted ?? null,
    value: given.value ?? null,
    range: given.range ?? null,
    rounding: given.rounding ?? null,
    citation: given.citation ?? null,
    said: more.said ?? null,
    steps: more.steps ?? [],
  });

  /** What `e` came to; its formula `of`, and what was taken of that with numbers where there is something to work out. */
  const worked = (e: Expr, of: Expr | undefined): Partial<Step> => {
    const outcome = evaluate(e, scope);
    const taken = of?.node === "cases" ? takenExpr(of, scope) : of;
    const atom = taken === undefined || (partsHere(taken).length === 0 && taken.node !== "use");
    return {
      formula: of === undefined ? null : formulaOf(of, lang),
      substituted: atom ? null : print.numbers(taken),
      value: shownOf(outcome, e.type, print.shown(e)),
      range: isKnown(outcome) && isOpen(outcome) ? rangeShown(rangeOf(outcome), e.type) : null,
    };
  };
  const stateOf = (e: Expr): Step["state"] => {
    const outcome = evaluate(e, scope);
    return isOpen(outcome) ? "missing" : outcome.state === "error" ? "error" : "value";
  };

  /** Whether something is met for the first time. */
  const isNew = (what: Expr | string): boolean => {
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  };

  /** Adds the inputs, definitions and intermediates within an expression to `into`, as steps. */
  const collect = (e: Expr, into: Step[]): void => {
    switch (e.node) {
      case "figure":
      case "yesNo":
      case "option":
        return;
      case "input": {
        const name = e.part === undefined || e.part === "grade" ? e.field : `${e.field}.${e.part}`;
        if (!isNew(name)) return;
        const field = scope.intake.fields.get(e.field);
        const given = worked(e, undefined);
        const [place, origin] = [field?.place ?? null, field?.spec.origin ?? null];
        into.push(make(`${leaf.id}#${name}`, name, "input", stateOf(e), given, { place, origin }));
        return;
      }
      case "use": {
        const definition = catalogue.definitions.get(e.definition);
        if (definition === undefined || !isNew(`use ${e.definition}`)) return;
        const { of, origin } = definition;
        const [steps, name] = [within(of), definition.name[lang]];
        const given = worked(e, of);
        into.push(make(`${leaf.id}#${name}`, name, "definition", stateOf(e), given, { origin, steps }));
        return;
      }
      case "step": {
        if (!isNew(e.id)) return;
        const steps = within(e.of);
        const said = e.say === undefined ? null : print.say(e.say);
        into.push(make(e.id, e.name[lang], "step", stateOf(e), worked(e, e.of), { said, steps }));
        return;
      }
      case "aggregate": {
        const name = formulaOf(e, lang);
        if (!isNew(e)) return;
        const state = stateOf(e);
        const said = state === "value" ? rowsTold(e, print) : null;
        into.push(make(`${leaf.id}#${name}`, name, "step", state, worked(e, e), { said }));
        return;
      }
      case "cases": {
        if (!isNew(e)) return;
        const evaluated = evaluatedParts(e, scope);
        for (const part of evaluated) collect(part, into);
        for (const part of partsHere(e)) if (!evaluated.includes(part)) skip(part, into);
        return;
      }
      default:
        for (const part of listedParts(e)) collect(part, into);
    }
  };
  const within = (e: Expr): readonly Step[] => {
    const steps: Step[] = [];
    collect(e, steps);
    return steps;
  };

  /** Adds the outermost intermediates of what was not worked out. */
  const skip = (e: Expr, into: Step[]): void => {
    for (const { id, name, of } of outermostSteps(e)) {
      if (isNew(id)) into.push(make(id, name[lang], "step", "skipped", { formula: formulaOf(of, lang) }));
    }
  };

  const steps: Step[] = [];
  const condition = (when: Expr, kind: "notApplicable" | "veto", origin: Range, asked: boolean): void => {
    const given = asked ? worked(when, when) : { formula: formulaOf(when, lang) };
    const state = asked ? stateOf(when) : "skipped";
    steps.push(make(`${leaf.id}#${kind}`, names[kind], "condition", state, given, { origin }));
  };

  let asked = true;
  for (const { when, origin } of leaf.notApplicable) {
    condition(when, "notApplicable", origin, asked);
    const holds = asked ? evaluate(when, scope) : undefined;
    if (holds?.state === "error" || (holds?.state === "truth" && holds.holds)) asked = false;
  }
  for (const { when, origin } of leaf.vetoes) condition(when, "veto", origin, asked);

  const { standardAsked, rounding, citation } = about;
  if (leaf.value !== undefined) {
    const { value } = leaf;
    const definition = value.node === "use" ? catalogue.definitions.get(value.definition) : undefined;
    const of = definition?.of ?? value;
    const origin = definition?.origin ?? leaf.origin;
    if (value.node === "use") isNew(`use ${value.definition}`);
    const given = standardAsked ? worked(value, of) : { formula: formulaOf(of, lang) };
    const inside = standardAsked ? within(of) : [];
    const state = standardAsked ? stateOf(value) : "skipped";
    steps.push(make(`${leaf.id}#value`, names.value, "value", state, given, { origin, steps: inside }));
  }
  if (leaf.target !== undefined) {
    const of = leaf.target.kind === "compare" ? leaf.target.of : undefined;
    if (of?.node === "use") isNew(`use ${of.definition}`);
    const formula = showTarget(leaf.target, (e) => formulaOf(e, lang));
    const given = standardAsked
      ? {
          value: of === undefined ? null : (worked(of, undefined).value ?? null),
          substituted: showTarget(leaf.target, print.shown),
        }
      : {};
    const state = !standardAsked ? "skipped" : of === undefined ? "value" : stateOf(of);
    steps.push(make(`${leaf.id}#target`, names.target, "target", state, { ...given, formula }));
  }
  (standardAsked ? collect : skip)(leaf.standard, steps);

  const given = standardAsked ? worked(leaf.standard, undefined) : {};
  const taken = standardAsked ? takenExpr(leaf.standard, scope) : undefined;
  const state = rounding !== undefined ? "value" : standardAsked ? stateOf(leaf.standard) : "skipped";
  steps.push(
    make(`${leaf.id}#score`, names.score, "score", state, {
      origin: leaf.origin,
      formula: formulaOf(leaf.standard, lang),
      substituted: taken === undefined || partsHere(taken).length === 0 ? null : print.numbers(taken),
      value: given.value ?? null,
      range: given.range ?? null,
      citation,
      ...(rounding === undefined ? {} : roundedTo(rounding, lang)),
    }),
  );
  return steps;
}

const LISTED = new WeakMap<Expr, readonly Expr[]>();
const IS_LISTED: ReadonlySet<Expr["node"]> = new Set(["input", "use", "step", "aggregate", "cases"]);

/** The nearest parts of an expression that may be listed as steps; the same for every filing, so found once. */
function listedParts(e: Expr): readonly Expr[] {
  let parts = LISTED.get(e);
  if (parts === undefined) {
    parts = [
      ...new Set(partsHere(e).flatMap((part) => (IS_LISTED.has(part.node) ? [part] : listedParts(part)))),
    ];
    LISTED.set(e, parts);
  }
  return parts;
}

type StepExpr = Extract<Expr, { readonly node: "step" }>;
const OUTERMOST = new WeakMap<Expr, readonly StepExpr[]>();

/** The `step` nodes of an expression that lie in no other; the same for every filing, so found once. */
function outermostSteps(e: Expr): readonly StepExpr[] {
  if (e.node === "step") return [e];
  let steps = OUTERMOST.get(e);
  if (steps === undefined) {
    steps = [...new Set(partsHere(e).flatMap(outermostSteps))];
    OUTERMOST.set(e, steps);
  }
  return steps;
}

function roundedTo({ places, from, to }: Rounding, lang: Printer["lang"]): Pick<Step, "value" | "rounding"> {
  return {
    value: { exact: exactText(to), shown: showFigure(to, POINTS, lang), unit: shownUnit(POINTS) },
    rounding:
      from === undefined ? null : { places, mode: "halfUp", from: exactText(from), to: fixed(to, places) },
  };
}
