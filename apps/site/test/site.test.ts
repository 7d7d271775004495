/** The manual as a folder: complete, no dead link, nothing from elsewhere. */
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "../build/sources.ts";
import { siteOf } from "../src/site.ts";

const sources = readSources();
const { files, problems } = siteOf(sources);
const pages = Array.from(files).filter(([path]) => path.endsWith(".html"));

const linksIn = (html: string): readonly string[] =>
  Array.from(html.matchAll(/ (?:href|src)="([^"]*)"/g), ([, link = ""]) => link.replaceAll("&amp;", "&"));
const idsIn = (html: string): ReadonlySet<string> =>
  new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => id));

describe("the pages", () => {
  it("are those of the manual, of each method and of each diagnostic", () => {
    const folders = Array.from(sources.keys()).flatMap((source) => {
      const method = /methods\/([a-z-]+)\/page\.md$/.exec(source);
      const diagnostic = /\/(H\d{4})-[^/]*\/page\.md$/.exec(source);
      if (method) return [`methods/${method[1]}.html`];
      return diagnostic ? [`diagnostics/${diagnostic[1]}.html`] : [];
    });
    expect(folders.length).toBeGreaterThan(200);
    const paths = pages.map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(folders));
    expect(paths).toEqual(
      expect.arrayContaining(["index.html", "tutorial/index.html", "tutorial/from-excel.html"]),
    );
    // Whatever is written for readers of docs/reference is in the manual.
    const reference = Array.from(sources.keys()).filter((source) => source.startsWith("docs/reference/"));
    expect(paths.filter((path) => path.startsWith("reference/"))).toHaveLength(reference.length);
  });

  it("have links that lead to a file of the folder, and to a place in it", () => {
    expect(problems).toEqual([]);
    const dead = pages.flatMap(([path, html]) =>
      linksIn(html).flatMap((link) => {
        const [file = "", anchor] = link.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), file);
        const there = files.get(target);
        if (there === undefined) return [`${path}: ${link}`];
        return anchor === undefined || idsIn(there).has(decodeURIComponent(anchor))
          ? []
          : [`${path}: ${link}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it("ask for nothing from elsewhere, and for nothing a folder cannot give", () => {
    for (const [path, text] of files) {
      if (path.endsWith(".json")) continue;
      expect(text, path).not.toMatch(/(?:href|src)="(?:[a-z]+:|\/)|@import|url\(|\bfetch\(|type="module"/);
    }
  });

  it("have one title each, the headings of the source, and no two places of one name", () => {
    for (const [path, html] of pages) {
      expect(html.match(/<h1 /g), path).toHaveLength(1);
      expect(idsIn(html).size, path).toBe(html.match(/ id="/g)?.length);
    }
  });

  it("colour rules as the parser reads them, and link the codes under their carets", () => {
    const html = files.get("reference/language.html") ?? "";
    expect(html).toContain('<span class="keyword"><i>评</i><i>分</i></span>');
    expect(html).toContain('<a href="../diagnostics/H1301.html">H1301</a>');
  });

  it("lead from a method in the index to its page, and back from a finding to the rule it is about", () => {
    expect(files.get("reference/methods.html")).toContain('<a href="../methods/deduct.html">扣分</a>');
    expect(files.get("methods/deduct.html")).toContain('<a href="../diagnostics/H1419.html">H1419</a>');
  });
});

it("comes out the same whatever order the files are found in", () => {
  const again = siteOf(new Map(Array.from(sources).toReversed()));
  expect(Object.fromEntries(again.files)).toEqual(Object.fromEntries(files));
});

it("says which link leads out of the manual", () => {
  const damaged = new Map(sources).set("docs/README.md", "# 手册\n\n[不在](../CONTRIBUTING.md)\n");
  expect(siteOf(damaged).problems).toEqual(["docs/README.md: ../CONTRIBUTING.md is not in the manual"]);
});
