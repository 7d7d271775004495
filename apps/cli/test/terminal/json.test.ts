import { expect, test } from "vitest";
import { jsonParts } from "../../src/terminal/json.ts";

test.each([
  [{}],
  [{ a: 1, 二: '文\n字\\n"', c: null, d: undefined, e: true }],
  [{ list: [], of: { list: [], object: {} } }],
  [{ list: [1, "甲\n乙", { a: [1, { b: [] }], c: "\u2028" }, [[2]]], then: { x: [{ y: "z" }] } }],
])("parts together are what JSON.stringify gives: %j", (document) => {
  expect([...jsonParts(document)].join("")).toBe(JSON.stringify(document, null, 2));
});

test("elements are asked for one by one, and a big number is a text", () => {
  let asked = 0;
  function* elements(): Generator<object> {
    for (const n of [1n, 2n]) {
      asked += 1;
      yield { n };
    }
  }
  const parts = jsonParts({ list: elements() });
  let text = "";
  for (const part of parts) {
    text += part;
    if (part.includes("1")) expect(asked).toBe(1);
  }
  expect(JSON.parse(text)).toEqual({ list: [{ n: "1" }, { n: "2" }] });
});
