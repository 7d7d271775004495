// Scaffolds the folder of a method or a diagnostic:
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
  const files = {
    "index.ts": `import { POINTS } from "../../core/type.ts";
import { defineMethod } from "../method.ts";

export const ${camel}Method = defineMethod({
  id: "${id}",
  name: { zh: "${id}", en: "${id.replaceAll("-", " ")}" },
  syntax: {},
  check() {},
  lower: (_, leaf) => ({ score: { node: "figure", type: POINTS, value: leaf.points } }),
  wording: () => ({ zh: "", en: "" }),
});
`,
    "page.md": `# ${id}\n\n## 写法\n\n${fence("heng", "")}\n\n## 含义\n`,
    "fixtures.md": `# ${id}\n\n## 满分\n\n${fence("heng", "")}\n\n| 数据 | 得分 |\n|---|---|\n`,
    "reference.ts": `import type { Fraction } from "@heng/number";

/** The score by the method's formula alone, sharing nothing with \`lower\`: what differential tests compare with. */
export function ${camel}Reference(points: Fraction): Fraction {
  return points;
}
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

## 错误示例

${fence("heng", `// ^^^ ${code}`)}

## 为什么

## 改法

${fence("heng", "")}
`,
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
