import { expect, test } from "vitest";
import { chineseNumber } from "../src/index.ts";

test.each([
  ["五", "5"],
  ["两", "2"],
  ["十", "10"],
  ["十二", "12"],
  ["九十", "90"],
  ["九十五", "95"],
  ["一百", "100"],
  ["一百零五", "105"],
  ["三点五", "3.5"],
  ["零点〇五", "0.05"],
  ["八五", "85"],
  ["95", "95"],
  ["0.5", "0.5"],
])("%s is %s", (text, digits) => expect(chineseNumber(text)).toBe(digits));
