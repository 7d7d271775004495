import { describe, expect, it } from "vitest";
import { nearest } from "@heng/lang/nearest";

describe("nearest", () => {
  it.each([
    ["scroe", ["score"]],
    ["SCORE", ["score"]],
    ["chekc", ["check"]],
    ["预算率", ["预算执行率"]],
    ["zzz", []],
    ["", []],
  ])("%j: %j", (name, expected) => {
    expect(nearest(name, ["score", "check", "schema", "预算执行率"]).slice(0, 1)).toEqual(expected);
  });

  it("takes no name of one letter for a part of a longer one", () => {
    expect(nearest("broken", ["e"])).toEqual([]);
    expect(nearest("甲局", ["甲"])).toEqual(["甲"]);
  });
});
