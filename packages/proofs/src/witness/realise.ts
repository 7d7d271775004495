/** Chooses what a filing says so that atoms take the values wanted: figures a person would choose, in declared ranges. */
import {
  divide,
  equals,
  fraction,
  isPoint,
  isZero,
  multiply,
  negate,
  point,
  subtract,
  type Fraction,
} from "@heng/number";
import { isFigure, type Expr, type FieldSpec, type Type } from "@heng/lang";
import { lookUp, narrowed, YES, type Domain, type Env } from "../space/domain.ts";
import { MIRRORED, type Space } from "../space/space.ts";
import { tightened } from "../space/tighten.ts";
import type { Walk } from "../space/walk.ts";
import { wantedOfPart } from "./inverse.ts";
import { holds, pick, shownOne } from "./pick.ts";

/** What figures are near to where nothing else is known, in their shown unit; and whether conditions hold. */
export interface Taste {
  readonly size: bigint;
  readonly yes: boolean;
}

/** By atom of a field (`字段`, `清单.要点`): its figure or option. */
export type Choices = Map<string, Fraction | string>;

export class Realiser {
  readonly #space: Space;
  readonly #walk: Walk;
  readonly #taste: Taste;
  readonly choices: Choices = new Map();
  #env: Env | undefined;
  /** Atoms that are being solved for: what leads back to one of them is left to it. */
  readonly #solving = new Set<string>();

  constructor(space: Space, walk: Walk, taste: Taste) {
    this.#space = space;
    this.#walk = walk;
    this.#taste = taste;
  }

