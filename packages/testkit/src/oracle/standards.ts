/** The points of a standard before they are rounded, by each method's own formula (reference.ts). */
import type { CompiledSource, Expr } from "@heng/lang";
import { exact, least, most, NONE, type Exact } from "../exact.ts";
import { Fault, type Expressions } from "./expressions.ts";

export type BoundStandard = CompiledSource["standards"] extends ReadonlyMap<string, infer S> ? S : never;
/** A method's reference.ts, as the oracle calls it. */
export interface AnyReference {
  reference(m: unknown, leaf: BoundStandard["leaf"], at: At): Exact;
  asks?(m: unknown): number;
}
interface At {
  figure(e: Expr): Exact;
  holds(e: Expr): boolean;
  text(e: Expr): string;
  asked(n: number): Exact;
  standard(s: BoundStandard): Exact;
  fail(cause: string): never;
}
/** What the oracle looks at in a phrase of any method. */
interface Phrase {
  readonly head?: { readonly value: unknown };
  readonly clauses: { readonly upTo?: Expr };
  readonly rows?: readonly { readonly head?: { readonly value: unknown }; readonly clauses: object }[];
}

/** From 0 to the most that the standard gives. `id`: the leaf's, whose judged points are filed under it. */
export function pointsOf(
  standard: BoundStandard,
  id: string,
  expressions: Expressions,
  references: ReadonlyMap<string, AnyReference>,
): Exact {
  const { input, of, num, yes } = expressions;
  const referenceOf = ({ method }: BoundStandard): AnyReference => {
    const reference = references.get(method.id);
    if (!reference) throw new Error(`The method ${method.id} has no reference.ts`);
    return reference;
  };
  /** What is asked for before a standard's own first question, over the whole leaf. */
  const numbers = new Map<BoundStandard, number>();
  const number = (s: BoundStandard, from: number): number => {
    numbers.set(s, from);
    const own = referenceOf(s).asks?.(s.bound) ?? 0;
    return nestedIn(s).reduce((n, inner) => number(inner, n), from + own);
  };
  number(standard, 0);
  const points = (s: BoundStandard): Exact => {
    const given = referenceOf(s).reference(s.bound, s.leaf, {
      figure: num,
      holds: yes,
      text: (e) => of(e) as string,
      asked: (n) => {
        const at = (numbers.get(s) ?? 0) + n + 1;
        const value = input(at === 1 ? id : `${id}#${at}`);
        if (value.kind !== "figure") throw new Error("Judged points of another kind");
        return exact(value.value.n, value.value.d);
      },
      standard: points,
      fail: (cause) => {
        throw new Fault(cause);
      },
    });
    return least(most(given, NONE), highest(s, expressions));
  };
  return points(standard);
}

/** The most that a standard gives: its 最高, or that of what stands in it. */
export function highest(s: BoundStandard, expressions: Expressions): Exact {
  const { upTo } = phraseOf(s).clauses;
  if (upTo) return expressions.num(upTo);
  return nestedIn(s)
    .map((inner) => highest(inner, expressions))
    .reduce(most, exact(s.leaf.points.n, s.leaf.points.d));
}

function phraseOf(s: BoundStandard): Phrase {
  return s.bound as unknown as Phrase;
}

/** The standards among the arguments of a phrase, or that a name in it refers to. */
function nestedIn(s: BoundStandard): readonly BoundStandard[] {
  const { head, clauses, rows = [] } = phraseOf(s);
  const values: readonly unknown[] = [head?.value, ...Object.values(clauses)];
  const inRows = rows.flatMap((row): readonly unknown[] => [row.head?.value, ...Object.values(row.clauses)]);
  return [...values, ...inRows].flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    if ("bound" in value) return [value as BoundStandard];
    return "standard" in value && value.standard !== undefined ? [value.standard as BoundStandard] : [];
  });
}
