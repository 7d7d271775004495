/** Texts that are no rules. */
import { PROPERTIES } from "./properties.ts";
import type { FileNode, StatementNode } from "./tree.ts";

/** Whether there is something in a text, and none of it a rule: a table or a letter, which is not to be rewritten. */
export function holdsNoRules({ statements }: FileNode): boolean {
  return statements.length > 0 && !statements.some(isRule);
}

const WORDS: ReadonlySet<string> = new Set(PROPERTIES.flatMap(({ name }) => [name.zh, name.en]));

/** A word that was only guessed for another makes no rule. */
function isRule(statement: StatementNode): boolean {
  return (
    statement.kind !== "junk" && (statement.kind !== "property" || WORDS.has(statement.phrase.word.value))
  );
}
