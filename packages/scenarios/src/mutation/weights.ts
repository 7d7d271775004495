/** Weights moved from one indicator to its neighbour, so that the points still add up. */
import type {
  FileNode,
  IndicatorNode,
  PhraseNode,
  QuantityNode,
  StatementNode,
  WeightedNode,
} from "@heng/lang";
import { change, type Change, type Edit } from "./change.ts";
import { moved } from "./figures.ts";
import { indicatorsIn, isAveraged, itemAmounts, numberOf } from "./written.ts";

/** A point to give away: a whole one where that can be, else a tenth or a hundredth. */
const STEPS: readonly { readonly places: number; readonly by: bigint }[] = [
  { places: 0, by: 1n },
  { places: 1, by: 10n },
  { places: 2, by: 100n },
  { places: 1, by: 1n },
  { places: 2, by: 1n },
];

export function weightChanges(file: string, tree: FileNode, text: string): readonly Change[] {
  const changes: Change[] = [];
  const visit = (body: readonly StatementNode[], path: readonly string[]): void => {
    const indicators = indicatorsIn(body);
    if (!isAveraged(body)) {
      for (const [i, next] of indicators.slice(1).entries()) {
        const before = indicators[i];
        const made = before && pair(chainOf(before), chainOf(next), path, file, text);
        if (made) changes.push(made);
      }
    }
    for (const statement of body) {
      if (statement.kind !== "weighted") continue;
      for (const [i, next] of statement.rows.slice(1).entries()) {
        const before = statement.rows[i];
        const made = before && pair(shareOf(before), shareOf(next), path, file, text);
        if (made) changes.push(made);
      }
    }
    const items = standardIn(body);
    const amounts = items === undefined ? [] : itemAmounts(items);
    for (const [i, next] of amounts.slice(1).entries()) {
      const before = amounts[i];
      const made = before && pair([before], [next], path, file, text);
      if (made) changes.push(made);
    }
    for (const { name, body: inner } of indicators) visit(inner, [...path, name?.text ?? ""]);
  };
  visit(tree.statements, []);
  return changes;
}

type Chain = readonly QuantityNode[] | undefined;

/** The points of an indicator and those of its first ones below, or its first item, which have to move with it. */
function chainOf({ points, body }: IndicatorNode): Chain {
  if (points?.kind !== "quantity") return undefined;
  const [first] = isAveraged(body) ? [] : indicatorsIn(body);
  const standard = standardIn(body);
  if (first === undefined) return [points, ...(standard ? itemAmounts(standard).slice(0, 1) : [])];
  const below = chainOf(first);
  return below && [points, ...below];
}

/** The method by which the indicator of a body is scored. */
function standardIn(body: readonly StatementNode[]): PhraseNode | undefined {
  for (const statement of body) {
    const phrase =
      statement.kind === "property" && statement.phrase.id === "standard" ? statement.phrase : undefined;
    if (phrase?.head?.kind === "phrase") return phrase.head;
  }
  return undefined;
}

function shareOf({ share }: WeightedNode["rows"][number]): Chain {
  return share?.kind === "quantity" ? [share] : undefined;
}

/** One more for the one and one less for the other. */
function pair(
  more: Chain,
  less: Chain,
  path: readonly string[],
  file: string,
  text: string,
): Change | undefined {
  if (more === undefined || less === undefined) return undefined;
  for (const { places, by } of STEPS) {
    const edits = [
      ...more.map((node) => edit(node, by, places, file, text)),
      ...less.map((node) => edit(node, -by, places, file, text)),
    ];
    if (edits.every((one) => one !== undefined)) return change("weight", path, edits);
  }
  return undefined;
}

function edit(
  node: QuantityNode,
  by: bigint,
  places: number,
  file: string,
  text: string,
): (Edit & { readonly was: string }) | undefined {
  const number = numberOf(node);
  const put = number && moved(number.text, by, places);
  if (number === undefined || put === undefined) return undefined;
  const { start, end } = node;
  return { file, start, end, text: `${put}${text.slice(number.end, end)}`, was: text.slice(start, end) };
}
