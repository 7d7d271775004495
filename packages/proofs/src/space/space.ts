/** The atoms of a program: what its expressions are made of as far as proofs look, and the forms they take. */
import {
  add,
  compare,
  contains,
  divide,
  fraction,
  isZero,
  multiply,
  point,
  power10,
  ZERO,
  type Fraction,
} from "@heng/number";
import {
  isFigure,
  partsOf,
  QUALITATIVE_GRADES,
  roundingTurns,
  type ComparisonSign,
  type Definition,
  type Expr,
  type FieldSpec,
  type Program,
  type RowList,
  type Type,
} from "@heng/lang";
import { ANY_TRUTH, type Domain, type Env } from "./domain.ts";
import {
  atomForm,
  constantForm,
  minus,
  opposite,
  plus,
  pureTerm,
  rootOf,
  scaled,
  type Form,
} from "./form.ts";
import type { Reach } from "./reach.ts";
import { structureOf } from "./structure.ts";
import { isEven, rootOfSum, stepOfForm, sumOf } from "./sums.ts";

/** Of more figures than that some are near to any other. */
const MANY = 1_000_000n;

/** Pieces that an expression may have before it is taken as an atom of its own. */
const MOST_FORMS = 12;

/** A quotient of two atoms, looked at as one. */
interface Quotient {
  readonly above: string;
  readonly below: string;
}

/** What an atom stands for. */
export type AtomSource =
  | { readonly kind: "field"; readonly field: FieldSpec; readonly part: string | undefined }
  | { readonly kind: "definition"; readonly definition: Definition }
  | ({ readonly kind: "quotient" } & Quotient)
  | { readonly kind: "sum"; readonly form: Form }
  | { readonly kind: "expression"; readonly of: Expr };

export class Space {
  readonly program: Program;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly rowLists: ReadonlyMap<string, RowList>;
  readonly #sources = new Map<string, AtomSource>();
  readonly #declared = new Map<string, Domain>();
  readonly #constants = new Map<Expr, Reach>();
  readonly #forms = new Map<Expr, readonly Form[]>();
  readonly #meetings = new Map<Expr, readonly Root[]>();
  readonly #plain = new Map<Expr, Plain>();
  readonly #ofSum = new Map<Expr, Plain>();
  readonly #mayFail = new Map<Expr, boolean>();
  readonly #keys = new Map<Expr, readonly string[]>();
  readonly #splits = new Map<Expr, readonly string[]>();
  readonly #named = new Map<Expr, string>();
  readonly #uses = new Map<Expr, readonly Definition[]>();
  readonly #reads = new Map<Expr, ReadonlySet<string>>();
  readonly #free = new Map<string, boolean>();
  readonly #coarse = new Map<string, boolean>();
  /** What atoms made of others may be as they are declared. */
  readonly domains = new Map<string, Domain>();

  constructor(program: Program) {
    this.program = program;
    this.definitions = new Map(program.definitions.map((one) => [one.id, one]));
    this.fields = new Map(program.fields.map((one) => [one.name, one]));
    this.rowLists = new Map(program.rowLists.map((one) => [one.name, one]));
  }

  source(key: string): AtomSource | undefined {
    return this.#sources.get(key);
  }

  /** Lets go of what was found of expressions: those of one leaf are not those of the next. */
  forget(): void {
    for (const found of [
      this.#constants,
      this.#forms,
      this.#meetings,
      this.#plain,
      this.#ofSum,
      this.#mayFail,
      this.#keys,
      this.#splits,
      this.#reads,
      this.#uses,
    ])
      found.clear();
  }

  // ---- atoms ----------------------------------------------------------------------------------------------------

  /** The atom of a field or a part of one. */
  fieldKey(name: string, part: string | undefined): string {
    const key = part === undefined ? name : `${name}.${part}`;
    if (!this.#sources.has(key)) {
      const field = this.fields.get(name);
      if (field) {
        this.#sources.set(key, { kind: "field", field, part });
        this.#declared.set(key, declaredDomain(field, part));
      }
    }
    return key;
  }

