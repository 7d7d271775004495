import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/all.ts";
import { published, valid } from "./documents.ts";
import { SMALL, emptyFolder, sampleFolder } from "./heng.ts";

describe("--json", () => {
  const sample = sampleFolder();
  sample.write("小样.heng", SMALL);

  it("gives a result of one filing", () => {
    const { code, out } = sample.heng(
      "score",
      "2022/department",
      "rules/2022/filings/department.json",
      "--json",
    );
    expect(code).toBe(0);
    valid(out, "result");
    expect(JSON.parse(out)).toMatchObject({
      schema: "heng.result/1",
      total: "97.53",
      grade: "优",
      complete: true,
    });
  });

  it("gives results of several", () => {
    const data = ["department", "project"].map((n) => `rules/2022/filings/${n}.json`);
    const { out } = sample.heng("score", "2022", ...data, "--json");
    valid(out, "results");
    expect(JSON.parse(out)).toMatchObject({ summary: { count: 2, complete: 2 } });
  });

  it.each([[[]], [["--quiet"]]])("has all findings in the document, none beside it: %j", (options) => {
    sample.write(
      "两.csv",
      "预算单位,支出,预算,人数\n甲,86,100,80\n乙,100,100\n丙,100,100,81\n合计,286,300,161\n",
    );
    sample.write("一.json", `{"支出":"86万元","预算":"100万元","人数":"很多"}`);
    const many = sample.heng("score", "小样.heng", "两.csv", "一.json", "--json", ...options);
    valid(many.out, "results");
    expect(many.err).toBe("");
    expect(many.code).toBe(3);
    // The line of too few cells and the total are of no filing; the text for a number is of the third.
    expect(JSON.parse(many.out)).toMatchObject({
      results: [
        { total: "9.16", diagnostics: [] },
        { total: "6.00", diagnostics: [] },
        { total: null, diagnostics: [{ code: "H3002", file: "一.json" }] },
      ],
      diagnostics: [
        { code: "H4012", severity: "error", file: "两.csv", start: { line: 3 } },
        { code: "H4020", severity: "hint", file: "两.csv", start: { line: 5 } },
      ],
    });
  });

  it("gives the findings of a list to the filings they are of, though all stand on one line", () => {
    sample.write(
      "列.json",
      `[{"人数":"很多","支出":"1万元"},{"支出":"86万元","预算":"100万元","人数":"80人"},{"人数":"几个"}]`,
    );
    const { out } = sample.heng("score", "小样.heng", "列.json", "--json");
    const { results } = JSON.parse(out) as {
      results: { diagnostics: { severity: string; message: string }[] }[];
    };
    const errors = results.map((r) =>
      r.diagnostics.filter((d) => d.severity === "error").map((d) => d.message),
    );
    expect(errors).toEqual([["“人数”填的“很多”不是数"], [], ["“人数”填的“几个”不是数"]]);
  });

  it("gives results of several files though but one can be read", () => {
    sample.write("好.json", `{"支出":"86万元","预算":"100万元","人数":"80人"}`);
    const { code, out, err } = sample.heng("score", "小样.heng", "好.json", "无.json", "--json");
    expect(code).toBe(3);
    expect(err).toBe("");
    valid(out, "results");
    expect(JSON.parse(out)).toMatchObject({
      results: [{ total: "9.16", diagnostics: [] }],
      summary: { count: 1 },
      diagnostics: [{ code: "H4101", file: "无.json" }],
    });
  });

  it("gives a valid result of damaged data too", () => {
    sample.write("bad.json", `{"支出":"很多","预算":"100万元","人数":"0.5人","外":1}`);
    const { code, out } = sample.heng("score", "小样.heng", "bad.json", "--json");
    expect(code).toBe(3);
    valid(out, "result");
    const { diagnostics } = JSON.parse(out) as { diagnostics: unknown[] };
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        severity: "error",
        message: expect.any(String),
        mend: expect.any(String),
        file: "bad.json",
        start: { line: 1, column: 7, offset: 6 },
        end: { line: 1, column: 11, offset: 10 },
        place: { file: "bad.json", field: "支出", line: 1, column: 7, length: 4 },
      }),
    );
  });

  it.each([
    ["check of rules in error", ["check", "bad.heng"], 1],
    ["check without findings", ["check"], 0],
    ["score by rules in error", ["score", "bad.heng", "bad.json"], 2],
    ["a file that is not there", ["score", "小样.heng", "none.json"], 3],
    ["a rule set that is not there", ["check", "2020"], 3],
    ["fmt of rules in error", ["fmt", "broken.heng"], 2],
  ])("gives diagnostics: %s", (_, words, exit) => {
    sample.write("bad.heng", SMALL.replace("4分", "5分").replace("满分 10分", "满分10分"));
    sample.write("broken.heng", "规则集 甲 2022年度\n指标 乙 10分 {\n");
    const { code, out } = sample.heng(...words, "--json");
    expect(code).toBe(exit);
    valid(out, "diagnostics");
  });

  it("places a finding by line, column and offset", () => {
    const folder = emptyFolder();
    folder.write("错.heng", SMALL.replace("评分 达标", "评分 达示"));
    const { out } = folder.heng("check", "错.heng", "--json");
    const offset = SMALL.indexOf("达标");
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [
        { file: "错.heng", start: { line: 23, column: 6, offset }, end: { line: 23, column: 8 } },
      ],
    });
  });
});

