/**
 * Amended years side by side with what they resolve to: each heading of `years/*.md` has a block for each year and one,
 * `heng 全文`, for the whole. A table below it scores filings under the last year.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, resolve } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { compileProved, runFixture, tableIn, yearsOf } from "../src/index.ts";

interface Case {
  readonly title: string;
  readonly rules: string;
  readonly whole: string;
  readonly rest: string;
}

function casesOf(markdown: string): readonly Case[] {
  return markdown.split(/^## /m).flatMap((part) => {
    const blocks = Array.from(part.matchAll(/^```heng( 全文)?\n([\s\S]*?)\n```$/gm));
    const rules = blocks.flatMap(([, label, text]) => (label === undefined ? [text ?? ""] : []));
    const whole = blocks.find(([, label]) => label !== undefined)?.[2];
    if (whole === undefined) return [];
    return [{ title: part.split("\n")[0] ?? "", rules: rules.join("\n"), whole, rest: part }];
  });
}

for (const file of globSync("years/*.md", { cwd: import.meta.dirname }).toSorted())
  describe(file, () => {
    for (const { title, rules, whole, rest } of casesOf(
      readFileSync(join(import.meta.dirname, file), "utf8").replaceAll("\r\n", "\n"),
    ))
      it(title, () => {
        const years = yearsOf(rules);
        const [first, last] = [years[0], years.at(-1)];
        if (!first || !last) throw new Error("no years");
        const inherit = (year: string) => years.find((one) => one !== last && one.year === year);
        const { whole: resolved, diagnostics } = resolve(last, { inherit });
        const { text } = resolved ?? {};
        expect(diagnostics.map(({ message }) => message.zh)).toEqual([]);
        const own = text?.split("\n").slice(first.added).join("\n").trimEnd();
        expect(own).toBe(whole);
        // The whole says what the years say together.
        const amended = compile(last, { inherit });
        const alone = compile({ file: "全文.heng", text: text ?? "" });
        expect(amended.diagnostics.map(({ message }) => message.zh)).toEqual([]);
        expect(alone.diagnostics.map(({ message }) => message.zh)).toEqual([]);
        expect(runFixture({ title, rules, table: tableIn(rest) }, compileProved)).toEqual([]);
      });
  });
