/** Linear forms over atoms: what expressions are, piece by piece, between the points where they turn. */
import { add, divide, equals, isZero, multiply, negate, ONE, sign, ZERO, type Fraction } from "@heng/number";

/** `coef × atom`, or of an inverse `coef ÷ atom`. */
export interface Term {
  readonly key: string;
  readonly inverse: boolean;
  readonly coef: Fraction;
}

/** The constant and the terms, no two of one atom in one sense, none of coefficient 0. */
export interface Form {
  readonly constant: Fraction;
  readonly terms: readonly Term[];
}

const NO_TERMS: readonly Term[] = [];

export function constantForm(constant: Fraction): Form {
  return { constant, terms: NO_TERMS };
}

export function atomForm(key: string): Form {
  return { constant: ZERO, terms: [{ key, inverse: false, coef: ONE }] };
}

export function plus(a: Form, b: Form): Form {
  if (a.terms.length === 0) return { constant: add(a.constant, b.constant), terms: b.terms };
  if (b.terms.length === 0) return { constant: add(a.constant, b.constant), terms: a.terms };
  const terms = [...a.terms];
  for (const term of b.terms) {
    const at = terms.findIndex(({ key, inverse }) => key === term.key && inverse === term.inverse);
    const same = terms[at];
    if (!same) terms.push(term);
    else {
      const coef = add(same.coef, term.coef);
      if (isZero(coef)) terms.splice(at, 1);
      else terms[at] = { ...same, coef };
    }
  }
  return { constant: add(a.constant, b.constant), terms };
}

export function scaled(form: Form, by: Fraction): Form {
  if (isZero(by)) return constantForm(ZERO);
  if (equals(by, ONE)) return form;
  return {
    constant: multiply(form.constant, by),
    terms: form.terms.map((term) => ({ ...term, coef: multiply(term.coef, by) })),
  };
}

export function opposite(form: Form): Form {
  return {
    constant: negate(form.constant),
    terms: form.terms.map((term) => ({ ...term, coef: negate(term.coef) })),
  };
}

export function minus(a: Form, b: Form): Form {
  return plus(a, opposite(b));
}

/** The single term of a form that is nothing but a multiple of it. */
export function pureTerm({ constant, terms }: Form): Term | undefined {
  return terms.length === 1 && isZero(constant) ? terms[0] : undefined;
}

/** What lines begin with, and no atom does. */
const LINE = "\n≠";

export function isLine(key: string): boolean {
  return key.startsWith(LINE);
}

/** The same text for all multiples of a form: they are 0 together. */
export function lineOf({ constant, terms }: Form): string {
  const inOrder = terms.toSorted((a, b) => (a.key < b.key || (a.key === b.key && a.inverse) ? -1 : 1));
  const [first] = inOrder;
  if (!first) return "";
  const share = (value: Fraction): string => {
    const { n, d } = divide(value, first.coef);
    return `${n}/${d}`;
  };
  const said = inOrder.map(({ key, inverse, coef }) => `${share(coef)}${inverse ? "÷" : "×"}${key}`);
  return `${LINE}${said.join("+")}+${share(constant)}`;
}

/** Where a form of one term is 0, as a value of its atom; undefined where it never is. */
export function rootOf({
  constant,
  terms,
}: Form): { readonly key: string; readonly at: Fraction } | undefined {
  const [term] = terms;
  if (!term || terms.length > 1) return undefined;
  const at = divide(negate(constant), term.coef);
  if (!term.inverse) return { key: term.key, at };
  return isZero(at) ? undefined : { key: term.key, at: divide(ONE, at) };
}

/** Which way a form goes as an atom rises, where that atom is on one side of 0: `0`: it is not in it. */
export function slope(form: Form, key: string): -1 | 0 | 1 | undefined {
  let found: -1 | 0 | 1 = 0;
  for (const term of form.terms) {
    if (term.key !== key) continue;
    const own = (term.inverse ? -sign(term.coef) : sign(term.coef)) as -1 | 1;
    if (found !== 0 && found !== own) return undefined;
    found = own;
  }
  return found;
}
