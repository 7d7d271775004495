/** What the parts of a rule text are, for whoever shows it in colour. */
import { METHODS } from "./methods/registry.gen.ts";
import { parse } from "./syntax/parser.ts";
import type { Entry } from "./syntax/phrase.ts";
import type { Element, Node, Token } from "./syntax/tree.ts";
import { vocabularyOf } from "./syntax/vocabulary.ts";

export type Shade = "keyword" | "number" | "text" | "comment";

/** `[start, end)` in UTF-16 units; parts without a shade, such as names, are left out. */
export interface Shaded {
  readonly start: number;
  readonly end: number;
  readonly shade: Shade;
}

const COMMENT = /\/\/[^\r\n]*/g;

/**
 * The shaded parts of a rule text in order, as the parser read it: a word is a keyword only where it is used as one.
 * The text may be a part of a rule set, and wrong.
 */
export function shadesOf(text: string): readonly Shaded[] {
  const methods: readonly Entry[] = METHODS;
  const { keywords } = vocabularyOf(methods);
  const shaded: Shaded[] = [];
  const add = (start: number, end: number, shade: Shade): void => {
    const last = shaded.at(-1);
    // A number and its unit are two tokens of one figure.
    if (last?.end === start && last.shade === shade) shaded.splice(-1, 1, { ...last, end });
    else shaded.push({ start, end, shade });
  };
  const visit = (element: Element, within: Node["kind"]): void => {
    if ("children" in element) {
      for (const child of element.children) visit(child, element.kind);
      return;
    }
    const { before, start, end } = element;
    for (const comment of before.matchAll(COMMENT)) {
      const from = start - before.length + comment.index;
      add(from, from + comment[0].length, "comment");
    }
    const shade = shadeOf(element, within, keywords);
    if (shade !== undefined) add(start, end, shade);
  };
  visit(parse({ file: "", text }, methods).tree, "file");
  return shaded;
}

function shadeOf(token: Token, within: Node["kind"], keywords: ReadonlySet<string>): Shade | undefined {
  if (token.kind === "text") return "text";
  if (token.kind === "number" || token.kind === "date" || within === "quantity") return "number";
  return token.kind === "word" && within !== "nameRef" && keywords.has(token.value) ? "keyword" : undefined;
}
