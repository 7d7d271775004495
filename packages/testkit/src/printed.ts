/** What a rule file holds beside its meaning, told from its tokens alone: comments, groups, figures and texts. */
import type { SyntaxNode, Token } from "@heng/lang";

export function tokensOf(node: SyntaxNode): readonly Token[] {
  return node.children.flatMap((child) => ("children" in child ? tokensOf(child) : [child]));
}

/** The comments of a file in order, as they are printed. */
export function commentsOf(tree: SyntaxNode): readonly string[] {
  return tokensOf(tree).flatMap(({ before }) =>
    before.split(/\r\n|\r|\n/).flatMap((line) => commentIn(line) ?? []),
  );
}

/**
 * What the blank lines of a file part: for each, the comment behind it, or how many tokens come before the one behind it.
 * Those at the ends of a block part nothing, nor do those within a statement.
 */
export function groupsOf(tree: SyntaxNode): readonly string[] {
  const inner = continuing(tree, true);
  const groups: string[] = [];
  let count = 0;
  let opened = true;
  let blank = false;
  for (const token of tokensOf(tree)) {
    const mark = token.kind === "symbol" ? token.value : "";
    const within = inner.has(token) || mark === "{";
    const lines = token.before.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const comment = commentIn(line);
      if (comment === undefined) blank ||= index > 0 && index < lines.length - 1;
      else {
        if (blank && !opened && !within) groups.push(comment);
        // A comment behind a brace is not yet in the block.
        opened &&= index === 0 && count > 0;
        blank = false;
      }
    }
    // What the formatter may put, and take out.
    if (mark !== "" && ";,:=".includes(mark)) continue;
    if (blank && !opened && !within && mark !== "}" && token.kind !== "end") groups.push(`${count}`);
    count += 1;
    blank = false;
    opened = mark === "{";
  }
  return groups;
}

function commentIn(line: string): string | undefined {
  const text = /(?:[/／]{2}|[#＃]+)(.*)/.exec(line)?.[1];
  return text === undefined ? undefined : `//${text.trimEnd()}`;
}

/** How many tokens a file has, and its figures and texts in order of their size: what no language and no layout changes. */
export function substanceOf(tree: SyntaxNode): readonly string[] {
  const tokens = tokensOf(tree).filter(({ kind, value }) => !(kind === "symbol" && ";,:=".includes(value)));
  const fixed = tokens.flatMap(({ kind, value, text }) =>
    kind === "number" || kind === "text" || kind === "date" ? [value] : kind === "junk" ? [text] : [],
  );
  return [`${tokens.length} tokens`, ...fixed.toSorted()];
}

/**
 * Tokens that may begin a line though they begin no row: behind a bracket, and the clauses of a property; `ranges`: those of `[a, b)`
 * too, which nobody breaks.
 */
export function continuing(tree: SyntaxNode, ranges: boolean): ReadonlySet<Token> {
  const found = new Set<Token>();
  const visit = (node: SyntaxNode, bracketed: boolean, inRow: boolean): void => {
    let open = bracketed;
    for (const child of node.children) {
      if ("children" in child) {
        const [word] = child.kind === "clause" && !inRow ? tokensOf(child) : [];
        // 等级 may also begin a statement.
        if (word && !/^(?:等级|grade)$/.test(word.value)) found.add(word);
        visit(child, child.kind === "range" ? ranges : open, inRow || child.kind === "row");
      } else {
        if (open) found.add(child);
        const mark = child.kind === "symbol" ? child.value : "";
        if (node.kind !== "range" && mark === "(") open = true;
        if (node.kind !== "range" && mark === ")") open = bracketed;
      }
    }
  };
  visit(tree, false, false);
  return found;
}
