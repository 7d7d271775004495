import { add, compare, divide, multiply, subtract, ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { interpolateMethod } from "./index.ts";

export const reference: Reference<typeof interpolateMethod.syntax> = (m, leaf, at) => {
  const of = m.head?.value ?? leaf.value;
  if (!of) return ZERO;
  const x = at.figure(of);
  const points = (m.rows ?? []).flatMap(({ head, clauses }) =>
    head ? [{ x: at.figure(head.value), y: at.figure(clauses.gets) }] : [],
  );
  const next = points.findIndex((point) => compare(x, point.x) < 0);
  const [low, high] = [points[next - 1], points[next]];
  // Before the first point and after the last the line is flat.
  if (next === 0) return points[0]?.y ?? ZERO;
  if (!low || !high) return points.at(-1)?.y ?? ZERO;
  const slope = divide(subtract(high.y, low.y), subtract(high.x, low.x));
  return add(low.y, multiply(slope, subtract(x, low.x)));
};