/** A call of everything that gives a document, and its kind. */
const CALLS: readonly (readonly [words: readonly string[], kind: string])[] = [
  [["score", "小样.heng", "好.json"], "result"],
  [["score", "小样.heng", "好.json", "好.json"], "results"],
  [["check", "小样.heng"], "diagnostics"],
  [["test", "小样.heng"], "test"],
  [["fmt", "小样.heng", "--check"], "format"],
  [["doc", "小样.heng"], "doc"],
  [["resolve", "小样.heng"], "resolution"],
  [["new", "2021", "--from", "2020"], "diagnostics"], // one that is begun: years.test.ts
  [["explain", "H1204"], "page"],
  [["limits"], "limits"],
  [["completion", "bash"], "completion"],
  [["--help"], "help"],
  [["score", "--help"], "help"],
  [[], "help"],
  [["--version"], "version"],
  [["scroe"], "diagnostics"],
];

describe("every document", () => {
  const folder = emptyFolder();
  folder.write("小样.heng", SMALL);
  folder.write("好.json", `{"支出":"86万元","预算":"100万元","人数":"80人"}`);

  it.each(CALLS)("of %j is as published, in both languages", (words, kind) => {
    for (const lang of ["zh", "en"]) {
      const { out, err } = folder.heng(...words, "--json", "--lang", lang);
      expect(err).toBe("");
      valid(out, kind);
    }
  });

  it("of `schema` is a JSON Schema", () => {
    const { out } = folder.heng("schema", "小样.heng", "--json");
    const { $schema } = JSON.parse(out) as { $schema: string };
    expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(() => new Ajv2020({ strict: false }).compile(JSON.parse(out) as object)).not.toThrow();
  });

  it("of every command is tried here", () => {
    const tried = new Set(["schema", ...CALLS.map(([words]) => words[0])]);
    expect(COMMANDS.map((c) => c.name).filter((name) => !tried.has(name))).toEqual([]);
  });

  // The Program of `lang` has an identifier too, but is no document.
  it("that the sources name is published, and told in the manual", () => {
    const root = join(import.meta.dirname, "../../../..");
    const sources = globSync("{apps/cli,packages/engine,packages/forms}/src/**/*.ts", { cwd: root });
    const named = new Set(
      sources
        .filter((file) => !file.endsWith(".gen.ts"))
        .flatMap((file) => readFileSync(join(root, file), "utf8").match(/\bheng\.[a-z]+\/\d+/g) ?? []),
    );
    expect(named.size).toBeGreaterThanOrEqual(10);
    const manual = readFileSync(join(root, "docs/reference/cli.md"), "utf8");
    for (const identifier of named) {
      expect(published(identifier)?.properties.schema.const, identifier).toBe(identifier);
      expect(manual, identifier).toContain(`\`${identifier}\``);
    }
  });
});
