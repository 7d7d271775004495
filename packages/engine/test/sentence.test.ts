import { expect, test } from "vitest";
import { execution, indicator, scored } from "./make.ts";

test("§7.1 the sentence of a leaf", () => {
  const result = scored(execution(), { 全年支出数: "28984500", 全年预算数: "33594500" });
  expect(indicator(result, "预算执行率").explanation).toBe(
    "预算执行率 = 全年支出数 2898.45万元 ÷ 全年预算数 3359.45万元 = 86.28%；未达目标 100%，得分 = 86.28% × 10分 = 8.63分（8.6277…，四舍五入到 0.01）。依据：甘财绩〔2022〕7号。",
  );
});
