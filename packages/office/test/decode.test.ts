import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, type Encoding } from "../src/index.ts";
import { RUNS } from "./runs.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) =>
  Uint8Array.from(digits.match(/[0-9a-f]{2}/g) ?? [], (pair) => parseInt(pair, 16));
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 * i, text.charCodeAt(i), order === "le");
  return new Uint8Array(view.buffer);
}

const read = (text: string, encoding: Encoding) => ({ ok: true, text, encoding });
const malformed = (encoding: Encoding, offset: number, line: number, column = 1) => ({
  ok: false,
  problem: { kind: "malformed", encoding, offset, line, column },
});
const control = (code: number, offset: number, line: number, column = 1) => ({
  ok: false,
  problem: { kind: "control", code, offset, line, column },
});

describe("UTF-8", () => {
  test.each(["", "a,b\r\n1,2\r\n", "预算执行率,86.28%\n", "a\tb\vc\fd\r\n", "𠮷😀\u0080\uFFFD\uFEFF"])(
    "%j",
    (text) => {
      expect(decodeText(utf8(text))).toEqual(read(text, "utf-8"));
    },
  );

  test("the mark is told and taken off, once", () => {
    expect(decodeText(utf8("\uFEFF值"))).toEqual(read("值", "utf-8-bom"));
    expect(decodeText(utf8("\uFEFF\uFEFF值"))).toEqual(read("\uFEFF值", "utf-8-bom"));
    expect(decodeText(utf8("\uFEFF"))).toEqual(read("", "utf-8-bom"));
  });

  test("what is valid in both encodings is UTF-8", () => {
    // C4 A3 is U+0123 here, 模 there.
    expect(decodeText(hex("c4 a3"))).toEqual(read("ģ", "utf-8"));
  });

  test.each([
    ["overlong", "c0 80"],
    ["overlong, three bytes", "e0 9f bf"],
    ["overlong, four bytes", "f0 8f bf bf"],
    ["half a surrogate pair", "ed a0 80"],
    ["beyond U+10FFFF", "f4 90 80 80"],
    ["no such first byte", "f5 80 80 80"],
    ["a continuation alone", "bf"],
    ["cut off", "e9 a2"],
  ])("%s: refused at its first byte", (_, bad) => {
    const before = utf8("指标,分值\r\n预算执行率,10\n");
    expect(decodeText(joined(before, hex(bad)))).toEqual(malformed("utf-8", before.length, 3));
    const after = utf8(",指标");
    expect(decodeText(joined(before, hex(bad), after))).toEqual(malformed("utf-8", before.length, 3));
  });

  test("a marked file is UTF-8 or nothing", () => {
    expect(decodeText(hex("ef bb bf b5 a5 ce bb"))).toEqual(malformed("utf-8-bom", 3, 1));
  });

  test("a file cut off inside a character is not read as GB18030, where it would be valid", () => {
    const whole = utf8("预算执行率预算执行率");
    const cut = whole.subarray(0, whole.length - 1);
    expect(cut.length % 2).toBe(1);
    const valid = whole.subarray(0, whole.length - 2);
    expect(() => new TextDecoder("gb18030", { fatal: true }).decode(valid)).not.toThrow();
    expect(decodeText(valid)).toEqual(malformed("utf-8", whole.length - 3, 1, 10));
    expect(decodeText(cut)).toEqual(malformed("utf-8", whole.length - 3, 1, 10));
  });

  test("a GB18030 line in a UTF-8 file is named", () => {
    const start = utf8("单位,全年预算数\n农业农村局,3359.45\n");
    expect(decodeText(joined(start, hex("b5 a5 ce bb")))).toEqual(malformed("utf-8", start.length, 3));
  });
});

describe("GB18030", () => {
  // Bytes by another implementation (Python's codec).
  test.each([
    ["预算执行率", "d4 a4 cb e3 d6 b4 d0 d0 c2 ca"],
    ["￥—–é", "a3 a4 a1 aa a8 43 a8 a6"],
    ["预€", "d4 a4 a2 e3"],
    ["预½", "d4 a4 81 30 86 35"],
    ["㐀ﷺ", "81 39 ee 39 84 30 fe 34"],
    ["𠮷😀", "95 34 b2 35 94 39 fc 36"],
    ["\u0080", "81 30 81 30"],
    ["\u{10FFFF}", "e3 32 9a 35"],
    ["预\r\n算,1", "d4 a4 0d 0a cb e3 2c 31"],
  ])("%s", (text, bytes) => {
    expect(decodeText(hex(bytes))).toEqual(read(text, "gb18030"));
  });

  test("where its editions differ, all decoders follow the Encoding Standard: 18 codes of 2022, 6 of 2000", () => {
    const pairs = hex(
      "a6d9 a6da a6db a6dc a6dd a6de a6df a6ec a6ed a6f3 fe59 fe61 fe66 fe67 fe6d fe7e fe90 fea0",
    );
    const text = "︐︒︑︓︔︕︖︗︘︙龴龵龶龷龸龹龺龻";
    expect(decodeText(pairs)).toEqual(read(text, "gb18030"));
    expect(decodeText(hex("fe51 fe52 fe53 fe6c fe76 fe91"))).toEqual(
      read("\uE816\uE817\uE818\uE831\uE83B\uE855", "gb18030"),
    );
    expect(decodeText(hex("a8bc 80 a3a0"))).toEqual(read("ḿ€\u3000", "gb18030"));
  });

  test("its mark is taken off", () => {
    expect(decodeText(hex("84 31 95 33 d4 a4"))).toEqual(read("预", "gb18030"));
  });

  test.each([
    ["no such first byte", "ff"],
    ["no such second byte", "d4 ff"],
    ["a lead before white space", "d4 20"],
    ["cut off after one byte", "d4"],
    ["cut off after two", "81 30"],
    ["cut off after three", "81 30 81"],
    ["no such third byte", "81 30 80 30"],
    ["no such fourth byte", "81 30 81 40"],
    ["unassigned", "fe 39 fe 39"],
    ["one beyond U+10FFFF", "e3 32 9a 36"],
  ])("%s: refused at its first byte", (_, bad) => {
    const before = hex("d4 a4 cb e3 0d 0a 95 34 b2 35 0a");
    expect(decodeText(joined(before, hex(bad)))).toEqual(malformed("gb18030", before.length, 3));
  });

  test("the place is found behind any length of good text", () => {
    for (const length of [2047, 2048, 2049, 4095, 4096, 5000]) {
      const before = joined(...Array.from({ length }, () => hex("d4 a4")), hex("0a"));
      const rest = hex("cb e3 cb e3");
      expect(decodeText(joined(before, hex("fe 39 fe 39"), rest))).toEqual(
        malformed("gb18030", before.length, 2),
      );
      expect(decodeText(joined(before, hex("ff"), rest))).toEqual(malformed("gb18030", before.length, 2));
    }
  });
});

