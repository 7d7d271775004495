/** Parts of the tree of a rule file that are changed, or changed with others. */
import type { IndicatorNode, PhraseNode, QuantityNode, StatementNode, Token } from "@heng/lang";

/** What the items of a 要点 give, in points: they add up to the 分值, so they are weights. */
export function itemAmounts({ id, rows = [] }: PhraseNode): readonly QuantityNode[] {
  if (id !== "checklist") return [];
  return rows.flatMap(({ clauses }) =>
    clauses.flatMap(({ key, argument }) =>
      key === "gets" && argument?.kind === "quantity" ? [argument] : [],
    ),
  );
}

export function numberOf(node: QuantityNode): Token | undefined {
  return node.children.find((child): child is Token => !("children" in child) && child.kind === "number");
}

/** Whether a statement list is that of indicators whose points need not add up. */
export function isAveraged(body: readonly StatementNode[]): boolean {
  return body.some((s) => s.kind === "weighted" || (s.kind === "property" && s.phrase.id === "average"));
}

export function indicatorsIn(body: readonly StatementNode[]): readonly IndicatorNode[] {
  return body.filter((s) => s.kind === "indicator");
}
