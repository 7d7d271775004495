/** The derivation of a leaf as a tree of steps (docs/reference/semantics.md, section 8). */
import {
  exactFigure,
  showFigure,
  shownUnit,
  type DataPlace,
  type Expr,
  type Leaf,
  type Range,
  type Type,
} from "@heng/lang";
import { exactText, fixed, type Fraction, type Interval } from "@heng/number";
import { evaluate } from "./evaluate.ts";
import type { Outcome } from "./outcome.ts";
import { evaluatedParts, formulaOf, partsOf, showTarget, takenExpr, type Printer } from "./print.ts";
import type { Shown, Step } from "./result.ts";
import type { Catalogue } from "./catalogue.ts";

const NAMES = {
  zh: { value: "值", target: "目标", score: "得分", notApplicable: "不适用", veto: "否决" },
  en: { value: "value", target: "target", score: "score", notApplicable: "notApplicable", veto: "veto" },
} as const;

/** An outcome as data; null where there is none yet. */
export function shownOf(outcome: Outcome, type: Type, text: string): Shown | null {
  if (outcome.state === "value")
    return { exact: exactFigure(outcome.value, type), shown: text, unit: shownUnit(type) };
  return outcome.state === "truth" || outcome.state === "choice"
    ? { exact: text, shown: text, unit: "" }
    : null;
}

function rangeShown(range: Interval, type: Type): readonly [string | null, string | null] {
  const end = (bound: Interval["low"]): string | null =>
    bound === undefined ? null : exactFigure(bound.value, type);
  return [end(range.low), end(range.high)];
}

const STATES = {
  value: "value",
  truth: "value",
  choice: "value",
  missing: "missing",
  unknown: "missing",
  error: "error",
} as const;

