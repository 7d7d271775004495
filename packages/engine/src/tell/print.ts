/** Prints expressions with what they came to. What is shown is read from the outcomes that were scored. */
import {
  marksOf,
  partsOf,
  printExpr,
  showFigure,
  type Expr,
  type Say,
  type Target,
  type Lang,
} from "@heng/lang";
import type { Fraction } from "@heng/number";
import type { Catalogue } from "../work/catalogue.ts";
import { evaluate, truthOf, type Scope } from "../work/evaluate.ts";
import { isOpen, type Outcome } from "../work/outcome.ts";
import { showTruth } from "../words.ts";

const FORMULAS: Readonly<Record<Lang, WeakMap<Expr, string>>> = { zh: new WeakMap(), en: new WeakMap() };
const SAYING = new WeakMap<Expr, boolean>();

/** The formula of an expression by names. It is the same for every filing, so it is printed once. */
export function formulaOf(e: Expr, lang: Lang): string {
  const known = FORMULAS[lang].get(e);
  if (known !== undefined) return known;
  const text = printExpr(e, { lang });
  FORMULAS[lang].set(e, text);
  return text;
}

const STATES = { missing: { zh: "待补", en: "missing" }, error: { zh: "错误", en: "error" } } as const;

/** An outcome as people read it. */
function showOutcome(outcome: Outcome, type: Expr["type"], lang: Lang, marks?: readonly Fraction[]): string {
  if (isOpen(outcome)) return STATES.missing[lang];
  switch (outcome.state) {
    case "value":
      return showFigure(outcome.value, type, lang, marks);
    case "truth":
      return showTruth(outcome.holds, lang);
    case "choice":
      return outcome.option;
    case "missing":
    case "unknown":
      return STATES.missing[lang];
    case "error":
      return STATES.error[lang];
  }
}

/** Prints for one filing in one language. */
export interface Printer {
  readonly lang: Lang;
  readonly scope: Scope;
  /** The value of an expression: `86.28%`. */
  readonly shown: (e: Expr) => string;
  /** The formula with its numbers: `全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元`. */
  readonly numbers: (e: Expr) => string;
  readonly say: (say: Say) => string;
}

/** `marks`: ratios that others are compared with ({@link marksFor}). */
export function printer(scope: Scope, lang: Lang, marks?: readonly Fraction[]): Printer {
  const values = new Map<Expr, string>();
  const shown = (e: Expr): string => {
    let text = values.get(e);
    if (text === undefined) {
      text = showOutcome(evaluate(e, scope), e.type, lang, marks);
      values.set(e, text);
    }
    return text;
  };
  const context = { lang, value: shown };
  const formulas = new Map<Expr, string>();
  const numbers = (e: Expr): string => {
    let text = formulas.get(e);
    if (text === undefined) {
      text = printExpr(e, context);
      formulas.set(e, text);
    }
    return text;
  };
  /** `（86.28% × 10分）` of what was taken; nothing where there is nothing to work out. */
  const working = (e: Expr): string => {
    const taken = takenExpr(e, scope);
    if (partsHere(taken).length === 0 || isOpen(evaluate(taken, scope))) return "";
    return lang === "zh" ? `（${numbers(taken)}）` : ` (${numbers(taken)})`;
  };
  return {
    lang,
    scope,
    shown,
    numbers,
    say: (say) =>
      say[lang]
        .map((part) => {
          if (typeof part === "string") return part;
          switch (part.show) {
            case "value":
              return shown(part.of);
            case "formula":
              return formulaOf(part.of, lang);
            case "numbers":
              return numbers(part.of);
            case "working":
              return working(part.of);
          }
        })
        .join(""),
  };
}

/** The ratios of the rules and of the filing, and the targets worked out, which a rounded one could be taken for. */
export function marksFor(scope: Scope, { marks, leaves }: Catalogue): readonly Fraction[] {
  const more: Fraction[] = [];
  for (const { value, spec } of scope.intake.fields.values())
    if (value?.kind === "figure" && spec.type.kind === "ratio") more.push(value.value);
  for (const { target } of leaves) {
    if (target?.kind !== "compare" || target.of.type.kind !== "ratio" || target.of.node === "figure")
      continue;
    const worked = evaluate(target.of, scope);
    if (worked.state === "value") more.push(worked.value);
  }
  return more.length === 0 ? marks : marksOf([...marks, ...more]);
}

