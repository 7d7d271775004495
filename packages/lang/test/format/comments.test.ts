import { expect, test } from "vitest";
import { formatted, lines } from "./expect.ts";

const check = (before: string, after: string): void => expect(formatted(before)).toBe(lines(after));

test("comments keep their places", () => {
  check(
    `   // 开头
    单位 起// 行末

    // 前
    指标 甲 3分 { // 括号后
    // 里面
    评分 人工 ； // 分号后

    // 末尾
    } // 之后
    // 文件末尾`,
    `
    // 开头
    单位 起 // 行末

    // 前
    指标 甲 3分 { // 括号后
      // 里面
      评分 人工 // 分号后

      // 末尾
    } // 之后
    // 文件末尾
    `,
  );
});

test("a comment before the brace goes behind it", () => {
  check("指标 甲 3分 // 说明\n// 又\n{\n评分 人工\n}", "指标 甲 3分 { // 说明\n  // 又\n  评分 人工\n}\n");
});

test("comments around a brace keep their order", () => {
  check(
    "指标 甲 3分\n// 一\n{ // 二\n// 三\n评分 人工\n}",
    "指标 甲 3分 {\n  // 一\n  // 二\n  // 三\n  评分 人工\n}\n",
  );
  check("指标 甲 3分 // 一\n// 二\n{ // 三\n}", "指标 甲 3分 { // 一\n  // 二\n  // 三\n}\n");
});

test("a comment within a property breaks its line", () => {
  check(
    "指标 甲 3分 {\n评分 按比例 // 一\n// 二\n低于 60% 不得分\n}",
    `
    指标 甲 3分 {
      评分 按比例 // 一
        // 二
        低于 60% 不得分
    }
    `,
  );
});

test("a comment behind a separator that goes", () => {
  expect(formatted(";// 一\n单位 起\n")).toBe("// 一\n单位 起\n");
  expect(formatted("数据 { ; // 一\n甲 人 // 二\n; // 三\n}")).toBe(
    "数据 { // 一\n  甲 人 // 二\n  // 三\n}\n",
  );
});

test("a blank line before a separator stays where it was", () => {
  check("单位 起\n\n; // 一\n\n单位 度\n", "单位 起\n\n// 一\n\n单位 度\n");
  check("单位 起 // 一\n\n; // 二\n单位 度\n", "单位 起 // 一\n\n// 二\n单位 度\n");
});

test("full-width slashes", () => {
  expect(formatted("单位 起 ／／ 说明，×\n")).toBe("单位 起 // 说明，×\n");
});

test("a file of comments alone, and a block of them", () => {
  expect(formatted("// 一\n\n\n// 二")).toBe("// 一\n\n// 二\n");
  expect(formatted("数据 { // 一\n}\n")).toBe("数据 { // 一\n}\n");
  expect(formatted("数据 {\n\n// 一\n}\n")).toBe("数据 {\n  // 一\n}\n");
});
