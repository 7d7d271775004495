/**
 * The digits bound: before any data, how many bits each definition and standard can need at most. Over 4,096 bits is
 * an error at the definition, so that the run-time guard never bites (numbers: size is bounded before a run).
 */
import { bits, FRACTION_BITS } from "@heng/number";
import type { Expr, Group, Leaf, Program } from "../core/program.ts";
import type { Range, Report } from "../diagnostics/diagnostic.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { H2001 } from "./H2001-too-many-digits/index.ts";

/** Bits of a filed figure: 18 integer and 12 fraction digits over a unit factor of at most 10^10. */
const FIELD = { n: 134, d: 40 };

/** Upper bounds of the bits of numerator and denominator. */
interface Size {
  readonly n: number;
  readonly d: number;
}

/** Reports every definition and standard that could outgrow the bound. */
export function checkDigits(program: Program, report: Report): void {
  const known = new Map<string, Size>();
  const over = (size: Size, name: string, range: Range): boolean => {
    if (Math.max(size.n, size.d) <= FRACTION_BITS) return false;
    report(diagnose(H2001, { name, bits: Math.max(size.n, size.d), limit: FRACTION_BITS }, { range }));
    return true;
  };
  for (const definition of program.definitions) {
    const size = sizeOf(definition.of, known);
    // Reported once, where the bound is first crossed; what uses it goes on as if it were a field.
    known.set(definition.id, over(size, definition.name.zh, definition.origin) ? FIELD : size);
  }
  const leaf = (node: Group | Leaf): void => {
    if (node.kind === "group") for (const child of node.children) leaf(child);
    else over(sizeOf(node.standard, known), node.name, node.origin);
  };
  leaf(program.root);
  for (const extra of program.extras) leaf(extra);
}

function sizeOf(e: Expr, known: ReadonlyMap<string, Size>): Size {
  const of = (x: Expr): Size => sizeOf(x, known);
  const widest = (list: readonly Expr[]): Size =>
    list.map(of).reduce((a, s) => ({ n: Math.max(a.n, s.n), d: Math.max(a.d, s.d) }), { n: 1, d: 1 });
  switch (e.node) {
    case "figure":
      return { n: bits(e.value), d: bits({ n: e.value.d, d: 1n }) };
    case "input":
    case "column":
      return FIELD;
    case "use":
      return known.get(e.definition) ?? FIELD;
    case "step":
    case "absolute":
      return of(e.of);
    case "sum": {
      // Fields and literals share power-of-ten denominators; other denominators multiply.
      const sizes = e.terms.map((t) => of(t.of));
      const decimal = sizes.every((s) => s.d <= FIELD.d);
      const d = decimal ? FIELD.d : sizes.reduce((t, s) => t + s.d, 0);
      return { n: Math.max(...sizes.map((s) => s.n + d - (decimal ? 0 : s.d))) + bitLength(sizes.length), d };
    }
    case "product":
      return e.factors.reduce(
        (t, f) => {
          const s = of(f.of);
          return f.inverse ? { n: t.n + s.d, d: t.d + s.n } : { n: t.n + s.n, d: t.d + s.d };
        },
        { n: 1, d: 1 },
      );
    case "extreme":
      return widest(e.of);
    case "round": {
      const s = of(e.of);
      return { n: s.n + 44, d: 44 };
    }
    case "cases":
      return widest([...e.cases.map((c) => c.then), e.otherwise]);
    case "aggregate": {
      if (e.fold === "count") return { n: 20, d: 1 };
      const s = e.of ? of(e.of) : FIELD;
      if (e.fold === "max" || e.fold === "min") return s;
      // Up to 2^20 rows; of fields, denominators are shared powers of ten. Ratios of columns would multiply.
      const rows =
        s.d <= FIELD.d
          ? { n: s.n + FIELD.d + 20, d: FIELD.d }
          : { n: FRACTION_BITS + 1, d: FRACTION_BITS + 1 };
      if (e.fold === "total") return rows;
      const w = e.weight ? of(e.weight) : { n: 20, d: 1 };
      return { n: rows.n + w.n + w.d, d: rows.d + w.n + w.d + 20 };
    }
    default:
      return { n: 1, d: 1 };
  }
}

function bitLength(n: number): number {
  let length = 0;
  for (let rest = n; rest >= 1; rest /= 2) length += 1;
  return length;
}
