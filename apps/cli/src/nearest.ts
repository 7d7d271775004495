/** The names that may have been meant, in words. */
import type { Names } from "@heng/lang";

/** `相近的有 a、b`, or nothing. */
export function nearestWords(names: readonly string[]): Names {
  if (names.length === 0) return { zh: "", en: "" };
  return { zh: `相近的有 ${names.join("、")}`, en: `did you mean ${names.join(", ")}?` };
}
