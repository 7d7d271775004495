/** The properties of an indicator, or of the whole, in the order in which they are usually written. */
import { PROPERTIES } from "../syntax/properties.ts";
import type { Node, StatementNode } from "../syntax/tree.ts";
import type { Piece } from "./draft.ts";
import { kindOf, NEW_LINE, separated, type Work } from "./work.ts";

const ORDER: readonly string[] = [
  "title",
  "describe",
  "basis",
  "source",
  "fullMarks",
  "round",
  "average",
  "weighted",
  "rescale",
  "value",
  "target",
  "notApplicable",
  "veto",
  "cap",
  "standard",
  "mustExplain",
] satisfies readonly ((typeof PROPERTIES)[number]["id"] | "weighted")[];

/** Puts properties into a body of last year: in the place of those of their kind, or where they usually stand. */
export function putProperties(
  given: readonly StatementNode[],
  body: readonly StatementNode[],
  block: Node,
  work: Work,
): void {
  const kinds = new Map<string, StatementNode[]>();
  for (const node of given) {
    const list = kinds.get(kindOf(node));
    if (list) list.push(node);
    else kinds.set(kindOf(node), [node]);
  }
  const inOrder = Array.from(kinds).toSorted(([a], [z]) => ORDER.indexOf(a) - ORDER.indexOf(z));
  for (const [kind, nodes] of inOrder) {
    const pieces = nodes.map((node) => work.statement(node));
    const [first, ...others] = body.filter((node) => kindOf(node) === kind);
    if (first) {
      work.replace(first, pieces);
      for (const other of others) work.remove(other);
    } else insert(kind, separated(pieces), body, block, work);
  }
}

function insert(
  kind: string,
  pieces: readonly Piece[],
  body: readonly StatementNode[],
  block: Node,
  work: Work,
): void {
  const rank = ORDER.indexOf(kind);
  const prior = body.findLast((node) => {
    const own = ORDER.indexOf(kindOf(node));
    return own >= 0 && own <= rank;
  });
  const [first] = body;
  if (prior) work.behind(prior, pieces);
  else if (first) work.ahead(first, pieces);
  else work.atEnd(block, [NEW_LINE, ...pieces]);
}
