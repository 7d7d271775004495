/** What `check --fix` makes of a text: the fixes that are made unasked, as far as they do mend. */
import { isOf, type Diagnostic, type Fix, type TextEdit } from "./diagnostics/diagnostic.ts";
import { METHODS } from "./methods/registry.gen.ts";
import { H1015 } from "./syntax/H1015-limit/index.ts";
import { holdsNoRules } from "./syntax/junk.ts";
import { parse } from "./syntax/parser.ts";

/** What a check found, whatever else it gives. */
interface Checked {
  readonly diagnostics: readonly Diagnostic[];
}

export interface Mended<T extends Checked> {
  readonly text: string;
  /** The check of that text. */
  readonly checked: T;
  /** How many fixes were made. */
  readonly made: number;
  /** How many were not made, because the text would not have had fewer errors; the findings still offer them. */
  readonly leftOut: number;
}

/** A fix that is made unasked, and how many errors it has to mend. */
interface Safe {
  readonly edits: readonly TextEdit[];
  readonly mends: 0 | 1;
}

/** Fixes may uncover others; a text that needs more rounds than this is left as it is then. */
const ROUNDS = 10;

/**
 * Makes the safe fixes of a file until there are none. A slip can hide another, and then mending it may leave as many errors as
 * there were, or more: the text is checked again, and a fix that leaves no fewer is left out, unless what it uncovers is mended
 * the same way. A text that holds no rules even then was never a rule file, and stays as it is.
 */
export function mendUnasked<T extends Checked>(
  source: { readonly file: string; readonly text: string },
  checked: T,
  check: (text: string) => T,
): Mended<T> {
  const hopeful = mendInRounds(source, checked, check, true);
  if (hopeful.made > 0 && holdsNoRules(parse({ file: source.file, text: hopeful.text }, METHODS).tree))
    return { text: source.text, checked, made: 0, leftOut: hopeful.made };
  const fewer = hopeful.made === 0 || errorsOf(hopeful.checked) < errorsOf(checked);
  return fewer || mendedBy(safeFixes(source.file, checked)) === 0
    ? hopeful
    : mendInRounds(source, checked, check, false);
}

function mendInRounds<T extends Checked>(
  { file, text }: { readonly file: string; readonly text: string },
  checked: T,
  check: (text: string) => T,
  hopeful: boolean,
): Mended<T> {
  let current: Mended<T> = { text, checked, made: 0, leftOut: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const next = mendOnce(file, current, check, hopeful);
    current = { ...next, made: current.made + next.made };
    if (next.made === 0) break;
  }
  return current;
}

/** One round; a hopeful one also makes a fix after which the next would leave fewer errors. */
function mendOnce<T extends Checked>(
  file: string,
  before: Pick<Mended<T>, "text" | "checked">,
  check: (text: string) => T,
  hopeful: boolean,
): Mended<T> {
  let best: Mended<T> = { ...before, made: 0, leftOut: 0 };
  let taken: readonly Safe[] = [];
  /** All of them at once; where that does not mend, by halves: most texts are checked once, not once for each fix. */
  const take = (fixes: readonly Safe[]): void => {
    if (fixes.length === 0) return;
    const all = [...taken, ...fixes];
    const text = applied(before.text, all);
    const most = errorsOf(best.checked) - mendedBy(fixes);
    const found = check(text);
    const mends =
      errorsOf(found) <= most ||
      (hopeful &&
        fixes.length === 1 &&
        errorsOf(mendOnce(file, { text, checked: found }, check, false).checked) <= most);
    if (mends) {
      best = { ...best, text, checked: found, made: all.length };
      taken = all;
      return;
    }
    if (fixes.length > 1) {
      const half = Math.ceil(fixes.length / 2);
      take(fixes.slice(0, half));
      take(fixes.slice(half));
      return;
    }
    best = { ...best, leftOut: best.leftOut + 1 };
  };
  take(safeFixes(file, before.checked));
  return best;
}

/** The first safe fix of each finding; of two that touch, the first is taken. */
function safeFixes(file: string, { diagnostics }: Checked): readonly Safe[] {
  const taken: TextEdit[] = [];
  return diagnostics.flatMap(({ severity, fixes }): Safe[] => {
    const { edits = [] }: Partial<Fix> = fixes.find(({ safe }) => safe) ?? {};
    const apart = edits.every(
      (edit) => edit.file === file && taken.every((t) => edit.end < t.start || edit.start > t.end),
    );
    if (edits.length === 0 || !apart) return [];
    taken.push(...edits);
    return [{ edits, mends: severity === "error" ? 1 : 0 }];
  });
}

function applied(text: string, fixes: readonly Safe[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of fixes.flatMap(({ edits }) => edits).toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join("") + text.slice(at);
}

function mendedBy(fixes: readonly Safe[]): number {
  return fixes.reduce((n, { mends }) => n + mends, 0);
}

/** How many errors there are, with those that are only counted. */
function errorsOf({ diagnostics }: Checked): number {
  return diagnostics.reduce((n, one) => {
    if (one.severity !== "error") return n;
    return n + (isOf(H1015, one) && one.data.what === "diagnostics" ? one.data.found - one.data.limit : 1);
  }, 0);
}
