/** Where a link of the repository leads in the site. */
import { posix } from "node:path";
import type { Page } from "./contents.ts";

export interface Links {
  /** The link of a page as the site has it; undefined where it leads to what is not in the site. */
  readonly resolve: (from: Page, href: string) => string | undefined;
  /** Files of the repository that pages lead to, with their path in the site. */
  readonly files: ReadonlyMap<string, string>;
}

/** `others`: where the files stand that are no pages. */
export function linksOf(pages: readonly Page[], others: ReadonlyMap<string, string>): Links {
  const paths = new Map([...others, ...pages.map(({ source, path }) => [source, path] as const)]);
  const methods = new Set(pages.map(({ path }) => path).filter((path) => path.startsWith("methods/")));
  const files = new Map<string, string>();
  const resolve = (from: Page, href: string): string | undefined => {
    if (/^[a-z]+:/.test(href)) return href;
    const [file = "", anchor = ""] = href.split("#");
    const source = file === "" ? from.source : posix.join(posix.dirname(from.source), file);
    const path = paths.get(source);
    if (path === undefined) return undefined;
    const other = others.get(source);
    if (other !== undefined) files.set(source, other);
    // In the repository all methods are sections of one page.
    const method = `methods/${anchor}.html`;
    if (source.endsWith("/methods.md") && methods.has(method)) return relative(from.path, method);
    const hash = anchor === "" ? "" : `#${encodeURIComponent(decodeURIComponent(anchor))}`;
    return path === from.path && hash !== "" ? hash : `${relative(from.path, path)}${hash}`;
  };
  return { resolve, files };
}

/** The way from one page of the site to another file of it. */
export function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to);
}