/** The rounding of a leaf: what was rounded, and to what. */
export interface Rounding {
  readonly places: number;
  readonly from: Fraction;
  readonly to: Fraction;
}

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
    unique(id: string): string;
  },
): readonly Step[] {
  const { print, catalogue, unique } = about;
  const { lang, scope } = print;
  const names = NAMES[lang];
  const seen = new Set<string>();

  const blank = (id: string, name: string, kind: Step["kind"]): Step => ({
    id: unique(id),
    name,
    kind,
    state: "skipped",
    origin: null,
    place: null,
    formula: null,
    substituted: null,
    value: null,
    range: null,
    rounding: null,
    citation: null,
    said: null,
    steps: [],
  });

  /** A step with what `e` came to; formula and numbers only where there is something to work out. */
  const worked = (
    id: string,
    name: string,
    kind: Step["kind"],
    e: Expr,
    of: Expr,
    more: Partial<Step> = {},
  ): Step => {
    const outcome = evaluate(e, scope);
    const atom = partsOf(of).length === 0 && of.node !== "use";
    return {
      ...blank(id, name, kind),
      state: STATES[outcome.state],
      formula: kind === "input" ? null : formulaOf(of, lang),
      substituted: kind === "input" || atom ? null : print.numbers(of),
      value: shownOf(outcome, e.type, print.shown(e)),
      range: outcome.state === "missing" ? rangeShown(outcome.range, e.type) : null,
      ...more,
    };
  };

  /** The inputs, definitions and intermediates within an expression, as steps. */
  const within = (e: Expr): Step[] => {
    switch (e.node) {
      case "input": {
        const name = e.part === undefined || e.part === "grade" ? e.field : `${e.field}.${e.part}`;
        if (seen.has(name)) return [];
        seen.add(name);
        const field = scope.intake.fields.get(e.field);
        const place: DataPlace | null = field?.place ?? null;
        return [
          worked(`${leaf.id}#${name}`, name, "input", e, e, { place, origin: field?.spec.origin ?? null }),
        ];
      }
      case "use": {
        if (seen.has(`use ${e.definition}`)) return [];
        seen.add(`use ${e.definition}`);
        const definition = catalogue.definitions.get(e.definition);
        if (definition === undefined) return [];
        const name = definition.name[lang];
        return [
          worked(`${leaf.id}#${name}`, name, "definition", e, definition.of, {
            origin: definition.origin,
            steps: within(definition.of),
          }),
        ];
      }
      case "step": {
        if (seen.has(`step ${e.id}`)) return [];
        seen.add(`step ${e.id}`);
        const steps = within(e.of);
        return [
          worked(e.id, e.name[lang], "step", e, e.of, {
            said: e.say === undefined ? null : print.say(e.say),
            steps,
          }),
        ];
      }
      case "cases": {
        const evaluated = evaluatedParts(e, scope);
        const skipped = partsOf(e).filter((part) => !evaluated.includes(part));
        return [...evaluated.flatMap(within), ...skipped.flatMap(skippedIn)];
      }
      case "aggregate":
        return [worked(`${leaf.id}#${formulaOf(e, lang)}`, formulaOf(e, lang), "step", e, e)];
      default:
        return partsOf(e).flatMap(within);
    }
  };

  /** The outermost intermediates of what was not worked out. */
  const skippedIn = (e: Expr): Step[] => {
    if (e.node !== "step") return partsOf(e).flatMap(skippedIn);
    if (seen.has(`step ${e.id}`)) return [];
    seen.add(`step ${e.id}`);
    return [{ ...blank(e.id, e.name[lang], "step"), formula: formulaOf(e.of, lang) }];
  };

  const condition = (when: Expr, kind: "notApplicable" | "veto", origin: Range, asked: boolean): Step => {
    const id = `${leaf.id}#${kind}`;
    return asked
      ? worked(id, names[kind], "condition", when, when, { origin })
      : { ...blank(id, names[kind], "condition"), origin, formula: formulaOf(when, lang) };
  };

  const steps: Step[] = [];
  let open = true;
  for (const { when, origin } of leaf.notApplicable) {
    steps.push(condition(when, "notApplicable", origin, open));
    const holds = open ? evaluate(when, scope) : undefined;
    if (holds?.state === "error" || (holds?.state === "truth" && holds.holds)) open = false;
  }
  for (const { when, origin } of leaf.vetoes) steps.push(condition(when, "veto", origin, open));

  if (leaf.value !== undefined) {
    const of = leaf.value.node === "use" ? catalogue.definitions.get(leaf.value.definition) : undefined;
    const formula = of?.of ?? leaf.value;
    if (leaf.value.node === "use") seen.add(`use ${leaf.value.definition}`);
    steps.push(
      about.standardAsked
        ? worked(`${leaf.id}#value`, names.value, "value", leaf.value, formula, {
            origin: of?.origin ?? leaf.origin,
            steps: within(formula),
          })
        : { ...blank(`${leaf.id}#value`, names.value, "value"), formula: formulaOf(formula, lang) },
    );
  }
  if (leaf.target !== undefined) {
    const target = leaf.target.kind === "compare" ? leaf.target.of : undefined;
    const shown = showTarget(leaf.target, print.shown);
    const step = blank(`${leaf.id}#target`, names.target, "target");
    if (target?.node === "use") seen.add(`use ${target.definition}`);
    const outcome = target && about.standardAsked ? evaluate(target, scope) : undefined;
    steps.push({
      ...step,
      state: outcome === undefined ? (about.standardAsked ? "value" : "skipped") : STATES[outcome.state],
      formula: showTarget(leaf.target, (e) => formulaOf(e, lang)),
      substituted: about.standardAsked ? shown : null,
      value: target && outcome ? shownOf(outcome, target.type, print.shown(target)) : null,
    });
  }
  steps.push(...(about.standardAsked ? within(leaf.standard) : skippedIn(leaf.standard)));

  const { rounding } = about;
  const taken = about.standardAsked ? takenExpr(leaf.standard, scope) : undefined;
  const outcome = about.standardAsked ? evaluate(leaf.standard, scope) : undefined;
  const points = { kind: "points" } as const;
  steps.push({
    ...blank(`${leaf.id}#score`, names.score, "score"),
    state: rounding !== undefined ? "value" : outcome === undefined ? "skipped" : STATES[outcome.state],
    origin: leaf.origin,
    formula: formulaOf(leaf.standard, lang),
    substituted: taken === undefined || partsOf(taken).length === 0 ? null : print.numbers(taken),
    value:
      rounding === undefined
        ? null
        : {
            exact: exactText(rounding.to),
            shown: showFigure(rounding.to, points, lang),
            unit: shownUnit(points),
          },
    range: outcome?.state === "missing" ? rangeShown(outcome.range, points) : null,
    rounding:
      rounding === undefined
        ? null
        : {
            places: rounding.places,
            mode: "halfUp",
            from: exactText(rounding.from),
            to: fixed(rounding.to, rounding.places),
          },
    citation: about.citation,
  });
  return steps;
}
