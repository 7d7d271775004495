/** The frame of a page: search, contents, the pages before and after in its section. */
import type { Page, Section } from "./contents.ts";
import { escaped } from "./html.ts";
import { relative } from "./links.ts";
import type { Part } from "./markdown.ts";

export function document(page: Page, parts: readonly Part[], sections: readonly Section[]): string {
  const to = (path: string): string => escaped(relative(page.path, path));
  const [first, ...rest] = parts;
  const title = page.path === "index.html" ? page.title : `${page.title} · 衡手册`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${to("style.css")}">
<script src="${to("search.js")}" data-root="${to("index.html").replace("index.html", "")}" defer></script>
<script src="${to("contents.js")}" defer></script>
</head>
<body>
<a class="skip" href="#main">到正文</a>
<header>
<a class="home" href="${to("index.html")}">衡 <span>手册</span></a>
<form role="search">
<input type="search" name="q" placeholder="查找，如 执行率、H1204" aria-label="查找" autocomplete="off">
<span class="key">按 / 键</span>
</form>
</header>
<div class="columns">
<nav aria-label="目录">
${sections.map((section) => listed(section, page, to)).join("")}</nav>
<main id="main" tabindex="-1">
${first?.html ?? ""}${outline(rest)}${rest.map(({ html }) => html).join("")}${neighbours(page, sections, to)}</main>
</div>
</body>
</html>
`;
}

type To = (path: string) => string;

function listed({ title, pages, folded }: Section, current: Page, to: To): string {
  if (pages.length === 0 || (folded && !pages.includes(current))) return "";
  const items = pages.map((page) => {
    const here = page === current ? ' aria-current="page"' : "";
    return `<li><a href="${to(page.path)}"${here}>${escaped(page.title)}</a></li>`;
  });
  return `<h2>${escaped(title)}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n`;
}

/** The sections of a long page. */
function outline(parts: readonly Part[]): string {
  const sections = parts.filter(({ depth }) => depth === 2);
  if (sections.length < 6) return "";
  const items = sections.map(
    ({ id, title }) => `<li><a href="#${encodeURIComponent(id)}">${escaped(title)}</a></li>`,
  );
  return `<details class="outline"><summary>本页内容</summary><ul>\n${items.join("\n")}\n</ul></details>\n`;
}

function neighbours(page: Page, sections: readonly Section[], to: To): string {
  const pages = sections.find((section) => section.pages.includes(page))?.pages ?? [];
  const at = pages.indexOf(page);
  const link = (other: Page | undefined, words: string, rel: string): string =>
    other === undefined
      ? ""
      : `<a rel="${rel}" href="${to(other.path)}">${words}：${escaped(other.title)}</a>`;
  const links = [link(pages[at - 1], "上一页", "prev"), link(pages[at + 1], "下一页", "next")];
  return `<footer>${links.join("")}</footer>\n`;
}
