import { expect, test } from "vitest";
import { displayWidth } from "../../src/format/width.ts";

test.each([
  ["", 0],
  ["abc 12", 6],
  ["预算", 4],
  ["３％，。「」", 12],
  ["“×—…", 4],
  ["e\u0301\u200b", 1],
  ["𠀀😀", 4],
  ["한글かな", 8],
])("%s takes %i columns", (text, columns) => expect(displayWidth(text)).toBe(columns));
