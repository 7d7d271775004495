import type { DataPlace, Lines, Position } from "@heng/lang";
import type { JsonRange } from "@heng/office";

/** Where a stretch of a text is, and how long. */
export type Span = Position & Required<Pick<DataPlace, "length">>;

/** Gives what places say of many stretches of one text. */
export function spansIn({ positionOf }: Lines): (range: JsonRange) => Span {
  return ({ start, end }) => ({ ...positionOf(start), length: end - start });
}
