import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SMALL, emptyFolder } from "./heng.ts";

/** The bounds of `heng limits`, in bytes. */
const RULES = 1_048_576;
const DATA = 67_108_864;

const padded = (text: string, bytes: number): string => text + " ".repeat(bytes - Buffer.byteLength(text));
interface Found {
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}
const codes = (out: string): readonly string[] =>
  (JSON.parse(out) as { diagnostics: { code: string }[] }).diagnostics.map((d) => d.code);

describe("at the limit is fine, one byte over is told", () => {
  const folder = emptyFolder();

  it("of a rule file", () => {
    folder.write("大.heng", padded(SMALL, RULES));
    folder.write("过大.heng", padded(SMALL, RULES + 1));
    expect(folder.heng("check", "大.heng").code).toBe(0);
    const { code, out } = folder.heng("check", "过大.heng", "--json");
    expect([code, codes(out)]).toEqual([3, ["H4104"]]);
  });

  it("of rules from standard input, whose size nobody tells before", () => {
    expect(folder.pipe(padded(SMALL, RULES), "check", "-").code).toBe(0);
    const { code, out } = folder.pipe(padded(SMALL, RULES + 1), "check", "-", "--json");
    expect([code, codes(out)]).toEqual([3, ["H4104"]]);
  });

  it("of an included file", () => {
    const [head = "", rest = ""] = SMALL.split(/(?=^指标 控制)/m);
    folder.write("整.heng", `${head}引用 "末.heng"\n`);
    folder.write("末.heng", padded(rest, RULES));
    expect(folder.heng("check", "整.heng").code).toBe(0);
    folder.write("末.heng", padded(rest, RULES + 1));
    const { code, out } = folder.heng("check", "整.heng", "--json");
    expect([code, codes(out)]).toEqual([1, ["H1117"]]);
    expect(folder.heng("check", "整.heng").out).toContain("引用的文件“末.heng”超过 1 MiB，没有读它");
  });

  it("of a filing, be it JSON or CSV", () => {
    folder.write("小样.heng", SMALL);
    for (const name of ["大.json", "大.csv"]) {
      folder.write(name, "");
      truncateSync(join(folder.path, name), DATA + 1);
      const { code, out } = folder.heng("score", "小样.heng", name, "--json");
      expect([code, codes(out)]).toEqual([3, ["H4104"]]);
      // Zeros are no filing, but that is found by reading them.
      truncateSync(join(folder.path, name), DATA);
      expect(codes(folder.heng("score", "小样.heng", name, "--json").out)).not.toContain("H4104");
    }
  });
});

describe("findings", () => {
  it("are listed up to 200, and the others counted", () => {
    const folder = emptyFolder();
    const wrong = (count: number): string =>
      SMALL + Array.from({ length: count }, (_, i) => `定义 丁${i} = 没有${i}\n`).join("");
    folder.write("一.heng", wrong(100));
    folder.write("二.heng", wrong(100));
    folder.write("三.heng", wrong(1));
    const listed = (...files: readonly string[]): readonly [number, string | undefined] => {
      const { lines } = folder.heng("check", ...files);
      return [lines.filter((l) => l.startsWith("错误 H1101")).length, lines.find((l) => l.includes("另有"))];
    };
    expect(listed("一.heng", "二.heng")).toEqual([200, undefined]);
    expect(listed("一.heng", "二.heng", "三.heng")).toEqual([200, "  以上 200 条之外，另有 1 条"]);
    const all = JSON.parse(folder.heng("check", "一.heng", "二.heng", "三.heng", "--json").out) as Found;
    expect(all.diagnostics.filter(({ code }) => code === "H1101")).toHaveLength(200);
    expect(all.diagnostics.at(-1)?.message).toBe("以上 200 条之外，另有 1 条");
  });

  it("in rules beyond 200 are counted once", () => {
    const folder = emptyFolder();
    folder.write(
      "一.heng",
      SMALL + Array.from({ length: 500 }, (_, i) => `定义 丁${i} = 没有${i}\n`).join(""),
    );
    const { lines } = folder.heng("check", "一.heng");
    expect(lines.filter((l) => l.includes("另有"))).toEqual(["  以上 200 条之外，另有 300 条"]);
    expect(lines.find((l) => l.includes("个错误"))).toMatch(/^500 个错误/);
  });

  it("in data are listed up to 200 too, in text and in JSON", () => {
    const folder = emptyFolder();
    folder.write("小样.heng", SMALL);
    const filed = (unknown: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: unknown }, (_, i) => [`没有${i}`, 1])));
    folder.write("满.json", filed(200));
    folder.write("多.json", filed(201));
    const read = (name: string) => {
      const json = folder.heng("score", "小样.heng", name, "--json");
      const text = folder.heng("score", "小样.heng", name);
      const found = (JSON.parse(json.out) as Found).diagnostics;
      const errors = found.filter(({ code }) => code === "H3021").length;
      const rest = found.filter(({ code }) => code === "H1015").map(({ message }) => message);
      return { exits: [json.code, text.code], errors, rest, text: text.err };
    };
    const [full, more] = [read("满.json"), read("多.json")];
    expect([full.exits, more.exits]).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect([full.errors, more.errors]).toEqual([200, 200]);
    expect(more.rest).toHaveLength(1);
    expect(more.rest[0]).toMatch(/^以上 200 条之外，另有 \d+ 条$/);
    expect(more.text).toMatch(/以上 200 条之外，另有 \d+ 条/);
  });

  it("of each of many filings are listed up to 200", () => {
    const folder = emptyFolder();
    folder.write("小样.heng", SMALL);
    const filed = JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`没有${i}`, 1])));
    folder.write("一.json", filed);
    folder.write("二.json", filed);
    const { out } = folder.heng("score", "小样.heng", "一.json", "二.json", "--json");
    const { results } = JSON.parse(out) as { results: Found[] };
    expect(results.map(({ diagnostics }) => diagnostics.length)).toEqual([201, 201]);
  });
});
