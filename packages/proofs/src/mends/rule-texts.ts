/** The texts of a rule set's files, as they are edited: what stands where, what goes out with its line, what comes in. */
import { treeOf, type FileNode, type SyntaxNode, type Range, type TextEdit } from "@heng/lang";

export class RuleTexts {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #trees = new Map<string, FileNode>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** What is written in a range. */
  slice({ file, start, end }: Range): string | undefined {
    return this.#texts.get(file)?.slice(start, end);
  }

  /** The nodes in which a range lies, the outermost first; of the same extent those within later. */
  nodesAt({ file, start, end }: Range): readonly SyntaxNode[] {
    const text = this.#texts.get(file);
    if (text === undefined) return [];
    let tree = this.#trees.get(file);
    if (!tree) this.#trees.set(file, (tree = treeOf({ file, text })));
    const path: SyntaxNode[] = [];
    let at: SyntaxNode | undefined = tree;
    while (at) {
      path.push(at);
      at = at.children.find(
        (child): child is SyntaxNode => "children" in child && child.start <= start && child.end >= end,
      );
    }
    return path;
  }

  /** Takes something out: with its line, where it has one to itself, else with what parts it from the next. */
  without({ file, start, end }: Range): TextEdit {
    const text = this.#texts.get(file) ?? "";
    const line = lineOf(text, start, end);
    if (line) return { file, start: line.start, end: line.next, text: "" };
    const behind = /^[ \t]*[;；][ \t]*/.exec(text.slice(end))?.[0].length;
    if (behind !== undefined) return { file, start, end: end + behind, text: "" };
    const before = /[;；]?[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return { file, start: start - before, end, text: "" };
  }

  /** Puts statements or rows behind another: on lines of their own, where the other has one. */
  behind({ file, start, end }: Range, ...added: readonly string[]): TextEdit {
    const text = this.#texts.get(file) ?? "";
    const line = lineOf(text, start, end);
    if (!line) return { file, start: end, end, text: added.map((one) => `; ${one}`).join("") };
    const indent = text.slice(line.start, start);
    const lines = added.map((one) => `\n${indent}${one}`).join("");
    return { file, start: line.end, end: line.end, text: lines };
  }

  /** Puts statements before another. */
  before({ file, start, end }: Range, ...added: readonly string[]): TextEdit {
    const text = this.#texts.get(file) ?? "";
    const line = lineOf(text, start, end);
    const parting = line ? `\n${text.slice(line.start, start)}` : "; ";
    return { file, start, end: start, text: added.map((one) => `${one}${parting}`).join("") };
  }

  /** Puts a row before another, both with their lines, the remarks behind them included. */
  movedBefore(row: Range, other: Range): readonly TextEdit[] | undefined {
    const { file } = row;
    const text = this.#texts.get(file) ?? "";
    const [own, to] = [lineOf(text, row.start, row.end), lineOf(text, other.start, other.end)];
    if (file !== other.file || !own || !to || own.next === own.end) return undefined;
    return [
      { file, start: to.start, end: to.start, text: text.slice(own.start, own.next) },
      { file, start: own.start, end: own.next, text: "" },
    ];
  }
}

/** The line or lines that something has to itself, a remark behind it included. */
function lineOf(
  text: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number; readonly next: number } | undefined {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found < 0 ? text.length : found;
  const alone = text.slice(start, from).trim() === "" && /^[\s;；。]*(\/\/.*)?$/.test(text.slice(to, end));
  return alone ? { start, end, next: Math.min(end + 1, text.length) } : undefined;
}
