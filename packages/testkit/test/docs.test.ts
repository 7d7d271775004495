/** The documentation holds: its examples run, its keywords are the code's, its links lead somewhere. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { compileProved, fixturesOf, runFixture } from "../src/index.ts";

const root = join(import.meta.dirname, "../../..");
const LANG = join(root, "packages/lang/src");
const text = (file: string): string => readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n");

// methods.md is made of the methods' own pages, which methods.test.ts runs.
const pages = [
  ...["README.md", "CONTRIBUTING.md"].filter((page) => existsSync(join(root, page))),
  ...globSync("docs/**/*.md", { cwd: root }).map((page) => page.replaceAll("\\", "/")),
].filter((page) => page !== "docs/reference/methods.md");

for (const page of pages.toSorted()) {
  const fixtures = fixturesOf(text(page));
  if (fixtures.length === 0) continue;
  describe(page, () => {
    fixtures.forEach((fixture, i) => {
      it(`${i + 1} ${fixture.title}`, () => expect(runFixture(fixture, compileProved)).toEqual([]));
    });
  });
}

interface Words {
  readonly zh: string;
  readonly en: string;
}
interface Phrase {
  readonly name?: Words;
  readonly clauses?: Readonly<Record<string, Words>>;
  readonly rows?: { readonly clauses?: Readonly<Record<string, Words>> };
}

describe("the keyword table of the language reference", () => {
  const listed = text("docs/reference/language.md")
    .split("\n")
    .flatMap((line) => {
      const found = /^\| `([^`]+)` \| `([A-Za-z]+)` \| /.exec(line);
      return found ? [`${found[1]} ${found[2]}`] : [];
    });

  it("has every word of the code, and no other", async () => {
    const load = async (file: string): Promise<Record<string, unknown>> =>
      (await import(pathToFileURL(join(LANG, file)).href)) as Record<string, unknown>;
    const { KEYWORDS } = await load("keywords.ts");
    const { PROPERTIES } = await load("syntax/properties.ts");
    const { METHODS } = await load("methods/registry.gen.ts");
    const phrases = [...(PROPERTIES as Entry[]), ...(METHODS as Entry[])];
    const words = [
      ...Object.values(KEYWORDS as Record<string, Words>),
      ...phrases.flatMap(({ name, syntax }) => [
        name,
        ...Object.values(syntax.clauses ?? {}),
        ...Object.values(syntax.rows?.clauses ?? {}),
      ]),
    ].filter(({ zh }) => zh !== "=");
    const pairs = Array.from(new Set(words.map(({ zh, en }) => `${zh} ${en}`)));
    expect(listed.toSorted()).toEqual(pairs.toSorted());
    expect(new Set(words.map(({ en }) => en)).size, "English words are used once").toBe(pairs.length);
  });

  interface Entry {
    readonly name: Words;
    readonly syntax: Phrase;
  }
});

describe("relative links", () => {
  const files = globSync("{*.md,docs/**/*.md,rules/**/*.md,{packages,apps}/*/src/**/*.md}", { cwd: root });
  for (const file of files.toSorted()) {
    const links = Array.from(
      withoutCode(text(file)).matchAll(/\]\(([^()\s]+)\)/g),
      ([, link]) => link ?? "",
    ).filter((link) => !/^[a-z]+:/.test(link));
    if (links.length === 0) continue;
    it(relative(root, join(root, file)), () => {
      expect(links.filter((link) => !resolves(file, link))).toEqual([]);
    });
  }
});

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

/** The file is there, and so is the heading or `<a id>` after `#`. */
function resolves(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(root, target))) return false;
  if (anchor === undefined || anchor === "") return true;
  if (statSync(join(root, target)).isDirectory()) return false;
  const markdown = text(target);
  const slugs = Array.from(markdown.matchAll(/^#{1,6} (.+)$/gm), ([, heading]) => slug(heading ?? ""));
  return slugs.includes(decodeURIComponent(anchor)) || markdown.includes(`<a id="${anchor}"></a>`);
}

/** As GitHub makes them. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-");
}
