/** Edits of last year's text with pieces of the amendment file, and the text they give. */
import { Composer, type Composed } from "./segments.ts";

/** A stretch of one of the two texts as it stands (and, of last year's, as it is edited), or signs between such. */
export type Piece =
  | { readonly of: "base" | "amending"; readonly start: number; readonly end: number }
  | { readonly put: string };

type Text = "base" | "amending";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** What stood here stands elsewhere now. */
  readonly moved: boolean;
  /** Put in at the edge of a statement, but inside of it: it goes where the statement goes. */
  readonly inner: boolean;
}

export class Draft {
  readonly #edits: Record<Text, Edit[]> = { base: [], amending: [] };

  replace(start: number, end: number, pieces: readonly Piece[]): void {
    this.#edits.base.push({ start, end, pieces, moved: false, inner: false });
  }

  insert(at: number, pieces: readonly Piece[], of: Text = "base"): void {
    this.#edits[of].push({ start: at, end: at, pieces, moved: false, inner: false });
  }

  /** Puts something at the beginning of a statement, inside of it. */
  lead(at: number, pieces: readonly Piece[]): void {
    this.#edits.base.push({ start: at, end: at, pieces, moved: false, inner: true });
  }

  /** Takes a stretch out here; a piece elsewhere holds it. */
  move(start: number, end: number): void {
    this.#edits.base.push({ start, end, pieces: [], moved: true, inner: false });
  }

  /** The edited text. */
  apply(base: Composed, amending: Composed): Composed {
    const texts = { base, amending };
    const rank = ({ start, end, inner }: Edit): number => (end > start ? 1 : inner ? 2 : 0);
    const edits = { base: sorted(this.#edits.base, rank), amending: sorted(this.#edits.amending, rank) };
    const out = new Composer();
    const render = (of: Text, from: number, until: number, whole: boolean): void => {
      let at = from;
      for (const edit of edits[of]) {
        if (edit.start < at || edit.end > until) continue;
        const edge = !whole && edit.start === edit.end && !edit.inner;
        if (edge && (edit.start === from || edit.end === until)) continue;
        if (!whole && edit.moved && edit.start === from) continue;
        out.copy(texts[of], at, edit.start);
        for (const piece of edit.pieces)
          if ("put" in piece) out.put(piece.put);
          else render(piece.of, piece.start, piece.end, false);
        at = edit.end;
      }
      out.copy(texts[of], at, until);
    };
    render("base", 0, base.text.length, true);
    return out.done;
  }
}

function sorted(edits: readonly Edit[], rank: (edit: Edit) => number): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
}
