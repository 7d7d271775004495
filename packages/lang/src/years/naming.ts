/** Which of last year's indicators an amendment means. */
import { replacement } from "../diagnostics/fix.ts";
import { H1116 } from "../model/H1116-ambiguous-name/index.ts";
import { normal, quoted } from "../model/names.ts";
import type { Names } from "../names.ts";
import { nearest } from "../nearest.ts";
import type { NameNode, Token } from "../syntax/tree.ts";
import type { Piece } from "./draft.ts";
import { H5004 } from "./H5004-nothing-to-amend/index.ts";
import { called, endsWith, type Item, type Outline } from "./outline.ts";
import type { Work } from "./work.ts";

/** A name that an indicator had in an earlier year. */
export interface FormerName {
  readonly path: readonly string[];
  readonly id: string;
}

/** An amendment of an indicator's weight, and below what that tells. */
interface Weighing {
  readonly parent: Item;
  readonly at: NameNode | Token;
}

export interface IndicatorWork {
  readonly outline: Outline;
  readonly former: readonly FormerName[];
  readonly added: Item[];
  /** Weights that the file changes, in the order of the text. */
  readonly weighings: Weighing[];
  /** The pieces that stand for what is added. */
  readonly pieces: Map<Item, readonly Piece[]>;
}

/** What a name means among last year's indicators; undefined when reported. */
export function found(
  names: readonly NameNode[],
  items: readonly Item[],
  kind: Names,
  on: IndicatorWork,
  work: Work,
): Item | undefined {
  const [first] = names;
  if (!first) return undefined; // the parser has reported it
  const matching = called(names, items);
  const range = { ...work.range(first), end: names.at(-1)?.end ?? first.end };
  const written = names.map(({ text }) => text).join("/");
  if (matching.length > 1) {
    const candidates = matching.map(({ path }) => path.join("/"));
    const related = matching.flatMap(({ node, path }) =>
      node
        ? [{ range: work.origin(node.name ?? node), message: { zh: path.join("/"), en: path.join("/") } }]
        : [],
    );
    work.fault(H1116, { name: written, candidates }, range, { related });
    return undefined;
  }
  const [only] = matching;
  if (only) return only;
  const texts = names.map(({ text }) => text);
  const older = on.former.findLast(({ path }) => endsWith(path, texts));
  const now = older && items.find(({ id }) => id === older.id);
  const own = on.added.some(({ name }) => normal(name) === normal(written)) || undefined;
  const known = items.flatMap(({ path }) => [path.at(-1) ?? "", path.join("/")]);
  const near = now ? [now.path.at(-1) ?? ""] : nearest(written, known);
  const data = {
    kind,
    name: written,
    year: work.year,
    near: near.map(quotedPath),
    ...(now ? { now: now.path.join("/") } : {}),
    ...(own ? { own } : {}),
  };
  work.fault(H5004, data, range, {
    fixes: near.map((name) => replacement(range, quotedPath(name), `改为“${name}”`, `write ${name}`)),
  });
  return undefined;
}

export function quotedPath(path: string): string {
  return path.split("/").map(quoted).join("/");
}
