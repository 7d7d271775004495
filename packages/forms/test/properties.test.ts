/** What is written reads back, exactly; and no input whatever makes a reader throw. */
import { finiteDecimal, fraction, power10, type Fraction } from "@heng/number";
import { withFormulaGuard, writeCsv } from "@heng/office";
import type { FieldSpec } from "@heng/lang";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyForm, readCsvFilings, readJsonFilings, type FilingsRead } from "../src/index.ts";
import { bytes, csv, fieldNamed, json, only, PROGRAM, value, valueText } from "./program.ts";

/** Seeded, so that the gate is the same each time; HENG_RUNS asks for a long search with seeds of its own. */
const asked = process.env["HENG_RUNS"];
const RUNS = asked === undefined ? { numRuns: 1000, seed: 20_221_130 } : { numRuns: Number(asked) };

/** A decimal of at most so many digits before and after the point. */
const decimal = (integer: number, places: number, signed = false): fc.Arbitrary<Fraction> =>
  fc
    .tuple(fc.bigInt(0n, power10(integer + places) - 1n), fc.boolean())
    .map(([n, negative]) => fraction(signed && negative ? -n : n, power10(places)));
const text = (f: Fraction): string => finiteDecimal(f) ?? "";
const scaled = (f: Fraction, by: bigint): Fraction => fraction(f.n * by, f.d);
const figure = (value: Fraction): string => valueText({ kind: "figure", value });

/** What may be written for a field, and the value it is. */
interface Example {
  readonly field: string;
  readonly written: string;
  readonly expected: string;
}
const example = (field: string, written: string, expected: string): Example => ({ field, written, expected });

const EXAMPLES: fc.Arbitrary<Example> = fc.oneof(
  decimal(12, 6, true).chain((f) =>
    fc.constantFrom(
      example(
        "补助",
        `${text(fraction((f.n / 10_000n) * 10_000n, f.d))}元`,
        figure(fraction((f.n / 10_000n) * 10_000n, f.d)),
      ),
      example("全年支出数", text(f), figure(scaled(f, 10_000n))),
      example("全年支出数", `${text(f)}万元`, figure(scaled(f, 10_000n))),
      example("全年支出数", `${text(scaled(f, 10_000n))} 元`, figure(scaled(f, 10_000n))),
    ),
  ),
  decimal(18, 0).map((f) => example("在职人数", `${text(f)}人`, figure(f))),
  decimal(3, 10).chain((f) =>
    fc.constantFrom(
      example("满意度", `${text(f)}%`, figure(fraction(f.n, f.d * 100n))),
      example("变动", `${text(f)}个百分点`, figure(fraction(f.n, f.d * 100n))),
    ),
  ),
  decimal(0, 12, true).map((f) => example("满意度", text(f), figure(f))),
  decimal(2, 4).chain((f) =>
    fc
      .constantFrom("达成", "部分达成", "未达成")
      .map((grade) =>
        example("改革情况", `${grade} ${text(f)}%`, `${grade} ${figure(fraction(f.n, f.d * 100n))}`),
      ),
  ),
  fc.boolean().map((yes) => example("及时缴纳", yes ? "是" : "否", yes ? "yes" : "no")),
  fc.constantFrom("完备", "基本完备", "不完备", "无").map((option) => example("档案情况", option, option)),
  fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((s) => s.trim() !== "" && !/[^\P{Cc}\t\r\n]/u.test(s))
    .map((s) => example("备注", s, s.trim())),
);

test("a value written in JSON reads back", () => {
  fc.assert(
    fc.property(EXAMPLES, ({ field, written, expected }) => {
      const read = json({ [field]: written });
      expect(read.diagnostics).toEqual([]);
      expect(value(only(read), field)).toBe(expected);
    }),
    RUNS,
  );
});

test("a value written in CSV reads back", () => {
  fc.assert(
    fc.property(EXAMPLES, ({ field, written, expected }) => {
      const read = csv(
        writeCsv(
          [
            ["预算单位", field],
            ["甲局", written],
          ],
          { bom: false },
        ),
      );
      expect(read.diagnostics).toEqual([]);
      expect(value(only(read), field)).toBe(expected);
    }),
    RUNS,
  );
});

test("a figure has one meaning in every unit, width and grouping", () => {
  const wide = (s: string): string =>
    s.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const grouped = (s: string): string => {
    const [whole = "", places] = s.split(".");
    const groups = whole.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ",");
    return places === undefined ? groups : `${groups}.${places}`;
  };
  fc.assert(
    fc.property(decimal(12, 2), (f) => {
      const yuan = text(f);
      const expected = figure(f);
      const wanyuan = text(fraction(f.n, f.d * 10_000n));
      for (const written of [
        `${yuan}元`,
        `${grouped(yuan)}元`,
        wide(`${yuan}元`),
        `${wanyuan}万元`,
        wanyuan,
      ]) {
        expect(value(only(json({ 全年支出数: written })), "全年支出数")).toBe(expected);
      }
    }),
    RUNS,
  );
});