  /** Chooses a value for every atom that an environment narrows beyond `known`; false where one cannot be had. */
  take(env: Env | undefined, known?: Env): boolean {
    this.#env = env;
    const seen = new Set<string>();
    const wanted: Env[] = [];
    for (let at = env; at !== undefined && at !== known; at = at.up)
      if (!seen.has(at.key) && seen.add(at.key)) wanted.push(at);
    // What is worked out from others leaves less room than a field of its own: it is chosen first.
    const depth = ({ key }: Env): number => {
      const kind = this.#space.source(key)?.kind;
      return kind === "field" || kind === undefined ? 1 : 0;
    };
    const inOrder = (way: 1 | -1) => (): boolean =>
      wanted
        .toSorted((a, b) => way * (depth(a) - depth(b)))
        .every(({ key, domain }) => this.#narrow(key, domain));
    return this.#either([inOrder(1), inOrder(-1), () => this.#together(env)]);
  }

  /** One figure after the other, each where the rest can make up for it. */
  #together(env: Env | undefined): boolean {
    const fields = new Set<string>();
    for (let at = env; at !== undefined; at = at.up)
      for (const key of this.#space.under(at.key))
        if (this.#space.source(key)?.kind === "field") fields.add(key);
    let known = env;
    for (const key of fields) {
      const own = this.choices.get(key);
      if (own !== undefined && typeof own !== "string") known = narrowed(known, key, figureDomain(own), true);
    }
    let at = tightened(this.#walk, known);
    for (const key of fields) {
      if (at === "never") return false;
      if (this.choices.has(key)) continue;
      if (!this.#narrow(key, this.#walk.domain(key, at))) return false;
      const own = this.choices.get(key);
      if (own !== undefined && typeof own !== "string")
        at = tightened(this.#walk, narrowed(at, key, figureDomain(own), true));
    }
    return at !== "never";
  }

  #narrow(key: string, domain: Domain): boolean {
    const known = this.choices.get(key);
    if (domain.kind === "choice") {
      if (typeof known === "string") return domain.options.includes(known);
      const option =
        domain.options.length === 2 && domain.options.includes(YES)
          ? this.#taste.yes
            ? YES
            : "否"
          : domain.options[0];
      if (option === undefined) return false;
      this.choices.set(key, option);
      return true;
    }
    if (known !== undefined) return typeof known !== "string" && holds(domain.range, known);
    const source = this.#space.source(key);
    if (source?.kind === "field") return this.#field(key, source.field.type, domain);
    // What it is made of may have been chosen.
    const worked = this.#walk.domain(key, this.asEnv());
    const own = worked.kind === "figure" ? isPoint(worked.range) : undefined;
    if (own) return holds(domain.range, own);
    const type = this.#typeOf(key);
    const near = type.kind === "ratio" ? fraction(1n) : multiply(fraction(this.#taste.size), shownOne(type));
    const value = pick(domain.range, type, near, domain.step);
    return value !== undefined && this.set(key, value);
  }

  #typeOf(key: string): Type {
    const source = this.#space.source(key);
    if (source?.kind === "definition") return source.definition.of.type;
    if (source?.kind === "expression") return source.of.type;
    if (source?.kind === "field") return source.field.type;
    return { kind: "ratio", sense: "ratio" };
  }

  #field(key: string, type: Type, domain: Extract<Domain, { kind: "figure" }>): boolean {
    const value = pick(domain.range, type, this.#usual(type), domain.step);
    // A third of something cannot be filed.
    if (value === undefined || !isShort(value, type)) return false;
    this.choices.set(key, value);
    return true;
  }

  #usual(type: Type): Fraction {
    if (type.kind === "ratio" || type.kind === "qualitative") return fraction(1n);
    if (type.kind === "date") return fraction(738_156n); // 2022年, any day
    if (type.kind === "points") return fraction(this.#taste.size);
    return multiply(fraction(this.#taste.size), shownOne(type));
  }

  /** Gives a field some value of its range. */
  fill(key: string, field: FieldSpec): boolean {
    if (this.choices.has(key)) return true;
    const domain = lookUp(this.#env, key)?.domain ?? this.#space.declared(key);
    if (!domain) return true;
    if (domain.kind === "choice") return this.#narrow(key, domain);
    return this.#field(key, field.type, domain);
  }

  /** Makes an atom come to a value. */
  set(key: string, value: Fraction): boolean {
    const known = this.choices.get(key);
    if (known !== undefined) return typeof known !== "string" && equals(known, value);
    const source = this.#space.source(key);
    switch (source?.kind) {
      case "field": {
        const domain = this.#walk.domain(key, this.#env);
        if (
          domain.kind !== "figure" ||
          pick(domain.range, source.field.type, value, domain.step) === undefined
        )
          return false;
        if (!holds(domain.range, value)) return false;
        if (domain.step) {
          const count = divide(value, domain.step);
          if (count.n % count.d !== 0n) return false;
        }
        if (!isShort(value, source.field.type)) return false;
        this.choices.set(key, value);
        return true;
      }
      case "definition":
        return this.#once(key, () => this.solve(source.definition.of, value));
      case "expression":
        return this.#once(key, () => this.solve(source.of, value));
      case "quotient":
        return this.#ratio(source.above, source.below, value);
      case "sum":
        return this.#together(narrowed(this.#env, key, figureDomain(value), true));
      default:
        return false;
    }
  }

  #once(key: string, solve: () => boolean): boolean {
    if (this.#solving.has(key)) return true;
    this.#solving.add(key);
    const done = solve();
    this.#solving.delete(key);
    return done;
  }

  #ratio(above: string, below: string, value: Fraction): boolean {
    const [a, b] = [this.#known(above), this.#known(below)];
    if (b) return !isZero(b) && this.set(above, multiply(value, b));
    if (a) return !isZero(value) && this.set(below, divide(a, value));
    for (const divisor of this.#divisors(below, value)) {
      const before = new Map(this.choices);
      if (this.set(below, divisor) && this.set(above, multiply(value, divisor))) return true;
      this.#back(before);
    }
    return false;
  }

  #known(key: string): Fraction | undefined {
    const found = this.choices.get(key);
    return typeof found === "string" ? undefined : found;
  }

  #back(to: Choices): void {
    this.choices.clear();
    for (const [key, value] of to) this.choices.set(key, value);
  }

  /** Divisors with which a quotient comes out in figures that can be filed. */
  #divisors(key: string, value: Fraction): readonly Fraction[] {
    const type = this.#typeOf(key);
    const one = shownOne(type);
    const { size } = this.#taste;
    const counts = [size, value.d, value.d * size, 100n, 1000n, 1n, 10n, 10_000n];
    return counts.map((count) => multiply(fraction(count), one));
  }

  /** Makes an expression come to a value, as far as that is seen from its form; the engine tells whether it does. */
  solve(e: Expr, value: Fraction): boolean {
    switch (e.node) {
      case "figure":
        return equals(e.value, value);
      case "input":
        return this.set(this.#space.fieldKey(e.field, e.part), value);
      case "use": {
        const definition = this.#space.definitions.get(e.definition);
        return definition !== undefined && this.solve(definition.of, value);
      }
      case "step":
      case "round":
        return this.solve(e.of, value);
      case "absolute":
        return this.#either([() => this.solve(e.of, value), () => this.solve(e.of, negate(value))]);
      case "extreme":
        return this.#either(e.of.map((of) => () => this.solve(of, value)));
      case "cases":
        return this.#either([
          () => this.solve(e.otherwise, value) && e.cases.every(({ when }) => this.hold(when, false)),
          () => e.cases.every(({ when }) => this.hold(when, false)) && this.solve(e.otherwise, value),
          ...e.cases.map(
            ({ when, then }) =>
              () =>
                this.hold(when) && this.solve(then, value),
          ),
        ]);
      case "sum":
        return this.#either([() => this.#solveForm(e, value), () => this.#solveSum(e, value)]);
      case "aggregate":
        return true; // rows are chosen by themselves
      case "product":
        return this.#either([() => this.#solveForm(e, value), () => this.#solveProduct(e, value)]);
      default:
        return false;
    }
  }

  #either(ways: readonly (() => boolean)[]): boolean {
    for (const way of ways) {
      const before = new Map(this.choices);
      if (way()) return true;
      this.#back(before);
    }
    return false;
  }

  /** Of one quotient and a constant: `1 - y ÷ x`. */
  #solveForm(e: Expr, value: Fraction): boolean {
    const [form, ...others] = this.#space.forms(e);
    const [term, ...more] = form?.terms ?? [];
    if (!form || !term || others.length > 0 || more.length > 0) return false;
    if (this.#space.source(term.key)?.kind !== "quotient") return false;
    const of = divide(subtract(value, form.constant), term.coef);
    if (!term.inverse) return this.set(term.key, of);
    return !isZero(of) && this.set(term.key, divide(fraction(1n), of));
  }

  /** All terms but one get what they are usually; the last one the rest. */
  #solveSum(e: Extract<Expr, { node: "sum" }>, value: Fraction): boolean {
    return this.#either(
      e.terms.map(
        ({ of }, at) =>
          () =>
            this.#solvePart(e, at, of, value),
      ),
    );
  }

  #solveProduct(e: Extract<Expr, { node: "product" }>, value: Fraction): boolean {
    const open = [...e.factors.entries()].filter(([, { of }]) => of.node !== "figure");
    const [[, first] = [], [, second] = []] = open;
    if (open.length === 2 && first && second && !first.inverse && second.inverse && e.factors.length === 2) {
      const [above, below] = [this.#atomOf(first.of), this.#atomOf(second.of)];
      if (above !== undefined && below !== undefined) return this.#ratio(above, below, value);
    }
    return this.#either(
      open.map(
        ([at, { of }]) =>
          () =>
            this.#solvePart(e, at, of, value),
      ),
    );
  }

