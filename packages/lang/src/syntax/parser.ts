import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { matchBraces } from "./braces.ts";
import { Findings } from "./findings.ts";
import { lex } from "./lexer.ts";
import { mendHeadings } from "./headings.ts";
import { joinNumbered } from "./numbered.ts";
import type { Entry } from "./phrase.ts";
import { RuleParser } from "./statements.ts";
import { unquoteNames, unquoteRules } from "./quotes.ts";
import { streamOf } from "./token-stream.ts";
import type { Element, FileNode, JunkNode, Node, Token } from "./tree.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { declaredNames, separateGlued, type Declared } from "./words.ts";
import { H1015 } from "./H1015-limit/index.ts";

/** A rule file: its path as shown in findings, and its text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface Parsed {
  readonly tree: FileNode;
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The names it declares, with those it was given. */
  readonly declared: Declared;
}

let parser: RuleParser | undefined;

/**
 * Parses a rule file. There is always a tree, and printing it gives the source back; what could not be read is in
 * the diagnostics. `known`: names that are declared elsewhere, which are not taken apart either.
 */
export function parse(source: Source, methods: readonly Entry[], known?: Declared): Parsed {
  const findings = new Findings(source.file);
  // No unit is more than three bytes: most files need not be counted.
  const bytes = 3 * source.text.length > LIMITS.fileBytes ? utf8Length(source.text) : 0;
  if (bytes > LIMITS.fileBytes) return refused(source, findings, "fileBytes", bytes);
  const vocabulary = vocabularyOf(methods);
  let tokens = lex(source.text, findings);
  if (tokens.length - 1 > LIMITS.tokens)
    return refused(source, new Findings(source.file), "tokens", tokens.length - 1);
  // Each pass mends one kind of slip in the tokens and tells of it; the tree still prints as the source. Headings come
  // first: what is declared shows in blocks. Then names that begin with a number and names in quotes, for the declared
  // names are collected from what they become. By these it is known what else in quotes is a figure or a rule, and where
  // glued words part: rules taken out of quotes may hold glued words, so those are parted last. Braces are matched over
  // what has come of it all.
  tokens = mendHeadings(tokens, findings, vocabulary);
  tokens = joinNumbered(tokens, findings);
  tokens = unquoteNames(tokens, findings, vocabulary);
  const declared = declaredNames(tokens, known);
  tokens = unquoteRules(tokens, declared, vocabulary, findings);
  tokens = separateGlued(tokens, declared, vocabulary, findings);
  const stream = streamOf(tokens);
  // The grammar is checked when it is tested, not again at every start.
  parser ??= new RuleParser({ skipValidations: true });
  const tree = parser.read({ stream, braces: matchBraces(stream), vocabulary, findings, declared });
  return { tree, diagnostics: findings.list(), declared };
}

/** A file over a limit is not read at all. */
function refused({ text }: Source, findings: Findings, what: "fileBytes" | "tokens", found: number): Parsed {
  findings.add(H1015, { what, limit: LIMITS[what], found }, { start: 0, end: Math.min(text.length, 1) });
  const end = text.length;
  const blank = { value: "", before: "" };
  const whole: Token = { ...blank, kind: "junk", text, value: text, start: 0, end, startsLine: true };
  const endToken: Token = { ...blank, kind: "end", text: "", start: end, end, startsLine: false };
  const junk: JunkNode = { kind: "junk", start: 0, end, children: [whole] };
  const tree: FileNode = {
    kind: "file",
    start: 0,
    end,
    children: [junk, endToken],
    statements: [junk],
    endToken,
  };
  return { tree, diagnostics: findings.list(), declared: declaredNames([]) };
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes over two units; a lone surrogate counts as the three of U+FFFD.
    if (unit > 0x7f) bytes += unit > 0x7ff && !(unit >= 0xd800 && unit <= 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** The source text of a node, its leading blanks and comments included; of a file, the whole source. */
export function print(node: Node): string {
  const parts: string[] = [];
  const rest: Element[] = [node];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if ("children" in element) {
      for (let i = element.children.length - 1; i >= 0; i--) {
        const child = element.children[i];
        if (child !== undefined) rest.push(child);
      }
    } else parts.push(element.before, element.text);
  }
  return parts.join("");
}
