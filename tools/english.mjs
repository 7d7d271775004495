// Prints what the diagnostics say in English of the examples on their pages, as JSON by code: the pages are in Chinese. Run by
// generate.mjs with `--conditions=@heng/source`, since it runs the examples.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileProved, findingsInData, withoutCarets } from "../packages/testkit/src/index.ts";

const root = join(import.meta.dirname, "..");

/** The findings in one example of a page; undefined for what is not run, such as a command. */
function findingsIn(language, text) {
  if (language === "heng") return inShownLines(compileProved(withoutCarets(text)), text);
  if (language === "json" || text.startsWith("{")) return findingsInData("json", text);
  if (language === "csv") return findingsInData("csv", text);
  return undefined;
}

/** Lines are told as they are on the page: without what a bare block is completed with, and with the lines of carets. */
function inShownLines({ diagnostics, lines }, text) {
  const shown = [];
  const kept = withoutCarets(text).split("\n");
  for (const [i, line] of text.split("\n").entries()) if (line === kept[shown.length]) shown.push(i + 1);
  const renumbered = ({ zh, en }) => ({
    zh,
    en: en.replace(/\bline (\d+)/g, (_, line) => `line ${shown[line - lines - 1] ?? line - lines}`),
  });
  return diagnostics.map((d) => ({ ...d, message: renumbered(d.message), mend: renumbered(d.mend) }));
}

const words = ({ message, mend }) => ({ message: message.en, mend: mend.en });

const found = {};
const folders = globSync("{packages,apps}/*/src/**/H[0-9][0-9][0-9][0-9]-*", { cwd: root }).toSorted((a, b) =>
  basename(a) < basename(b) ? -1 : 1,
);
for (const folder of folders) {
  const code = basename(folder).slice(0, 5);
  const { [code]: type } = await import(pathToFileURL(join(root, folder, "index.ts")).href);
  const page = readFileSync(join(root, folder, "page.md"), "utf8").replaceAll("\r\n", "\n");
  const mistakes = page.split(/^## /m).find((part) => part.startsWith("错误示例")) ?? "";
  const said =
    type.example === undefined
      ? Array.from(mistakes.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm), ([, language, text]) => {
          const own = (findingsIn(language, text) ?? []).filter((d) => d.code === code).map(words);
          return own.filter((w, i) => own.findIndex((o) => o.message === w.message) === i);
        })
      : [[words({ message: type.message(type.example), mend: type.mend(type.example) })]];
  found[code] = { severity: type.severity, said };
}
process.stdout.write(JSON.stringify(found));
