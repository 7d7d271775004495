import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileFixture, compileProved, fixturesOf, runFixture } from "../src/index.ts";

const lang = join(import.meta.dirname, "../../lang/src/methods");
for (const page of globSync(join(lang, "*/{fixtures,page}.md")).sort()) {
  // What the manual shows is right in every way; fixtures show what happens where it is not.
  const compiler = basename(page) === "page.md" ? compileProved : compileFixture;
  describe(`${basename(dirname(page))}/${basename(page)}`, () => {
    const fixtures = fixturesOf(readFileSync(page, "utf8"));
    it("has a worked example", () =>
      expect(fixtures.filter(({ table }) => table !== undefined).length).toBeGreaterThan(0));
    fixtures.forEach((fixture, i) => {
      it(`${i + 1} ${fixture.title}`, () => expect(runFixture(fixture, compiler)).toEqual([]));
    });
  });
}
