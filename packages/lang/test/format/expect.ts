import { expect } from "vitest";
import { canonicalText, format, saysTheSame, type FormatOptions } from "../../src/format/format.ts";
import { METHODS } from "../../src/methods/registry.gen.ts";
import { parse } from "../../src/syntax/parser.ts";

/** Formats, and checks what holds of every text: it says the same, and formatting it again changes nothing. */
export function formatted(text: string, options: FormatOptions = {}): string {
  const once = parse({ file: "规则.heng", text }, METHODS);
  const canonical = canonicalText(text, once, METHODS, options);
  const again = parse({ file: "规则.heng", text: canonical }, METHODS);
  expect(saysTheSame(once, again, METHODS), `the same is said:\n${canonical}`).toBe(true);
  expect(canonicalText(canonical, again, METHODS, options), "formatted again").toBe(canonical);
  const result = format({ file: "规则.heng", text }, options);
  expect(result.text).toBe(canonical);
  expect(result.changed).toBe(canonical !== text);
  return canonical;
}

/** Lines without the indentation they have in a test. */
export function lines(text: string): string {
  const all = text.replace(/^\n/, "").replace(/\n *$/, "\n").split("\n");
  const margin = /^ */.exec(all[0] ?? "")?.[0] ?? "";
  return all.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line)).join("\n");
}
