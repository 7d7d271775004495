/** A small change of rule text, of the kind that slips in unseen. */
import type { Names, Range } from "@heng/lang";

export type ChangeKind = "bound" | "sign" | "cap" | "amount" | "weight";

export interface Edit extends Range {
  readonly text: string;
}

export interface Change {
  readonly kind: ChangeKind;
  /** Names of the indicators it stands in, from the top; none where it is of the whole. */
  readonly path: readonly string[];
  /** Where it is shown: the first of its edits. */
  readonly origin: Range;
  readonly edits: readonly Edit[];
  /** `10% 改为 11%` */
  readonly says: Names;
}

/** A change that puts other text in the place of one or more passages. */
export function change(
  kind: ChangeKind,
  path: readonly string[],
  edits: readonly (Edit & { readonly was: string })[],
): Change {
  const each = edits.map(({ was, text }) => ({ zh: `${was} 改为 ${text}`, en: `${was} becomes ${text}` }));
  const once = each.filter(({ zh }, i) => each.findIndex((other) => other.zh === zh) === i);
  const [first] = edits;
  return {
    kind,
    path,
    origin: first ?? { file: "", start: 0, end: 0 },
    edits: edits.map(({ file, start, end, text }) => ({ file, start, end, text })),
    says: { zh: once.map(({ zh }) => zh).join("、"), en: once.map(({ en }) => en).join(", ") },
  };
}

/** The text with the edits of one of its files made. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return `${parts.join("")}${text.slice(at)}`;
}
