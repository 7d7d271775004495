/** What a file says, without how it is written: equal before and after formatting. */
import type { Node, Token } from "../syntax/tree.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import { readTrivia } from "./trivia.ts";
import { isNode } from "./words.ts";
import { rolesOf } from "./roles.ts";

/** A text that two trees share if and only if they say the same: no places, blanks, comments or spellings. */
export function meaningOf(tree: Node, vocabulary: Vocabulary): string {
  const roles = rolesOf(tree, vocabulary);
  const word = (token: Token): string => {
    const names = roles.get(token);
    if (names) return `keyword ${names.zh}`;
    // Quotes matter only around a word that has a meaning of its own.
    const quoted = token.kind === "name" && vocabulary.keywords.has(token.value);
    return `${quoted ? "quoted " : ""}${token.kind === "name" ? "word" : token.kind} ${token.value}`;
  };
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("before" in value) return word(value as Token);
    if (!("kind" in value)) return value;
    const node = value as Node;
    switch (node.kind) {
      case "nameRef":
        return { name: word(node.token), args: node.args };
      case "junk":
        return { junk: tokensOf(node).map(({ text }) => text) };
      case "quantity": {
        // 位小数 is a word of the language, not a unit.
        const places = node.children.flatMap((child) => (isNode(child) ? [] : (roles.get(child)?.zh ?? [])));
        return { number: node.number, unit: places[0] ?? node.unit };
      }
      default: {
        const { start: _start, end: _end, children: _children, ...fields } = node;
        return fields;
      }
    }
  };
  return JSON.stringify(tree, plain);
}

/** The comments of a file, in order. */
export function commentsOf(tree: Node): readonly string[] {
  return tokensOf(tree).flatMap(({ before }, index) => {
    const { trailing, own } = readTrivia(before, index === 0);
    return [...(trailing === undefined ? [] : [trailing]), ...own.map(({ text }) => text)];
  });
}

/** All tokens under a node, in order. */
function tokensOf(node: Node): Token[] {
  const found: Token[] = [];
  const visit = (of: Node): void => {
    for (const child of of.children) {
      if (isNode(child)) visit(child);
      else found.push(child);
    }
  };
  visit(node);
  return found;
}
