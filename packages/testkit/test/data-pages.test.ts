/** The manual pages of data: each wrong example gives exactly its code, each mended one reads. */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { findingsInData } from "../src/index.ts";
import { SHOWN_BY } from "../src/shown-by.ts";

const forms = new URL("../../forms/", import.meta.url);
const folders = globSync("src/**/H[0-9][0-9][0-9][0-9]-*", { cwd: forms }).toSorted();

describe.each(folders.map((folder) => [basename(folder).slice(0, 5), folder] as const))(
  "%s",
  (code, folder) => {
    const page = readFileSync(new URL(`${folder}/page.md`, forms), "utf8");
    const codes = (block: RegExpMatchArray): readonly string[] => {
      const [, language, text = ""] = block;
      return [...new Set(findingsInData(language === "csv" ? "csv" : "json", text).map((d) => d.code))];
    };
    const blocks = (part: string): readonly RegExpMatchArray[] => [
      ...part.matchAll(/```(\w+)\n([\s\S]*?)\n```/g),
    ];
    const [, mistake = "", why = "", mend = ""] = page.split(/^## .*$/m);

    test("has its headings", () => {
      expect(page).toMatch(new RegExp(`^# ${code} \\S`));
      expect(page.match(/^## .*$/gm)).toEqual(["## 错误示例", "## 为什么", "## 改法"]);
      expect(why.trim()).not.toBe("");
      expect(mend.trim()).not.toBe("");
    });
    // Bytes that are no text, sizes, a command.
    if (SHOWN_BY.has(code)) return;
    test("the wrong example gives it", () => {
      const examples = blocks(mistake);
      expect(examples).not.toEqual([]);
      for (const block of examples) expect(codes(block)).toEqual([code]);
    });
    test("the mended one reads", () => {
      const examples = blocks(mend);
      expect(examples).not.toEqual([]);
      for (const block of examples) expect(codes(block)).toEqual([]);
    });
  },
);
