import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, readCsv, withFormulaGuard, withoutFormulaGuard, writeCsv } from "../src/index.ts";
import { RUNS } from "./runs.ts";

const PLAIN = { bom: false };

describe("what is written", () => {
  test.each<[string, string[][], string]>([
    ["nothing", [], ""],
    [
      "commas and CRLF",
      [
        ["a", "b"],
        ["1", ""],
      ],
      "a,b\r\n1,\r\n",
    ],
    ["quotes only where needed", [["a,b", 'c"d', "e\nf", "g h", "i'j"]], '"a,b","c""d","e\nf",g h,i\'j\r\n'],
    ["other delimiters in quotes, so that the comma is found", [["a;b;c", "d\te"]], '"a;b;c","d\te"\r\n'],
    ["one empty cell, and none", [[""], []], '""\r\n\r\n'],
  ])("%s", (_, rows, text) => {
    expect(writeCsv(rows, PLAIN)).toBe(text);
  });

  test("with a byte-order mark where asked for", () => {
    expect(writeCsv([["值"]], { bom: true })).toBe("\uFEFF值\r\n");
  });
});

describe("the guard against formulas", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "-",
    "=",
    "-a",
    "+-1",
  ])("%j gets one", (text) => {
    expect(withFormulaGuard(text)).toBe(`'${text}`);
    expect(withoutFormulaGuard(`'${text}`)).toBe(text);
  });

  test.each([
    "-61.12",
    "−61.12",
    "+5",
    "-0",
    "-5%",
    "-3‰",
    "-1,234.50",
    "3359.45",
    "",
    "a=b",
    "'a",
    "'",
    "'-61.12",
    " =1",
  ])("%j needs none, and loses nothing", (text) => {
    expect(withFormulaGuard(text)).toBe(text);
    expect(withoutFormulaGuard(text)).toBe(text);
  });

  test.each(["-1.", "-.5", "-1,23", "-1e5", "-1 ", "-1\n", "+１", "-1+A1", "--1", "-%"])(
    "%j is no number",
    (text) => {
      expect(withFormulaGuard(text)).toBe(`'${text}`);
    },
  );

  test("a text that was guarded before is guarded again, so that taking off gives it back", () => {
    expect(withFormulaGuard("'=1")).toBe("''=1");
    expect(withoutFormulaGuard("''=1")).toBe("'=1");
  });

  test("no cell written begins a formula", () => {
    expect(writeCsv([["=1,2", "-1", "a\n=1"]], PLAIN)).toBe('"\'=1,2",-1,"a\n=1"\r\n');
  });
});

describe("any rows", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n＝＋－＠\",;1a.\uFEFF".split("")), maxLength: 6 }),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 5 });

  test("come back through bytes as they were", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (written, bom) => {
        const bytes = new TextEncoder().encode(writeCsv(written, { bom }));
        const decoded = decodeText(bytes);
        if (!decoded.ok) throw new Error(decoded.problem.kind);
        expect(decoded.encoding).toBe(bom ? "utf-8-bom" : "utf-8");

        const { delimiter, items } = readCsv(decoded.text, { recordLength: 1_048_576, columns: 2_000 });
        const read: string[][] = [];
        for (const item of items) {
          if (item.kind === "row") read.push(item.cells.map(({ text }) => withoutFormulaGuard(text)));
          else if (item.kind === "blank") read.push([]);
          else expect(item.problem.kind).toMatch(/^(?:ragged|empty)$/);
        }
        expect(delimiter).toBe(",");
        expect(read).toEqual(written);
      }),
      RUNS,
    );
  });

  test("hold no text that a spreadsheet would run", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = withFormulaGuard(text);
        expect(guarded).toMatch(/^(?![=+\-@\t\r\n＝＋－＠])|^[+-][0-9.,]+[%‰]?$/u);
        expect(withoutFormulaGuard(guarded)).toBe(text);
      }),
      RUNS,
    );
  });
});
