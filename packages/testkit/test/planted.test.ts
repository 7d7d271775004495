/** Mistakes planted in rules as officers write them are found where they are, and shown by a filing; right ones are let be. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProved, fixFailures, fixturesOf, runPlanted } from "../src/index.ts";

const proofs = join(import.meta.dirname, "../../proofs/test");
const pagesOf = (folder: string) =>
  globSync(join(proofs, folder, "*.md"))
    .toSorted()
    .map((page) => ({ page: basename(page), fixtures: fixturesOf(readFileSync(page, "utf8")) }));

describe("a planted mistake is found where it is, and shown by a filing", () => {
  for (const { page, fixtures } of pagesOf("planted"))
    for (const fixture of fixtures)
      it(`${page} ${fixture.title}`, () => expect(runPlanted(fixture)).toEqual([]));

  it("for every code of the proofs that has a page with a mistake", () => {
    const planted = pagesOf("planted").flatMap(({ fixtures }) => fixtures.map(({ rules }) => rules));
    const codes = globSync(join(proofs, "../src/H*")).map((folder) => basename(folder).slice(0, 5));
    for (const code of [...codes, "H2101", "H2102"])
      expect(planted.some((rules) => rules.includes(`^ ${code}`)) || code === "H2114", code).toBe(true);
    expect(planted.length).toBeGreaterThanOrEqual(60);
  });
});

describe("a fix mends its finding, and changes no other", () => {
  for (const { page, fixtures } of pagesOf("planted"))
    for (const fixture of fixtures)
      it(`${page} ${fixture.title}`, () => expect(fixFailures(fixture)).toEqual([]));
});

describe("a right rule set has no finding, not even a hint", () => {
  for (const { page, fixtures } of pagesOf("right"))
    for (const { title, rules } of fixtures)
      it(`${page} ${title}`, () =>
        expect(compileProved(rules).diagnostics.map(({ code, message }) => `${code} ${message.zh}`)).toEqual(
          [],
        ));
});