describe("UTF-16, with its mark only", () => {
  test("both orders", () => {
    expect(decodeText(utf16("\uFEFF单位\t值\r\n𠮷", "le"))).toEqual(read("单位\t值\r\n𠮷", "utf-16le"));
    expect(decodeText(utf16("\uFEFF单位\t值\r\n𠮷", "be"))).toEqual(read("单位\t值\r\n𠮷", "utf-16be"));
  });

  test("half a pair, half a unit, and NUL are refused", () => {
    expect(decodeText(utf16("\uFEFF值\r\n\uD842a", "le"))).toEqual(malformed("utf-16le", 8, 2));
    expect(decodeText(utf16("\uFEFF值\r\n\uDFB7\uD842", "be"))).toEqual(malformed("utf-16be", 8, 2));
    expect(decodeText(utf16("\uFEFF值\uD842", "be"))).toEqual(malformed("utf-16be", 4, 1, 2));
    expect(decodeText(joined(utf16("\uFEFF值", "le"), hex("0a")))).toEqual(malformed("utf-16le", 4, 1, 2));
    expect(decodeText(utf16("\uFEFF值\n\0", "be"))).toEqual(control(0, 6, 2));
  });

  test("without it, every second byte of ASCII is NUL", () => {
    expect(decodeText(utf16("a,b", "le"))).toEqual(control(0, 1, 1, 2));
  });
});

describe("what is no text", () => {
  test.each([0x00, 0x01, 0x08, 0x0e, 0x1a, 0x1b, 0x1f, 0x7f])("the control character %i", (code) => {
    expect(decodeText(Uint8Array.of(0x61, 0x0d, 0x62, code, 0x63))).toEqual(control(code, 3, 2, 2));
  });

  test("the column is counted in what is shown before it", () => {
    // 𠮷 is two units; the mark of UTF-8 is none.
    expect(decodeText(joined(hex("ef bb bf"), utf8("𠮷预\0")))).toEqual(control(0, 10, 1, 4));
    expect(decodeText(joined(utf8("单位\r\n𠮷预"), hex("ff"), utf8("算")))).toEqual(
      malformed("utf-8", 15, 2, 4),
    );
    expect(decodeText(hex("0a d4 a4 cb e3 ff"))).toEqual(malformed("gb18030", 5, 2, 3));
  });

  test("a workbook with the wrong name", () => {
    expect(decodeText(hex("50 4b 03 04 14 00 06 00"))).toEqual(control(3, 2, 1, 3));
  });

  test("a line ends with LF, CRLF or CR", () => {
    expect(decodeText(utf8("1\n2\r\n3\r4\n\n6\0"))).toEqual(control(0, 11, 6, 2));
  });
});

describe("any bytes", () => {
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.string({ unit: "binary", maxLength: 8 }).map(utf8),
    fc
      .constantFrom("d4a4", "95 34 b2 35", "84 31 95 33", "ef bb bf", "ff fe", "fe ff", "0d 0a", "2c", "e9")
      .map(hex),
  );
  const files = fc.array(pieces, { maxLength: 12 }).map((parts) => joined(...parts));

  test("give their text, or the first place that is wrong", () => {
    fc.assert(
      fc.property(files, (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded.ok) {
          const marks = { "utf-8": 0, "utf-8-bom": 3, gb18030: 0, "utf-16le": 2, "utf-16be": 2 };
          const strict = new TextDecoder(decoded.encoding.replace("-bom", ""), {
            fatal: true,
            ignoreBOM: true,
          });
          const text = strict.decode(bytes.subarray(marks[decoded.encoding]));
          expect(decoded.text).toBe(decoded.encoding === "gb18030" ? text.replace(/^\uFEFF/, "") : text);
          return;
        }
        const { problem } = decoded;
        expect(problem.offset).toBeLessThan(bytes.length);
        if (problem.kind === "control") return;
        // All before the place is right, and nothing from it on makes it so.
        const label = problem.encoding.replace("-bom", "");
        const decodes = (end: number) => {
          try {
            new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, end));
            return true;
          } catch {
            return false;
          }
        };
        expect(decodes(problem.offset)).toBe(true);
        for (let end = problem.offset + 1; end <= bytes.length; end += 1) expect(decodes(end)).toBe(false);
      }),
      RUNS,
    );
  });
});
