/** What the amendments of one year are worked into: last year's text, edits of it, and what has been amended. */
import { diagnose, type DiagnosticType, type Diagnostic, type Range } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { AmendmentNode, Node, StatementNode, Token } from "../syntax/tree.ts";
import { Draft, type Piece } from "./draft.ts";
import { H5005 } from "./H5005-amended-twice/index.ts";
import { originOf, type Composed } from "./segments.ts";
import { commentsIn, extentOf, type Extent, type Written } from "./written.ts";

export class Work {
  readonly draft = new Draft();
  readonly base: Written;
  readonly amending: Written;
  /** The year that is inherited, as it is written in words. */
  readonly year: string;
  readonly #composed: Composed;
  readonly #file: string;
  readonly #report: Report;
  readonly #taken: { start: number; end: number }[] = [];
  readonly #amended = new Map<unknown, Range>();
  failed = false;

  constructor(of: {
    readonly base: Written;
    readonly composed: Composed;
    readonly amending: Written;
    readonly file: string;
    readonly year: string;
    readonly report: Report;
  }) {
    this.base = of.base;
    this.amending = of.amending;
    this.year = of.year;
    this.#composed = of.composed;
    this.#file = of.file;
    this.#report = of.report;
  }

  /** A place in the amendment file. */
  range(at: Node | Token): Range {
    return { file: this.#file, start: at.start, end: at.end };
  }

  /** Where something of last year was written. */
  origin(at: Pick<Range, "start" | "end">): Range {
    return originOf(this.#composed, at);
  }

  fault<D>(
    type: DiagnosticType<D>,
    data: D,
    range: Range,
    more?: Pick<Partial<Diagnostic>, "related" | "fixes">,
  ): void {
    this.failed = true;
    this.#report(diagnose(type, data, { range }, more));
  }

  /** Notes that something is amended; false where it was before, which is reported. */
  amend(thing: unknown, name: string, at: Range): boolean {
    const before = this.#amended.get(thing);
    if (!before) {
      this.#amended.set(thing, at);
      return true;
    }
    const related = [{ range: before, message: { zh: "另一处在这里", en: "the other place" } }];
    this.fault(H5005, { name }, at, { related });
    return false;
  }

  /** Where something is amended. */
  amendedAt(thing: unknown): Range | undefined {
    return this.#amended.get(thing);
  }

  /** A stretch of the amendment file, taken over as it stands. */
  take(start: number, end: number): Piece {
    this.#taken.push({ start, end });
    return { of: "amending", start, end };
  }

  /** A statement of the amendment file with its comments. */
  statement(node: Node): Piece {
    const { start, end } = extentOf(node, this.amending, true);
    return this.take(start, end);
  }

  /** What of an amendment's comments has not been taken over yet, a line each. */
  comments(node: Pick<AmendmentNode, "start" | "end"> & Node): readonly Piece[] {
    const { start, end } = extentOf(node, this.amending, true);
    return this.commentsBetween(start, end);
  }

  commentsBetween(start: number, end: number): readonly Piece[] {
    const left = commentsIn(this.amending, start, end).filter((one) =>
      this.#taken.every((taken) => one.end <= taken.start || one.start >= taken.end),
    );
    return left.flatMap((one) => [this.take(one.start, one.end), NEW_LINE]);
  }

  extent(node: Node): Extent {
    return extentOf(node, this.base);
  }

  /** Takes a statement of last year out, with its comments; `instead` are lines of their own. */
  remove(node: Node, instead: readonly Piece[] = []): void {
    const { start, after } = this.extent(node);
    this.draft.replace(start, after, instead.length > 0 ? this.lined(start, instead) : []);
  }

  /** Puts statements in the place of one of last year. */
  replace(node: Node, by: readonly Piece[]): void {
    const { start, end, after } = this.extent(node);
    const lines = this.lined(start, separated(by));
    // At the end of a text there is no line to begin.
    this.draft.replace(start, after, end === this.base.text.length ? lines.slice(0, -1) : lines);
  }

  /** Puts a statement behind one of last year. */
  behind(node: Node, pieces: readonly Piece[]): void {
    const { after } = this.extent(node);
    this.draft.insert(after, this.lined(after, pieces));
  }

  /** Puts a statement before one of last year. */
  ahead(node: Node, pieces: readonly Piece[]): void {
    const { start } = this.extent(node);
    this.draft.insert(start, this.lined(start, pieces));
  }

  /** Puts a statement at the end of a block of last year. */
  atEnd(node: Node, pieces: readonly Piece[]): void {
    const close = node.children.findLast((child) => !("children" in child) && child.value === "}");
    const at = close?.start ?? node.end;
    this.draft.insert(at, this.lined(at, pieces));
  }

  /** Pieces on lines of their own, put in at an offset of last year's text. */
  lined(at: number, pieces: readonly Piece[]): readonly Piece[] {
    const begins = /(?:^|[\r\n])[ \t]*$/.test(this.base.text.slice(Math.max(0, at - 200), at));
    const ends = pieces.at(-1) === NEW_LINE;
    return [...(begins || at === 0 ? [] : [NEW_LINE]), ...pieces, ...(ends ? [] : [NEW_LINE])];
  }
}

export const NEW_LINE: Piece = { put: "\n" };
export const BLANK: Piece = { put: " " };

/** Each on a line of its own. */
export function separated(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [NEW_LINE, piece]));
}

/** What a statement is one of: those of one kind in a body replace each other. */
export function kindOf(node: StatementNode): string {
  return node.kind === "property" ? (node.phrase.id ?? node.phrase.word.value) : node.kind;
}
