/** The manual pages of all diagnostics, as `heng explain` prints them without a terminal. */
import { codes, pageOf } from "@heng/manual";
import { describe, expect, it } from "vitest";
import { markdown } from "../../src/terminal/markdown.ts";
import { widest } from "../../src/terminal/width.ts";

describe("a page", () => {
  it.each(["H1204", "H1007", "H1009"])("of %s shows no block of code twice in a row", (code) => {
    const text = markdown(pageOf(code, "zh") ?? "", 80).join("\n");
    const blocks = text.split(/\n(?! {4}|$)/m).map((part) => part.replace(/^(?! {4}).*$/gm, "").trim());
    const shown = blocks.filter((block) => block.split("\n").length > 2);
    expect(new Set(shown).size).toBe(shown.length);
    expect(text).toContain("正确写法");
    expect(text).not.toMatch(/改法\s*$/);
  });

  it.each(codes)("of %s fits 80 columns", (code) => {
    for (const lang of ["zh", "en"] as const)
      for (const line of markdown(pageOf(code, lang) ?? "", 80))
        expect(widest(line), line).toBeLessThanOrEqual(80);
  });
});
