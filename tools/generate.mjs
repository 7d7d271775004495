// Writes what follows from the folders of methods and diagnostics: registries, the reference, the embedded pages.
// `--check` writes nothing and fails on a stale file.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const METHODS = "packages/lang/src/methods";
const problems = [];

const read = (path) => readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
const folders = (pattern) =>
  globSync(pattern, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll(sep, "/"),
    )
    .sort();

/** A folder's exported name and page, or undefined after saying what is missing. */
function piece(folder, name, define) {
  const index = `${folder}/index.ts`;
  const page = `${folder}/page.md`;
  const missing = [];
  if (!existsSync(join(root, index))) missing.push("it has no index.ts");
  else if (!new RegExp(`^export const ${name} = ${define}\\b`, "m").test(read(index))) {
    missing.push(`its index.ts lacks \`export const ${name} = ${define}(…)\``);
  }
  if (!existsSync(join(root, page))) missing.push("it has no page.md");
  else if (!/^# \S/m.test(read(page))) missing.push("its page.md has no `# heading`");
  for (const text of missing) problems.push(`${folder}: ${text}`);
  if (missing.some((text) => text.includes("index.ts"))) return undefined;
  // Without its page the code still works; the missing page fails the run at its end.
  return { folder, name, page: existsSync(join(root, page)) ? read(page) : `# ${name}\n` };
}

const heading = (page) => (page.match(/^# (.+)$/m)?.[1] ?? "").trim();

const methods = folders(`${METHODS}/*`).flatMap((folder) => {
  const camel = basename(folder).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return piece(folder, `${camel}Method`, "defineMethod") ?? [];
});

const seen = new Map();
const diagnostics = folders("{packages/*,apps/cli}/src/**/H[0-9][0-9][0-9][0-9]-*").flatMap((folder) => {
  const code = basename(folder).slice(0, 5);
  if (seen.has(code)) problems.push(`${folder}: the code of ${seen.get(code)}`);
  seen.set(code, folder);
  return piece(folder, code, "defineDiagnostic") ?? [];
});
diagnostics.sort((a, b) => (a.name < b.name ? -1 : 1));

function format(path, text) {
  const oxfmt = join(root, "node_modules/.bin/oxfmt");
  const r = spawnSync(oxfmt, [`--stdin-filepath=${path}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (r.status !== 0) throw new Error(`oxfmt could not format ${path}: ${r.error?.message ?? r.stderr}`);
  return r.stdout;
}

const outputs = new Map();
const NOTE = "Written by `pnpm generate`; do not edit.";

function writeList(path, constant, pieces) {
  const from = posix.dirname(path);
  const lines = [
    `// ${NOTE}`,
    ...pieces.map((p) => `import { ${p.name} } from "./${posix.relative(from, p.folder)}/index.ts";`),
    "",
    `export const ${constant} = [${pieces.map((p) => p.name).join(", ")}] as const;`,
  ];
  outputs.set(path, format(path, `${lines.join("\n")}\n`));
}

writeList(`${METHODS}/registry.gen.ts`, "METHODS", methods);

const pages = Object.fromEntries(diagnostics.map((d) => [d.name, d.page]));
const pagesFile = "packages/manual/src/pages.gen.ts";
const pagesText = `// ${NOTE}\nexport const PAGES: Readonly<Record<string, string>> = ${JSON.stringify(pages)};\n`;
outputs.set(pagesFile, format(pagesFile, pagesText));

// In English there are no pages, but what is said of their examples. The examples are run by what is on the disk.
const english = spawnSync(process.execPath, ["--conditions=@heng/source", "tools/english.mjs"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
if (english.status !== 0) problems.push(`tools/english.mjs: ${english.error?.message ?? english.stderr}`);
else {
  const file = "packages/manual/src/english.gen.ts";
  const type = `Readonly<Record<string, EnglishWords>>`;
  const text = `// ${NOTE}\nimport type { EnglishWords } from "./english.ts";\n\nexport const ENGLISH: ${type} = ${english.stdout};\n`;
  outputs.set(file, format(file, text));
}

/** What the first figures of a code stand for. */
const GROUPS = [
  ["H10", "文字"],
  ["H11", "名称"],
  ["H12", "分值"],
  ["H13", "单位"],
  ["H14", "评分方法"],
  ["H15", "等级"],
  ["H2", "规则的证明"],
  ["H3", "填报的数据"],
  ["H4", "文件"],
  ["H5", "年度"],
];
for (const { name } of diagnostics) {
  if (!GROUPS.some(([prefix]) => name.startsWith(prefix))) problems.push(`${name}: of no group of codes`);
}
const diagnosticRow = (d) => {
  const title = heading(d.page)
    .replace(d.name, "")
    .replace(/^[\s:：]+/, "");
  return `| [${d.name}](../../${d.folder}/page.md) | ${title.replaceAll("|", "\\|")} |`;
};
outputs.set(
  "docs/reference/diagnostics.md",
  [
    "# 诊断",
    "",
    `<!-- ${NOTE} -->`,
    "",
    "检查和评分时指出的问题，每种一个编码。每页说明错在哪里、为什么、怎样改；`heng explain H1204` 在终端里看同样的一页。",
    ...GROUPS.flatMap(([prefix, title]) => {
      const rows = diagnostics.filter((d) => d.name.startsWith(prefix)).map(diagnosticRow);
      return rows.length === 0
        ? []
        : ["", `## ${prefix} ${title}`, "", "| 编码 | 说明 |", "|---|---|", ...rows];
    }),
    "",
  ].join("\n"),
);

/** The page one level down, so that it can be a section; a `#` inside a code block is no heading. */
const demote = (page) =>
  page
    .trim()
    .split(/^(```[\s\S]*?^```)/m)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/^#/gm, "##")))
    .join("");
const methodId = (m) => basename(m.folder);

/** Readers meet the methods in the order of the language reference; one that it does not name yet comes last. */
const named = Array.from(
  read("docs/reference/language.md").matchAll(/\(methods\.md#([a-z-]+)\)/g),
  ([, id]) => id,
);
const place = (m) => (named.includes(methodId(m)) ? named.indexOf(methodId(m)) : named.length);
const listed = methods.toSorted((a, b) => place(a) - place(b));

/** What a page says first. */
const opening = (page) => (page.split("\n\n")[1] ?? "").replaceAll("\n", "").replaceAll("|", "\\|");

/** The first standard in an example of the page that uses the method, on one line. */
function standardOf(page) {
  const examples = Array.from(page.matchAll(/^```heng\n([\s\S]*?)^```$/gm), ([, text]) => text).join("");
  const example = examples.slice(Math.max(0, examples.indexOf(`评分 ${heading(page)}`)));
  let depth = 0;
  let to = 0;
  for (; to < example.length; to += 1) {
    if (example[to] === "{") depth += 1;
    else if (example[to] === "}") depth -= 1;
    if (depth < 0 || (depth === 0 && /[\n;]/.test(example[to]))) break;
  }
  const rows = example
    .slice(0, to)
    .split("\n")
    .filter((line) => !/^\s*\/\//.test(line));
  const line = rows.map((row) => row.trim().replace(/ {2,}/g, " ")).join("; ");
  return line.replaceAll("{; ", "{ ").replaceAll("; }", " }").replaceAll("|", "\\|").trim();
}
outputs.set(
  "docs/reference/methods.md",
  [
    "# 评分方法",
    "",
    `<!-- ${NOTE} -->`,
    "",
    "评分标准由指标里的 `评分` 写明，共有以下几种。每种的写法、含义、手算的算例、官方表述和常见错误见各节。",
    "",
    "| 方法 | 用于 | 例 |",
    "|---|---|---|",
    ...listed.map(
      (m) => `| [${heading(m.page)}](#${methodId(m)}) | ${opening(m.page)} | \`${standardOf(m.page)}\` |`,
    ),
    ...listed.flatMap((m) => ["", `<a id="${methodId(m)}"></a>`, "", demote(m.page)]),
    "",
  ].join("\n"),
);

// What an earlier run wrote for a package that has lost its last diagnostic.
const leftover = globSync("{packages,apps}/*/src/**/*.gen.ts", { cwd: root })
  .map((path) => path.replaceAll(sep, "/"))
  .filter((path) => !outputs.has(path));

const current = (path) => (existsSync(join(root, path)) ? read(path) : undefined);
const stale = [...outputs].filter(([path, text]) => current(path) !== text).map(([path]) => path);

if (process.argv.includes("--check")) {
  for (const path of [...stale, ...leftover]) console.error(`${path} is stale: run \`pnpm generate\``);
  if (stale.length + leftover.length > 0) process.exitCode = 1;
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), outputs.get(path));
  }
  for (const path of leftover) rmSync(join(root, path));
}

for (const text of problems) console.error(text);
if (problems.length > 0) process.exit(1);
