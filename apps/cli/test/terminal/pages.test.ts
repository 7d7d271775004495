/** The manual pages of all diagnostics, as `heng explain` prints them without a terminal. */
import { describe, expect, it } from "vitest";
import { PAGES } from "../../src/pages.gen.ts";
import { markdown } from "../../src/terminal/markdown.ts";
import { widest } from "../../src/terminal/width.ts";

describe("a page", () => {
  it.each(Object.entries(PAGES))("of %s fits 80 columns", (_, page) => {
    for (const line of markdown(page, 80)) expect(widest(line), line).toBeLessThanOrEqual(80);
  });
});