test("what does not read is never a value", () => {
  const around = fc.constantFrom(
    "约",
    "近",
    "余",
    "多",
    "左右",
    "≥",
    "e5",
    "-6",
    "~7",
    "x",
    "万万",
    "%%",
    "..",
    ",",
  );
  fc.assert(
    fc.property(fc.nat(), around, fc.boolean(), (n, noise, before) => {
      const written = before ? `${noise}${n}` : `${n}${noise}`;
      // A dash before a number is its sign, and nothing else here reads.
      fc.pre(!/^-[0-9]+$/.test(written));
      expect(value(only(json({ 系数: written })), "系数")).toMatch(/^H30/);
    }),
    RUNS,
  );
});

// --- damaged files ---

const FIELDS: readonly FieldSpec[] = PROGRAM.fields;
const JSON_SEED = JSON.stringify([
  {
    schema: "heng.filing/1",
    agency: "甲局",
    year: 2022,
    data: {
      全年预算数: "3359.45万元",
      满意度: 0.95,
      财务制度: { 有制度: true, 合规: "否" },
      改革情况: "达成 90%",
      验收日期: "2022-11-30",
      项目: [{ 资金: "1万元", 完成率: "95%" }],
    },
    judged: { 获奖: { score: "2分", reason: "先进集体" } },
    texts: { 预算执行率: "尾款未付" },
    project: [],
  },
  { 全年预算数: 1 },
]);
const CSV_SEED = `${emptyForm(PROGRAM, "csv").text ?? ""}甲局,2022,3359.45,2898.45,1,2,3,4,5,6,7,95,1,1,2022-11-30,是,是,否,是,达成 90%,完备,"a,b",1,2,1,2,,,,,x\r\n`;

/** Damage: bytes changed, cut out, doubled; pieces of the language put in. */
const PIECES = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\n",
  "\r",
  "\t",
  "'",
  "-",
  "0",
  "9".repeat(20),
  "1e400",
  "null",
  "true",
  "万元",
]
  .concat(["（元）", "说明", "__proto__", "%", "\u0000", "\uFEFF", "\uD800", ...FIELDS.map((f) => f.name)])
  .map(bytes);
const damage = fc.array(
  fc.record({
    at: fc.nat(10_000),
    cut: fc.oneof(fc.constant(0), fc.nat(8)),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.uint8Array({ maxLength: 4 })),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(
  seed: Uint8Array,
  edits: readonly { at: number; cut: number; put: Uint8Array }[],
): Uint8Array {
  let all = [...seed];
  for (const { at, cut, put } of edits) {
    const start = at % (all.length + 1);
    all = [...all.slice(0, start), ...put, ...all.slice(start + cut)];
  }
  return new Uint8Array(all);
}

/** Whatever comes out is well formed: findings located, values exact, no field both read and unreadable. */
function wellFormed({ filings, diagnostics }: FilingsRead): void {
  for (const { code, severity, place, message, mend } of diagnostics) {
    expect(code).toMatch(/^H[34]0\d\d$/);
    expect(severity).toBe("error");
    expect(place?.file).toBe("x");
    expect(message.zh + message.en + mend.zh + mend.en).not.toMatch(/undefined|\[object|NaN/);
    expect(message.zh.length).toBeLessThan(600);
  }
  for (const filing of filings) {
    for (const [name, datum] of filing.values) {
      expect(fieldNamed(name).name).toBe(name);
      if (datum.kind === "unreadable") expect(diagnostics).toContain(datum.diagnostic);
      else if (datum.value.kind === "figure") expect(datum.value.value.d > 0n).toBe(true);
    }
  }
}

test("damaged JSON never throws", () => {
  const seed = bytes(JSON_SEED);
  fc.assert(
    fc.property(damage, (edits) => wellFormed(readJsonFilings(damaged(seed, edits), PROGRAM, "x"))),
    RUNS,
  );
});

test("damaged CSV never throws", () => {
  const seed = bytes(CSV_SEED);
  fc.assert(
    fc.property(damage, (edits) => wellFormed(readCsvFilings(damaged(seed, edits), PROGRAM, "x"))),
    RUNS,
  );
});

test("any text in any field never throws, and none is a silent zero", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), fc.string({ unit: "binary" }), ({ name }, written) => {
      const [filing] = csv(
        writeCsv(
          [
            [name, "预算单位"],
            [withFormulaGuard(written), "甲局"],
          ],
          { bom: false },
        ),
      ).filings;
      const datum = filing?.values.get(name);
      if (datum?.kind === "value" && datum.value.kind === "figure" && datum.value.value.n === 0n) {
        expect(written).toMatch(/[0０]/);
      }
    }),
    RUNS,
  );
});
