import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  compileFixture,
  compileProved,
  expectedFindings,
  fixturesOf,
  runFixture,
  withoutCarets,
} from "../src/index.ts";

/** Each rule diagnostic's page shows a mistake that fires it, a near miss that does not, and the mended text. */
/** Pages without a mistake to run, and why; the named test shows the diagnostic firing and a near miss. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ["H1118", "a page has no year's folder: packages/lang/test/model/limits.test.ts"],
  ["H1121", "5,000 indicators in several files: packages/lang/test/model/limits.test.ts"],
]);
const packages = join(import.meta.dirname, "../..");
for (const page of globSync("{lang,proofs}/src/**/H[0-9][0-9][0-9][0-9]-*/page.md", {
  cwd: packages,
}).sort()) {
  const code = basename(dirname(page)).slice(0, 5);
  const fixtures = fixturesOf(readFileSync(join(packages, page), "utf8"));
  const under = (title: string) => fixtures.filter((f) => f.title.startsWith(title));
  const compiler = page.startsWith("proofs") ? compileProved : compileFixture;
  describe(code, () => {
    it("fires at the carets of 错误示例", () => {
      expect(under("错误示例").length > 0).toBe(!IN_WORDS.has(code));
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
    it("is mended by its first fix as 改法 shows", () => {
      const [mistake] = under("错误示例");
      const compiled = compiler(withoutCarets(mistake?.rules ?? ""));
      const fix = compiled.diagnostics.find((d) => d.code === code)?.fixes[0];
      const [mended] = under("改法");
      if (!fix) return;
      const text = fix.edits
        .toSorted((a, b) => b.start - a.start)
        .reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), compiled.text);
      const own = text.split("\n").slice(compiled.lines).join("\n");
      expect(own).toBe(mended?.rules);
      expect(compiler(own).diagnostics.map((d) => d.code)).not.toContain(code);
    });
  });
}
