/** Damaged rules and damaged filings: findings with places, never an exception. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { score } from "@heng/engine";
import { readCsvFilings, readJsonFilings, type FilingsRead } from "@heng/forms";
import { compile, mendUnasked, type CompiledSource, type Diagnostic } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { compileClean } from "../src/compile-clean.ts";
import { fixturesOf, wholeRules } from "../src/fixtures.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { corrupt, mutate, noise, soup } from "../src/mutate.ts";
import { Random } from "../src/random.ts";

const ROUNDS = rounds(1_500);
const ROOT = join(import.meta.dirname, "../../..");
const files = (pattern: string) => globSync(join(ROOT, pattern)).toSorted();

const RULES = files("rules/2022/*.heng").map((file) => readFileSync(file, "utf8"));
/** Some thirty lines each, so that an edit is not lost in a long file. */
const PIECES = RULES.flatMap((text) => {
  const lines = text.split("\n");
  return Array.from({ length: Math.ceil(lines.length / 30) }, (_, i) =>
    lines.slice(i * 30, i * 30 + 45).join("\n"),
  );
});
const FIXTURES = files("packages/lang/src/methods/*/fixtures.md").flatMap((page) =>
  fixturesOf(readFileSync(page, "utf8")).map(({ rules }) => wholeRules(rules).text),
);
/** Short ones often, whole files now and then: an edit of a long file mostly hits nothing new. */
const pickRules = (random: Random): string => (random.once(20) ? random.pick(RULES) : random.pick(FIXTURES));

const utf8 = new TextEncoder();
const NOTHING = {
  name: "空",
  agency: undefined,
  year: undefined,
  values: new Map(),
  rows: new Map(),
  texts: new Map(),
};

type Element = CompiledSource["tree"]["children"][number];

/** The source that a tree holds: every token with what stands before it, in order. */
function printed(tree: CompiledSource["tree"]): string {
  const parts: string[] = [];
  const rest: Element[] = [...tree.children].toReversed();
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if ("children" in element) rest.push(...[...element.children].toReversed());
    else parts.push(element.before, element.text);
  }
  return parts.join("");
}

function each(count: number, one: (random: Random) => void): void {
  for (let i = 0; i < count; i += 1) {
    try {
      one(new Random(SEED + i));
    } catch (error) {
      throw new Error(`HENG_SEED=${SEED + i}: ${error instanceof Error ? error.message : ""}`, {
        cause: error,
      });
    }
  }
}

/** Whether a tree holds what was not understood, or the place of what lacks. */
function hasMissingOrJunk(tree: CompiledSource["tree"]): boolean {
  const rest: Element[] = [...tree.children];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if (element.kind === "junk" || element.kind === "missing") return true;
    if ("children" in element) rest.push(...element.children);
  }
  return false;
}

/** Compiles any text at all, and expects what holds for any. */
function compiled(text: string): CompiledSource {
  const source = compile({ file: "规则.heng", text });
  const { program, diagnostics, tree } = source;
  expect(printed(tree), text).toBe(text);
  for (const { code, message, mend, range, fixes, related } of diagnostics) {
    expect(code).toMatch(/^H[125]\d{3}$/);
    expect(message.zh !== "" && message.en !== "" && mend.zh !== "").toBe(true);
    for (const at of [range, ...related.map((r) => r.range), ...fixes.flatMap((f) => f.edits)]) {
      expect(at?.file, `${code} in ${text}`).toBe("规则.heng");
      expect(at && at.start >= 0 && at.start <= at.end && at.end <= text.length, `${code} in ${text}`).toBe(
        true,
      );
    }
  }
  if (hasMissingOrJunk(tree)) expect(diagnostics, text).not.toEqual([]);
  const broken = diagnostics.some((d) => d.severity === "error");
  expect(program === undefined, text).toBe(broken);
  return source;
}

describe("rules", () => {
  it(
    "mutated, parse to what prints back, and check or say where they do not",
    { timeout: 36_000_000 },
    () => {
      let clean = 0;
      each(ROUNDS, (random) => {
        const { program } = compiled(mutate(pickRules(random), random));
        if (!program) return;
        clean += 1;
        const result = score(program, NOTHING, { lang: random.once(2) ? "zh" : "en" });
        expect(result.indicators.length).toBeGreaterThan(0);
      });
      // Edits that leave nothing to score prove little about scoring.
      if (ROUNDS >= 1_000) expect(clean).toBeGreaterThan(ROUNDS / 50);
    },
  );

  it.each([
    ["a piece of a real one", (random: Random) => mutate(random.pick(PIECES), random)],
    ["scraps in no order", soup],
    ["any code units", noise],
  ])("%s does so too", { timeout: 36_000_000 }, (_, make) =>
    each(ROUNDS, (random) => void compiled(make(random))),
  );
});

