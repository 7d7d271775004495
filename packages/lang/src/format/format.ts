/** The formatter: one text for all ways to write the same rules. */
import { isOf, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { METHODS } from "../methods/registry.gen.ts";
import { H1003 } from "../syntax/H1003-invisible-character/index.ts";
import { parse, type Parsed, type Source } from "../syntax/parser.ts";
import type { Node } from "../syntax/tree.ts";
import type { Entry } from "../syntax/phrase.ts";
import { vocabularyOf } from "../syntax/vocabulary.ts";
import { brokenStatements, brokenUnits } from "./broken.ts";
import { holdsNoRules } from "../syntax/junk.ts";
import { layOut } from "./layout.ts";
import { commentsOf, meaningOf } from "./meaning.ts";
import { rolesOf } from "./roles.ts";
import { rowsOfFile } from "./segments.ts";
import { spellingOf, type Language, type SpellingOptions } from "./words.ts";

export interface FormatOptions {
  /** The language of the keywords; not given: that of most keywords in the file. */
  readonly keywords?: Language | undefined;
}

export interface Formatted {
  /** The canonical text; the source itself where nothing can be done for it. */
  readonly text: string;
  readonly changed: boolean;
  /** What is wrong with the form of the source; statements in error are left as they are. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How much of a file is rewritten. */
export interface Attempt extends SpellingOptions {
  /** Leaves statements with a mistake as they are, not only the part with the mistake. */
  readonly wholeStatements?: boolean | undefined;
}

/**
 * Formats a rule file. The result says the same: it is read again and compared, so that a statement nobody foresaw
 * costs its beauty, not its meaning.
 */
export function format(source: Source, options: FormatOptions = {}): Formatted {
  const methods: readonly Entry[] = METHODS;
  const parsed = parse(source, methods);
  // What nobody sees is shown, not taken away: what it stands in may not be what it looks like. And where a quote is left
  // open, lines below it may be part of the text, whose blanks are the author's.
  if (
    holdsNoRules(parsed.tree) ||
    parsed.diagnostics.some((one) => isOf(H1003, one)) ||
    hasOpenQuote(parsed.tree)
  )
    return { text: source.text, changed: false, diagnostics: parsed.diagnostics };
  const attempts: readonly Attempt[] = [
    {},
    { keepQuotes: true },
    { keepQuotes: true, wholeStatements: true },
  ];
  let { text } = source;
  let current = parsed;
  // The first attempt is final; what a later one leaves may be formatted further.
  for (let round = 0; round < 4; round++) {
    const before = text;
    for (const [index, attempt] of attempts.entries()) {
      const next = canonicalText(text, current, methods, { ...options, ...attempt });
      const again = next === text ? current : parse({ ...source, text: next }, methods);
      if (next !== text && !saysTheSame(parsed, again, methods)) continue;
      text = next;
      current = again;
      if (index === 0) return { text, changed: text !== source.text, diagnostics: parsed.diagnostics };
      break;
    }
    if (text === before) break;
  }
  return { text, changed: text !== source.text, diagnostics: parsed.diagnostics };
}

function hasOpenQuote({ children }: Node): boolean {
  return children.some((child) =>
    "children" in child
      ? hasOpenQuote(child)
      : (child.kind === "text" || child.kind === "name") && !/^.[^]*["＂”」』'’》]$/.test(child.text),
  );
}

/** The canonical text of a parsed file, not yet compared with it. */
export function canonicalText(
  source: string,
  { tree, diagnostics }: Parsed,
  methods: readonly Entry[],
  options: Attempt = {},
): string {
  const vocabulary = vocabularyOf(methods);
  const spelling = spellingOf(tree, rolesOf(tree, vocabulary), vocabulary, options);
  const units = brokenUnits(tree, diagnostics);
  const broken = options.wholeStatements === true ? brokenStatements(tree, units) : units;
  return layOut(rowsOfFile(tree, { source, spelling, broken }));
}

/** Whether two texts, parsed, mean the same, make the same mistakes and hold the same comments. */
export function saysTheSame(one: Parsed, other: Parsed, methods: readonly Entry[]): boolean {
  const vocabulary = vocabularyOf(methods);
  return (
    mistakes(one).join() === mistakes(other).join() &&
    commentsOf(one.tree).join("\n") === commentsOf(other.tree).join("\n") &&
    meaningOf(one.tree, vocabulary) === meaningOf(other.tree, vocabulary)
  );
}

/** Codes of errors. */
function mistakes({ diagnostics }: Parsed): string[] {
  return diagnostics.flatMap((one) => (one.severity === "error" ? [one.code] : []));
}
