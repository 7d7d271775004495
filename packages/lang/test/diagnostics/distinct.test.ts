import { expect, test } from "vitest";
import { defineDiagnostic, diagnose, distinct, keyOf } from "../../src/index.ts";

const H9001 = defineDiagnostic<{ readonly found: string; readonly of?: bigint }>({
  code: "H9001",
  severity: "error",
  // The same in Chinese, whatever was found.
  message: ({ found }) => ({ zh: "不对", en: `${found} is wrong` }),
  mend: () => ({ zh: "改正", en: "mend it" }),
});
const H9002 = { ...H9001, code: "H9002" };
const at = (start: number, file = "甲.heng") => ({ range: { file, start, end: start + 1 } });

test("findings are told apart by code, place and data, whatever their words", () => {
  const all = [
    diagnose(H9001, { found: "a" }, at(1)),
    diagnose(H9001, { found: "b" }, at(1)),
    diagnose(H9002, { found: "a" }, at(1)),
    diagnose(H9001, { found: "a" }, at(2)),
    diagnose(H9001, { found: "a" }, at(1, "乙.heng")),
    diagnose(H9001, { found: "a" }, { place: { file: "甲.json", line: 1 } }),
    diagnose(H9001, { found: "a" }, { place: { file: "甲.json", line: 2 } }),
    diagnose(H9001, { found: "a", of: 1n }, at(1)),
    diagnose(H9001, { found: "a", of: 2n }, at(1)),
  ];
  expect(distinct(all)).toEqual(all);
});

test("each is kept once, where it is first", () => {
  const [one, other] = [diagnose(H9001, { found: "a" }, at(1)), diagnose(H9001, { found: "b" }, at(2))];
  const again = diagnose(H9001, { found: "a" }, at(1), {
    related: [{ message: one.message, range: at(5).range }],
  });
  expect(distinct([one, other, again, other])).toEqual([one, other]);
});

test("without a place the key is of what is said wherever it stands", () => {
  const [{ code, data }, other] = [
    diagnose(H9001, { found: "a" }, at(1)),
    diagnose(H9001, { found: "a" }, at(2)),
  ];
  expect(keyOf({ code, data })).toBe(keyOf({ code: other.code, data: other.data }));
});
