/** What the manual holds, in which order, and where each page stands in the site. */
import { posix } from "node:path";

/** Files of the repository by their path in it. */
export type Sources = ReadonlyMap<string, string>;

export interface Page {
  /** The Markdown in the repository; links to it lead to `path`. */
  readonly source: string;
  /** In the site. */
  readonly path: string;
  readonly title: string;
  readonly markdown: string;
}

export interface Section {
  readonly title: string;
  readonly pages: readonly Page[];
  /** Listed beside its own pages only: there are too many. */
  readonly folded: boolean;
}

const METHODS_INDEX = "docs/reference/methods.md";
const DIAGNOSTICS_INDEX = "docs/reference/diagnostics.md";

const OPENING = [
  ["docs/README.md", "index.html"],
  ["docs/tutorial/README.md", "tutorial/index.html"],
  ["docs/tutorial/from-excel.md", "tutorial/from-excel.html"],
] as const;

const SAMPLE = [["rules/2022/README.md", "sample/index.html"]] as const;
const SAMPLE_RULES = /^rules\/2022\/([a-z]+)\.heng$/;

const REFERENCE = [
  ["docs/reference/language.md", "reference/language.html"],
  [METHODS_INDEX, "reference/methods.html"],
  [DIAGNOSTICS_INDEX, "reference/diagnostics.html"],
  ["docs/reference/semantics.md", "reference/semantics.html"],
  ["docs/reference/cli.md", "reference/cli.html"],
  ["docs/reference/fixtures.md", "reference/fixtures.html"],
  ["docs/GLOSSARY.md", "glossary.html"],
] as const;

const METHOD_PAGE = /^packages\/lang\/src\/methods\/([a-z-]+)\/page\.md$/;
const DIAGNOSTIC_PAGE = /^(?:packages|apps)\/[a-z]+\/src\/(?:.*\/)?(H\d{4})-[a-z0-9-]+\/page\.md$/;

export function contentsOf(sources: Sources): readonly Section[] {
  const page = (source: string, path: string): Page => {
    const whole = sources.get(source);
    if (whole === undefined) throw new Error(`${source} is not there`);
    const markdown = markdownOf(source, whole);
    return { source, path, title: titleOf(markdown), markdown };
  };
  const all = (pairs: readonly (readonly [string, string])[]): readonly Page[] =>
    pairs.map(([source, path]) => page(source, path));
  const pagesLike = (pattern: RegExp, folder: string): readonly Page[] =>
    Array.from(sources.keys())
      .flatMap((source) => {
        const name = pattern.exec(source)?.[1];
        return name === undefined ? [] : [page(source, `${folder}/${name}.html`)];
      })
      .toSorted(by(({ path }) => path));
  const methodOrder = Array.from(
    (sources.get(METHODS_INDEX) ?? "").matchAll(/\]\(#([a-z-]+)\)/g),
    ([, id]) => `methods/${id}.html`,
  );
  const diagnostics = pagesLike(DIAGNOSTIC_PAGE, "diagnostics");
  return [
    { title: "入门", pages: all(OPENING), folded: false },
    { title: "手册", pages: all(REFERENCE), folded: false },
    ...headingsOf(sources.get(DIAGNOSTICS_INDEX) ?? "").map((heading) => ({
      title: `诊断 ${heading}`,
      pages: diagnostics.filter(({ path }) => posix.basename(path).startsWith(heading.split(" ")[0] ?? "")),
      folded: true,
    })),
    {
      title: "评分方法",
      pages: pagesLike(METHOD_PAGE, "methods").toSorted(by(({ path }) => methodOrder.indexOf(path))),
      folded: false,
    },
    { title: "样例", pages: [...all(SAMPLE), ...pagesLike(SAMPLE_RULES, "sample")], folded: false },
  ];
}

function markdownOf(source: string, text: string): string {
  const name = /[^/]+\.heng$/.exec(source)?.[0];
  if (name !== undefined) return `# ${name}\n\n\`\`\`heng\n${text}\`\`\`\n`;
  // The methods have pages of their own.
  return source === METHODS_INDEX ? (text.split(/^<a id=/m)[0] ?? "") : text;
}

function titleOf(markdown: string): string {
  return (/^# (.+)$/m.exec(markdown)?.[1] ?? "").replaceAll("`", "").trim();
}

function headingsOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^## (.+)$/gm), ([, heading = ""]) => heading);
}

function by<T>(key: (of: T) => string | number): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