/** The parts that have a value for the filing; those of an aggregate have one only row by row. */
export function partsHere(e: Expr): readonly Expr[] {
  return e.node === "aggregate" ? [] : partsOf(e);
}

/** What was worked out of an expression: of `cases` the conditions asked and what may be taken; else its parts. */
export function evaluatedParts(e: Expr, scope: Scope): readonly Expr[] {
  if (e.node !== "cases") return partsHere(e);
  const parts: Expr[] = [];
  for (const { when, then } of e.cases) {
    parts.push(when);
    const holds = truthOf(when, scope);
    if (holds.state === "error") return parts;
    if (holds.state === "truth" && !holds.holds) continue;
    parts.push(then);
    if (holds.state === "truth") return parts;
  }
  return [...parts, e.otherwise];
}

/** The branch of `cases` that was taken with its sentence; undefined while it is open. */
function takenCase(
  e: Extract<Expr, { node: "cases" }>,
  scope: Scope,
): { readonly then: Expr; readonly say: Say | undefined } | undefined {
  for (const { when, then, say } of e.cases) {
    const holds = truthOf(when, scope);
    if (holds.state !== "truth") return undefined;
    if (holds.holds) return { then, say };
  }
  return { then: e.otherwise, say: e.say };
}

/** The expression that gave the result: past steps and the branches that were not taken. */
export function takenExpr(e: Expr, scope: Scope): Expr {
  let taken = e;
  for (;;) {
    if (taken.node === "step") taken = taken.of;
    else if (taken.node === "cases") {
      const next = takenCase(taken, scope);
      if (next === undefined) return taken;
      taken = next.then;
    } else return taken;
  }
}

/** Whether anything can be said within an expression. */
function hasSay(e: Expr): boolean {
  let known = SAYING.get(e);
  if (known === undefined) {
    const own = (e.node === "step" || e.node === "cases") && e.say !== undefined;
    known =
      own ||
      (e.node === "cases" && e.cases.some(({ say }) => say !== undefined)) ||
      partsHere(e).some(hasSay);
    SAYING.set(e, known);
  }
  return known;
}

/** What is said beside a fault, of the case that was taken to it. */
export function saidBeside(fault: Expr, within: Expr, scope: Scope): Say | undefined {
  const seen = new Set<Expr>();
  const visit = (e: Expr): Say | undefined => {
    if (seen.has(e)) return undefined;
    seen.add(e);
    const taken = e.node === "cases" ? takenCase(e, scope) : undefined;
    if (taken?.then === fault) return taken.say;
    for (const part of evaluatedParts(e, scope)) {
      const said = visit(part);
      if (said !== undefined) return said;
    }
    return undefined;
  };
  return visit(within);
}

/** What is said of the steps and the cases that were taken, parts before wholes, the case before what it led to; each once. */
export function saysOf(e: Expr, print: Printer): readonly string[] {
  const seen = new Set<Expr>();
  const says: string[] = [];
  const say = (text: Say | undefined): void => {
    if (text !== undefined) says.push(print.say(text));
  };
  const visit = (of: Expr): void => {
    if (!hasSay(of) || seen.has(of)) return;
    seen.add(of);
    const taken = of.node === "cases" ? takenCase(of, print.scope) : undefined;
    for (const part of evaluatedParts(of, print.scope)) if (part !== taken?.then) visit(part);
    if (of.node === "step") say(of.say);
    say(taken?.say);
    if (taken !== undefined) visit(taken.then);
  };
  visit(e);
  return says.filter((text) => text !== "");
}

/** `>= 100%`, `[3%, 5%]`; its own figures with their names only where they are data. */
export function showTarget(target: Target, show: (e: Expr) => string): string {
  if (target.kind === "compare") return `${target.sign} ${show(target.of)}`;
  const { low, high } = target;
  if (low !== undefined && high !== undefined) {
    return `${target.lowOpen ? "(" : "["}${show(low)}, ${show(high)}${target.highOpen ? ")" : "]"}`;
  }
  if (low !== undefined) return `${target.lowOpen ? ">" : ">="} ${show(low)}`;
  return high === undefined ? "" : `${target.highOpen ? "<" : "<="} ${show(high)}`;
}
