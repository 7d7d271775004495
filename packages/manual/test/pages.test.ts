/** The pages as other programs get them; what `heng explain` prints of them is told in apps/cli. */
import { describe, expect, it } from "vitest";
import { codeOf, codes, nearCodes, pageOf } from "../src/index.ts";

describe("a page", () => {
  it.each(codes)("%s begins with its code in both languages", (code) => {
    expect(pageOf(code, "zh")).toMatch(new RegExp(`^# ${code} `));
    expect(pageOf(code, "en")).toMatch(new RegExp(`^# ${code} .* \\((error|warning|hint)\\)$`, "m"));
  });

  // Those whose example cannot be run have their words from an example in their index.ts.
  it.each(codes)("%s tells its example in English", (code) => {
    expect(pageOf(code, "en")).toMatch(new RegExp(`^(error|warning|hint) ${code}: .*[a-z]{2}`, "m"));
  });

  it.each(["H0000", "", "__proto__", "constructor"])("%j has none", (code) => {
    expect(pageOf(code, "zh")).toBeUndefined();
    expect(pageOf(code, "en")).toBeUndefined();
  });
});

describe("a code", () => {
  it.each(["H1204", "h1204", "1204"])("is read from %s", (typed) => expect(codeOf(typed)).toBe("H1204"));

  it("that is of no diagnostic has near ones, the nearest first", () => {
    expect(nearCodes("H12044")[0]).toBe("H1204");
  });
});
