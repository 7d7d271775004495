/**
 * Parses what statements share: `{ … }` with statements or rows, the names that are declared, and paths of names
 * (`部门管理/资金投入`).
 */
import type { ParserMethod } from "chevrotain";
import { canonicalName } from "./characters.ts";
import { excerpt } from "./findings.ts";
import { Any, Mark } from "./token-types.ts";
import type { Names } from "../names.ts";
import { Phrases } from "./phrases.ts";
import type { ExprNode, NameNode, StatementNode, TextNode, Token } from "./tree.ts";
import { H1008 } from "./H1008-unexpected/index.ts";
import { H1017 } from "./H1017-unquoted-name/index.ts";

const A_BLOCK: Names = { zh: "{ … }", en: "{ … }" };
/** The name of a field: what stands behind it in brackets may be its unit. */
export const A_FIELD: Names = { zh: "名称", en: "a name" };
/** The name of an indicator: what stands behind it in brackets may be its points. */
export const AN_INDICATOR: Names = { zh: "名称", en: "a name" };
const IN_BRACKETS = /^([^（(]+)[（(]([^（()）]+)[）)]$/;
const A_NAME: Names = { zh: "名称", en: "a name" };
export const ITS_POINTS: Names = { zh: "分值，如 10分", en: "its points, such as 10分" };

/** The words of a body; an amendment may also change an indicator's name and points. */
type Context = "file" | "body" | "amendment";

export function present(expression: ExprNode): ExprNode | undefined {
  return expression.kind === "missing" ? undefined : expression;
}

export function textOnly(found: TextNode | { readonly kind: "missing" }): TextNode | undefined {
  return found.kind === "textLiteral" ? found : undefined;
}

/** Words with signs in between, and not the end of one thing with the beginning of the next. */
function isOneName(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (/[,，;；「」[\]{}]/u.test(sign)) return false;
    if (sign === "(" || sign === "（") open++;
    else if ((sign === ")" || sign === "）") && --open < 0) return false;
  }
  return open === 0;
}

export abstract class Blocks extends Phrases {
  protected abstract readonly statement: ParserMethod<[], StatementNode>;

  protected context: Context = "file";
  /** Where points stand in the block of their indicator, which has been told. */
  protected pointsInside = -1;

  /** `{ statement … }`; undefined, and reported, when there is none. */
  readonly body = this.RULE("body", (context: Context = "body"): StatementNode[] | undefined => {
    this.#upToBlock(A_BLOCK);
    this.#bodyContext = context;
    return this.OR(this.#bodyKinds);
  });

  #bodyContext: Context = "body";
  readonly #bodyKinds = [
    {
      GATE: () => this.opens() && this.deeper("blocks"),
      ALT: (): StatementNode[] | undefined => {
        const found: StatementNode[] = [];
        const { context, inRow } = this;
        this.context = this.#bodyContext;
        this.inRow = false;
        this.block(() => found.push(this.SUBRULE(this.statement)));
        this.context = context;
        this.inRow = inRow;
        this.shallower(1, "blocks");
        return found;
      },
    },
    {
      ALT: (): StatementNode[] | undefined => {
        this.unopened++;
        this.missing(A_BLOCK);
        return undefined;
      },
    },
  ];

  /** What stands before a block fits nothing. The occurrences 41 of the calling rule are used up here. */
  #upToBlock(what: Names): void {
    if (!this.RECORDING_PHASE && (this.ends() || this.separates())) return;
    this.option(41, () => {
      this.ACTION(() => this.#noBlock(what));
      this.subrule(41, this.junk, { ARGS: [true] });
      this.ACTION(() => {
        if (!this.opens()) this.excuse();
      });
    });
  }

  /** A block, or a report that it is missing. The occurrences 41 of the calling rule are used up here. */
  protected blockOr(row: () => void, what: Names = A_BLOCK): void {
    this.#upToBlock(what);
    this.or(41, [
      {
        GATE: () => this.opens() && this.deeper("blocks"),
        ALT: () => {
          this.block(row);
          this.shallower(1, "blocks");
        },
      },
      {
        ALT: () => {
          this.unopened++;
          this.missing(what);
        },
      },
    ]);
  }

