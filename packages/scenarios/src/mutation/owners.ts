/** In whose own text a change stands: what several changes may be tried together by. */
import type { FileNode, StatementNode } from "@heng/lang";
import type { Change } from "./change.ts";

interface Owner {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly within: readonly Owner[];
}

/** The indicators of a file, each with those within it. */
export class Owners {
  readonly #top: readonly Owner[];

  constructor({ statements }: FileNode) {
    this.#top = ownersIn(statements, []);
  }

  /** The ids of the indicators that a change is of; undefined where it is, or may be, of more than them. */
  of({ edits }: Change): ReadonlySet<string> | undefined {
    const ids = new Set<string>();
    for (const { start, end } of edits) {
      const owner = innermost(this.#top, start, end);
      if (owner === undefined) return undefined;
      ids.add(owner.id);
    }
    return ids;
  }

  /** The id of the innermost indicator at an offset. */
  at(offset: number): string | undefined {
    return innermost(this.#top, offset, offset)?.id;
  }
}

function ownersIn(statements: readonly StatementNode[], path: readonly string[]): readonly Owner[] {
  return statements.flatMap((node) => {
    if ((node.kind !== "indicator" && node.kind !== "extra") || node.name === undefined) return [];
    const own = [...path, node.name.text];
    const { start, end } = node;
    return [{ id: own.join("/"), start, end, within: ownersIn(node.body, own) }];
  });
}

function innermost(owners: readonly Owner[], start: number, end: number): Owner | undefined {
  const found = owners.find((owner) => owner.start <= start && end <= owner.end);
  return found && (innermost(found.within, start, end) ?? found);
}
