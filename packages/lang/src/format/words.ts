/** How each token is spelled in canonical text. */
import { COMMON_UNITS } from "../syntax/known-words.ts";
import { Findings } from "../syntax/findings.ts";
import { foldWidth } from "../syntax/characters.ts";
import { lex } from "../syntax/lexer.ts";
import type { Element, Node, Token } from "../syntax/tree.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import type { Roles } from "./roles.ts";

export type Language = "zh" | "en";

export interface Spelling {
  readonly roles: Roles;
  readonly vocabulary: Vocabulary;
  readonly keywords: Language;
  /** × ÷ instead of * /. */
  readonly crosses: boolean;
  /** The × ÷ of products, to tell them from the / of paths and units. */
  readonly operators: ReadonlySet<Token>;
  /** Units the file declares. */
  readonly units: ReadonlySet<string>;
  /** Leaves names in their quotes. */
  readonly keepQuotes: boolean;
}

export interface SpellingOptions {
  /** The language of the keywords; not given: that of most keywords in the file. */
  readonly keywords?: Language | undefined;
  readonly keepQuotes?: boolean | undefined;
}

/** Decides how the words of a file are spelled: as most of it does where that is open. */
export function spellingOf(
  tree: Node,
  roles: Roles,
  vocabulary: Vocabulary,
  { keywords, keepQuotes = false }: SpellingOptions,
): Spelling {
  const operators = new Set<Token>();
  const units = new Set(COMMON_UNITS);
  const visit = (node: Node): void => {
    if (node.kind === "unit" && node.name) units.add(node.name.text);
    for (const child of node.children) {
      if (isNode(child)) visit(child);
      else if (node.kind === "product" && child.kind === "symbol") operators.add(child);
    }
  };
  visit(tree);
  return {
    roles,
    vocabulary,
    keywords: keywords ?? majority(roles),
    crosses: 2 * Array.from(operators).filter(({ text }) => /[×÷]/.test(text)).length > operators.size,
    operators,
    units,
    keepQuotes,
  };
}

function majority(roles: Roles): Language {
  let english = 0;
  let chinese = 0;
  for (const [{ value }, { zh, en }] of roles) {
    if (zh === en) continue;
    if (value === en) english++;
    else chinese++;
  }
  return english > chinese ? "en" : "zh";
}

export function isNode(element: Element): element is Node {
  return "children" in element;
}

/** The canonical text of a token; `previous` is the token before it. */
export function spell(token: Token, previous: Token | undefined, spelling: Spelling): string {
  switch (token.kind) {
    case "word":
      return spelling.roles.get(token)?.[spelling.keywords] ?? token.value;
    case "name":
      return !spelling.keepQuotes && previous?.kind !== "number" && canStandBare(token.value, spelling)
        ? token.value
        : token.text;
    case "text":
      return token.text.endsWith("”") && /["＂]/.test(token.value) ? token.text : `"${token.value}"`;
    case "number":
      return token.value;
    case "date":
      return foldWidth(token.text);
    case "symbol":
      if (spelling.crosses && spelling.operators.has(token)) return token.value === "*" ? "×" : "÷";
      return token.value;
    case "junk":
    case "end":
      return token.text;
  }
}

/** A name that is one plain word, and one without a meaning of its own. */
function canStandBare(name: string, { vocabulary, units }: Spelling): boolean {
  if (vocabulary.keywords.has(name) || units.has(name)) return false;
  const [first, end] = lex(name, new Findings(""));
  return first?.kind === "word" && first.text === name && first.value === name && end?.kind === "end";
}
