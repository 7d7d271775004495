/** The atoms of a program: what its expressions are made of as far as proofs look, and the forms they take. */
import { compare, divide, fraction, isZero, multiply, power10, ZERO, type Fraction } from "@heng/number";
import {
  isFigure,
  partsOf,
  printExpr,
  QUALITATIVE_GRADES,
  type Definition,
  type Expr,
  type FieldSpec,
  type Program,
  type RowList,
  type Type,
} from "@heng/lang";
import { ANY_TRUTH, type Domain } from "./domain.ts";
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
  | { readonly kind: "expression"; readonly of: Expr };

export class Space {
  readonly program: Program;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly rowLists: ReadonlyMap<string, RowList>;
  readonly #sources = new Map<string, AtomSource>();
  readonly #declared = new Map<string, Domain>();
  readonly #forms = new Map<Expr, readonly Form[]>();
  readonly #turns = new Map<Expr, ReadonlyMap<string, readonly Fraction[]>>();
  readonly #keys = new Map<Expr, ReadonlySet<string>>();
  readonly #splits = new Map<Expr, readonly string[]>();
  readonly #named = new Map<Expr, string>();
  readonly #reads = new Map<Expr, ReadonlySet<string>>();

  constructor(program: Program) {
    this.program = program;
    this.definitions = new Map(program.definitions.map((one) => [one.id, one]));
    this.fields = new Map(program.fields.map((one) => [one.name, one]));
    this.rowLists = new Map(program.rowLists.map((one) => [one.name, one]));
  }

  source(key: string): AtomSource | undefined {
    return this.#sources.get(key);
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
    const key = `=${definition.id}`;
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "definition", definition });
    return key;
  }

  /** The atom of an expression that is no sum of others: the same formula is the same atom. */
  #expressionKey(of: Expr): string {
    const known = this.#named.get(of);
    if (known !== undefined) return known;
    const key = `#${printExpr(of, { lang: "zh" })}`;
    this.#named.set(of, key);
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "expression", of });
    return key;
  }

  /** The form of a quotient of two atoms: the inverse of the one that was met the other way round. */
  #quotientForm(above: string, below: string): Form {
    const inverse = `${below}÷${above}`;
    if (this.#sources.has(inverse))
      return { constant: ZERO, terms: [{ key: inverse, inverse: true, coef: fraction(1n) }] };
    const key = `${above}÷${below}`;
    if (!this.#sources.has(key)) this.#sources.set(key, { kind: "quotient", above, below });
    return atomForm(key);
  }

  /** What is declared of an atom; undefined where that follows from others. */
  declared(key: string): Domain | undefined {
    return this.#declared.get(key);
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
    if (above.length + below.length === 0) return constantForm(constant);
    const [up] = above;
    const [down] = below;
    if (above.length === 1 && below.length === 0 && up) return scaled(up, constant);
    const divisor = down && pureTerm(down);
    if (!divisor || below.length > 1 || above.length > 1) return undefined;
    constant = divide(constant, divisor.coef);
    if (!up)
      return { constant: ZERO, terms: [{ key: divisor.key, inverse: !divisor.inverse, coef: constant }] };
    const dividend = pureTerm(up);
    if (!dividend || dividend.inverse || divisor.inverse || dividend.key === divisor.key) return undefined;
    return scaled(this.#quotientForm(dividend.key, divisor.key), multiply(constant, dividend.coef));
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

  /** By atom the values at which a condition or a piece of the expression changes, in order. */
  turns(e: Expr): ReadonlyMap<string, readonly Fraction[]> {
    let found = this.#turns.get(e);
    if (found === undefined) {
      const own = new Map<string, Fraction[]>();
      this.#turnsOf(e, own);
      for (const list of own.values()) list.sort(compare);
      found = new Map(
        Array.from(own, ([key, list]) => [
          key,
          list.filter((at, i) => !i || compare(at, list[i - 1] as Fraction) !== 0),
        ]),
      );
      this.#turns.set(e, found);
    }
    return found;
  }

  #turnsOf(e: Expr, into: Map<string, Fraction[]>): void {
    const between = (a: Expr, b: Expr): void => {
      for (const left of this.forms(a))
        for (const right of this.forms(b)) this.#turn(minus(left, right), into);
    };
    if (e.node === "compare" && isFigure(e.left.type)) between(e.left, e.right);
    if (e.node === "extreme")
      for (const [i, a] of e.of.entries()) for (const b of e.of.slice(i + 1)) between(a, b);
    if (e.node === "absolute") for (const form of this.forms(e.of)) this.#turn(form, into);
    for (const part of this.#partsOf(e))
      for (const [key, list] of this.turns(part)) {
        const known = into.get(key);
        if (known) known.push(...list);
        else into.set(key, [...list]);
      }
  }

  #turn(form: Form, into: Map<string, Fraction[]>): void {
    const root = rootOf(form) ?? rootOf(this.asQuotient(form)?.form ?? form);
    if (!root) return;
    const known = into.get(root.key);
    if (known) known.push(root.at);
    else into.set(root.key, [root.at]);
  }

  /** The parts of an expression that proofs look into: conditions that are definitions too. */
  #partsOf(e: Expr): readonly Expr[] {
    switch (e.node) {
      case "use": {
        const of = this.definitions.get(e.definition)?.of;
        return of && of.type.kind === "yesNo" ? [of] : [];
      }
      case "step":
      case "absolute":
      case "not":
        return [e.of];
      case "round":
        return [e.of];
      case "sum":
        return e.terms.map(({ of }) => of);
      case "product":
        return e.factors.map(({ of }) => of);
      case "extreme":
      case "logic":
        return e.of;
      case "compare":
        return [e.left, e.right];
      case "cases":
        return [...e.cases.flatMap(({ when, then }) => [when, then]), e.otherwise];
      default:
        return [];
    }
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

  // ---- where to look at cells apart -----------------------------------------------------------------------------

  /** The atoms of an expression that it matters to tell apart: options, and figures at which something turns. */
  #atoms(e: Expr): ReadonlySet<string> {
    let found = this.#keys.get(e);
    if (found === undefined) {
      const own = new Set<string>();
      if (e.node === "input" && !isFigure(e.type)) own.add(this.fieldKey(e.field, e.part));
      else if (isFigure(e.type) && (e.node === "input" || e.node === "use" || e.node === "product"))
        for (const form of this.forms(e)) for (const { key } of form.terms) own.add(key);
      if (e.node === "compare" && isFigure(e.left.type)) for (const key of this.turns(e).keys()) own.add(key);
      for (const part of this.#partsOf(e)) for (const key of this.#atoms(part)) own.add(key);
      this.#keys.set(e, (found = own));
    }
    return found;
  }

  /** The atoms whose cells are to be looked at one by one here: those that decide a case, or are in several parts. */
  splits(e: Expr): readonly string[] {
    let found = this.#splits.get(e);
    if (found === undefined) {
      const seen = new Set<string>();
      const wanted = new Set<string>();
      if (e.node === "cases")
        for (const { when } of e.cases) for (const key of this.#atoms(when)) wanted.add(key);
      if (e.node !== "step" && e.node !== "use")
        for (const part of this.#partsOf(e))
          for (const key of this.#atoms(part)) {
            if (seen.has(key)) wanted.add(key);
            seen.add(key);
          }
      const turns = this.turns(e);
      found = Array.from(wanted).filter(
        (key) => turns.has(key) || this.#declared.get(key)?.kind === "choice",
      );
      this.#splits.set(e, found);
    }
    return found;
  }
}

function single(form: Form | undefined): readonly Form[] {
  return form ? [form] : [];
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
