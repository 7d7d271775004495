/** A page of Markdown as HTML, in parts: one for each heading, as the search finds them. */
import { Marked, type Tokens } from "marked";
import { codeBlock } from "./code.ts";
import { escaped, textOf } from "./html.ts";

export interface Part {
  readonly depth: number;
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
  /** With the heading. */
  readonly html: string;
  /** What stands below the heading. */
  readonly text: string;
}

export interface Targets {
  /** Where a link of the page leads; undefined: nowhere. */
  readonly link: (href: string) => string | undefined;
  readonly diagnostic: (code: string) => string | undefined;
}

export function partsOf(markdown: string, { link, diagnostic }: Targets): readonly Part[] {
  const ids = new Map<string, number>();
  /** The codes in a piece of HTML that holds no links yet, as links to their pages. */
  const withCodes = (html: string): string =>
    html.replace(/\bH\d{4}\b/g, (code) => {
      const target = diagnostic(code);
      return target === undefined ? code : `<a href="${escaped(target)}">${code}</a>`;
    });
  /** Inside a heading or a link there are no further links. */
  let closed = false;
  const inClosed = (render: () => string): string => {
    const before = closed;
    closed = true;
    const html = render();
    closed = before;
    return html;
  };
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = unique(slug(text), ids);
        const own = `<a class="anchor" href="#${encodeURIComponent(id)}" aria-label="本节的链接">#</a>`;
        const title = inClosed(() => this.parser.parseInline(tokens));
        return `<h${depth} id="${escaped(id)}">${title}${depth === 1 ? "" : ` ${own}`}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const target = link(href);
        const text = inClosed(() => this.parser.parseInline(tokens));
        return target === undefined ? text : `<a href="${escaped(target)}">${text}</a>`;
      },
      text(token) {
        if ("tokens" in token && token.tokens !== undefined) return this.parser.parseInline(token.tokens);
        const html = token.type === "text" && token.escaped === true ? token.text : escaped(token.text);
        return closed ? html : withCodes(html);
      },
      code: ({ text, lang }) => codeBlock(lang ?? "", text, withCodes),
      // Comments are for whoever writes the page.
      html: ({ text }) => text.replace(/<!--[\s\S]*?-->\n*/g, ""),
      table(token) {
        const row = (cells: readonly Tokens.TableCell[], tag: "td" | "th"): string =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
        const titled = token.header.some(({ text }) => text !== "");
        const head = titled ? `<thead>${row(token.header, "th")}</thead>` : "";
        const body = token.rows.map((cells) => row(cells, "td")).join("\n");
        return `<div class="table"><table>${head}<tbody>\n${body}\n</tbody></table></div>\n`;
      },
    },
  });
  const tokens = marked.lexer(markdown);
  const starts = tokens.flatMap((token, i) => (token.type === "heading" ? [i] : []));
  return starts.map((start, n) => {
    const heading = tokens[start] as Tokens.Heading;
    const html = marked.parser(tokens.slice(n === 0 ? 0 : start, starts[n + 1]));
    return {
      depth: heading.depth,
      id: /<h\d id="([^"]*)"/.exec(html)?.[1] ?? "",
      title: textOf(marked.parseInline(heading.text, { async: false })),
      html,
      text: textOf(html.replace(/<(h\d)[\s\S]*?<\/\1>/, "")),
    };
  });
}

/** As GitHub makes them: links to headings hold in the repository and in the site. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

function unique(id: string, used: Map<string, number>): string {
  const times = used.get(id) ?? 0;
  used.set(id, times + 1);
  return times === 0 ? id : `${id}-${times}`;
}