  /** All parts but one get what they are usually; that one what is then wanted of it. */
  #solvePart(
    e: Extract<Expr, { node: "sum" | "product" }>,
    at: number,
    part: Expr,
    value: Fraction,
  ): boolean {
    const wanted = wantedOfPart(e, at, point(value), (of) => this.#settle(of));
    const only = wanted && isPoint(wanted);
    return only !== undefined && this.solve(part, only);
  }

  #atomOf(e: Expr): string | undefined {
    const [form, ...others] = this.#space.forms(e);
    const [term, second] = form?.terms ?? [];
    return !others.length &&
      term &&
      !second &&
      !term.inverse &&
      isZero(form?.constant ?? fraction(1n)) &&
      equals(term.coef, fraction(1n))
      ? term.key
      : undefined;
  }

  /** The value of an expression once what it reads is chosen as usual. */
  #settle(e: Expr): Fraction | undefined {
    if (!isFigure(e.type)) return undefined;
    for (const key of this.#space.reads(e)) {
      const source = this.#space.source(key);
      if (source?.kind === "field" && !this.fill(key, source.field)) return undefined;
    }
    const env = this.asEnv();
    const range = this.#walk.value(e, env, false)?.range;
    return range?.low && range.high && equals(range.low.value, range.high.value)
      ? range.low.value
      : undefined;
  }

  /** What has been chosen, as what is known. */
  asEnv(): Env | undefined {
    let env: Env | undefined;
    for (const [key, value] of this.choices) {
      const domain: Domain =
        typeof value === "string" ? { kind: "choice", options: [value] } : figureDomain(value);
      env = narrowed(env, key, domain, true);
    }
    return env;
  }

  /** Makes a condition hold, or not hold. */
  hold(e: Expr, holds = true): boolean {
    const env = this.#walk.assume(e, holds, this.#env);
    if (env === "never") return false;
    const before = this.#env;
    const done = env === before || this.take(env, before);
    this.#env = before;
    if (env !== before) return done;
    if (e.node !== "compare" || !isFigure(e.left.type)) return done;
    const same = holds && (e.sign === "=" || e.sign === ">=" || e.sign === "<=");
    return this.#either([
      () => same && this.#meet(e.left, e.right),
      () => this.#apart(e, holds),
      () => !same,
    ]);
  }

  /** Two sides of which one is what it is usually, and the other on the side of it that is wanted. */
  #apart(e: Extract<Expr, { node: "compare" }>, holds: boolean): boolean {
    const against = (side: Expr): Expr | undefined => {
      const value = side.node === "figure" ? undefined : this.#settle(side);
      return value && { node: "figure", type: side.type, value };
    };
    if (e.left.node === "figure" || e.right.node === "figure") return false;
    return this.#either([
      () => {
        const right = against(e.right);
        return right !== undefined && this.hold({ ...e, right }, holds);
      },
      () => {
        const right = against(e.left);
        return (
          right !== undefined && this.hold({ ...e, sign: MIRRORED[e.sign], left: e.right, right }, holds)
        );
      },
    ]);
  }

  /** Two sides that come to the same. */
  #meet(left: Expr, right: Expr): boolean {
    const own = this.#settle(right);
    return own !== undefined && this.solve(left, own);
  }
}

function figureDomain(value: Fraction): Domain {
  return { kind: "figure", range: point(value) };
}

/** More than any figure that may be filed, in its shown unit. */
const ENDLESS = 10n ** 18n;

/** Whether a figure ends within the digits that may be filed. */
function isShort(value: Fraction, type: Type): boolean {
  const { n, d } = divide(value, shownOne(type));
  return (n < 0n ? -n : n) < ENDLESS * d && (value.n * 10n ** 12n) % value.d === 0n;
}
