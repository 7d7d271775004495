// Scaffolds the folder of a method or a diagnostic (CONTRIBUTING.md walks through both):
//   pnpm new:method best-of
//   pnpm new:diagnostic H1312-step-zero [--in packages/lang/src/model]
import { existsSync, globSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const LANG = "packages/lang/src";

function fail(message) {
  console.error(message);
  process.exit(2);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { in: { type: "string", default: `${LANG}/model` } },
});
const [kind, name = ""] = positionals;
const fence = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

function method(id) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) fail("usage: pnpm new:method best-of");
  const camel = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  // Runs as it stands: full marks for everybody. `zh` is the word that rules will use; put the Chinese one there.
  const example = (sentence) =>
    `${sentence}\n\n${fence("heng", `指标 示例 10分 { 评分 ${camel} }`)}\n\n| 得分 |\n|---|\n| 10.00 |`;
  const files = {
    "index.ts": `import { defineMethod } from "../../core/method.ts";

/** The method in one line. */
export const ${camel}Method = defineMethod({
  id: "${id}",
  name: { zh: "${camel}", en: "${camel}" },
  syntax: {},
  check() {},
  lower: (_m, _leaf, build) => ({ score: build.full }),
  wording: () => ({ zh: "得满分。", en: "Full marks." }),
});
`,
    "page.md": `# ${camel}

一句话：用于什么样的指标。

## 写法

英文：

## 含义

## 例

${example("每个数从哪里来。")}

## 评分标准的表述

> 得满分。

## 常见错误
`,
    "fixtures.md": `# ${camel}：算例\n\n## 满分\n\n${example("为什么是这个数，手算。")}\n`,
    "reference.ts": `import type { Reference } from "../../core/method.ts";
import type { ${camel}Method } from "./index.ts";

/** The formula a second time, sharing nothing with \`lower\`: the oracle scores by it, and both must agree. */
export const reference: Reference<typeof ${camel}Method.syntax> = (_m, leaf) => leaf.points;
`,
  };
  return { folder: `${LANG}/methods/${id}`, files };
}

function diagnostic(slug) {
  if (!/^H\d{4}(-[a-z0-9]+)+$/.test(slug)) {
    fail(`usage: pnpm new:diagnostic H1312-step-zero [--in ${LANG}/model]`);
  }
  const code = slug.slice(0, 5);
  const [taken] = globSync(`{packages,apps}/*/src/**/${code}-*`, { cwd: root });
  if (taken) fail(`${code} is taken by ${taken}; a code is never used twice`);
  const folder = posix.join(values.in.replace(/\/+$/, ""), slug);
  const from = folder.startsWith(`${LANG}/`)
    ? posix.relative(folder, `${LANG}/diagnostics/diagnostic.ts`)
    : "@heng/lang";
  // Of the rules' pages every block is run: the mistake must give the code where the carets are (docs/reference/fixtures.md).
  const sections = folder.startsWith(`${LANG}/`)
    ? `## 错误示例

${fence("heng", `指标 示例 10分 { 评分 人工 }\n//   ^^^^ ${code}`)}

## 为什么

## 正确写法

${fence("heng", "指标 示例 10分 { 评分 人工 }")}

## 改法

${fence("heng", "指标 示例 10分 { 评分 人工 }")}
`
    : `## 错误示例

## 为什么

## 正确写法

## 改法
`;
  const files = {
    "index.ts": `import { defineDiagnostic } from "${from}";

export const ${code} = defineDiagnostic<{ readonly name: string }>({
  code: "${code}",
  severity: "error",
  message: ({ name }) => ({ zh: \`“\${name}”\`, en: \`"\${name}"\` }),
  mend: () => ({ zh: "", en: "" }),
});
`,
    "page.md": `# ${slug.replace("-", " ")}

${sections}`,
  };
  return { folder, files };
}

const scaffold = { method, diagnostic }[kind] ?? fail("usage: new.mjs method|diagnostic <name>");
const { folder, files } = scaffold(name);
if (existsSync(join(root, folder))) fail(`${folder} is there already`);
if (!existsSync(join(root, dirname(folder)))) fail(`${dirname(folder)} is not there`);
mkdirSync(join(root, folder));
for (const [file, text] of Object.entries(files)) writeFileSync(join(root, folder, file), text);
console.log(`${folder}: fill in ${Object.keys(files).join(", ")}, then \`pnpm generate\``);
