/**
 * What an expression may come to while its atoms stay within a cell: an interval that holds every value, the linear form
 * it has there, and which way it goes as one atom rises. Never too narrow; exact where no atom stands in two parts that
 * are looked at apart.
 */
import {
  absoluteInterval,
  addIntervals,
  compareIntervals,
  contains,
  fraction,
  intersect,
  isPoint,
  isZero,
  maximumIntervals,
  minimumIntervals,
  multiplyIntervals,
  negateInterval,
  point,
  sign,
  ZERO,
  type Fraction,
  type Interval,
} from "@heng/number";
import { isFigure, roundedRange, type Case, type ComparisonSign, type Expr } from "@heng/lang";
import { cellsOf, lookUp, narrowed, NO, YES, type Domain, type Env } from "./domain.ts";
import { constantForm, isLine, lineOf, minus, opposite, plus, slope, type Form } from "./form.ts";
import { assume } from "./narrow.ts";
import { columnRange, quotient, signOf, stretched, WHOLE } from "./ranges.ts";
import { either, timesWay, together, turned, type Reach, type Way } from "./reach.ts";
import type { Space } from "./space.ts";
import { isSum, sumOf } from "./sums.ts";
import type { Trace } from "./trace.ts";

/** Of a form, whose range is worked out only where someone asks. */
class FormReach implements Reach {
  readonly form: Form;
  readonly way: Way;
  readonly #walk: Walk;
  readonly #env: Env | undefined;
  #range: Interval | undefined;

  constructor(form: Form, way: Way, walk: Walk, env: Env | undefined) {
    this.form = form;
    this.way = way;
    this.#walk = walk;
    this.#env = env;
  }

  get range(): Interval {
    return (this.#range ??= this.#walk.formRange(this.form, this.#env));
  }
}

type Node<K extends Expr["node"]> = Extract<Expr, { node: K }>;

/** What a step has come to. */
interface StepMet {
  readonly by: Walk;
  readonly certain: boolean;
  readonly reach: Reach | undefined;
}

/** Whether what people judge has the figures that it may have, or none: then the rest is looked at without it. */
export type Judged = "asked" | "leftOut";

/** Cells that are looked at one by one in one place. */
const MOST_CELLS = 243;
const NO_TURNS: readonly Fraction[] = [];
const NOT_NEGATIVE: Interval = { low: { value: ZERO, open: false } };

export class Walk {
  readonly space: Space;
  readonly #trace: Trace | undefined;
  readonly #main: string | undefined;
  readonly #judged: Judged;
  /** Definitions that have been looked into as they are declared. */
  readonly #within = new Map<string, Interval | undefined>();

  /** `main`: the atom whose rise is followed. Without a trace nothing is noted. */
  constructor(space: Space, trace?: Trace, main?: string, judged: Judged = "asked") {
    this.space = space;
    this.#trace = trace;
    this.#main = main;
    this.#judged = judged;
  }

  /** Nothing is noted, nothing followed, nothing left out. */
  get #isPlain(): boolean {
    return !this.#trace && this.#main === undefined && this.#judged === "asked";
  }

  // ---- atoms ----------------------------------------------------------------------------------------------------

  domain(key: string, env: Env | undefined): Domain {
    const known = lookUp(env, key)?.domain ?? this.space.declared(key);
    if (known) return known;
    const domains = env ? (env.domains ??= new Map<string, Domain>()) : this.space.domains;
    let found = domains.get(key);
    if (!found) domains.set(key, (found = this.#workedOut(key, env)));
    return found;
  }

  /** What an atom may be that is made of others. */
  #workedOut(key: string, env: Env | undefined): Domain {
    const source = this.space.source(key);
    if (source?.kind === "quotient") {
      const range = quotient(this.range(source.above, env), this.range(source.below, env));
      return { kind: "figure", range: range ?? WHOLE };
    }
    if (source?.kind === "definition") {
      const { of } = source.definition;
      return this.#inSteps(this.silent.value(of, env, false)?.range ?? WHOLE, this.space.forms(of));
    }
    if (source?.kind === "sum") return this.#inSteps(this.formRange(source.form, env), [source.form]);
    if (source?.kind !== "expression") return { kind: "figure", range: WHOLE };
    const { of } = source;
    const range = of.node === "aggregate" ? this.#folded(of) : this.silent.#node(of, env, false)?.range;
    return { kind: "figure", range: range ?? WHOLE };
  }

  /** Of what is made of figures that are counted in steps only what they can come to. */
  #inSteps(range: Interval, [form, ...others]: readonly Form[]): Domain {
    const step = form && others.length === 0 ? this.space.stepOf(form) : undefined;
    return step ? { kind: "figure", range, step } : { kind: "figure", range };
  }

