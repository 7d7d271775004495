import { deepEqual, equal, ok } from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  equals,
  exactText,
  finiteDecimal,
  foldWidth,
  fraction,
  multiply,
  readNumber,
  splitQuantity,
  type NumberRead,
} from "../src/index.ts";
import { decimal, decimalText, decimalValue, RUNS } from "./arbitraries.ts";

function accepted(text: string): Extract<NumberRead, { ok: true }> {
  const read = readNumber(text);
  return read.ok ? read : expect.fail(`${JSON.stringify(text)} is refused: ${read.problem}`);
}

describe("numbers", () => {
  test.each([
    ["0", "0", "one", 0],
    ["007", "7", "one", 0],
    ["3359.45", "3359.45", "one", 2],
    ["3.00", "3", "one", 0],
    ["1.50", "1.5", "one", 1],
    ["+5", "5", "one", 0],
    ["-12.5", "-12.5", "one", 1],
    ["-0", "0", "one", 0],
    ["-0.00", "0", "one", 0],
    ["95%", "0.95", "percent", 0],
    ["95.50%", "0.955", "percent", 1],
    ["-0.5%", "-0.005", "percent", 1],
    ["3‰", "0.003", "permille", 0],
    ["0.03‰", "0.00003", "permille", 2],
    ["1,234", "1234", "one", 0],
    ["1,234.5", "1234.5", "one", 1],
    ["12,345,678.90", "12345678.9", "one", 1],
    ["-1,234%", "-12.34", "percent", 0],
    ["100,000", "100000", "one", 0],
    ["０．９５", "0.95", "one", 2],
    ["＋９５％", "0.95", "percent", 0],
    ["－１，２３４．５", "-1234.5", "one", 1],
    ["  5\t", "5", "one", 0],
    ["\u3000５\u3000", "5", "one", 0],
    ["999999999999999999", "999999999999999999", "one", 0],
    ["0.000000000001", "0.000000000001", "one", 12],
    ["123456789012345678.123456789012", "123456789012345678.123456789012", "one", 12],
  ])("%j is %s (%s)", (text, value, scale, decimals) => {
    const read = accepted(text);
    expect(exactText(read.value)).toBe(value);
    expect(read).toMatchObject({ scale, decimals, rest: "" });
  });

  test("95% is 19/20", () => {
    expect(equals(accepted("95%").value, fraction(19n, 20n))).toBe(true);
  });
});

