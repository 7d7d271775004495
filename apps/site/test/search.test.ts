/** The search finds what people look for. */
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { readSources } from "../build/sources.ts";
import { siteOf } from "../src/site.ts";

interface Hit {
  readonly path: string;
  readonly title: string;
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
}
interface Page {
  hengSearchIndex: unknown;
  hengSearch: { find(index: unknown, query: string): readonly Hit[] };
}

const { files } = siteOf(readSources());
// As in a browser: two scripts that share a window.
const window = {} as Page;
for (const script of ["search-index.js", "search.js"]) runInNewContext(files.get(script) ?? "", { window });
const find = (query: string): readonly Hit[] => window.hengSearch.find(window.hengSearchIndex, query);
const paths = (query: string): readonly string[] => find(query).map(({ path }) => path);

it("finds the page of a code first, however it is typed", () => {
  for (const query of ["H1204", "h1204", "Ｈ１２０４", "1204"]) {
    expect(paths(query)[0], query).toBe("diagnostics/H1204.html");
  }
});

it("finds words in texts and marks them", () => {
  expect(find("执行率").length).toBeGreaterThan(10);
  for (const { excerpt } of find("执行率").slice(0, 10)) {
    expect(excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toContain("执行率");
  }
  expect(paths("剔除").slice(0, 3)).toContain(`reference/language.html#${encodeURIComponent("不适用")}`);
});

it("finds a method by its name before what only mentions it", () => {
  expect(paths("扣分")[0]).toBe("methods/deduct.html");
  expect(paths("按比例")[0]).toBe("methods/proportional.html");
});

it("finds entries that hold all of several words", () => {
  const [first] = find("VLOOKUP 选项");
  expect(first?.path).toContain("tutorial/from-excel.html");
});

it("finds what is worded another way, and nothing where nothing is alike", () => {
  expect(paths("零头怎么扣")).not.toEqual([]);
  expect(find("量子纠缠")).toEqual([]);
  expect(find("   ")).toEqual([]);
});

it("takes what is typed as text", () => {
  expect(find("<script>")).toEqual([]);
  expect(find("(如果").length).toBeGreaterThan(0);
});
