/** Figures written out with their unit, of every kind that can be measured. */
import type { Spelling } from "./spelling.ts";

/** Kinds that are figures. */
export type Figure = "money" | "ratio" | "count" | "number" | "date";

export function literal({ random, number }: Spelling, kind: Figure, unit: string): string {
  switch (kind) {
    case "ratio":
      return number(
        random.pick(["100", "95", "60", "50", "33.3", "12.5", "0", "120", "1"]),
        random.once(12) ? "‰" : "%",
      );
    case "money":
      return number(random.pick(["0", "100", "12.5", "1000", "0.01", "333"]), random.once(6) ? "元" : "万元");
    case "count":
      return number(random.pick(["0", "1", "2", "8", "10", "30"]), unit);
    case "number":
      return number(random.pick(["0", "1", "2.5", "50", "99"]), "");
    case "date":
      return `202${random.between(1, 3)}年${random.between(1, 12)}月${random.between(1, 28)}日`;
  }
}

/** Literals in ascending order, all different. */
export function ladder(
  { random, number }: Spelling,
  kind: Figure,
  unit: string,
  count: number,
): readonly string[] {
  const found = new Set<number>();
  while (found.size < count) found.add(random.between(0, 24));
  return [...found]
    .toSorted((a, b) => a - b)
    .map((n) => {
      switch (kind) {
        case "ratio":
          return number(`${n * 5}`, "%");
        case "money":
          return number(`${n * 50}`, "万元");
        case "count":
          return number(`${n}`, unit);
        case "number":
          return number(`${n * 4}`, "");
        case "date":
          return `2022年${(n >> 1) + 1 > 12 ? 12 : (n >> 1) + 1}月${(n % 2) * 14 + (n === 24 ? 25 : 1)}日`;
      }
    });
}

/** The two ends of a range. */
export function ends(spelling: Spelling, kind: Figure, unit: string): readonly [string, string] {
  const [low = "", high = ""] = ladder(spelling, kind, unit, 2);
  return [low, high];
}

/** 步长: how much of a figure is counted once. */
export function stepLength({ random, number }: Spelling, kind: Figure, unit: string): string {
  switch (kind) {
    case "ratio":
      return number(random.pick(["1", "5", "0.5", "3", "10"]), "个百分点");
    case "money":
      return number(random.pick(["1", "100", "0.01", "7"]), unit);
    case "date":
      return number(random.pick(["1", "7", "30"]), "天");
    case "count":
      return number(random.pick(["1", "2", "3", "5"]), unit);
    case "number":
      return number(random.pick(["1", "0.5", "3"]), "");
  }
}