describe("problems", () => {
  test.each([
    ["", "empty"],
    [" \u3000\t", "empty"],
    ["1,2345", "grouping", "12345"],
    ["1234,567.5", "grouping", "1234567.5"],
    ["-1,2345,6789%", "grouping", "-123456789%"],
    ["1,5", "grouping"],
    ["1,23", "grouping"],
    ["0,123", "grouping"],
    [",123", "grouping"],
    ["123,", "grouping"],
    ["1,,234", "grouping"],
    ["1.234,5", "grouping"],
    ["1,234,56", "grouping"],
    ["1e5", "exponent"],
    ["1.5E+3", "exponent"],
    ["-2e-7", "exponent"],
    [".5e1", "exponent"],
    ["0x1F", "hex"],
    ["-0XFF", "hex"],
    ["0b101", "hex"],
    ["0o17", "hex"],
    ["-", "sign"],
    ["＋", "sign"],
    ["--5", "sign"],
    ["+-5", "sign"],
    ["5-", "sign"],
    ["- 5", "sign", "-5"],
    ["+ 5%", "sign", "+5%"],
    ["−5", "sign", "-5"],
    ["– 1,234.5", "sign", "-1,234.5"],
    ["—5%", "sign", "-5%"],
    ["−5个", "sign"],
    [".5", "digits", "0.5"],
    ["-.5%", "digits", "-0.5%"],
    ["5.", "digits", "5"],
    ["-5.%", "digits", "-5%"],
    ["1234567890123456789", "digits"],
    ["1,234,567,890,123,456,789", "digits"],
    ["0.1234567890123", "digits"],
    [".1234567890123", "digits"],
    ["10余", "approximate", "10"],
    ["约5", "approximate", "5"],
    ["大约 5", "approximate", "5"],
    ["500多", "approximate", "500"],
    ["500＋", "approximate", "500"],
    ["5 左右", "approximate", "5"],
    ["95%以上", "approximate", "95%"],
    ["近1,234", "approximate", "1,234"],
    ["约10余", "approximate", "10"],
    ["≥5", "approximate", "5"],
    [">=5", "approximate", "5"],
    ["～5", "approximate", "5"],
    ["约-5%", "approximate", "-5%"],
    ["约1,5", "approximate"],
    ["5-6", "range"],
    ["5%-6%", "range"],
    ["5 ~ 6", "range"],
    ["5～6", "range"],
    ["5——6", "range"],
    ["5至6", "range"],
    ["1,000到2,000", "range"],
    ["5 %", "trailing", "5%"],
    ["12个", "trailing"],
    ["3万", "trailing"],
    ["1_000", "trailing"],
    ["1.2.3", "trailing"],
    ["12 34", "trailing"],
    ["95%%", "trailing"],
    ["2023-01-15", "trailing"],
    ["5至", "trailing"],
    ["无", "notANumber"],
    ["/", "notANumber"],
    ["—", "notANumber"],
    ["%", "notANumber"],
    [".", "notANumber"],
    ["Infinity", "notANumber"],
    ["-Infinity", "notANumber"],
    ["NaN", "notANumber"],
    ["∞", "notANumber"],
    ["五", "notANumber"],
    ["约五", "notANumber"],
    ["¥5", "notANumber"],
    ["(5)", "notANumber"],
    ["٣", "notANumber"],
  ])("%j: %s", (text, problem, proposal?: string) => {
    expect(readNumber(text)).toEqual({ ok: false, problem, ...(proposal !== undefined && { proposal }) });
  });
});

describe("quantities", () => {
  test.each([
    ["3359.45万元", "3359.45", "万元"],
    ["１０ 分", "10", "分"],
    ["95％", "95%", ""],
    ["95%", "95%", ""],
    ["3‰", "3‰", ""],
    ["1,234.5 元/人", "1,234.5", "元/人"],
    ["-5元", "-5", "元"],
    ["12", "12", ""],
    ["5m2", "5", "m2"],
    ["5%以上", "5%以上", ""],
    ["10余万元", "10余", "万元"],
    ["约5万元", "约5", "万元"],
    ["5-6个", "5-6", "个"],
    ["5至6个", "5至6", "个"],
    ["5 到 6个", "5 到 6", "个"],
    ["5到岸价", "5", "到岸价"],
    ["1e5元", "1e5", "元"],
    ["5ｋｍ", "5", "km"],
    ["万元", "", "万元"],
    ["约定", "", "约定"],
    ["", "", ""],
  ])("%j is %j and %j", (text, number, unit) => {
    expect(splitQuantity(text)).toEqual({ number, unit });
  });
});

test("foldWidth folds full-width ASCII and the ideographic space, and nothing else", () => {
  expect(foldWidth("０９．％＋－，　Ａｚ（）～！")).toBe("09.%+-, Az()~!");
  for (let code = 0; code < 0x10000; code += 1) {
    const wide = code >= 0xff01 && code <= 0xff5e;
    const folded = wide ? code - 0xfee0 : code === 0x3000 ? 0x20 : code;
    if (foldWidth(String.fromCharCode(code)) !== String.fromCharCode(folded))
      expect.fail(`U+${code.toString(16)}`);
  }
  expect(foldWidth("𠮷５")).toBe("𠮷5");
});

/** The text as a Chinese keyboard in full-width mode would have typed it. */
function widen(text: string): string {
  return text.replace(/[!-~ ]/g, (c) => (c === " " ? "　" : String.fromCharCode(c.charCodeAt(0) + 0xfee0)));
}

