import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, readJson, type JsonLimits, type JsonNode, type JsonProblem } from "../src/index.ts";
import { Counted } from "./counted.ts";
import { RUNS } from "./runs.ts";

const LIMITS: JsonLimits = { depth: 64, length: 64 * 1024 * 1024 };

function valueOf(text: string, limits = LIMITS): JsonNode {
  const result = readJson(text, limits);
  if (!result.ok) throw new Error(`${result.problem.kind} at ${result.problem.start}`);
  return result.value;
}

function problemOf(text: string, limits = LIMITS): JsonProblem | undefined {
  const result = readJson(text, limits);
  return result.ok ? undefined : result.problem;
}

describe("values and their places", () => {
  test.each<[string, JsonNode]>([
    ["null", { kind: "null", start: 0, end: 4 }],
    [" true ", { kind: "boolean", value: true, start: 1, end: 5 }],
    ["false", { kind: "boolean", value: false, start: 0, end: 5 }],
    ['"值"', { kind: "string", value: "值", start: 0, end: 3 }],
    ["[]", { kind: "array", items: [], start: 0, end: 2 }],
    ["\t{\r\n}\n", { kind: "object", entries: [], start: 1, end: 5 }],
    [
      '{ "全年预算数": 3359.45, "": [1] }',
      {
        kind: "object",
        start: 0,
        end: 29,
        entries: [
          {
            key: "全年预算数",
            keyRange: { start: 2, end: 9 },
            value: { kind: "number", text: "3359.45", start: 11, end: 18 },
          },
          {
            key: "",
            keyRange: { start: 20, end: 22 },
            value: {
              kind: "array",
              start: 24,
              end: 27,
              items: [{ kind: "number", text: "1", start: 25, end: 26 }],
            },
          },
        ],
      },
    ],
  ])("%s", (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  test.each([
    "0",
    "-0",
    "1.50",
    "10",
    "1e400",
    "1E-7",
    "-1.5e+10",
    "123456789012345678901234567890.12345678901234567890",
  ])("the number %s keeps its text", (text) => {
    expect(valueOf(text)).toEqual({ kind: "number", text, start: 0, end: text.length });
    expect(valueOf(`[${text}]`)).toMatchObject({ items: [{ text, start: 1, end: 1 + text.length }] });
  });

  test.each([
    [String.raw`"\"\\\/\b\f\n\r\t"`, '"\\/\b\f\n\r\t'],
    [String.raw`"\u503c\u00E9\u0000"`, "值é\0"],
    [String.raw`"\ud842\uDFB7"`, "𠮷"],
    [String.raw`"a\u0062c\nd"`, "abc\nd"],
    ['"𠮷\u007F\u2028\uFEFF"', "𠮷\u007F\u2028\uFEFF"],
  ])("the string %s", (text, value) => {
    expect(valueOf(text)).toEqual({ kind: "string", value, start: 0, end: text.length });
  });

  test("`__proto__` and its like are ordinary keys", () => {
    const value = valueOf('{"__proto__": 1, "constructor": 2, "toString": 3, "__proto__x": 4}');
    expect(value.kind === "object" && value.entries.map(({ key }) => key)).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "__proto__x",
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(problemOf('{"__proto__": 1, "__proto__": 2}')).toMatchObject({ kind: "duplicateKey" });
  });

  test("keys are right where JSON.parse of some engines gives an earlier one: nodejs/node#63785", () => {
    const keysOf = (text: string) => {
      const value = valueOf(text);
      return value.kind === "object" ? value.entries.map(({ key }) => key) : [];
    };
    expect(keysOf(String.raw`{"a": 1, "\\": 2}`)).toEqual(["a", "\\"]);
    expect(keysOf(String.raw`{"a": 1, "\u0041": 2, "\n": 3, "\"": 4, "b\\": 5}`)).toEqual([
      "a",
      "A",
      "\n",
      '"',
      "b\\",
    ]);
  });

  test("entries stay in order, also where keys look like indices", () => {
    const value = valueOf('{"b": 1, "10": 2, "2": 3}');
    expect(value.kind === "object" && value.entries.map(({ key }) => key)).toEqual(["b", "10", "2"]);
  });
});

describe("problems, each at its place", () => {
  test.each<[string, string, Partial<JsonProblem>]>([
    ["", "", { kind: "empty" }],
    [" \n", " \n", { kind: "empty" }],
    ["[1, 2", "[", { kind: "unclosed", start: 0 }],
    ['{"a": [', "[", { kind: "unclosed", start: 6 }],
    ['{"a"', "{", { kind: "unclosed" }],
    ['{"a": 1,', "{", { kind: "unclosed" }],
    ['{"a": ', "{", { kind: "unclosed" }],
    ['["a', '"', { kind: "unterminatedString", start: 1 }],
    ['["a\\', '"', { kind: "unterminatedString", start: 1 }],
    ["[1,]", ",", { kind: "trailingComma", start: 2 }],
    ['{"a": 1 , }', ",", { kind: "trailingComma", start: 8 }],
    ["[,1]", ",", { kind: "unexpected", expected: "value", start: 1 }],
    ["[1,,2]", ",", { kind: "unexpected", expected: "value", start: 3 }],
    ["{,}", ",", { kind: "unexpected", expected: "key" }],
    ["{1: 2}", "1", { kind: "unexpected", expected: "key" }],
    ["{a: 2}", "a", { kind: "unexpected", expected: "key" }],
    ["{'a': 2}", "'", { kind: "unexpected", expected: "key" }],
    ['{"a" 1}', "1", { kind: "unexpected", expected: "colon" }],
    ['{"a"：1}', "：", { kind: "unexpected", expected: "colon" }],
    ['{"a": }', "}", { kind: "unexpected", expected: "value" }],
    ['{"a": 1 "b": 2}', "", { kind: "missingComma", start: 7 }],
    ["[1 2]", "", { kind: "missingComma", start: 2 }],
    ["[{}{}]", "", { kind: "missingComma", start: 3 }],
    ["[1 true]", "", { kind: "missingComma", start: 2 }],
    ['{"a": 1 b: 2}', "b", { kind: "unexpected", expected: "commaOrClose", start: 8 }],
    ['{"a": 12万}', "万", { kind: "unexpected", expected: "commaOrClose" }],
    ["[1 // 2]", "//", { kind: "comment" }],
    ['{"a": 1]', "]", { kind: "unexpected", expected: "commaOrClose" }],
    ["[1}", "}", { kind: "unexpected", expected: "commaOrClose" }],
    ["]", "]", { kind: "unexpected", expected: "value" }],
    ["[1] [2]", "[", { kind: "unexpected", expected: "end", start: 4 }],
    ["{} x1", "x1", { kind: "unexpected", expected: "end" }],
    ["12万", "万", { kind: "unexpected", expected: "end" }],
    ["True", "True", { kind: "unexpected", expected: "value" }],
    ["[nul]", "nul", { kind: "unexpected", expected: "value" }],
    ["[truefalse]", "truefalse", { kind: "unexpected", expected: "value" }],
    ["“a”", "“", { kind: "unexpected", expected: "value" }],
    ["[𠮷]", "𠮷", { kind: "unexpected", expected: "value" }],
    ["\uFEFF[]", "\uFEFF", { kind: "unexpected", expected: "value" }],
    ["[\u00A01]", "\u00A0", { kind: "unexpected", expected: "value" }],
    ["[\f1]", "\f", { kind: "unexpected", expected: "value" }],
    ["// a\n1", "//", { kind: "comment" }],
    ["[1 /* a */]", "/*", { kind: "comment" }],
    ['{"a": 1} // b', "//", { kind: "comment" }],
    ["[1 / 2]", "/", { kind: "unexpected", expected: "commaOrClose" }],
    ["[NaN]", "NaN", { kind: "notFinite" }],
    ["Infinity", "Infinity", { kind: "notFinite" }],
    ["-Infinity", "-Infinity", { kind: "notFinite" }],
    ["[007]", "007", { kind: "leadingZero" }],
    ["-00", "-00", { kind: "leadingZero" }],
    ["01.5", "01.5", { kind: "leadingZero" }],
    ["[1.]", "1.", { kind: "malformedNumber" }],
    [".5", ".5", { kind: "malformedNumber" }],
    ["+1", "+1", { kind: "malformedNumber" }],
    ["-", "-", { kind: "malformedNumber" }],
    ["1e", "1e", { kind: "malformedNumber" }],
    ["1e+", "1e+", { kind: "malformedNumber" }],
    ["1.e5", "1.e5", { kind: "malformedNumber" }],
    ["0x1F", "0x1F", { kind: "malformedNumber" }],
    ["1_000", "1_000", { kind: "malformedNumber" }],
    ["[5-6]", "5-6", { kind: "malformedNumber" }],
    [String.raw`["\x41"]`, String.raw`\x`, { kind: "badEscape" }],
    [String.raw`["\'"]`, String.raw`\'`, { kind: "badEscape" }],
    [String.raw`["\U0041"]`, String.raw`\U`, { kind: "badEscape" }],
    [String.raw`["\u00g0"]`, String.raw`\u`, { kind: "badEscape" }],
    [String.raw`["\u123"]`, String.raw`\u`, { kind: "badEscape" }],
    [String.raw`"\u12`, String.raw`\u`, { kind: "badEscape" }],
    [String.raw`["\ud842"]`, String.raw`\ud842`, { kind: "loneSurrogate" }],
    [String.raw`["\udfb7\ud842"]`, String.raw`\udfb7`, { kind: "loneSurrogate" }],
    [String.raw`["\ud842\n"]`, String.raw`\ud842`, { kind: "loneSurrogate" }],
    [String.raw`["\ud842\u0041"]`, String.raw`\ud842`, { kind: "loneSurrogate" }],
    ['["a\uD842b"]', "\uD842", { kind: "loneSurrogate" }],
    ['["\uDFB7"]', "\uDFB7", { kind: "loneSurrogate" }],
    ['"\uD842', "\uD842", { kind: "loneSurrogate" }],
    ['["a\tb"]', "\t", { kind: "controlCharacter", code: 9 }],
    ['["a\nb"]', "\n", { kind: "controlCharacter", code: 10 }],
    ['["\0"]', "\0", { kind: "controlCharacter", code: 0 }],
    ['["\u001F"]', "\u001F", { kind: "controlCharacter", code: 31 }],
  ])("%j", (text, shown, problem) => {
    const found = problemOf(text);
    expect(found).toMatchObject(problem);
    expect(text.slice(found?.start, found?.end)).toBe(shown);
  });

  test("a key given twice names both places", () => {
    expect(problemOf('{\n  "年度": 2022,\n  "\\u5e74度": 2023\n}')).toEqual({
      kind: "duplicateKey",
      key: "年度",
      first: { start: 4, end: 8 },
      start: 18,
      end: 27,
    });
  });

  test("a key given twice is found among any number of keys", () => {
    for (const count of [1, 2, 8, 9, 10, 11, 50]) {
      const keys = Array.from({ length: count }, (_, i) => `"k${i}": {"k0": ${i}}`);
      expect(problemOf(`{${keys.join()}}`)).toBeUndefined();
      for (const again of [0, count >> 1, count - 1]) {
        expect(problemOf(`{${[...keys, `"k${again}": 0`].join()}}`)).toMatchObject({
          kind: "duplicateKey",
          key: `k${again}`,
          first: { start: keys.slice(0, again).join().length + (again === 0 ? 1 : 2) },
        });
      }
    }
  });

  test("keys differ by their characters: no folding", () => {
    expect(problemOf('{"a": 1, "A": 2, "ａ": 3, "é": 4, "e\u0301": 5}')).toBeUndefined();
  });
});

describe("limits", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test("depth", () => {
    expect(problemOf(nested(64))).toBeUndefined();
    expect(problemOf(nested(65))).toMatchObject({ kind: "tooDeep", limit: 64, start: 64, end: 65 });
    expect(problemOf('{"a": [{"b": []}]}', { ...LIMITS, depth: 4 })).toBeUndefined();
    expect(problemOf('{"a": [{"b": []}]}', { ...LIMITS, depth: 3 })).toMatchObject({
      kind: "tooDeep",
      start: 13,
    });
    expect(problemOf("[[], [], {}]", { ...LIMITS, depth: 2 })).toBeUndefined();
    expect(problemOf("1", { ...LIMITS, depth: 0 })).toBeUndefined();
    expect(problemOf("[]", { ...LIMITS, depth: 0 })).toMatchObject({ kind: "tooDeep" });
  });

  test("depth is no matter of the stack", () => {
    const depth = 100_000;
    expect(problemOf(nested(depth), { ...LIMITS, depth })).toBeUndefined();
    expect(problemOf("[".repeat(depth), { ...LIMITS, depth })).toMatchObject({
      kind: "unclosed",
      start: depth - 1,
    });
    expect(problemOf('{"":'.repeat(depth), { ...LIMITS, depth })).toMatchObject({ kind: "unclosed" });
  });

  test("length, before anything is read", () => {
    expect(problemOf("[12]", { ...LIMITS, length: 4 })).toBeUndefined();
    expect(problemOf("\n\n[x]", { ...LIMITS, length: 4 })).toEqual({
      kind: "tooLong",
      limit: 4,
      start: 4,
      end: 5,
    });
  });
});

describe("effort", () => {
  function looksAt(text: string): number {
    const counted = new Counted(text);
    readJson(counted as unknown as string, { depth: 1e6, length: 1e9 });
    return counted.looks;
  }

  test.each<[string, (n: number) => string]>([
    ["items", (n) => `[${"1,".repeat(n)}1]`],
    ["keys", (n) => `{${Array.from({ length: n }, (_, i) => `"${i + 100_000}":1`).join()}}`],
    ["depth", (n) => "[".repeat(n)],
    ["white space", (n) => " ".repeat(n)],
    ["a long string", (n) => `"${"a".repeat(n)}`],
    ["escapes", (n) => `"${"\\ud842\\udfb7".repeat(n)}"`],
    ["a long number", (n) => `${"1".repeat(n)}.`],
    ["a long word", (n) => "a".repeat(n)],
  ])("grows with the text, no faster: %s", (_, text) => {
    const [once, twice] = [looksAt(text(5_000)), looksAt(text(10_000))];
    expect(twice / once).toBeLessThan(2.01);
    expect(twice).toBeLessThan(8 * text(10_000).length);
  });
});

describe("any text", () => {
  /** What `JSON.parse` and the reader have in common: all but the order of keys and the text of numbers. */
  type Plain = string | boolean | null | { number: number } | Plain[] | Map<string, Plain>;

  function fromNode(node: JsonNode): Plain {
    switch (node.kind) {
      case "object":
        return sorted(node.entries.map(({ key, value }) => [key, fromNode(value)]));
      case "array":
        return node.items.map(fromNode);
      case "number":
        return { number: Number(node.text) };
      case "null":
        return null;
      default:
        return node.value;
    }
  }

  function fromParse(value: unknown): Plain {
    if (typeof value === "number") return { number: value };
    if (Array.isArray(value)) return value.map(fromParse);
    if (typeof value === "object" && value !== null) {
      return sorted(Object.entries(value).map(([key, inner]) => [key, fromParse(inner)]));
    }
    return value as string | boolean | null;
  }

  function sorted(entries: [string, Plain][]): Map<string, Plain> {
    return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  // No key has a backslash: having met one, JSON.parse may give it for another escaped key (nodejs/node#63785).
  const unit = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\0", "\n", '"', "值", "\u2028", "𠮷", "/"),
  );
  const stringUnit = unit.filter((character) => character !== "\\");
  const key = fc.oneof(
    fc.string({ unit: stringUnit, maxLength: 6 }),
    fc.constantFrom("__proto__", "constructor", "值", "\0", "0", "1"),
  );
  const string = fc.oneof(fc.string({ unit, maxLength: 6 }), fc.constantFrom("\\", "\\u0041", '\\"'));
  const spaced = fc.tuple(
    fc.jsonValue({ stringUnit, maxDepth: 6 }),
    fc.constantFrom(undefined, 1, "\t", "\r\n"),
  );
  const documents = fc.oneof(
    fc.json({ stringUnit }),
    spaced.map(([value, space]) => JSON.stringify(value, undefined, space)),
    fc
      .dictionary(key, fc.oneof(string, fc.double(), fc.array(string)), { maxKeys: 20 })
      .map((object) => JSON.stringify(object)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)),
  );

  /** Writes every character beyond ASCII, and some others, as an escape. */
  const escaped = (text: string) =>
    text.replaceAll(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

  test("that is JSON gives what JSON.parse gives", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const value = fromParse(JSON.parse(text));
        expect(fromNode(valueOf(text))).toEqual(value);
        expect(fromNode(valueOf(escaped(text)))).toEqual(value);
      }),
      RUNS,
    );
  });

  test("has nodes that lie where their text says", () => {
    const check = (text: string, node: JsonNode): void => {
      const source = text.slice(node.start, node.end);
      expect(fromParse(JSON.parse(source))).toEqual(fromNode(node));
      if (node.kind === "number") expect(source).toBe(node.text);
      if (node.kind === "array") for (const item of node.items) check(text, item);
      if (node.kind !== "object") return;
      for (const { key, keyRange, value } of node.entries) {
        expect(JSON.parse(text.slice(keyRange.start, keyRange.end))).toBe(key);
        check(text, value);
      }
    };
    fc.assert(
      fc.property(documents, (text) => check(text, valueOf(text))),
      { numRuns: RUNS.numRuns / 10 },
    );
  });

  const mutated = fc
    .tuple(
      documents,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat({ max: 3 }),
          fc.oneof(
            fc.constantFrom("", ..."{}[],:\"\\'/*-+.0189eE tfn \n\r\t\0\uD842\uDFB7“，：".split("")),
            fc.constantFrom("\\u", "\\ud842", "NaN", "true", "null", '"a":', '{"":', "//", "00"),
            fc.string({ unit: "binary", maxLength: 3 }),
          ),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([text, edits]) =>
      edits.reduce((edited, [place, removed, added]) => {
        const start = place % (edited.length + 1);
        return edited.slice(0, start) + added + edited.slice(start + removed);
      }, text),
    );

  test("is refused wherever JSON.parse refuses, and else only for what it overlooks", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        fc.pre(!/\\\\|\\u005c/i.test(text)); // A backslash may have come into a key.
        const result = readJson(text, LIMITS);
        let parsed: { value: unknown } | undefined;
        try {
          parsed = { value: JSON.parse(text) };
        } catch {
          parsed = undefined;
        }
        if (result.ok) {
          expect(parsed).toBeDefined();
          expect(fromNode(result.value)).toEqual(fromParse(parsed?.value));
          return;
        }
        const { problem } = result;
        if (parsed !== undefined) expect(problem.kind).toMatch(/^(?:duplicateKey|loneSurrogate)$/);
        expect(problem.start).toBeLessThanOrEqual(problem.end);
        expect(problem.end).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });

  test("is read without fault", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[],:"\\u0e-. \n\uD842\uDFB7'.split("")), maxLength: 30 }),
        (text) => {
          expect(typeof readJson(text, { depth: 4, length: 25 }).ok).toBe("boolean");
        },
      ),
      RUNS,
    );
  });
});

describe("from bytes", () => {
  const textOf = (bytes: Uint8Array) => {
    const decoded = decodeText(bytes);
    return decoded.ok ? decoded : { text: "", encoding: decoded.problem.kind };
  };

  test.each([
    ["utf-8", "7b 22 e9 a2 84 e7 ae 97 22 3a 31 7d"],
    ["utf-8-bom", "ef bb bf 7b 22 e9 a2 84 e7 ae 97 22 3a 31 7d"],
    ["gb18030", "7b 22 d4 a4 cb e3 22 3a 31 7d"],
    ["gb18030", "84 31 95 33 7b 22 d4 a4 cb e3 22 3a 31 7d"],
  ])("%s, with a mark or without", (encoding, bytes) => {
    const decoded = textOf(Uint8Array.from(bytes.split(" "), (pair) => parseInt(pair, 16)));
    expect(decoded.encoding).toBe(encoding);
    expect(valueOf(decoded.text)).toMatchObject({ entries: [{ key: "预算", value: { text: "1" } }] });
  });
});
