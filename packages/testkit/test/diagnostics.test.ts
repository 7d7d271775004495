/** Every diagnostic there is has its words, its page, and the tests that show it: firing, not firing, mended. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { SHOWN_BY } from "../src/shown-by.ts";

const root = join(import.meta.dirname, "../../..");
const folders = globSync("{packages,apps}/*/src/**/H[0-9][0-9][0-9][0-9]-*", { cwd: root })
  .map((folder) => folder.replaceAll("\\", "/"))
  .toSorted();
const codeOf = (folder: string): string => basename(folder).slice(0, 5);

interface Type {
  readonly code: string;
  readonly message: unknown;
  readonly mend: unknown;
}
const isType = (value: unknown): value is Type =>
  typeof value === "object" && value !== null && "code" in value && "message" in value && "mend" in value;

/** Which test runs the page of a diagnostic: rules, or data files; of the others the page shows in words what happens. */
function runner(folder: string): string | undefined {
  if (SHOWN_BY.has(codeOf(folder))) return undefined;
  if (/^packages\/(?:lang|proofs)\//.test(folder)) return "diagnostic-pages.test.ts";
  return folder.startsWith("packages/forms/") ? "data-pages.test.ts" : undefined;
}

it("has each code once", () => {
  expect(folders.length).toBeGreaterThan(180);
  expect(new Set(folders.map(codeOf)).size).toBe(folders.length);
});

describe.each(folders.map((folder) => [codeOf(folder), folder] as const))("%s", (code, folder) => {
  it("is declared with its words", async () => {
    const url = pathToFileURL(join(root, folder, "index.ts")).href;
    const exported: unknown = await import(/* @vite-ignore */ url);
    const types = Object.values(exported as Record<string, unknown>).filter(isType);
    expect(types.map((type) => type.code)).toEqual([code]);
    for (const { message, mend } of types)
      expect([typeof message, typeof mend]).toEqual(["function", "function"]);
    const { ENGLISH } = (await import(
      /* @vite-ignore */ pathToFileURL(join(root, "packages/manual/src/english.gen.ts")).href
    )) as { ENGLISH: Readonly<Record<string, { said: readonly (readonly { message: string }[])[] }>> };
    const said = ENGLISH[code]?.said.flat() ?? [];
    expect(said.length, "what is said of its examples in English").toBeGreaterThan(0);
    for (const { message } of said) expect(message).toMatch(/[a-z]/);
  });

  it("has a page with the mistake, why it is one, and how to mend it", () => {
    const page = readFileSync(join(root, folder, "page.md"), "utf8").replaceAll("\r\n", "\n");
    expect(page).toMatch(new RegExp(`^# ${code} \\S`));
    // What is right in a data file, or as a command, is what the mend shows.
    const right = /^H[125]/.test(code) ? ["## 正确写法"] : [];
    expect(page.match(/^## .*$/gm)).toEqual(["## 错误示例", "## 为什么", ...right, "## 改法"]);
    for (const part of page.split(/^## .*$/m).slice(1)) expect(part.trim()).not.toBe("");
  });

  it("is shown firing and not firing", () => {
    const test = SHOWN_BY.get(code);
    // Those of rules and of data files are run from their pages, whatever folder they are in.
    if (test === undefined) expect(runner(folder), "name its test in src/shown-by.ts").toBeTypeOf("string");
    else {
      expect(existsSync(join(root, test)), test).toBe(true);
      const lines = readFileSync(join(root, test), "utf8").split("\n");
      const told = lines.filter((line) => line.includes(code) && !line.trimStart().startsWith("//"));
      expect(told.length, `${test} does not name it`).toBeGreaterThan(0);
    }
  });
});

it("names no test for what there is no more", () => {
  const codes = new Set(folders.map(codeOf));
  expect([...SHOWN_BY.keys()].filter((code) => !codes.has(code))).toEqual([]);
});
