import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixturesOf, runFixture } from "../src/index.ts";

const lang = join(import.meta.dirname, "../../lang/src/methods");
for (const page of globSync(join(lang, "*/{fixtures,page}.md")).sort()) {
  describe(`${basename(dirname(page))}/${basename(page)}`, () => {
    const fixtures = fixturesOf(readFileSync(page, "utf8"));
    it("has a worked example", () =>
      expect(fixtures.filter(({ table }) => table !== undefined).length).toBeGreaterThan(0));
    fixtures.forEach((fixture, i) => {
      it(`${i + 1} ${fixture.title}`, () => expect(runFixture(fixture)).toEqual([]));
    });
  });
}
