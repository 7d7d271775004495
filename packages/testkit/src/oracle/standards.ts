/** The points of a standard before they are rounded, by each method's own formula (reference.ts). */
import type { CompiledSource, Expr, FieldSpec } from "@heng/lang";
import { exact, least, most, NONE, order, type Exact } from "../exact.ts";
import { Fault, type Expressions } from "./expressions.ts";

export type BoundStandard = CompiledSource["standards"] extends ReadonlyMap<string, infer S> ? S : never;
/** A method's reference.ts, as the oracle calls it. */
export type AnyReference = (m: unknown, leaf: BoundStandard["leaf"], at: At) => Exact;
interface At {
  figure(e: Expr): Exact;
  holds(e: Expr): boolean;
  text(e: Expr): string;
  asked(n: number): Exact;
  standard(s: BoundStandard): Exact;
}
/** What the oracle looks at in a phrase. */
interface Phrase {
  readonly head?: { readonly value: { readonly standard?: BoundStandard; readonly field?: FieldSpec } };
  readonly clauses: { readonly upTo?: Expr };
  readonly rows?: readonly {
    readonly head?: { readonly value: unknown };
    readonly clauses: {
      readonly takeJudged?: unknown;
      readonly getsJudged?: unknown;
      readonly use?: BoundStandard;
    };
  }[];
}

/** From 0 to the most that the standard gives. `id`: the leaf's, whose judged points are filed under it. */
export function pointsOf(
  standard: BoundStandard,
  id: string,
  expressions: Expressions,
  references: ReadonlyMap<string, AnyReference>,
): Exact {
  const { input, of, num, yes } = expressions;
  const numbers = new Map<BoundStandard, number>();
  number(standard, 0, numbers);
  const points = (s: BoundStandard): Exact => {
    const reference = references.get(s.method.id);
    if (!reference) throw new Error(`The method ${s.method.id} has no reference.ts`);
    if (s.method.id === "open") throw new Fault("open");
    refuse(s, expressions);
    const given = reference(s.bound, s.leaf, {
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

/** Where a method has no figure although all its parts have one. */
function refuse(s: BoundStandard, { input, num }: Expressions): void {
  const { target } = s.leaf;
  if (s.method.id === "proportional" && target?.kind === "compare" && num(target.of).n < 0n)
    throw new Fault("target");
  if (s.method.id !== "qualitative") return;
  const phrase = phraseOf(s);
  const value = input(phrase.head?.value.field?.name ?? "");
  if (value.kind !== "qualitative") throw new Error("A 定性 of another kind");
  // The rules generated move the lower or the upper cut only by a row of 部分达成.
  const row = phrase.rows?.[0]?.clauses.getsJudged as { low: Expr; high: Expr } | undefined;
  const [low, high] = row ? [num(row.low), num(row.high)] : [exact(3n, 5n), exact(4n, 5n)];
  const grade = order(value.share, high) >= 0 ? "达成" : order(value.share, low) >= 0 ? "部分达成" : "未达成";
  if (grade !== value.grade) throw new Fault("grade");
}

function phraseOf(s: BoundStandard): Phrase {
  return s.bound as unknown as Phrase;
}

function nestedIn(s: BoundStandard): readonly BoundStandard[] {
  const phrase = phraseOf(s);
  if (s.method.id === "reuse") return [phrase.head?.value.standard as BoundStandard];
  return (phrase.rows ?? []).flatMap((row) =>
    s.method.id === "best-of" ? [row.head?.value as BoundStandard] : row.clauses.use ? [row.clauses.use] : [],
  );
}

/** What is asked for before a standard's own first question, over the whole leaf. */
function number(s: BoundStandard, from: number, into: Map<BoundStandard, number>): number {
  into.set(s, from);
  const rows = phraseOf(s).rows ?? [];
  const own =
    s.method.id === "judged"
      ? 1
      : s.method.id === "qualitative"
        ? 0
        : rows.filter(({ clauses }) => clauses.takeJudged ?? clauses.getsJudged).length;
  return nestedIn(s).reduce((n, inner) => number(inner, n, into), from + own);
}
