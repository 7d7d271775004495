/** What a condition says of atoms where it holds, or does not. */
import { isFigure, type ComparisonSign, type Expr } from "@heng/lang";
import { inSteps, isEmpty, lookUp, narrowed, NO, YES, type Env } from "./domain.ts";
import { lineOf, minus } from "./form.ts";
import { within } from "./ranges.ts";
import type { Walk } from "./walk.ts";

type Node<K extends Expr["node"]> = Extract<Expr, { node: K }>;

/** What is known where a condition holds, or does not; `never`: no value is left. Narrows less than it could, never more. */
export function assume(walk: Walk, e: Expr, holds: boolean, env: Env | undefined): Env | undefined | "never" {
  switch (e.node) {
    case "yesNo":
      return e.value === holds ? env : "never";
    case "input":
      return choose(walk, walk.space.fieldKey(e.field, e.part), [holds ? YES : NO], env);
    case "use": {
      const of = walk.space.definitions.get(e.definition)?.of;
      return of ? assume(walk, of, holds, env) : env;
    }
    case "step":
      return assume(walk, e.of, holds, env);
    case "not":
      return assume(walk, e.of, !holds, env);
    case "logic":
      return assumeLogic(walk, e, holds, env);
    case "compare":
      return isFigure(e.left.type) ? assumeFigures(walk, e, holds, env) : assumeChoice(walk, e, holds, env);
    default:
      return env;
  }
}

function assumeLogic(
  walk: Walk,
  e: Node<"logic">,
  holds: boolean,
  env: Env | undefined,
): Env | undefined | "never" {
  const all = (e.connective === "and") === holds;
  let at = env;
  if (all) {
    for (const of of e.of) {
      const next = assume(walk, of, holds, at);
      if (next === "never") return next;
      at = next;
    }
    return at;
  }
  // One of them at least: known which where the others cannot be it.
  const open = e.of.filter((of) => walk.silent.truth(of, env, false) !== !holds);
  const [only] = open;
  if (!only) return "never";
  return open.length === 1 ? assume(walk, only, holds, env) : env;
}

function assumeFigures(
  walk: Walk,
  e: Node<"compare">,
  holds: boolean,
  env: Env | undefined,
): Env | undefined | "never" {
  const by = holds ? e.sign : OPPOSITE[e.sign];
  const plain = walk.space.plain(e);
  const asked = plain ?? walk.space.ofSum(e);
  if (!asked) return assumeApart(walk, e, by, env);
  const domain = walk.domain(asked.key, env);
  if (domain.kind !== "figure") return env;
  const range = within(domain.range, holds ? asked.sign : OPPOSITE[asked.sign], asked.at);
  if (!range || isEmpty(range, domain.step)) return "never";
  if (!plain) {
    const apart = assumeApart(walk, e, by, env);
    return range === domain.range ? apart : narrowed(apart, asked.key, { ...domain, range }, false);
  }
  if (range === domain.range) return assumeApart(walk, e, by, env);
  const left = { ...domain, range: inSteps(range, domain.step) };
  return narrowed(env, plain.key, left, lookUp(env, plain.key)?.cell === true);
}

/** That two sides are not the same, where no more can be said: what lies between them is no divisor that is 0. */
function assumeApart(
  walk: Walk,
  e: Node<"compare">,
  by: ComparisonSign,
  env: Env | undefined,
): Env | undefined {
  if (by !== "≠" && by !== "<" && by !== ">") return env;
  const [[left, ...lefts], [right, ...rights]] = [walk.space.forms(e.left), walk.space.forms(e.right)];
  if (!left || !right || lefts.length > 0 || rights.length > 0) return env;
  const gap = minus(left, right);
  if (gap.terms.length === 0) return env;
  return narrowed(env, lineOf(gap), { kind: "choice", options: [NO] }, true);
}

function assumeChoice(
  walk: Walk,
  e: Node<"compare">,
  holds: boolean,
  env: Env | undefined,
): Env | undefined | "never" {
  const [asked, other] = e.left.node === "input" ? [e.left, e.right] : [e.right, e.left];
  if (asked.node !== "input") return env;
  const only = walk.choices(other, env, false);
  const [option] = only ?? [];
  if (only?.length !== 1 || option === undefined) return env;
  const key = walk.space.fieldKey(asked.field, asked.part);
  const domain = walk.domain(key, env);
  if (domain.kind !== "choice") return env;
  const is = holds === (e.sign === "=");
  return choose(
    walk,
    key,
    domain.options.filter((one) => (one === option) === is),
    env,
  );
}

function choose(
  walk: Walk,
  key: string,
  options: readonly string[],
  env: Env | undefined,
): Env | undefined | "never" {
  const domain = walk.domain(key, env);
  const left = domain.kind === "choice" ? domain.options.filter((one) => options.includes(one)) : options;
  if (left.length === 0) return "never";
  return narrowed(env, key, { kind: "choice", options: left }, left.length === 1);
}

/** The sign that says the contrary. */
export const OPPOSITE: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "=": "≠",
  "≠": "=",
};