  /** What stands where a block should: ( ) are taken for { }. */
  #noBlock(what: Names): void {
    if (this.at("(")) this.expected(what);
    else this.unexpected();
  }

  /**
   * A name that is declared here. Characters that only a quoted name may have are taken with it, up to the next
   * blank, and reported once.
   */
  readonly declared = this.RULE("declared", (what: Names = A_NAME): NameNode | undefined => {
    this.#declaredWhat = what;
    return this.OR(this.#declaredKinds);
  });

  #declaredWhat: Names = A_NAME;
  #unquotedUntil = 0;
  readonly #declaredKinds = [
    {
      GATE: () => (this.#unquotedUntil = this.#unquotedEnd()) > 0,
      ALT: (): NameNode | undefined => this.#unquoted(this.#unquotedUntil),
    },
    { ALT: (): NameNode | undefined => this.SUBRULE(this.name, { ARGS: [this.#declaredWhat] }) },
  ];

  /** A name of several tokens: all up to an index. */
  #unquoted(until: number): NameNode {
    const start = this.mark();
    const parts: Token[] = [];
    this.MANY({
      GATE: () => this.next < until,
      DEF: () => {
        parts.push(this.keep(this.CONSUME(Any)));
      },
    });
    const text = parts.map((part) => part.text).join("");
    const token = parts[0] ?? this.lastToken;
    if (this.#tellsComma(parts))
      return this.node<NameNode>(start, { kind: "nameRef", token, text: token.value });
    this.ACTION(() => {
      const { end } = this.lastToken;
      const [, bare, inside = ""] = IN_BRACKETS.exec(text) ?? [];
      const why = bare === undefined ? "characters" : this.#bracketed(inside);
      const apart = bare === undefined || why === "characters" ? undefined : `${bare} ${inside}`;
      const fix =
        apart === undefined
          ? this.fix(
              { zh: "放进 「 」", en: "put it in 「 」" },
              isOneName(text),
              token.start,
              end,
              `「${text}」`,
            )
          : this.fix(
              { zh: `改为 ${apart}`, en: `write ${apart}` },
              this.#apartMends(why, text),
              token.start,
              end,
              apart,
            );
      this.unmend(token.start, end);
      this.report(H1017, { text: excerpt(text), apart, why }, { ...token, end }, [fix]);
      // What the name lacks behind it stands in the brackets.
      if (apart !== undefined && fix.safe) this.excuse();
    });
    return this.node<NameNode>(start, { kind: "nameRef", token, text });
  }

  /** `指标 部门管理，33分`: a comma between name and points. */
  #tellsComma([name, comma, ...others]: readonly Token[]): boolean {
    const apart = comma?.kind === "symbol" || comma?.kind === "junk";
    if (this.RECORDING_PHASE || !apart || others.length > 0 || name?.kind !== "word") return false;
    if (!/^[,，、:：]$/u.test(comma.text) || this.peek().kind !== "number") return false;
    const blank = this.peek().before === "" ? " " : "";
    this.report(H1008, { found: comma.text, rest: "read" }, comma, [
      this.fix({ zh: "改为空格", en: "put a blank" }, true, comma.start, comma.end, blank),
    ]);
    this.excuse();
    return true;
  }

  /** Nothing behind the name says it again, and no other place calls it by the whole. */
  #apartMends(why: "unit" | "points" | "characters", text: string): boolean {
    const alone = why === "points" ? this.opens() : this.ends() || this.peek().kind !== "word";
    return alone && !this.isQuoted(canonicalName(text));
  }

  /** What stands in brackets behind a name: a field's unit, an indicator's points, or more of the name. */
  #bracketed(inside: string): "unit" | "points" | "characters" {
    if (this.#declaredWhat === A_FIELD && this.isUnit(inside)) return "unit";
    return this.#declaredWhat === AN_INDICATOR && /^[0-9.]+分$/.test(inside) ? "points" : "characters";
  }

  /** Index of the token behind a name written with other characters, 0 when none stands here. */
  #unquotedEnd(): number {
    const first = this.peek();
    if (this.ends() || (first.kind !== "word" && first.kind !== "text")) return 0;
    let ahead = 2;
    let odd = first.kind === "text";
    for (; this.peek(ahead).before === "" && !this.ends(ahead) && !this.behindJunk(ahead); ahead++) {
      const { kind, text } = this.peek(ahead);
      // Points that were glued to the name (H1010) are no part of it.
      if (kind === "number" && this.peek(ahead + 1).value === "分" && this.peek(ahead + 2).value === "{")
        break;
      if (kind === "symbol" && /^[=＝:：<>＜＞≤≥≠]/.test(text)) break;
      odd ||= kind !== "word";
    }
    return odd && (ahead > 2 || first.kind === "text") ? this.next + ahead - 1 : 0;
  }

  /** `部门管理/资金投入`; `dotted`: `上年.字段` too. */
  readonly path = this.RULE("path", (dotted = false): NameNode[] => {
    const path: NameNode[] = [];
    const first = this.SUBRULE1(this.declaredInPath);
    if (first !== undefined) path.push(first);
    this.MANY({
      GATE: () => this.at("/") || (dotted && this.at(".")),
      DEF: () => {
        this.keep(this.CONSUME(Mark));
        const next = this.SUBRULE2(this.name);
        if (next !== undefined) path.push(next);
      },
    });
    return path;
  });

  /** Like `declared`, but `/`, `.` and values may follow without a blank: only a name begun by a quote is mended. */
  readonly declaredInPath = this.RULE("declaredInPath", (): NameNode | undefined =>
    this.OR([
      {
        GATE: () => this.peek().kind === "text",
        ALT: (): NameNode | undefined => this.SUBRULE(this.declared),
      },
      { ALT: (): NameNode | undefined => this.SUBRULE(this.name) },
    ]),
  );
}
