/** What is known of atoms made of others, brought to bear on what they are made of: no value that can be is left out. */
import {
  addIntervals,
  contains,
  divide,
  equals,
  fraction,
  intersect,
  multiplyIntervals,
  negateInterval,
  ONE,
  point,
  ZERO,
  type Interval,
} from "@heng/number";
import { isFigure, type Expr } from "@heng/lang";
import { isEmpty, narrowed, type Env } from "./domain.ts";
import { quotient, stretched, WHOLE } from "./ranges.ts";
import type { Walk } from "./walk.ts";

/** Each narrows the other a few times over, and not without end. */
const ROUNDS = 3;

/** What is known then; `never`: no values are left that are all of it. */
export function tightened(walk: Walk, env: Env | undefined): Env | undefined | "never" {
  let at = env;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = at;
    const seen = new Set<string>();
    for (let known = before; known !== undefined; known = known.up) {
      if (seen.has(known.key) || known.domain.kind !== "figure") continue;
      seen.add(known.key);
      const next = spread(walk, known.key, known.domain.range, at);
      if (next === "never") return next;
      at = next;
    }
    if (at === before) return at;
  }
  return at;
}

/** What follows for the parts of an atom where it is in a range. */
function spread(walk: Walk, key: string, range: Interval, env: Env | undefined): Env | undefined | "never" {
  const source = walk.space.source(key);
  switch (source?.kind) {
    case "sum": {
      let at: Env | undefined = env;
      for (const term of source.form.terms) {
        const others = source.form.terms.filter((one) => one !== term);
        const rest = walk.formRange({ constant: ZERO, terms: others }, at);
        const room = stretched(less(range, rest), divide(ONE, term.coef));
        const next = kept(walk, term.key, room, at);
        if (next === "never") return next;
        at = next;
      }
      return at;
    }
    case "quotient": {
      const below = walk.range(source.below, env);
      const next = kept(walk, source.above, multiplyIntervals(range, below), env);
      if (next === "never" || contains(range, ZERO)) return next;
      const room = quotient(walk.range(source.above, next), range);
      return room ? kept(walk, source.below, room, next) : next;
    }
    case "definition":
      return within(walk, source.definition.of, range, env);
    case "expression":
      return within(walk, source.of, range, env);
    default:
      return env;
  }
}

/** What follows where an expression comes to something in a range. */
function within(walk: Walk, e: Expr, range: Interval, env: Env | undefined): Env | undefined | "never" {
  if (!isFigure(e.type)) return env;
  switch (e.node) {
    case "figure":
      return contains(range, e.value) ? env : "never";
    case "input":
      return kept(walk, walk.space.fieldKey(e.field, e.part), range, env);
    case "step":
      return within(walk, e.of, range, env);
    case "use": {
      const [form, ...others] = walk.space.forms(e);
      const [term, ...more] = form?.terms ?? [];
      if (!form || !term || term.inverse || others.length > 0 || more.length > 0) return env;
      const room = stretched(less(range, point(form.constant)), divide(ONE, term.coef));
      return kept(walk, term.key, room, env);
    }
    case "sum": {
      let at: Env | undefined = env;
      for (const [i, { negative, of }] of e.terms.entries()) {
        let rest = range;
        for (const [k, other] of e.terms.entries()) {
          if (k === i) continue;
          const own = walk.value(other.of, at, false)?.range ?? WHOLE;
          rest = less(rest, other.negative ? negateInterval(own) : own);
        }
        const next = within(walk, of, negative ? negateInterval(rest) : rest, at);
        if (next === "never") return next;
        at = next;
      }
      return at;
    }
    case "product": {
      let at: Env | undefined = env;
      for (const [i, { inverse, of }] of e.factors.entries()) {
        let rest: Interval | undefined = range;
        for (const [k, other] of e.factors.entries()) {
          if (k === i || !rest) continue;
          const own = walk.value(other.of, at, false)?.range ?? WHOLE;
          // Where the others may be 0 anything may stand here.
          rest = other.inverse
            ? multiplyIntervals(rest, own)
            : contains(own, ZERO)
              ? undefined
              : quotient(rest, own);
        }
        if (!rest || (inverse && contains(rest, ZERO))) continue;
        const room = inverse ? quotient(point(fraction(1n)), rest) : rest;
        const next = room ? within(walk, of, room, at) : at;
        if (next === "never") return next;
        at = next;
      }
      return at;
    }
    default:
      return env;
  }
}

/** An atom within what it is and a range. */
function kept(walk: Walk, key: string, range: Interval, env: Env | undefined): Env | undefined | "never" {
  const domain = walk.domain(key, env);
  if (domain.kind !== "figure") return env;
  const left = intersect(domain.range, range);
  if (!left || isEmpty(left, domain.step)) return "never";
  if (isSame(left.low, domain.range.low) && isSame(left.high, domain.range.high)) return env;
  return narrowed(env, key, { ...domain, range: left }, false);
}

function isSame(a: Interval["low"], b: Interval["low"]): boolean {
  return a === b || (a !== undefined && b !== undefined && a.open === b.open && equals(a.value, b.value));
}

/** All x - y. */
function less(a: Interval, b: Interval): Interval {
  return addIntervals(a, negateInterval(b));
}
