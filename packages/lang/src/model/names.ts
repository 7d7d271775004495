/** Names: when two are one, how one is written, and what is said of one that nobody declared. */
import { replacement } from "../diagnostics/fix.ts";
import { print } from "../syntax/parser.ts";
import type { NameNode, Node } from "../syntax/tree.ts";
import { H1017 } from "../syntax/H1017-unquoted-name/index.ts";
import { nearest } from "../nearest.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";

/** Characters that are their own NFKC, as nearly all names are made of. */
const PLAIN = /^[0-9A-Za-z_\u3400-\u4dbf\u4e00-\u9fff]*$/;

/** Names equal after NFKC and without zero-width characters are one name. */
export function normal(name: string): string {
  if (PLAIN.test(name)) return name;
  return name.normalize("NFKC").replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, "");
}

/** A name or path as it must be written: in 「 」 where it is no plain word. */
export function quoted(name: string): string {
  return /^[A-Za-z_\u3400-\u9fff][0-9A-Za-z_\u3400-\u9fff]*$/.test(name) ? name : `「${name}」`;
}

/** Reports a declared name with signs in it that is not in 「 」: `公务用车费（含租赁）` reads as a function. */
export function toldUnquoted(node: Node, place: Place, scope: Scope): boolean {
  const { budget } = scope;
  if (budget.compared > MOST_COMPARED) return false;
  budget.compared += LETTERS_OF_A_NAME * (scope.fields.size + scope.definitions.size);
  const text = print(node).trim();
  const written = normal(text.replaceAll(/\s/g, ""));
  const name = [...scope.fields.keys(), ...scope.definitions.keys()].find((one) => normal(one) === written);
  if (name === undefined) return false;
  const range = rangeOf(place.file, node);
  scope.used.add(name);
  finding(scope, H1017, { text, apart: undefined, why: "characters" }, range, {
    fixes: [replacement(range, `「${text}」`, "放进 「 」", "put it in 「 」", true)],
  });
  return true;
}

/** Reports a name nobody declared, with the nearest ones. */
export function unknown(
  name: NameNode,
  place: Place,
  scope: Scope,
  known?: Iterable<string>,
  of: "data" | "function" | "given" | "checklist" | "qualitative" | "grade" = known ? "given" : "data",
): void {
  if (scope.broken.has(name.text)) return;
  if (of === "data" && scope.indicators.has(normal(name.text))) {
    finding(scope, H1101, { name: name.text, near: [], of: "indicator" }, rangeOf(place.file, name));
    return;
  }
  // `公务用车费` is 公务用车费（含租赁） rather than 公务用车费预算.
  const begins = (one: string): number => (one.startsWith(`${name.text}(`) ? 0 : 1);
  const near = nearestIn(scope, name.text, () => [
    ...(known ?? [
      ...scope.fields.keys(),
      ...scope.definitions.keys(),
      ...(place.parameters?.keys() ?? []),
      ...(place.row?.columns.map((c) => c.name) ?? []),
    ]),
  ]).toSorted((a, z) => begins(a) - begins(z));
  const range = rangeOf(place.file, name);
  // Where only a few could stand, they are named though none is near.
  const few =
    near.length === 0 && (of === "checklist" || of === "qualitative" || of === "grade")
      ? [...(known ?? [])]
      : [];
  const named = near.length > 0 ? near : few.slice(0, MOST_NAMED);
  finding(scope, H1101, { name: name.text, near: named.map(quoted), of }, range, {
    fixes: named.map((n) => replacement(range, quoted(n), `改为“${n}”`, `write ${n}`)),
  });
}

const MOST_NAMED = 5;

/**
 * Pairs of letters that are compared for one rule set: a hundred slips among a thousand names take half of them. A file
 * made of mistakes would compare all its names with each other.
 */
const MOST_COMPARED = 5_000_000;
const LETTERS_OF_A_NAME = 8;

/** The nearest of the known names, while the rule set has not had {@link MOST_COMPARED}. */
export function nearestIn(
  scope: Scope,
  name: string,
  known: () => readonly string[],
  most?: number,
): readonly string[] {
  const { budget } = scope;
  if (budget.compared > MOST_COMPARED) return [];
  const candidates = known();
  budget.compared += candidates.reduce((pairs, candidate) => pairs + name.length * candidate.length, 0);
  return budget.compared > MOST_COMPARED ? [] : nearest(name, candidates, most);
}
