import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, type CsvItem, type CsvLimits, type CsvProblem } from "../src/index.ts";
import { Counted } from "./counted.ts";
import { RUNS } from "./runs.ts";

const LIMITS: CsvLimits = { recordLength: 1_048_576, columns: 2_000 };

const itemsOf = (text: string, limits = LIMITS): CsvItem[] => [...readCsv(text, limits).items];
const rowsOf = (text: string, limits = LIMITS): string[][] =>
  itemsOf(text, limits).flatMap((item) => (item.kind === "row" ? [item.cells.map((cell) => cell.text)] : []));
const problemsOf = (text: string, limits = LIMITS): CsvProblem[] =>
  itemsOf(text, limits).flatMap((item) => (item.kind === "problem" ? [item.problem] : []));
const at = (line: number, column: number, offset: number) => ({ line, column, offset });

describe("records", () => {
  test.each([
    [
      "CRLF, LF and CR end a line",
      "a,b\r\n1,2\n3,4\r5,6",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    ["the last line break begins no record", "a\n1\n", [["a"], ["1"]]],
    [
      "empty cells",
      "a,b,c\n,,\n1,,\n",
      [
        ["a", "b", "c"],
        ["", "", ""],
        ["1", "", ""],
      ],
    ],
    [
      "a delimiter at the very end",
      "a,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    [
      "spaces belong to the cell",
      "a, b \n 1,2\n",
      [
        ["a", " b "],
        [" 1", "2"],
      ],
    ],
    ["quotes keep delimiters, quotes and line breaks", '"a,b","c""d","e\r\nf"\n', [["a,b", 'c"d', "e\r\nf"]]],
    ["empty quotes are an empty cell", '"",""\n', [["", ""]]],
    ["only quotes", '"""","""a"""\n', [['"', '"a"']]],
    ["quotes at the end of the text", 'a,"b"', [["a", "b"]]],
    ["other white space and NUL are text", "a\u3000,\v\0\n", [["a\u3000", "\v\0"]]],
    ["a full-width comma and quotation marks are text", "a，b,“c”\n", [["a，b", "“c”"]]],
    ["names of object properties are text", "__proto__,constructor\n", [["__proto__", "constructor"]]],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(problemsOf(text)).toEqual([]);
  });

  test("each cell knows its place, behind line breaks in quotes too", () => {
    const [header, row] = itemsOf('单位,"说\r\n明\n"",""",值\r\n甲,乙,丙');
    expect(header).toEqual({
      kind: "row",
      line: 1,
      cells: [
        { text: "单位", line: 1, column: 1, offset: 0, end: 2, row: 1, index: 1 },
        { text: '说\r\n明\n","', line: 1, column: 4, offset: 3, end: 15, row: 1, index: 2 },
        { text: "值", line: 3, column: 8, offset: 16, end: 17, row: 1, index: 3 },
      ],
    });
    expect(row).toMatchObject({
      line: 4,
      cells: [{ column: 1, offset: 19, row: 2 }, { column: 3 }, { column: 5, end: 24, index: 3 }],
    });
  });

  test("blank lines are told, are no records, and are not counted as ragged", () => {
    expect(itemsOf("\r\na,b\n\n1,2\n\n")).toMatchObject([
      { kind: "blank", line: 1 },
      { kind: "row", line: 2 },
      { kind: "blank", line: 3 },
      { kind: "row", line: 4 },
      { kind: "blank", line: 5 },
    ]);
  });

  test("records of another width are given, and reported", () => {
    expect(itemsOf("a,b\n1\n1,2,3\n4,5\n")).toMatchObject([
      { kind: "row" },
      { kind: "row", cells: [{ text: "1" }] },
      { kind: "problem", problem: { kind: "ragged", at: at(2, 1, 4), found: 1, expected: 2 } },
      { kind: "row", cells: [{ text: "1" }, { text: "2" }, { text: "3" }] },
      { kind: "problem", problem: { kind: "ragged", at: at(3, 1, 6), found: 3, expected: 2 } },
      { kind: "row", cells: [{ text: "4" }, { text: "5" }] },
    ]);
  });

  test("without any record the file is empty", () => {
    const empty = { kind: "problem", problem: { kind: "empty", at: at(1, 1, 0) } };
    expect(itemsOf("")).toEqual([empty]);
    expect(itemsOf("\r\n\n")).toEqual([{ kind: "blank", line: 1 }, { kind: "blank", line: 2 }, empty]);
    expect(problemsOf('""')).toEqual([]);
  });
});

describe("the delimiter", () => {
  test.each([
    ["a,b\n1;2;3;4", ","],
    ["a;b\n1,2,3,4", ";"],
    ["a\tb\n1,2;3", "\t"],
    ["a\n1,2", ","],
    ["", ","],
    ['"x,y,z";b\n', ";"],
    ['"x\n,,,";b\n', ";"],
    ['"say "",,,""";b\n', ";"],
    ["\r\n\na;b\n", ";"],
    ["金额,万元;甲;乙", ";"],
    ["a,b\tc", ","],
    ["a\tb;c", "\t"],
    ["a,b;c", ","],
  ])("of %j is %j", (text, delimiter) => {
    expect(readCsv(text, LIMITS).delimiter).toBe(delimiter);
  });

  test("is used for all records", () => {
    expect(rowsOf("a;b\n1,5;2\n")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
  });
});

describe("quotes out of place", () => {
  test.each<[string, CsvProblem]>([
    ['a,b"c"\n', { kind: "strayQuote", at: at(2, 4, 7) }],
    [' "a"\n', { kind: "strayQuote", at: at(2, 2, 5) }],
    ['a"', { kind: "strayQuote", at: at(2, 2, 5) }],
    ['1,"b"c\n', { kind: "textAfterQuote", at: at(2, 6, 9), opened: at(2, 3, 6) }],
    ['"b" ,c\n', { kind: "textAfterQuote", at: at(2, 4, 7), opened: at(2, 1, 4) }],
    ['"b\n"c', { kind: "textAfterQuote", at: at(3, 2, 8), opened: at(2, 1, 4) }],
    ['1,"b\nc,d\n', { kind: "unclosedQuote", at: at(2, 3, 6) }],
    ['1,"b""', { kind: "unclosedQuote", at: at(2, 3, 6) }],
    ['"', { kind: "unclosedQuote", at: at(2, 1, 4) }],
  ])("%j", (text, problem) => {
    // What comes before stays usable, what comes after is not read.
    expect(itemsOf(`x,y\n${text}`)).toEqual([
      expect.objectContaining({ kind: "row", line: 1 }),
      { kind: "problem", problem },
    ]);
  });
});

describe("limits", () => {
  const limits: CsvLimits = { recordLength: 10, columns: 3 };

  test.each([
    ["without quotes", "12345,7890", "12345,78901"],
    ["an empty cell at the end", "123456789,", "1234567890,"],
    ["one long cell", "1234567890", "12345678901"],
    ["in quotes", '"12345678"', '"123456789"'],
    ["doubled quotes", '"123""678"', '"123""6789"'],
    ["doubled quotes at the end", '"123456"""', '"1234567"""'],
    ["line breaks in quotes count", '"123\r\n678"', '"123\r\n6789"'],
  ])("a record at the limit passes, one over does not: %s", (_, passes, fails) => {
    for (const end of ["", "\n", "\r\n"]) {
      expect(problemsOf(`${passes}${end}`, limits)).toEqual([]);
      expect(problemsOf(`${fails}${end}`, limits)).toMatchObject([
        { kind: "recordTooLong", at: at(1, 1, 0), limit: 10 },
      ]);
    }
  });

  test("the quote that swallowed the file is named", () => {
    expect(problemsOf('a,b\n1,"2\n3,4\n5,6\n', limits)).toEqual([
      { kind: "recordTooLong", at: at(2, 1, 4), limit: 10, opened: at(2, 3, 6) },
    ]);
    expect(problemsOf("a,b\n1,234567890\n", limits)).toEqual([
      { kind: "recordTooLong", at: at(2, 1, 4), limit: 10, opened: undefined },
    ]);
    // The text ends at the limit: the quote is open, no more is known.
    expect(problemsOf('a,b\n1,"3456789', limits)).toEqual([{ kind: "unclosedQuote", at: at(2, 3, 6) }]);
  });

  test("columns", () => {
    expect(problemsOf("1,2,3\n", limits)).toEqual([]);
    expect(itemsOf("1,2,3\n1,2,3,4\n", limits)).toMatchObject([
      { kind: "row" },
      { kind: "problem", problem: { kind: "tooManyColumns", at: at(2, 7, 12), limit: 3 } },
    ]);
    expect(problemsOf("1,2,3,", limits)).toMatchObject([{ kind: "tooManyColumns" }]);
  });

  test("in their true size", () => {
    const cell = "值".repeat(LIMITS.recordLength);
    expect(problemsOf(`${cell}\n`)).toEqual([]);
    expect(problemsOf(`${cell}值\n`)).toMatchObject([{ kind: "recordTooLong" }]);
    expect(problemsOf(",".repeat(1_999))).toEqual([]);
    expect(problemsOf(",".repeat(2_000))).toMatchObject([{ kind: "tooManyColumns" }]);
  });
});

describe("effort", () => {
  function looksAt(text: string): number {
    const counted = new Counted(text);
    let rest = 100_000;
    for (const _ of readCsv(counted as unknown as string, { recordLength: 1e6, columns: 1e6 }).items)
      rest -= 1;
    expect(rest).toBeGreaterThan(0);
    return counted.looks;
  }

  test.each<[string, (n: number) => string]>([
    ["records", (n) => "a,b\r\n".repeat(n)],
    ["cells", (n) => "a,".repeat(n)],
    ["blank lines", (n) => "\r\n".repeat(n)],
    ["doubled quotes", (n) => `"${'""'.repeat(n)}"`],
    ["an open quote", (n) => `"${"a\n".repeat(n)}`],
    ["open quotes", (n) => '"'.repeat(2 * n + 1)],
    ["quotes and delimiters", (n) => '",'.repeat(n)],
  ])("grows with the text, no faster: %s", (_, text) => {
    const [once, twice] = [looksAt(text(5_000)), looksAt(text(10_000))];
    expect(twice / once).toBeLessThan(2.01);
    expect(twice).toBeLessThan(8 * text(10_000).length);
  });

  test("rows come as they are asked for", () => {
    const counted = new Counted("a,b\n".repeat(10_000));
    const { items } = readCsv(counted as unknown as string, LIMITS);
    items.next();
    expect(counted.looks).toBeLessThan(100);
  });
});

describe("any text", () => {
  const bare = fc.string({ unit: fc.constantFrom("a", "值", "𠮷", " ", "'", "0"), maxLength: 4 });
  const any = fc.string({
    unit: fc.constantFrom("a", "值", '"', ",", ";", "\t", "\r", "\n", "\r\n"),
    maxLength: 6,
  });
  const quoted = any.map((text) => [text, `"${text.replaceAll('"', '""')}"`] as const);
  const cell = fc.oneof(
    bare.map((text) => [text, text] as const),
    quoted,
  );
  const lineBreak = fc.constantFrom("\r\n", "\n", "\r");

  test("written in any way that RFC 4180 allows is read as it was", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(",", ";", "\t"),
        fc.array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 5 }), lineBreak), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.boolean(),
        (delimiter, records, lastBreak) => {
          const text = records
            .map(([cells, end], i) => {
              const record = cells.map(([, written]) => written).join(delimiter);
              return i < records.length - 1 || lastBreak ? record + end : record;
            })
            .join("");
          expect(rowsOf(text)).toEqual(records.map(([cells]) => cells.map(([meant]) => meant)));
          for (const item of itemsOf(text)) {
            if (item.kind !== "row") continue;
            for (const { text: content, offset, end, line, column } of item.cells) {
              const source = text.slice(offset, end);
              expect(source.startsWith('"') ? source.slice(1, -1).replaceAll('""', '"') : source).toBe(
                content,
              );
              const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
              expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? "").length + 1]);
            }
          }
        },
      ),
      RUNS,
    );
  });

  test("is read without fault, and its characters are all accounted for", () => {
    const limits = fc.record({
      recordLength: fc.integer({ min: 1, max: 30 }),
      columns: fc.integer({ min: 1, max: 6 }),
    });
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r"), maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, limits, (source, sizes) => {
        let read = 0;
        let ended = false;
        for (const item of itemsOf(source, sizes)) {
          expect(ended).toBe(false);
          if (item.kind === "row") {
            expect(item.cells.length).toBeLessThanOrEqual(sizes.columns);
            const start = item.cells[0]?.offset ?? NaN;
            const end = item.cells.at(-1)?.end ?? NaN;
            expect(end - start).toBeLessThanOrEqual(sizes.recordLength);
            expect(source.slice(read, start)).toMatch(/^[\r\n]*$/);
            read = end;
          } else if (item.kind === "problem" && item.problem.kind !== "ragged") {
            expect(item.problem.at.offset).toBeLessThanOrEqual(source.length);
            ended = true;
          }
        }
        if (!ended) expect(source.slice(read)).toMatch(/^[\r\n]*$/);
      }),
      RUNS,
    );
  });
});
