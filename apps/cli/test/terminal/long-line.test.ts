import { expect, it, vi } from "vitest";
import { linesOf } from "@heng/lang";
import { excerpt } from "../../src/terminal/excerpt.ts";
import { wrap } from "../../src/terminal/wrap.ts";

const measured = vi.hoisted(() => ({ characters: 0 }));
vi.mock("../../src/terminal/width.ts", async (original) => {
  const real = await original<typeof import("../../src/terminal/width.ts")>();
  return {
    ...real,
    width: (text: string) => {
      measured.characters += 1;
      return real.width(text);
    },
  };
});

it("of a line that is the whole file no more is looked at than may be shown", () => {
  const shown = (around: number) => {
    const text = `${"前".repeat(around)}错的${"后".repeat(around)}`;
    measured.characters = 0;
    const found = excerpt(linesOf(text), { start: around, end: around + 2 }, { width: 80 });
    return { found, looked: measured.characters };
  };
  const [long, longer] = [shown(1_000), shown(100_000)];
  expect(longer).toEqual(long);
  expect(longer.looked).toBeLessThan(1_000);
  expect(longer.found.source).toMatch(/^ {2}1 │ \.\.\.前+.*错的.*后+\.\.\.$/);
});

it("a long text is broken into lines without copying what is left for each", () => {
  const copied = (length: number): number => {
    let elements = 0;
    const slice = vi.spyOn(Array.prototype, "slice").mockImplementation(function (
      this: unknown[],
      from = 0,
      to = this.length,
    ) {
      const part: unknown[] = [];
      for (let i = from; i < Math.min(to, this.length); i += 1) part.push(this[i]);
      elements += part.length;
      return part;
    });
    const lines = wrap("甲 5 + ".repeat(length), { width: 80 });
    slice.mockRestore();
    expect(lines.length).toBeGreaterThan(length / 20);
    return elements;
  };
  expect(copied(4_000) / copied(2_000)).toBeLessThan(2.2);
});