describe("a fix that is made unasked", () => {
  const errors = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
    all.filter(({ severity }) => severity === "error");
  const check = (text: string): CompiledSource => compile({ file: "规则.heng", text });
  it("leaves fewer errors than it found", { timeout: 36_000_000 }, () => {
    let tried = 0;
    let leftOut = 0;
    each(ROUNDS, (random) => {
      const text = mutate(pickRules(random), random);
      const found = check(text);
      const mended = mendUnasked({ file: "规则.heng", text }, found, check);
      tried += mended.made;
      leftOut += mended.leftOut;
      if (mended.made === 0) {
        expect(mended.text).toBe(text);
        return;
      }
      const safe = found.diagnostics.filter(({ fixes }) => fixes.some((fix) => fix.safe));
      const after = errors(check(mended.text).diagnostics);
      const most = errors(found.diagnostics).length - (errors(safe).length === safe.length ? 1 : 0);
      const left = after.map((d) => `${d.code} ${d.message.zh}`).join("\n");
      expect(after.length, `${text}\n——\n${mended.text}\n——\n${left}`).toBeLessThanOrEqual(most);
    });
    if (ROUNDS < 1_000) return;
    expect(tried).toBeGreaterThan(ROUNDS / 20);
    // A fix that often has to be left out is no safe one.
    expect(leftOut).toBeLessThan(tried / 300);
  });
});

describe("damaged filings", () => {
  const [department = "", project = ""] = RULES;
  const samples = [department, project].map((text, i) => {
    const { program } = compileClean(text);
    const json = readFileSync(files("rules/2022/filings/*.json")[i] ?? "");
    const fields = program.fields.filter((f) => f.items.length === 0 && !f.judged).slice(0, 12);
    const line = fields.map(({ type }) =>
      type.kind === "qualitative" ? "达成 90%" : type.kind === "ratio" ? "95%" : "12",
    );
    const csv = new TextEncoder().encode(
      `预算单位,${fields.map((f) => f.name).join(",")}\n${Array.from({ length: 3 }, (_, n) => `"单位${n}",${line.join(",")}`).join("\r\n")}\n`,
    );
    return { program, json: Uint8Array.from(json), csv };
  });
  const readers = [
    ["JSON", readJsonFilings, "json"],
    ["CSV", readCsvFilings, "csv"],
  ] as const;
  for (const [what, read, kind] of readers) {
    it(`${what} is read, or what is wrong has a place`, { timeout: 36_000_000 }, () => {
      const told = new Set<string>();
      each(ROUNDS / 3, (random) => {
        const { program, [kind]: whole } = random.pick(samples);
        // Most bytes that are changed make it no text, and then nothing else is found.
        const damaged = random.once(4)
          ? corrupt(whole, random)
          : utf8.encode(mutate(new TextDecoder().decode(whole), random));
        const found: FilingsRead = read(damaged, program, "填报");
        const lines = new TextDecoder().decode(damaged).split(/\r\n|\r|\n/);
        for (const { code, place, message, related } of found.diagnostics) {
          expect(code).toMatch(/^H[34]\d{3}$/);
          expect(message.zh.length).toBeLessThan(2_000);
          for (const at of [place, ...related.flatMap((r) => (r.place ? [r.place] : []))]) {
            expect(at?.file.startsWith("填报"), code).toBe(true);
            const { line, column, length = 0 } = at ?? {};
            expect(line !== undefined && column !== undefined, `${code} ${JSON.stringify(at)}`).toBe(true);
            expect(line, code).toBeGreaterThanOrEqual(1);
            expect(line, code).toBeLessThanOrEqual(lines.length);
            // In another encoding the columns are others than these.
            if (code === "H4001") continue;
            const text = lines[(line ?? 1) - 1] ?? "";
            expect(column, code).toBeGreaterThanOrEqual(1);
            expect(column, `${code} ${text}`).toBeLessThanOrEqual(text.length + 1);
            expect(length, code).toBeGreaterThanOrEqual(0);
          }
          // What is filed is a field; of the text itself the place is all there is.
          if (code.startsWith("H3")) expect(place?.field, code).toBeTypeOf("string");
          told.add(code);
        }
        if (found.filings.length === 0) expect(found.diagnostics.length).toBeGreaterThan(0);
        for (const filing of found.filings) score(program, filing, { lang: "zh" });
      });
      // One kind of finding alone would mean that nothing else was tried.
      if (ROUNDS >= 1_000) expect(told.size).toBeGreaterThan(5);
    });
  }
});
