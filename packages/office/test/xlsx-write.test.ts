import { strFromU8, unzipSync } from "fflate/browser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeXlsx, type CellStyle, type SheetCell, type Workbook } from "../src/xlsx/index.ts";
import { tagsOf } from "./xml.ts";

const STYLE: CellStyle = { bold: false, centred: false, bordered: true, shaded: false };
const text = (value: string): SheetCell => ({ value, rows: 1, columns: 1, style: STYLE });
const one = (...cells: readonly SheetCell[]): Workbook => ({
  font: { name: "宋体", size: 10 },
  sheets: [
    {
      name: "表",
      columns: [10, 20],
      rows: [{ height: 20, cells }],
      print: { landscape: true, footer: "&C第 &P 页" },
    },
  ],
});

function parts(workbook: Workbook): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(writeXlsx(workbook)));
  return new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const sheet = (workbook: Workbook): string => parts(workbook).get("xl/worksheets/sheet1.xml") ?? "";

describe("a workbook", () => {
  it("has the parts of a package, each well-formed", () => {
    const files = parts(one(text("甲")));
    expect([...files.keys()]).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    for (const xml of files.values()) expect(tagsOf(xml).length).toBeGreaterThan(0);
  });

  it("has the parts of a sheet in the order of the schema", () => {
    const workbook = one({ ...text("甲"), columns: 2 });
    const [first] = workbook.sheets;
    const xml = sheet({ ...workbook, sheets: first ? [{ ...first, headings: { first: 0, last: 0 } }] : [] });
    const top = tagsOf(xml).flatMap(({ name, depth }) => (depth === 1 ? [name] : []));
    expect(top).toEqual(
      "sheetPr sheetViews sheetFormatPr cols sheetData mergeCells printOptions pageMargins pageSetup headerFooter".split(
        " ",
      ),
    );
  });

  it("writes numbers as numbers, with their format, and texts as texts", () => {
    const xml = sheet(one({ ...text("7.5"), decimals: 1 }, text("7.5")));
    expect(xml).toContain('<c r="A1" s="1"><v>7.5</v></c>');
    expect(xml).toContain('<c r="B1" s="2" t="inlineStr"><is><t xml:space="preserve">7.5</t></is></c>');
    expect(parts(one({ ...text("7.5"), decimals: 1 })).get("xl/styles.xml")).toContain('formatCode="0.0"');
  });

  it.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1+1", "=cmd|' /C calc'!A0"])(
    "keeps %j a text, also when it is edited",
    (value) => {
      const files = parts(one(text(value)));
      expect(files.get("xl/worksheets/sheet1.xml")).not.toContain("<f");
      expect(files.get("xl/worksheets/sheet1.xml")).toContain('t="inlineStr"');
      expect(files.get("xl/styles.xml")).toContain('quotePrefix="1"');
    },
  );

  it("merges cells, and gives what they cover their border", () => {
    const workbook = one();
    const [first] = workbook.sheets;
    const rows = [
      { height: 20, cells: [{ ...text("甲"), rows: 2 }, text("乙")] },
      { height: 20, cells: [undefined, text("丙")] },
      { height: 20, cells: [{ ...text("丁"), columns: 2 }, undefined] },
    ];
    const xml = sheet({ ...workbook, sheets: first ? [{ ...first, rows }] : [] });
    expect(xml).toContain(
      '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="A3:B3"/></mergeCells>',
    );
    expect(xml).toContain('<c r="A2" s="1"/>');
    expect(xml).toContain('<c r="B3" s="1"/>');
  });

  it("prints across on A4, as wide as the page, with the headings on each", () => {
    const workbook = one(text("甲"));
    const [first] = workbook.sheets;
    const files = parts({
      ...workbook,
      sheets: first ? [{ ...first, name: "分'表", headings: { first: 2, last: 3 } }] : [],
    });
    expect(files.get("xl/worksheets/sheet1.xml")).toContain(
      '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    );
    expect(files.get("xl/workbook.xml")).toContain(
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'分''表'!$3:$4</definedName>",
    );
  });

  it("names its sheets as Excel takes them", () => {
    const workbook = one(text("甲"));
    const named = (name: string) => workbook.sheets.map((s) => ({ ...s, name }));
    const files = parts({
      ...workbook,
      sheets: ["a/b[c]:*?\\d", "评".repeat(40), "'", "同", "同"].flatMap(named),
    });
    const names = Array.from(
      (files.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]*)"/g),
      ([, n]) => n,
    );
    expect(names).toEqual(["abcd", "评".repeat(24), "3", "同", "同 5"]);
  });

  it("spells out what Excel would read otherwise, and what XML cannot have", () => {
    const xml = sheet(one(text('_x000D_ <&>"\r\n\u0001\uD800')));
    expect(xml).toContain("_x005F_x000D_ &lt;&amp;&gt;&quot;&#13;&#10;\uFFFD\uFFFD");
  });

  it("is well-formed whatever a text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        tagsOf(sheet(one(text(value))));
      }),
    );
  });

  it("has the same bytes wherever it is written", () => {
    const zone = process.env["TZ"];
    const written = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"].map((tz) => {
      process.env["TZ"] = tz;
      return Array.from(writeXlsx(one(text("甲")))).join();
    });
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(written).size).toBe(1);
  });
});
