/**
 * Each rule diagnostic's page shows mistakes that fire it, a near miss that does not, and the text that its first fix gives. A
 * fix leaves no finding that was not there.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "@heng/lang";
import { describe, expect, it } from "vitest";
import {
  compileFixture,
  compileProved,
  editedFixture,
  expectedFindings,
  fixturesOf,
  runFixture,
  withoutCarets,
} from "../src/index.ts";
import { SHOWN_BY } from "../src/shown-by.ts";

const packages = join(import.meta.dirname, "../..");
const pages = globSync("{lang,proofs}/src/**/H[0-9][0-9][0-9][0-9]-*/page.md", { cwd: packages }).toSorted();

type Compiled = ReturnType<typeof compileFixture>;

/** The first fix of a finding, made; the fixture's own part of the text. */
function mended(compiled: Compiled, { fixes: [fix] }: Diagnostic): string | undefined {
  return fix && editedFixture(compiled, fix.edits);
}

/** What a finding says, wherever it stands. */
const said = ({ code, message }: Diagnostic): string => `${code} ${message.zh}`;

/** Codes whose pages show a fix. */
const fixed = new Set<string>();

for (const page of pages) {
  const code = basename(dirname(page)).slice(0, 5);
  const fixtures = fixturesOf(readFileSync(join(packages, page), "utf8"));
  const under = (title: string) => fixtures.filter((f) => f.title.startsWith(title));
  const compiler = page.startsWith("proofs") ? compileProved : compileFixture;
  describe(code, () => {
    it("fires at the carets of 错误示例", () => {
      expect(under("错误示例").length > 0).toBe(!SHOWN_BY.has(code));
      for (const mistake of under("错误示例")) {
        expect(expectedFindings(mistake.rules).map((e) => e.code)).toContain(code);
        expect(runFixture(mistake, compiler)).toEqual([]);
      }
    });
    it("does not fire on 正确写法", () => {
      expect(under("正确写法").length).toBeGreaterThan(0);
      for (const right of under("正确写法")) {
        expect(compiler(right.rules).diagnostics.map((d) => d.code)).not.toContain(code);
      }
    });
    it("is mended by its first fix as 改法 shows, and nothing else is found then", () => {
      const texts: string[] = [];
      for (const { rules } of under("错误示例")) {
        // A mended text may show what nobody could prove before: proofs are among the findings.
        const compiled = compileProved(withoutCarets(rules));
        for (const finding of compiled.diagnostics.filter((d) => d.code === code)) {
          const text = mended(compiled, finding);
          if (text === undefined) continue;
          texts.push(text);
          const others = compiled.diagnostics.filter((d) => d !== finding).map(said);
          for (const after of compileProved(text).diagnostics.map(said)) {
            const at = others.indexOf(after);
            expect(at, `${text}\nstill, or only now: ${after}`).toBeGreaterThanOrEqual(0);
            others.splice(at, 1);
          }
        }
      }
      for (const { rules } of under("改法"))
        expect(compiler(rules).diagnostics.map((d) => d.code)).not.toContain(code);
      if (texts.length === 0) return;
      fixed.add(code);
      expect(under("改法").map(({ rules }) => rules)[0]).toBe(texts[0]);
    });
  });
}

describe("a fix that is offered", () => {
  it("stands on the page of its code, where it is tried", () => {
    const blocks = globSync("*/{src,test}/**/*.md", { cwd: packages })
      .toSorted()
      .flatMap((file) => fixturesOf(readFileSync(join(packages, file), "utf8")));
    const offered = blocks.flatMap(({ rules }) =>
      compileProved(withoutCarets(rules)).diagnostics.flatMap(({ code, fixes }) =>
        fixes.length > 0 ? [code] : [],
      ),
    );
    expect([...new Set(offered)].filter((code) => !fixed.has(code))).toEqual([]);
  });
});
