/** The whole manual as files of a folder that needs no server. */
import { contentsOf, type Page, type Sources } from "./contents.ts";
import { document } from "./layout.ts";
import { linksOf, relative } from "./links.ts";
import { partsOf, type Part } from "./markdown.ts";
import { searchIndex, type Entry } from "./search-index.ts";

export interface Site {
  /** By path in the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Links that lead nowhere. */
  readonly problems: readonly string[];
}

const BROWSER = "apps/site/src/browser";
const SCHEMAS = "docs/schemas/";

export function siteOf(sources: Sources): Site {
  const sections = contentsOf(sources);
  const pages = sections.flatMap((section) => section.pages);
  const short = new Set(sections.flatMap((section) => (section.folded ? section.pages : [])));
  const schemas = new Map(
    Array.from(sources.keys())
      .filter((source) => source.startsWith(SCHEMAS))
      .map((source) => [source, `schemas/${source.slice(SCHEMAS.length)}`]),
  );
  const links = linksOf(pages, schemas);
  const diagnostics = new Map(pages.map(({ path }) => [/\/(H\d{4})\.html$/.exec(path)?.[1] ?? "", path]));
  const files = new Map<string, string>();
  const problems: string[] = [];
  const entries: Entry[] = [];
  for (const page of pages) {
    const parts = partsOf(page.markdown, {
      link(href) {
        const target = links.resolve(page, href);
        if (target === undefined) problems.push(`${page.source}: ${href} is not in the manual`);
        return target;
      },
      diagnostic(code) {
        const path = diagnostics.get(code);
        return path === undefined || path === page.path ? undefined : relative(page.path, path);
      },
    });
    files.set(page.path, document(page, parts, sections));
    entries.push(...(short.has(page) ? [wholeEntry(page, parts)] : parts.map((part) => entryOf(page, part))));
  }
  for (const [source, path] of links.files) files.set(path, sources.get(source) ?? "");
  for (const name of ["style.css", "search.js", "contents.js"])
    files.set(name, sources.get(`${BROWSER}/${name}`) ?? "");
  files.set("search-index.js", searchIndex(entries));
  return { files, problems };
}

/** A short page is found as a whole. */
function wholeEntry({ path, title }: Page, parts: readonly Part[]): Entry {
  return { path, title, page: "", text: parts.map(({ text }) => text).join(" ") };
}

function entryOf(page: Page, part: Part): Entry {
  const whole = part.depth === 1;
  return {
    path: whole ? page.path : `${page.path}#${encodeURIComponent(part.id)}`,
    title: whole ? page.title : part.title,
    page: whole ? "" : page.title,
    text: part.text,
  };
}
