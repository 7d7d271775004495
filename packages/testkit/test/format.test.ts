/** The formatter over files as people leave them: what it may change is how they look. */
import { compile, format, type CompiledSource, type FormatOptions } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { rounds, SEED } from "../src/fuzz.ts";
import { generateFile, include } from "../src/generate/unkempt.ts";
import { mutate } from "../src/mutate.ts";
import { commentsOf, groupsOf, substanceOf } from "../src/printed.ts";
import { Random } from "../src/random.ts";

const FILES = rounds(120);
const FILE = "规则.heng";

const check = (text: string): CompiledSource => compile({ file: FILE, text }, { include });

function formatted(text: string, keywords?: FormatOptions["keywords"]): string {
  const once = format({ file: FILE, text }, { keywords }).text;
  expect(format({ file: FILE, text: once }, { keywords }).text, "formatted again").toBe(once);
  return once;
}

/** What scoring works from, without the places of its parts; of a file in error, what is in error. */
function meaningOf({ program, diagnostics }: CompiledSource): string {
  const found = diagnostics.filter(({ severity }) => program || severity === "error");
  return JSON.stringify({ program, found: found.map(({ code }) => code).toSorted() }, (key, value: unknown) =>
    key === "origin"
      ? undefined
      : value instanceof Map
        ? [...(value as Map<unknown, unknown>)]
        : typeof value === "bigint"
          ? `${value}n`
          : value,
  );
}

/**
 * The mistakes of form, each with the words it is in: they stay as they were written. As read, not as a check tells them: it
 * takes some together by what would be left when they are mended.
 */
function mistakesOf(text: string): readonly string[] {
  const words = format({ file: FILE, text }).diagnostics.flatMap(({ code, range }) =>
    range ? [`${code} ${text.slice(range.start, range.end)}`] : [],
  );
  return words.toSorted();
}

/** What was printed holds all that was written. */
function holdsAll(before: CompiledSource, after: CompiledSource): void {
  expect(substanceOf(after.tree)).toEqual(substanceOf(before.tree));
  expect(commentsOf(after.tree)).toEqual(commentsOf(before.tree));
  const groups = new Set(groupsOf(after.tree));
  expect(
    groupsOf(before.tree).filter((group) => !groups.has(group)),
    "blank lines lost",
  ).toEqual([]);
}

function each(one: (seed: number) => string, property: (text: string) => void): void {
  for (let seed = SEED; seed < SEED + FILES; seed += 1) {
    const text = one(seed);
    try {
      property(text);
    } catch (error) {
      throw new Error(`HENG_SEED=${seed}: ${error instanceof Error ? error.message : ""}\n${text}`, {
        cause: error,
      });
    }
  }
}

describe("a formatted file", () => {
  it("means what it meant, in either language and back", { timeout: 36_000_000 }, () => {
    let checked = 0;
    each(
      (seed) => generateFile(seed).text,
      (text) => {
        const before = check(text);
        const meaning = meaningOf(before);
        const own = formatted(text);
        const chinese = formatted(own, "zh");
        const english = formatted(own, "en");
        expect([chinese, english]).toContain(own);
        expect(formatted(english, "zh")).toBe(chinese);
        expect(formatted(chinese, "en")).toBe(english);
        for (const printed of [chinese, english]) {
          const after = check(printed);
          expect(meaningOf(after)).toBe(meaning);
          holdsAll(before, after);
        }
        if (before.program) checked += 1;
      },
    );
    // Files in error say little about programs.
    if (FILES >= 100) expect(checked).toBeGreaterThan(FILES / 2);
  });

  it(
    "holds all that a file with mistakes held, and those as they were written",
    { timeout: 36_000_000 },
    () =>
      each(damaged, (text) => {
        const before = check(text);
        for (const keywords of [undefined, "en"] as const) {
          const printed = formatted(text, keywords);
          const after = check(printed);
          holdsAll(before, after);
          expect(mistakesOf(printed)).toEqual(mistakesOf(text));
        }
      }),
  );
});

/** Some forty lines of a file with a few slips, now and then all of it. */
function damaged(seed: number): string {
  const random = new Random(seed);
  const { text } = generateFile(seed);
  const lines = text.split("\n");
  const from = random.below(lines.length);
  return mutate(random.once(5) ? text : lines.slice(from, from + 40).join("\n"), random);
}
