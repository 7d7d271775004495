/** The manual pages of all diagnostics, as `heng explain` prints them without a terminal. */
import { codes, pageOf } from "@heng/manual";
import { describe, expect, it } from "vitest";
import { markdown } from "../../src/terminal/markdown.ts";
import { widest } from "../../src/terminal/width.ts";

describe("a page", () => {
  it.each(codes)("of %s fits 80 columns", (code) => {
    for (const lang of ["zh", "en"] as const)
      for (const line of markdown(pageOf(code, lang) ?? "", 80))
        expect(widest(line), line).toBeLessThanOrEqual(80);
  });
});