  /** The atom of a definition's result. */
  #definitionKey(definition: Definition): string {
    const key = `\n=${definition.id}`;
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "definition", definition });
    return key;
  }

  /** The atom of an expression that is no sum of others: the same formula is the same atom. */
  #expressionKey(of: Expr): string {
    const known = this.#named.get(of);
    if (known !== undefined) return known;
    const key = `\n#${structureOf(of)}`;
    this.#named.set(of, key);
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "expression", of });
    return key;
  }

  /**
   * The form of a quotient of two atoms: the inverse of the one that was met the other way round, unless that leaves out
   * that this one may be 0.
   */
  #quotientForm(above: string, below: string): Form {
    const inverse = `${below}\n÷${above}`;
    if (this.#sources.has(inverse) && this.#isNeverZero(above))
      return { constant: ZERO, terms: [{ key: inverse, inverse: true, coef: fraction(1n) }] };
    const key = `${above}\n÷${below}`;
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "quotient", above, below });
    return atomForm(key);
  }

  #isNeverZero(key: string): boolean {
    const domain = this.#declared.get(key);
    return domain?.kind === "figure" && !contains(domain.range, ZERO);
  }

  /** What is declared of an atom; undefined where that follows from others. */
  declared(key: string): Domain | undefined {
    return this.#declared.get(key);
  }

  /** What a figure written out comes to. */
  constant(e: Extract<Expr, { node: "figure" }>): Reach {
    let found = this.#constants.get(e);
    if (!found) {
      found = { range: point(e.value), form: constantForm(e.value), way: 0 };
      this.#constants.set(e, found);
    }
    return found;
  }

  // ---- forms ----------------------------------------------------------------------------------------------------

  /** All forms that an expression of a figure may take. */
  forms(e: Expr): readonly Form[] {
    let found = this.#forms.get(e);
    if (found === undefined) {
      found = this.#formsOf(e);
      if (found.length === 0 || found.length > MOST_FORMS) found = [atomForm(this.#expressionKey(e))];
      this.#forms.set(e, found);
    }
    return found;
  }

  #formsOf(e: Expr): readonly Form[] {
    switch (e.node) {
      case "figure":
        return [constantForm(e.value)];
      case "input":
        return [atomForm(this.fieldKey(e.field, e.part))];
      case "use":
        return this.#useForms(e.definition, e);
      case "step":
        return this.forms(e.of);
      case "sum": {
        let sums: readonly Form[] = [constantForm(ZERO)];
        for (const { negative, of } of e.terms) {
          const next = negative ? this.forms(of).map(opposite) : this.forms(of);
          if (sums.length * next.length > MOST_FORMS) return [];
          sums = sums.flatMap((sum) => next.map((one) => plus(sum, one)));
        }
        return sums;
      }
      case "product": {
        const forms = e.factors.map(({ of }) => this.forms(of));
        const several = forms.filter(({ length }) => length > 1);
        if (several.length > 1) return [];
        const [many] = several;
        if (!many)
          return single(
            this.productForm(
              e,
              forms.map((own) => own[0] as Form),
            ),
          );
        const products = many.map((one) =>
          this.productForm(
            e,
            forms.map((own) => (own === many ? one : (own[0] as Form))),
          ),
        );
        return products.includes(undefined) ? [] : (products as Form[]);
      }
      case "extreme":
        return e.of.flatMap((of) => this.forms(of));
      case "absolute":
        return this.forms(e.of).flatMap((form) => [form, opposite(form)]);
      case "cases":
        return [...e.cases.map(({ then }) => then), e.otherwise]
          .filter(({ node }) => node !== "fault")
          .flatMap((of) => this.forms(of));
      default:
        return [];
    }
  }

  /** A definition that is no more than a multiple of one atom is seen through. */
  #useForms(id: string, e: Expr): readonly Form[] {
    const definition = this.definitions.get(id);
    if (!definition) return [atomForm(this.#expressionKey(e))];
    const { of } = definition;
    if (of.node === "figure" || of.node === "input" || of.node === "use" || of.node === "sum") {
      const forms = this.forms(of);
      if (forms.length === 1 && (forms[0]?.terms.length ?? 2) <= 1) return forms;
    }
    return [atomForm(this.#definitionKey(definition))];
  }

  /** The form of a product whose factors have these forms; undefined where it has none. */
  productForm(e: Extract<Expr, { node: "product" }>, forms: readonly Form[]): Form | undefined {
    let constant = fraction(1n);
    const above: Form[] = [];
    const below: Form[] = [];
    for (const [i, form] of forms.entries()) {
      const inverse = e.factors[i]?.inverse === true;
      if (form.terms.length > 0) (inverse ? below : above).push(form);
      else if (!inverse) constant = multiply(constant, form.constant);
      else if (isZero(form.constant)) return undefined;
      else constant = divide(constant, form.constant);
    }
    if (above.length + below.length === 0 || isZero(constant)) return constantForm(constant);
    const [up] = above;
    const [down] = below;
    if (above.length === 1 && below.length === 0 && up) return scaled(up, constant);
    const divisor = down && pureTerm(down);
    if (!divisor || below.length > 1 || above.length > 1) return undefined;
    constant = divide(constant, divisor.coef);
    if (!up)
      return { constant: ZERO, terms: [{ key: divisor.key, inverse: !divisor.inverse, coef: constant }] };
    if (up.terms.length > 1 && !divisor.inverse && up.terms.some(({ key }) => key === divisor.key))
      return this.#shares(up, divisor.key, constant);
    const dividend = pureTerm(up);
    if (!dividend || dividend.inverse || divisor.inverse) return undefined;
    if (dividend.key === divisor.key) return constantForm(multiply(constant, dividend.coef));
    return scaled(this.#quotientForm(dividend.key, divisor.key), multiply(constant, dividend.coef));
  }

  /** `(x - y) ÷ x` is `1 - y ÷ x`. */
  #shares(up: Form, below: string, by: Fraction): Form | undefined {
    let whole = constantForm(ZERO);
    if (!isZero(up.constant))
      whole = { constant: ZERO, terms: [{ key: below, inverse: true, coef: up.constant }] };
    for (const { key, inverse, coef } of up.terms) {
      if (inverse) return undefined;
      const part = key === below ? constantForm(fraction(1n)) : this.#quotientForm(key, below);
      whole = plus(whole, scaled(part, coef));
    }
    return scaled(whole, by);
  }

  /** Whether an atom can be had with every value of its range: where what it is made of stands in it once. */
  isFree(key: string): boolean {
    let found = this.#free.get(key);
    if (found === undefined) {
      const source = this.#sources.get(key);
      const of =
        source?.kind === "definition" ? source.definition.of : source?.kind === "expression" && source.of;
      found =
        source?.kind === "sum"
          ? this.#isOfFields(source.form)
          : !of || this.#readsOnce(of, new Set()) || this.#isShare(of);
      this.#free.set(key, found);
    }
    return found;
  }

  /** A sum of fields that comes to whatever lies between its ends. */
  #isOfFields(form: Form): boolean {
    return (
      form.terms.every(({ key }) => this.#sources.get(key)?.kind === "field") &&
      isEven(form, (key) => this.#declaredStep(key))
    );
  }

  /** `y ÷ x - 1` of two fields, wherever it is worked out at all. */
  #isShare(of: Expr): boolean {
    const [form, ...others] = this.forms(of);
    const [term, ...more] = form?.terms ?? [];
    const source = term && this.#sources.get(term.key);
    if (others.length > 0 || more.length > 0 || source?.kind !== "quotient") return false;
    return [source.above, source.below].every((key) => this.#sources.get(key)?.kind === "field");
  }

  /** Whether there surely are values for all that is known: of what hangs together, or is counted in a few, there may be none. */
  hasValues(env: Env | undefined): boolean {
    const keys = new Set<string>();
    const fields = new Set<string>();
    for (let at = env; at !== undefined; at = at.up) {
      if (keys.has(at.key)) continue;
      keys.add(at.key);
      if (!this.isFree(at.key)) return false;
      for (const field of this.under(at.key)) {
        if (fields.has(field)) return false;
        fields.add(field);
        if (field !== at.key && this.#isCoarse(field)) return false;
      }
    }
    return true;
  }

  /** Whether a field is one of so few figures that what is worked out from it leaves out many. */
  #isCoarse(key: string): boolean {
    let found = this.#coarse.get(key);
    if (found === undefined) this.#coarse.set(key, (found = isCoarse(this.#declared.get(key))));
    return found;
  }

  #readsOnce(e: Expr, seen: Set<string>): boolean {
    switch (e.node) {
      case "input": {
        const key = this.fieldKey(e.field, e.part);
        return !seen.has(key) && seen.add(key) !== undefined;
      }
      case "use": {
        const of = this.definitions.get(e.definition)?.of;
        return of !== undefined && this.#readsOnce(of, seen);
      }
      case "figure":
      case "step":
      case "sum":
      case "product":
        return partsOf(e).every((part) => this.#readsOnce(part, seen));
      case "aggregate":
        return e.fold === "count" && e.when === undefined;
      default:
        return false;
    }
  }

  /** `αx + βy` as the quotient x ÷ y compares: `(x ÷ y) + β ÷ α`, of the same sign where y and α are above 0. */
  asQuotient(
    form: Form,
  ): { readonly form: Form; readonly below: string; readonly flips: boolean } | undefined {
    const [x, y] = form.terms;
    if (!x || !y || form.terms.length > 2 || !isZero(form.constant) || x.inverse || y.inverse)
      return undefined;
    const quotient = this.#quotientForm(x.key, y.key);
    const [term] = quotient.terms;
    if (!term || term.inverse) return undefined;
    return {
      form: plus(quotient, constantForm(divide(y.coef, x.coef))),
      below: y.key,
      flips: x.coef.n < 0n,
    };
  }

  // ---- where something turns ------------------------------------------------------------------------------------

  /** By atom the values at which a condition or a piece of some expressions changes, in order. */
  turns(parts: readonly Expr[]): ReadonlyMap<string, readonly Fraction[]> {
    const found = new Map<string, Fraction[]>();
    const seen = new Set<Expr>();
    for (const part of parts) this.#turnsOf(part, found, seen);
    for (const list of found.values()) sortApart(list);
    return found;
  }

  #turnsOf(e: Expr, into: Map<string, Fraction[]>, seen: Set<Expr>): void {
    if (seen.has(e)) return;
    switch (e.node) {
      case "figure":
      case "input":
      case "option":
      case "yesNo":
        return;
      case "use": {
        const of = this.definitions.get(e.definition)?.of;
        if (of?.type.kind === "yesNo") this.#turnsOf(of, into, seen);
        return;
      }
      case "compare":
        if (isFigure(e.left.type)) for (const root of this.meetings(e)) note(root, into);
        break;
      case "extreme":
        for (const [i, a] of e.of.entries())
          for (let j = i + 1; j < e.of.length; j += 1) this.#between(a, e.of[j] as Expr, into);
        break;
      case "absolute":
        for (const form of this.forms(e.of)) this.#note(form, into);
        break;
      default:
    }
    seen.add(e);
    for (const part of this.#partsOf(e)) this.#turnsOf(part, into, seen);
  }

  #between(a: Expr, b: Expr, into: Map<string, Fraction[]>): void {
    for (const left of this.forms(a)) for (const right of this.forms(b)) this.#note(minus(left, right), into);
  }

  #note(form: Form, into: Map<string, Fraction[]>): void {
    for (const root of this.#roots(form, ">")) note(root, into);
  }

  /** Where a form of one atom is 0, as a comparison with 0 by a sign tells it; of a quotient, where it is what it is compared with. */
  #roots(form: Form, by: ComparisonSign): readonly Root[] {
    const { length } = form.terms;
    if (length === 0 || length > 2) return NO_ROOTS;
    const own = length === 1 ? form : (this.asQuotient(form)?.form ?? form);
    const root = rootOf(own);
    if (!root) return NO_ROOTS;
    const [term] = own.terms;
    const seen = term?.inverse ? "=" : (term?.coef.n ?? 0n) > 0n ? by : MIRRORED[by];
    return this.#rootsWithin(root, seen) ?? [root];
  }

  /** Of what is rounded: where what is in it turns, if that is one atom in one way. */
  #rootsWithin({ key, at }: Root, by: ComparisonSign): readonly Root[] | undefined {
    const source = this.#sources.get(key);
    const of = source?.kind === "expression" && source.of.node === "round" ? source.of : undefined;
    if (!of) return undefined;
    const forms = this.forms(of.of).filter(({ terms }) => terms.length > 0);
    if (forms.some(({ terms }) => terms.length > 1)) return undefined;
    const { reached, passed } = roundingTurns(of, at);
    const ends =
      by === ">" || by === "<=" ? [passed] : by === ">=" || by === "<" ? [reached] : [reached, passed];
    return forms.flatMap((form) => ends.flatMap((end) => this.#roots(minus(form, constantForm(end)), "=")));
  }

  /** Where the two sides of a comparison meet. */
  meetings(e: Extract<Expr, { node: "compare" }>): readonly Root[] {
    let found = this.#meetings.get(e);
    if (found === undefined) {
      const own: Root[] = [];
      for (const left of this.forms(e.left))
        for (const right of this.forms(e.right)) own.push(...this.#roots(minus(left, right), e.sign));
      this.#meetings.set(e, (found = own));
    }
    return found;
  }

  /**
   * A comparison of one atom with a figure, whatever the cell: `atom sign at`. Undefined where it is none, or what it
   * compares may be of several forms.
   */
  plain(e: Extract<Expr, { node: "compare" }>): Plain | undefined {
    let found = this.#plain.get(e);
    if (found === undefined) {
      found = this.#plainOf(e) ?? NOT_PLAIN;
      this.#plain.set(e, found);
    }
    return found === NOT_PLAIN ? undefined : found;
  }

  #plainOf(e: Extract<Expr, { node: "compare" }>): Plain | undefined {
    const [lefts, rights] = [this.forms(e.left), this.forms(e.right)];
    const [left, right] = [lefts[0], rights[0]];
    if (lefts.length !== 1 || rights.length !== 1 || !left || !right) return undefined;
    const [term, ...more] = left.terms.length === 0 ? right.terms : left.terms;
    if (!term || term.inverse || more.length > 0 || (left.terms.length > 0 && right.terms.length > 0))
      return undefined;
    const root = rootOf(minus(left, right));
    if (!root) return undefined;
    const rising = term.coef.n > 0n === left.terms.length > 0;
    return { key: term.key, sign: rising ? e.sign : MIRRORED[e.sign], at: root.at };
  }

  /** A comparison of a sum of several atoms with a figure, whatever the cell. */
  ofSum(e: Extract<Expr, { node: "compare" }>): Plain | undefined {
    let found = this.#ofSum.get(e);
    if (found === undefined) {
      found = this.#ofSumOf(e) ?? NOT_PLAIN;
      this.#ofSum.set(e, found);
    }
    return found === NOT_PLAIN ? undefined : found;
  }

  #ofSumOf(e: Extract<Expr, { node: "compare" }>): Plain | undefined {
    const [lefts, rights] = [this.forms(e.left), this.forms(e.right)];
    const [left, right] = [lefts[0], rights[0]];
    if (lefts.length !== 1 || rights.length !== 1 || !left || !right) return undefined;
    const sum = sumOf(minus(left, right));
    if (!sum) return undefined;
    if (!this.#sources.has(sum.key)) this.#sources.set(sum.key, { kind: "sum", form: sum.form });
    return { key: sum.key, sign: sum.times.n > 0n ? e.sign : MIRRORED[e.sign], at: rootOfSum(sum) };
  }

  /** What all that a form comes to are whole multiples of, where there is such a figure. */
  stepOf(form: Form): Fraction | undefined {
    return stepOfForm(form, (key) => this.#declaredStep(key));
  }

  #declaredStep(key: string): Fraction | undefined {
    const domain = this.#declared.get(key);
    return domain?.kind === "figure" ? domain.step : undefined;
  }

  /** Whether a comparison has parts, outside definitions, that may have no figure. */
  mayFail(e: Expr): boolean {
    let found = this.#mayFail.get(e);
    if (found === undefined) {
      found =
        (e.node === "product" && e.factors.some(({ inverse, of }) => inverse && of.node !== "figure")) ||
        (e.node === "aggregate" && e.fold !== "count" && e.fold !== "total") ||
        e.node === "fault" ||
        partsOf(e).some((part) => this.mayFail(part));
      this.#mayFail.set(e, found);
    }
    return found;
  }

  /** The parts of an expression that proofs look into: conditions that are definitions too. */
  #partsOf(e: Expr): readonly Expr[] {
    if (e.node === "aggregate") return NO_PARTS;
    if (e.node !== "use") return partsOf(e);
    const of = this.definitions.get(e.definition)?.of;
    return of && of.type.kind === "yesNo" ? [of] : NO_PARTS;
  }

  /** The definitions that a comparison asks for itself. */
  uses(e: Expr): readonly Definition[] {
    let found = this.#uses.get(e);
    if (found === undefined) {
      const own: Definition[] = [];
      const look = (part: Expr): void => {
        const definition = part.node === "use" ? this.definitions.get(part.definition) : undefined;
        if (definition) own.push(definition);
        else for (const one of partsOf(part)) look(one);
      };
      look(e);
      this.#uses.set(e, (found = own));
    }
    return found;
  }

  /** Every atom that an expression reads, through definitions too. */
  reads(e: Expr): ReadonlySet<string> {
    let found = this.#reads.get(e);
    if (found === undefined) {
      const own = new Set<string>();
      if (e.node === "input") own.add(this.fieldKey(e.field, e.part));
      if (e.node === "aggregate") own.add(this.#expressionKey(e));
      const definition = e.node === "use" ? this.definitions.get(e.definition) : undefined;
      const parts = definition ? [definition.of] : partsOf(e);
      for (const part of parts) for (const key of this.reads(part)) own.add(key);
      this.#reads.set(e, (found = own));
    }
    return found;
  }

  /** The atoms that an atom is made of: of a field that itself, of others all that they read. */
  under(key: string): ReadonlySet<string> {
    const source = this.#sources.get(key);
    switch (source?.kind) {
      case "definition":
        return this.reads(source.definition.of);
      case "expression":
        return source.of.node === "aggregate" ? new Set([key]) : this.reads(source.of);
      case "quotient":
        return new Set([...this.under(source.above), ...this.under(source.below)]);
      case "sum":
        return new Set(source.form.terms.flatMap((term) => [...this.under(term.key)]));
      default:
        return new Set([key]);
    }
  }

  // ---- where to look at cells apart -----------------------------------------------------------------------------

  /** The atoms of an expression: options, figures, and quotients that are compared. */
  #atoms(e: Expr): readonly string[] {
    let found = this.#keys.get(e);
    if (found === undefined) {
      if (e.node === "figure" || e.node === "option" || e.node === "yesNo") return NO_KEYS;
      const own: string[] = [];
      const add = (key: string): void => void (own.includes(key) || own.push(key));
      if (e.node === "input" && !isFigure(e.type)) add(this.fieldKey(e.field, e.part));
      else if (isFigure(e.type) && (e.node === "input" || e.node === "use" || e.node === "product"))
        for (const form of this.forms(e)) for (const { key } of form.terms) add(key);
      if (e.node === "compare" && isFigure(e.left.type)) for (const { key } of this.meetings(e)) add(key);
      for (const part of this.#partsOf(e)) for (const key of this.#atoms(part)) add(key);
      this.#keys.set(e, (found = own));
    }
    return found;
  }

  /** The atoms whose cells are to be looked at one by one here: those that decide a case, or are in several parts. */
  splits(e: Expr): readonly string[] {
    switch (e.node) {
      case "cases":
      case "sum":
      case "product":
      case "extreme":
        break;
      default:
        return NO_KEYS;
    }
    let found = this.#splits.get(e);
    if (found === undefined) {
      const seen: string[] = [];
      const wanted: string[] = [];
      const want = (key: string): void => void (wanted.includes(key) || wanted.push(key));
      if (e.node === "cases") for (const { when } of e.cases) for (const key of this.#atoms(when)) want(key);
      for (const part of this.#partsOf(e))
        for (const key of this.#atoms(part)) {
          if (seen.includes(key)) want(key);
          else seen.push(key);
        }
      this.#splits.set(e, (found = wanted));
    }
    return found;
  }
}

/** A value at which something turns. */
export interface Root {
  readonly key: string;
  readonly at: Fraction;
}

/** `atom sign at` */
export interface Plain extends Root {
  readonly sign: ComparisonSign;
}

const NOT_PLAIN: Plain = { key: "", sign: "=", at: ZERO };
const NO_ROOTS: readonly Root[] = [];
const NO_KEYS: readonly string[] = [];
const NO_PARTS: readonly Expr[] = [];

/** The sign that says the same from the other side. */
export const MIRRORED: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "≠": "≠",
};

function note(root: Root, into: Map<string, Fraction[]>): void {
  const known = into.get(root.key);
  if (known) known.push(root.at);
  else into.set(root.key, [root.at]);
}

/** In order, each once. */
function sortApart(list: Fraction[]): void {
  if (list.length < 2) return;
  list.sort(compare);
  let kept = 1;
  for (let i = 1; i < list.length; i += 1)
    if (compare(list[i] as Fraction, list[kept - 1] as Fraction) !== 0) list[kept++] = list[i] as Fraction;
  list.length = kept;
}

function single(form: Form | undefined): readonly Form[] {
  return form ? [form] : [];
}

function isCoarse(domain: Domain | undefined): boolean {
  if (domain?.kind !== "figure" || !domain.step) return false;
  const { low, high } = domain.range;
  if (!low || !high) return false;
  const most = multiply(domain.step, fraction(MANY));
  return compare(high.value, add(low.value, most)) < 0;
}

/** What a field may be before anything else is known. */
function declaredDomain({ type, range, decimals, items }: FieldSpec, part: string | undefined): Domain {
  if (type.kind === "checklist" || type.kind === "yesNo") return ANY_TRUTH;
  if (type.kind === "qualitative") {
    return part === "share"
      ? {
          kind: "figure",
          range: { low: { value: ZERO, open: false }, high: { value: fraction(1n), open: false } },
        }
      : { kind: "choice", options: QUALITATIVE_GRADES };
  }
  if (type.kind === "option") return { kind: "choice", options: items.map(({ name }) => name) };
  const step = stepOf(type, decimals);
  return step ? { kind: "figure", range, step } : { kind: "figure", range };
}

/** What figures of a field are whole multiples of, where they are counted one by one. */
function stepOf(type: Type, decimals: number | undefined): Fraction | undefined {
  if (type.kind === "date") return fraction(1n);
  if (decimals === undefined) return undefined;
  const own = fraction(1n, power10(decimals));
  if (type.kind === "quantity") return multiply(own, type.factor);
  return type.kind === "ratio" ? undefined : own;
}
