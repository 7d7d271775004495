/** Nodes and tokens as they follow one another: what they begin and end with, and what a blank stands between. */
import { SIGN_SUFFIXES } from "../syntax/known-words.ts";
import type { Element, Node, Token } from "../syntax/tree.ts";
import { isNode } from "./words.ts";

export function isMark(token: Token, mark: string): boolean {
  return token.kind === "symbol" && token.value === mark;
}

export function isSeparator(element: Element): element is Token {
  return !isNode(element) && (isMark(element, ";") || isMark(element, ","));
}

export function isEmpty(element: Element): boolean {
  return isNode(element) && firstToken(element) === undefined;
}

export function firstToken(element: Element): Token | undefined {
  if (!isNode(element)) return element;
  for (const child of element.children) {
    const token = firstToken(child);
    if (token) return token;
  }
  return undefined;
}

export function lastToken(element: Element): Token | undefined {
  if (!isNode(element)) return element;
  for (const child of element.children.toReversed()) {
    const token = lastToken(child);
    if (token) return token;
  }
  return undefined;
}

export function leaves(node: Node): Token[] {
  return node.children.flatMap((child) => (isNode(child) ? leaves(child) : [child]));
}

/** Index of the brace that closes the one at `start`, or of the last element. */
export function blockEnd(elements: readonly Element[], start: number): number {
  let open = 0;
  for (let index = start; index < elements.length; index++) {
    const element = elements[index];
    if (element === undefined || isNode(element)) continue;
    if (isMark(element, "{")) open++;
    else if (isMark(element, "}") && --open === 0) return index;
  }
  return elements.length - 1;
}

/** A comparison whose sign, in words, stands after the number. */
export function isSuffixed(node: Node): boolean {
  if (node.kind !== "comparison") return false;
  const last = node.children.at(-1);
  return last !== undefined && !isNode(last) && last.kind === "word" && SIGN_SUFFIXES.has(last.value);
}

/** A sign between a name and its value that the language does without: `目标：>= 95%`, `人数 = 3人` in a 案例. */
export function isDropped(token: Token, around: Node | undefined): boolean {
  if (!around) return false;
  if (around.kind === "entry") return isMark(token, ":") || isMark(token, "=");
  return around.kind === "phrase" && around.id !== "value" && isMark(token, ":");
}

/** Whether nothing stands between this element and the one before it in its node. */
export function isGlued(list: readonly Element[], index: number, around: Node | undefined): boolean {
  const element = list[index];
  const previous = list[index - 1];
  if (!element || !previous || !around) return false;
  const mark = isNode(element) || element.kind !== "symbol" ? "" : element.value;
  const after = isNode(previous) || previous.kind !== "symbol" ? "" : previous.value;
  if (mark === ")" || mark === "]" || mark === "," || mark === ";") return true;
  switch (around.kind) {
    case "quantity":
      return isNode(element) || !isSuffixLike(element);
    case "reference":
      return true;
    case "call":
    case "nameRef":
    case "define":
    case "standardDefinition":
      return mark === "(";
    case "sum":
      return index === 1 && after !== "";
    case "year":
      return !isNode(element) && element.kind === "word";
    case "fieldType":
    case "entry":
    case "amendment":
    case "place":
      return mark === "/" || mark === "." || after === "/" || after === ".";
    default:
      return false;
  }
}

/** A unit that would be taken apart directly behind its number: `10 课时以上`. */
function isSuffixLike({ kind, value }: Token): boolean {
  return kind === "word" && value.length > 2 && SIGN_SUFFIXES.has(value.slice(-2));
}
