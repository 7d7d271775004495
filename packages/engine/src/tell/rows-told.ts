/** The rows behind what is worked out over them, so that a sum can be checked against what was filed. */
import { partsOf, type Expr, type Lang } from "@heng/lang";
import type { Catalogue } from "../work/catalogue.ts";
import { truthOf, type Scope } from "../work/evaluate.ts";
import { evaluatedParts, formulaOf, printer, type Printer } from "./print.ts";

type Aggregate = Extract<Expr, { readonly node: "aggregate" }>;

/** Rows told one by one; the rest are counted. */
const SHOWN = 5;

const WORDS = {
  zh: {
    list: "、",
    row: (n: number) => `第 ${n}行`,
    weight: (text: string) => `（权重 ${text}）`,
    more: (n: number) => `，另有 ${n}行`,
    without: (n: number) => `，${n}行不计入`,
    mean: (sum: string, weights: string) => `，(${sum}) ÷ ${weights}`,
    none: "没有计入的行",
    of: (formula: string, rows: string) => `${formula} 的各行：${rows}`,
  },
  en: {
    list: ", ",
    row: (n: number) => `row ${n}`,
    weight: (text: string) => ` (weight ${text})`,
    more: (n: number) => ` and ${n} more`,
    without: (n: number) => `, ${n} not counted`,
    mean: (sum: string, weights: string) => `, (${sum}) ÷ ${weights}`,
    none: "no row counts",
    of: (formula: string, rows: string) => `rows of ${formula}: ${rows}`,
  },
} as const satisfies Readonly<Record<Lang, unknown>>;

/** `第 1行 50万元、第 2行 40万元，另有 3行`: the rows that count, with their figures. */
export function rowsTold(e: Aggregate, { lang, scope }: Printer): string {
  const words = WORDS[lang];
  const rows = scope.intake.rows.get(e.rows)?.list ?? [];
  const told: string[] = [];
  const products: string[] = [];
  let counted = 0;
  for (const [i, row] of rows.entries()) {
    const inRow: Scope = { ...scope, memo: new Map(), row };
    const when = e.when === undefined ? undefined : truthOf(e.when, inRow);
    if (when?.state === "truth" && !when.holds) continue;
    counted += 1;
    if (counted > SHOWN) continue;
    const { shown } = printer(inRow, lang);
    const figure = e.of === undefined ? "" : ` ${shown(e.of)}`;
    if (e.of !== undefined && e.weight !== undefined) products.push(`${shown(e.of)} × ${shown(e.weight)}`);
    told.push(`${words.row(i + 1)}${figure}${e.weight === undefined ? "" : words.weight(shown(e.weight))}`);
  }
  const without = rows.length - counted;
  return [
    counted === 0 ? words.none : told.join(words.list),
    counted > SHOWN ? words.more(counted - SHOWN) : "",
    without > 0 ? words.without(without) : "",
    products.length === 0 || products.length < counted
      ? ""
      : words.mean(products.join(" + "), printer(scope, lang).shown(totalWeight(e))),
  ].join("");
}

/** What a mean by weights divides by. */
function totalWeight({ weight, ...rest }: Aggregate): Expr {
  return weight === undefined ? rest : { ...rest, fold: "total", type: weight.type, of: weight };
}

/** {@link rowsTold} of all that expressions were worked out from, each once. */
export function rowClauses(
  expressions: readonly Expr[],
  print: Printer,
  { definitions }: Catalogue,
): readonly string[] {
  const clauses = new Set<string>();
  if (print.scope.intake.rows.size === 0) return [];
  const seen = new Set<Expr>();
  const waiting = expressions.toReversed();
  for (let e = waiting.pop(); e !== undefined; e = waiting.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    if (e.node === "aggregate") {
      clauses.add(WORDS[print.lang].of(formulaOf(e, print.lang), rowsTold(e, print)));
      // What a row is compared with may be worked out over rows itself.
      waiting.push(...partsOf(e).toReversed());
    } else if (e.node === "use") {
      const definition = definitions.get(e.definition);
      if (definition !== undefined) waiting.push(definition.of);
    } else {
      waiting.push(...evaluatedParts(e, print.scope).toReversed());
    }
  }
  return [...clauses];
}
