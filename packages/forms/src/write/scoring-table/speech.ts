/** What the words of a scoring table are made from. */
import type { Definitions, formulaWords, Group, Lang, Leaf, Program } from "@heng/lang";

export interface Speech {
  readonly program: Program;
  readonly definitions: Definitions;
  readonly lang: Lang;
}

/** How names are written where something is said. */
export type Around = NonNullable<Parameters<typeof formulaWords>[2]>;

/** All indicators below a group, in order. */
export function below(group: Group): readonly (Group | Leaf)[] {
  return group.children.flatMap((n) => (n.kind === "group" ? [n, ...below(n)] : [n]));
}