function group(integer: string): string {
  return integer.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ",");
}

describe("properties", () => {
  test("what is printed is read back, in every way of writing it", () => {
    fc.assert(
      fc.property(decimal, (meant) => {
        const value = decimalValue(meant);
        const text = decimalText(meant);
        const grouped = decimalText({ ...meant, integer: group(meant.integer.replace(/^0+(?=[0-9])/, "")) });
        const shortest = finiteDecimal(value) ?? expect.fail(text);
        for (const written of [text, grouped, shortest, widen(text), widen(grouped), `${text} `]) {
          ok(equals(accepted(written).value, value));
        }
        ok(equals(accepted(`${text}%`).value, multiply(value, fraction(1n, 100n))));
        ok(equals(accepted(widen(`${text}%`)).value, multiply(value, fraction(1n, 100n))));
        ok(equals(accepted(`${text}‰`).value, multiply(value, fraction(1n, 1000n))));
        equal(accepted(text).decimals, new Decimal(text).decimalPlaces());
        deepEqual(splitQuantity(`${text}万元`), { number: text, unit: "万元" });
      }),
      RUNS,
    );
  });

  test("what is read from any text is what decimal.js makes of it, and every proposal can be read", () => {
    const Wide = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
    const scales = { one: 1, percent: 100, permille: 1000 };
    const unit = fc.constantFrom(
      "0",
      "1",
      "5",
      "12",
      "345",
      ",",
      ".",
      "-",
      "+",
      "%",
      "‰",
      " ",
      "e",
      "x",
      "_",
      "余",
      "约",
      "至",
      "５",
      "．",
      "，",
      "−",
      "元",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(unit, { maxLength: 9 }).map((parts) => parts.join("")),
          fc.string(),
        ),
        (text) => {
          const read = readNumber(text);
          if (read.ok) {
            const plain = foldWidth(text).trim().replace(/,/g, "").replace(/[%‰]$/, "");
            const oracle = new Wide(plain).div(scales[read.scale]).add(0);
            equal(exactText(read.value), oracle.toString());
          } else if (read.proposal !== undefined) {
            ok(readNumber(read.proposal).ok);
          }
        },
      ),
      RUNS,
    );
  });

  test("splitting loses no character but blanks", () => {
    const unit = fc.constantFrom(
      "1",
      "23",
      ".",
      ",",
      "-",
      "%",
      " ",
      "约",
      "余",
      "至",
      "e5",
      "万元",
      "个",
      "m2",
      "　",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (parts) => {
        const { number, unit: rest } = splitQuantity(parts.join(""));
        const bare = (text: string) => text.replace(/\s/g, "");
        equal(bare(number + rest), bare(foldWidth(parts.join(""))));
        deepEqual([number, rest], [number.trim(), rest.trim()]);
      }),
      RUNS,
    );
  });
});

// A quadratic reader would need 10^10 steps for each of these, far past the time limit of a test.
test("hostile text is read in linear time", () => {
  const digits = ["1", "0", "５", "1,", "1,111,", ",111", "1.", "."];
  const marks = ["-", "+", "—", "%", "‰", "e", " ", "　", "余", "约", "至", "元"];
  const mixtures = ["1 ", "1%", "1e", "1-", "1至", "约1"];
  const around = [
    ["", ""],
    ["1", "!"],
    ["约1", "x"],
    ["-1,234", " "],
    ["1 ", "5"],
  ] as const;
  for (const piece of [...digits, ...marks, ...mixtures]) {
    for (const [before, after] of around) {
      const text = before + piece.repeat(100_000 / piece.length) + after;
      // Only blanks around a number leave it one.
      expect(readNumber(text).ok).toBe(foldWidth(text).trim() === "-1,234");
      expect(splitQuantity(text).number.length).toBeLessThanOrEqual(text.length);
    }
  }
});
