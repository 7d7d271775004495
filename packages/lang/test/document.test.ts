/** The places of documents; the whole documents are checked against docs/schemas with the command line. */
import { expect, test } from "vitest";
import { defineDiagnostic, diagnose, diagnosticsJson, linesOf } from "../src/index.ts";

const H9001 = defineDiagnostic<Record<never, never>>({
  code: "H9001",
  severity: "warning",
  message: () => ({ zh: "不对", en: "wrong" }),
  mend: () => ({ zh: "改正", en: "mend it" }),
});
const TEXTS = new Map([
  ["甲.heng", linesOf("指标\r\n  甲 5分\n")],
  ["乙.json", linesOf('{\n "甲": 5\n}')],
]);

test("a stretch of rules has its lines and columns, and of a file that is not at hand its offsets", () => {
  // 甲 stands behind 指标, CR LF and two blanks.
  const at = (file: string) => ({ range: { file, start: 6, end: 7 } });
  const [known, unknown] = diagnosticsJson(
    [diagnose(H9001, {}, at("甲.heng")), diagnose(H9001, {}, at("丙.heng"))],
    "en",
    TEXTS,
  );
  expect(known).toEqual({
    code: "H9001",
    severity: "warning",
    message: "wrong",
    mend: "mend it",
    file: "甲.heng",
    start: { line: 2, column: 3, offset: 6 },
    end: { line: 2, column: 4, offset: 7 },
    related: [],
    fixes: [],
  });
  expect(unknown).toMatchObject({ file: "丙.heng", start: { offset: 6 }, end: { offset: 7 } });
});

test("a place in data has its offsets where the line is known", () => {
  const place = { file: "乙.json", field: "甲", line: 2, column: 7, length: 1 };
  const [known, file, nowhere] = diagnosticsJson(
    [
      diagnose(H9001, {}, { place }),
      diagnose(H9001, {}, { place: { file: "乙.json" } }),
      diagnose(H9001, {}, {}),
    ],
    "zh",
    TEXTS,
  );
  expect(known).toMatchObject({
    message: "不对",
    file: "乙.json",
    start: { line: 2, column: 7, offset: 8 },
    end: { line: 2, column: 8, offset: 9 },
    place,
  });
  expect(file).toMatchObject({ file: "乙.json", start: null, end: null });
  expect(nowhere).toMatchObject({ file: null, start: null, end: null });
});