  /** What rows can come to together. */
  #folded(e: Node<"aggregate">): Interval {
    const adds = e.fold === "count" || e.fold === "total";
    if (adds && e.when && this.truth(e.when, undefined, false) === false) return point(ZERO);
    if (e.fold === "count") return NOT_NEGATIVE;
    const columns = this.space.rowLists.get(e.rows)?.columns;
    const each = e.of ? columnRange(e.of, columns) : WHOLE;
    if (e.fold !== "total") return each;
    return each.low !== undefined && sign(each.low.value) >= 0 ? NOT_NEGATIVE : WHOLE;
  }

  range(key: string, env: Env | undefined): Interval {
    const domain = this.domain(key, env);
    return domain.kind === "figure" ? domain.range : WHOLE;
  }

  /** The same without noting what is met. */
  get silent(): Walk {
    return this.#trace ? new Walk(this.space) : this;
  }

  /** All that a form may come to. */
  formRange(form: Form, env: Env | undefined): Interval {
    const all = this.#termsRange(form, env);
    // What is known of the sum leaves less than what is known of each.
    const sum = env?.sums === true ? sumOf(form) : undefined;
    const known = sum && lookUp(env, sum.key)?.domain;
    if (!sum || known?.kind !== "figure") return all;
    return intersect(all, addIntervals(stretched(known.range, sum.times), point(sum.constant))) ?? all;
  }

  #termsRange({ constant, terms }: Form, env: Env | undefined): Interval {
    if (terms.length === 0) return point(constant);
    let total: Interval | undefined;
    for (const { key, inverse, coef } of terms) {
      const own = this.range(key, env);
      const range = inverse ? quotient(point(fraction(1n)), own) : own;
      if (!range) return WHOLE;
      const part = stretched(range, coef);
      total = total ? addIntervals(total, part) : part;
    }
    return isZero(constant) ? (total ?? WHOLE) : addIntervals(total ?? WHOLE, point(constant));
  }

  #ofForm(form: Form, env: Env | undefined): Reach {
    return new FormReach(form, this.#main === undefined ? 0 : this.#wayOf(form, env), this, env);
  }

  #wayOf(form: Form, env: Env | undefined): Way {
    const main = this.#main as string;
    if (!form.terms.some(({ key }) => key === main)) return 0;
    if (
      form.terms.some(({ key, inverse }) => key === main && inverse) &&
      contains(this.range(main, env), ZERO)
    )
      return undefined;
    return slope(form, main);
  }

  // ---- figures --------------------------------------------------------------------------------------------------

  /** What a figure may come to; undefined where there is none for any value. `certain`: every value comes here. */
  value(e: Expr, env: Env | undefined, certain: boolean): Reach | undefined {
    const keys = this.#toSplit(e, env);
    if (keys.length === 0) return this.#node(e, env, certain);
    let all: Reach | undefined;
    const apart = this.#main !== undefined && keys.some((key) => this.#movesWithMain(this.space.under(key)));
    this.#eachCell(keys, env, (inside) => {
      const own = this.#node(e, inside, certain);
      if (own) all = all ? either(all, own, apart) : own;
    });
    return all;
  }

  #toSplit(e: Expr, env: Env | undefined): readonly string[] {
    const wanted = this.space.splits(e);
    return wanted.length === 0 ? wanted : wanted.filter((key) => this.#toTellApart(key, env));
  }

  #toTellApart(key: string, env: Env | undefined): boolean {
    if (lookUp(env, key)?.cell === true) return false;
    return this.#turns.has(key) || this.space.declared(key)?.kind === "choice";
  }

  /**
   * What may be known of all that decides an expression beside the main atom and what that is made of: all of it together
   * in each way in which it may stand.
   */
  worlds(e: Expr, env: Env | undefined): readonly (Env | undefined)[] {
    const moving = this.#main === undefined ? new Set<string>() : this.space.under(this.#main);
    const keys = this.#toSplit(e, env).filter(
      (key) => key !== this.#main && !Array.from(this.space.under(key)).some((one) => moving.has(one)),
    );
    const found: (Env | undefined)[] = [];
    this.#eachCell(keys, env, (inside) => found.push(inside));
    return found;
  }

  /** Cells of several atoms together; where there are too many, those of the first of them. */
  #eachCell(keys: readonly string[], env: Env | undefined, visit: (env: Env | undefined) => void): void {
    const go = (i: number, at: Env | undefined, room: number): void => {
      const key = keys[i];
      if (key === undefined) return visit(at);
      const domain = this.domain(key, at);
      const cells: readonly Domain[] =
        domain.kind === "choice"
          ? domain.options.map((option) => ({ kind: "choice", options: [option] }))
          : cellsOf(domain, this.#turns.get(key) ?? NO_TURNS);
      if (cells.length > room) return go(i + 1, at, room);
      for (const cell of cells) go(i + 1, narrowed(at, key, cell, true), Math.floor(room / cells.length));
    };
    go(0, env, MOST_CELLS);
  }

  #parts: readonly Expr[] = [];
  #turning: ReadonlyMap<string, readonly Fraction[]> | undefined;

  /** Sets what is being proved: cells are those of all its parts together, so that none is cut twice. */
  of(parts: readonly Expr[]): void {
    this.#parts = parts;
    this.#turning = undefined;
  }

  /** The points at which atoms turn, anywhere in what is being proved. */
  get #turns(): ReadonlyMap<string, readonly Fraction[]> {
    return (this.#turning ??= this.space.turns(this.#parts));
  }

  /** Notes a case that is taken, where what is met is noted. */
  took(one: Case | Expr, certain: boolean, env: Env | undefined): void {
    this.#trace?.took(one, certain, env);
  }

  /** The one atom that turns anywhere, if it is one: none that has cases of its own, which are looked at as they are. */
  get onlyTurn(): string | undefined {
    const [key, ...others] = this.#turns.keys();
    const source = key === undefined ? undefined : this.space.source(key);
    const hasCases = source?.kind === "expression" && source.of.node === "cases";
    return others.length === 0 && !hasCases ? key : undefined;
  }

  /** The cells of one atom in an environment. */
  cells(key: string, env: Env | undefined): readonly Domain[] {
    const domain = this.domain(key, env);
    return domain.kind === "figure" ? cellsOf(domain, this.#turns.get(key) ?? NO_TURNS) : [domain];
  }

  #node(e: Expr, env: Env | undefined, certain: boolean): Reach | undefined {
    switch (e.node) {
      case "figure":
        return this.space.constant(e);
      case "input":
        if (this.#judged === "leftOut" && this.space.fields.get(e.field)?.judged) return undefined;
        return this.#atom(e, env, certain);
      case "use":
        return this.#atom(e, env, certain);
      case "step":
        return this.#step(e, env, certain);
      case "sum":
        return this.#sum(e, env, certain);
      case "product":
        return this.#product(e, env, certain);
      case "extreme":
        return this.#extreme(e, env, certain);
      case "absolute":
        return this.#absolute(e, env, certain);
      case "round":
        return this.#round(e, env, certain);
      case "cases":
        return this.#cases(e, env, certain);
      case "aggregate":
        return this.#aggregate(e, env);
      case "column":
        return {
          range: columnRange(e, this.space.rowLists.get(e.rows)?.columns),
          form: undefined,
          way: undefined,
        };
      case "fault":
        this.#trace?.fault({ cause: e.cause, at: e, origin: undefined, certain, envs: [env] });
        return undefined;
      default:
        return { range: WHOLE, form: undefined, way: undefined };
    }
  }

  #atom(e: Node<"input"> | Node<"use">, env: Env | undefined, certain: boolean): Reach | undefined {
    if (e.node === "use") {
      const definition = this.space.definitions.get(e.definition);
      const inside = definition && this.#look(definition.id, definition.of, env, certain);
      if (definition && inside === undefined) return undefined;
    }
    const [form] = this.space.forms(e);
    return form ? this.#ofForm(form, env) : { range: WHOLE, form: undefined, way: undefined };
  }

  #step(e: Node<"step">, env: Env | undefined, certain: boolean): Reach | undefined {
    if (env === undefined) return this.value(e.of, env, certain);
    const steps = (env.steps ??= new Map()) as Map<Expr, StepMet>;
    const known = steps.get(e);
    // One met for certain has noted all that it meets; what another walk has come to noted nothing here.
    const isOwn = known && (known.by === this || (this.#isPlain && known.by.#judged === "asked"));
    if (isOwn && (known.certain || !certain)) return known.reach;
    const reach = this.value(e.of, env, certain);
    steps.set(e, { by: this, certain, reach });
    return reach;
  }

  /** Looks into a definition where it is used: what it comes to, and what may go wrong in it there. */
  #look(id: string, of: Expr, env: Env | undefined, certain: boolean): Interval | undefined {
    if (!this.#trace) return this.value(of, env, false)?.range;
    const narrow = restricts(this.space, of, env);
    if (!narrow && this.#within.has(id)) return this.#within.get(id);
    const range = this.value(of, env, certain)?.range;
    if (!narrow) this.#within.set(id, range);
    return range;
  }

  #sum(e: Node<"sum">, env: Env | undefined, certain: boolean): Reach | undefined {
    let form: Form | undefined = constantForm(ZERO);
    let range: Interval = point(ZERO);
    let way: Way = 0;
    let lost = false;
    for (const { negative, of } of e.terms) {
      const term = this.value(of, env, certain);
      if (!term) {
        lost = true;
        continue;
      }
      form = form && term.form && plus(form, negative ? opposite(term.form) : term.form);
      range = addIntervals(range, negative ? negateInterval(term.range) : term.range);
      way = together(way, negative ? turned(term.way) : term.way);
    }
    if (lost) return undefined;
    return form ? this.#ofForm(form, env) : { range, form, way };
  }

  #product(e: Node<"product">, env: Env | undefined, certain: boolean): Reach | undefined {
    const parts: Reach[] = [];
    let lost = false;
    for (const { inverse, of, origin } of e.factors) {
      const part = this.value(of, env, certain);
      if (!part) {
        lost = true;
        continue;
      }
      if (inverse && contains(part.range, ZERO) && !isKnownNotZero(part.form, env)) {
        const always = isPoint(part.range) !== undefined;
        this.#trace?.fault({
          cause: "divisionByZero",
          at: of,
          origin,
          certain: certain && always,
          envs: [env],
        });
        if (always) lost = true;
      }
      parts.push(part);
    }
    if (lost) return undefined;
    const forms = parts.map(({ form }) => form);
    const form = forms.includes(undefined) ? undefined : this.space.productForm(e, forms as Form[]);
    if (form) return this.#ofForm(form, env);
    let range: Interval = point(fraction(1n));
    let way: Way = 0;
    for (const [i, part] of parts.entries()) {
      const inverse = e.factors[i]?.inverse === true;
      const factor = inverse ? quotient(point(fraction(1n)), part.range) : part.range;
      const next = factor ? multiplyIntervals(range, factor) : WHOLE;
      const own = inverse ? turned(part.way) : part.way;
      way = timesWay(way, range, own, factor ?? WHOLE);
      range = next;
    }
    return { range, form: undefined, way };
  }

  #extreme(e: Node<"extreme">, env: Env | undefined, certain: boolean): Reach | undefined {
    const parts: Reach[] = [];
    for (const of of e.of) {
      const part = this.value(of, env, certain);
      if (!part) return undefined;
      parts.push(part);
    }
    const above = e.pick === "max" ? ">=" : "<=";
    const winner = parts.find((part) =>
      parts.every((other) => other === part || this.#compared(above, part, other, env) === true),
    );
    if (winner) return winner;
    const [first, ...rest] = parts;
    if (!first) return undefined;
    let { range, way } = first;
    for (const part of rest) {
      range = (e.pick === "max" ? maximumIntervals : minimumIntervals)(range, part.range);
      way = together(way, part.way);
    }
    return { range, form: undefined, way };
  }

  #absolute(e: Node<"absolute">, env: Env | undefined, certain: boolean): Reach | undefined {
    const of = this.value(e.of, env, certain);
    if (!of) return undefined;
    const { low, high } = of.range;
    if (low && sign(low.value) >= 0) return of;
    if (high && sign(high.value) <= 0)
      return {
        range: negateInterval(of.range),
        form: of.form && opposite(of.form),
        way: turned(of.way),
      };
    return { range: absoluteInterval(of.range), form: undefined, way: of.way === 0 ? 0 : undefined };
  }

  #round(e: Node<"round">, env: Env | undefined, certain: boolean): Reach | undefined {
    const of = this.value(e.of, env, certain);
    if (!of) return undefined;
    return { range: roundedRange(e, of.range), form: undefined, way: of.way };
  }

  #cases(e: Node<"cases">, env: Env | undefined, certain: boolean): Reach | undefined {
    let at = env;
    let sure = certain;
    let all: Reach | undefined;
    let apart = false;
    const join = (own: Reach | undefined): void => {
      if (own) all = all ? either(all, own, apart) : own;
    };
    for (const one of e.cases) {
      const holds = this.truth(one.when, at, sure);
      if (holds === false) continue;
      apart ||=
        this.#main !== undefined && holds === undefined && this.#movesWithMain(this.space.reads(one.when));
      const inside = holds === true ? at : this.assume(one.when, true, at);
      if (inside !== "never") {
        if (one.origin) this.took(one, sure && holds === true, inside);
        join(this.value(one.then, inside, sure && holds === true));
      }
      if (holds === true) return all;
      const beyond = this.assume(one.when, false, at);
      if (beyond === "never") return all;
      at = beyond;
      sure = false;
    }
    if (e.otherwise.node === "fault") {
      const origin = e.cases.at(-1)?.origin;
      this.#trace?.fault({ cause: e.otherwise.cause, at: e.otherwise, origin, certain: sure, envs: [at] });
    } else {
      if (e.rest) this.took(e, sure, at);
      join(this.value(e.otherwise, at, sure));
    }
    return all;
  }

  /** Whether any of some atoms may change as the main atom rises. */
  #movesWithMain(keys: ReadonlySet<string>): boolean {
    if (this.#main === undefined) return false;
    const moving = this.space.under(this.#main);
    for (const key of keys) if (moving.has(key)) return true;
    return false;
  }

  #aggregate(e: Node<"aggregate">, env: Env | undefined): Reach {
    const withRows = e.fold === "count" || e.fold === "total" || this.#hasRows(e, env);
    if (!withRows)
      this.#trace?.fault({ cause: "noRows", at: e, origin: undefined, certain: false, envs: [env] });
    const [form] = this.space.forms(e);
    return form ? this.#ofForm(form, env) : { range: this.#folded(e), form: undefined, way: undefined };
  }

  /** Whether a guard has seen to it that there are rows, and that their weights do not come to nothing. */
  #hasRows(e: Node<"aggregate">, env: Env | undefined): boolean {
    const above0 = (of: Omit<Node<"aggregate">, "node" | "type">): boolean => {
      const [form] = this.space.forms({ node: "aggregate", type: { kind: "number" }, ...of });
      const key = form?.terms[0]?.key;
      const low = key === undefined ? undefined : lookUp(env, key)?.domain;
      return low?.kind === "figure" && signOf(low.range) === 1 && !contains(low.range, ZERO);
    };
    const when = e.when ? { when: e.when } : {};
    if (e.weight && above0({ fold: "total", rows: e.rows, ...when, of: e.weight })) return true;
    const weights = e.weight && columnRange(e.weight, this.space.rowLists.get(e.rows)?.columns);
    if (weights && (contains(weights, ZERO) || signOf(weights) !== 1)) return false;
    return above0({ fold: "count", rows: e.rows, ...when });
  }

  // ---- conditions -----------------------------------------------------------------------------------------------

  /** Whether a condition holds for every value here, or for none; undefined: it depends, or cannot be seen. */
  truth(e: Expr, env: Env | undefined, certain: boolean): boolean | undefined {
    switch (e.node) {
      case "yesNo":
        return e.value;
      case "input": {
        const domain = this.domain(this.space.fieldKey(e.field, e.part), env);
        const options = domain.kind === "choice" ? domain.options : [];
        return options.length === 1 ? options[0] === YES : undefined;
      }
      case "use": {
        const of = this.space.definitions.get(e.definition)?.of;
        return of && this.truth(of, env, certain);
      }
      case "step":
        return this.truth(e.of, env, certain);
      case "not": {
        const of = this.truth(e.of, env, certain);
        return of === undefined ? undefined : !of;
      }
      case "logic": {
        const ends = e.connective === "or";
        let open = false;
        let settled = false;
        for (const of of e.of) {
          const own = this.truth(of, env, certain);
          settled ||= own === ends;
          // An error is never passed over by what settles the rest: all is looked at where errors are noted.
          if (settled && !this.#trace) return ends;
          open ||= own === undefined;
        }
        return settled ? ends : open ? undefined : !ends;
      }
      case "compare": {
        return this.#comparison(e, env, certain);
      }
      case "cases": {
        let open = false;
        const seen = new Set<boolean | undefined>();
        for (const { when, then } of e.cases) {
          const holds = this.truth(when, env, certain);
          if (holds === false) continue;
          seen.add(this.truth(then, env, certain));
          open ||= holds === undefined;
          if (holds === true) return seen.size === 1 ? Array.from(seen)[0] : undefined;
        }
        seen.add(this.truth(e.otherwise, env, certain));
        return seen.size === 1 ? Array.from(seen)[0] : undefined;
      }
      default:
        return undefined;
    }
  }

  #comparison(e: Node<"compare">, env: Env | undefined, certain: boolean): boolean | undefined {
    if (!isFigure(e.left.type)) return this.#sameChoice(e, env, certain);
    const plain = this.space.plain(e);
    if (plain) {
      // What may go wrong in what it compares is noted all the same.
      if (this.#trace && this.space.mayFail(e)) {
        const [left, right] = [this.value(e.left, env, certain), this.value(e.right, env, certain)];
        if (!left || !right) return undefined;
      } else if (this.#trace)
        for (const { id, of } of this.space.uses(e))
          if (this.#look(id, of, env, certain) === undefined) return undefined;
      const range = this.range(plain.key, env);
      return compareIntervals(plain.sign, range, point(plain.at));
    }
    const left = this.value(e.left, env, certain);
    const right = this.value(e.right, env, certain);
    return left && right && (this.#compared(e.sign, left, right, env) ?? this.#ofSum(e, env));
  }

  /** Whether what is known of a sum decides it. */
  #ofSum(e: Node<"compare">, env: Env | undefined): boolean | undefined {
    const sum = env?.sums === true ? this.space.ofSum(e) : undefined;
    return sum && compareIntervals(sum.sign, this.range(sum.key, env), point(sum.at));
  }

  #compared(by: ComparisonSign, left: Reach, right: Reach, env: Env | undefined): boolean | undefined {
    if (left.form && right.form) {
      const gap = minus(left.form, right.form);
      const decided = compareIntervals(by, this.formRange(gap, env), point(ZERO));
      if (decided !== undefined || gap.terms.length < 2) return decided;
      const quotientOf = this.space.asQuotient(gap);
      const below = quotientOf && this.range(quotientOf.below, env).low;
      if (quotientOf && below && (sign(below.value) > 0 || (sign(below.value) === 0 && below.open))) {
        const range = this.formRange(quotientOf.form, env);
        const same = compareIntervals(by, quotientOf.flips ? negateInterval(range) : range, point(ZERO));
        if (same !== undefined) return same;
      }
    }
    return compareIntervals(by, left.range, right.range);
  }

  #sameChoice(e: Node<"compare">, env: Env | undefined, certain: boolean): boolean | undefined {
    const [a, b] = [this.choices(e.left, env, certain), this.choices(e.right, env, certain)];
    if (!a || !b) return undefined;
    const same =
      a.length === 1 && b.length === 1 ? a[0] === b[0] : a.some((one) => b.includes(one)) ? undefined : false;
    return same === undefined ? undefined : same === (e.sign === "=");
  }

  /** The options that an expression may be; undefined where that cannot be seen. */
  choices(e: Expr, env: Env | undefined, certain: boolean): readonly string[] | undefined {
    if (e.node === "option") return [e.value];
    if (e.type.kind === "yesNo") {
      const holds = this.truth(e, env, certain);
      return holds === undefined ? undefined : [holds ? YES : NO];
    }
    if (e.node !== "input") return undefined;
    const domain = this.domain(this.space.fieldKey(e.field, e.part), env);
    return domain.kind === "choice" ? domain.options : undefined;
  }

  /** What is known where a condition holds, or does not ({@link assume}). */
  assume(e: Expr, holds: boolean, env: Env | undefined): Env | undefined | "never" {
    return assume(this, e, holds, env);
  }
}

/** Whether it has been said that a form is not 0. */
function isKnownNotZero(form: Form | undefined, env: Env | undefined): boolean {
  return form !== undefined && form.terms.length > 0 && lookUp(env, lineOf(form)) !== undefined;
}

/** Whether something that a definition reads is narrowed. */
function restricts(space: Space, of: Expr, env: Env | undefined): boolean {
  if (env === undefined) return false;
  const reads = space.reads(of);
  for (let at: Env | undefined = env; at !== undefined; at = at.up)
    if (reads.has(at.key) || isLine(at.key) || isSum(at.key)) return true;
  return false;
}
