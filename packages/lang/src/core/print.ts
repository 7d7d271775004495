/** Prints core expressions as people write formulas: in names, or with the numbers put in. */
import { KEYWORDS, type Keyword } from "../keywords.ts";
import type { Lang } from "../names.ts";
import type { Expr } from "./program.ts";
import { showFigure } from "./show.ts";

/** What the printer needs to know; `value` is given when numbers are to be put in. */
export interface PrintContext {
  readonly lang: Lang;
  /** The value of an expression as shown (`2898.45万元`, `是`, `待补`); undefined: print names only. */
  value?(of: Expr): string | undefined;
}

/** Binding strength: 0 if, 1 or, 2 and, 3 not, 4 comparison, 5 sum, 6 product, 7 atom. */
function strength(e: Expr): number {
  switch (e.node) {
    case "cases":
      return e.cases.every(({ then }) => then.node === "fault") ? strength(e.otherwise) : 0;
    case "logic":
      return e.connective === "or" ? 1 : 2;
    case "not":
      return 3;
    case "compare":
      return 4;
    case "sum":
      return 5;
    case "product":
      return 6;
    default:
      return 7;
  }
}

/**
 * A condition on a yes-no or option field as the fact it rests on, `「有政府采购」为“否”`, whichever way it was asked; undefined of
 * other expressions, and where no numbers are put in.
 */
function statement(e: Expr, context: PrintContext): string | undefined {
  switch (e.node) {
    case "not":
      return statement(e.of, context);
    case "compare": {
      if (e.sign !== "=" && e.sign !== "≠") return undefined;
      const [left, right] = [e.left, e.right];
      if (isWord(right)) return fact(left, context);
      return isWord(left) ? fact(right, context) : undefined;
    }
    default:
      return e.type.kind === "yesNo" ? fact(e, context) : undefined;
  }
}

function isWord(e: Expr): boolean {
  return e.node === "yesNo" || e.node === "option";
}

function fact(e: Expr, context: PrintContext): string | undefined {
  const value = e.node === "input" ? context.value?.(e) : undefined;
  if (value === undefined) return undefined;
  const name = printExpr(e, { lang: context.lang });
  return context.lang === "zh" ? `「${name}」为“${value}”` : `"${name}" is "${value}"`;
}

/**
 * The formula of an expression. With `context.value`, inputs print as `全年支出数 2898.45万元` and definitions and
 * steps as their value; without, everything prints by name.
 */
export function printExpr(e: Expr, context: PrintContext): string {
  const { lang } = context;
  const word = (keyword: Keyword): string => KEYWORDS[keyword][lang];
  const inner = (of: Expr, least: number): string => {
    const text = printExpr(of, context);
    return strength(of) < least ? `(${text})` : text;
  };
  const call = (name: string, ...args: readonly string[]): string => `${name}(${args.join(", ")})`;
  const stated = statement(e, context);
  if (stated !== undefined) return stated;
  switch (e.node) {
    case "figure":
      return e.text ?? showFigure(e.value, e.type, lang);
    case "yesNo":
      return e.value ? word("yes") : word("no");
    case "option":
      return e.value;
    case "input":
    case "column": {
      const base = e.node === "input" ? e.field : `${e.rows}.${e.column}`;
      const name =
        e.part === undefined || e.part === "share" ? base : e.part === "grade" ? base : `${base}.${e.part}`;
      const value = e.node === "input" ? context.value?.(e) : undefined;
      return value === undefined ? name : `${name} ${value}`;
    }
    case "use":
      return context.value?.(e) ?? e.name[lang];
    case "step":
      return context.value?.(e) ?? e.name[lang];
    case "sum":
      return e.terms
        .map(
          ({ negative, of }, i) =>
            `${i === 0 ? (negative ? "-" : "") : negative ? " - " : " + "}${inner(of, negative ? 6 : 5)}`,
        )
        .join("");
    case "product": {
      const text = e.factors
        .map(({ inverse, of }, i) => `${i === 0 ? "" : inverse ? " ÷ " : " × "}${inner(of, i === 0 ? 6 : 7)}`)
        .join("");
      return e.factors[0]?.inverse ? `1 ÷ ${text}` : text;
    }
    case "extreme":
      return call(word(e.pick), ...e.of.map((x) => printExpr(x, context)));
    case "absolute":
      return call(word("abs"), printExpr(e.of, context));
    case "round":
      return e.mode === "halfUp"
        ? call(word("roundHalfUp"), printExpr(e.of, context), `${e.places}`)
        : call(word(e.mode === "ceiling" ? "ceil" : e.mode), printExpr(e.of, context));
    case "compare":
      return `${inner(e.left, 5)} ${e.sign} ${inner(e.right, 5)}`;
    case "logic":
      return e.of.map((x) => inner(x, e.connective === "or" ? 2 : 3)).join(` ${word(e.connective)} `);
    case "not":
      return `${word("not")} ${inner(e.of, 3)}`;
    case "cases":
      // A case that only guards against an error (变动率 of nothing) is not part of the formula people write.
      if (e.cases.every(({ then }) => then.node === "fault")) return printExpr(e.otherwise, context);
      return `${e.cases
        .map(
          ({ when, then }) =>
            `${word("if")} ${printExpr(when, context)} ${word("then")} ${printExpr(then, context)} ${word("else")} `,
        )
        .join("")}${printExpr(e.otherwise, context)}`;
    case "aggregate": {
      const names: PrintContext = { lang };
      const args = [e.of, e.weight].flatMap((x) => (x ? [printExpr(x, names)] : []));
      const main = args.length === 0 ? e.rows : args.join(", ");
      const text = call(word(e.fold), e.when ? `${main} ${word("when")} ${printExpr(e.when, names)}` : main);
      const value = context.value?.(e);
      return value === undefined ? text : `${text} ${value}`;
    }
    case "score": {
      const value = context.value?.(e);
      return value === undefined ? word("score") : `${word("score")} ${value}`;
    }
    case "fault":
      return "—";
  }
}
