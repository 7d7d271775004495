/** The same input gives the same bytes, wherever, whenever and however often it is read. */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLI, SMALL, sampleFolder } from "./heng.ts";

const folder = sampleFolder();
folder.write("错.heng", SMALL.replace("4分", "5分").replace("评分 达标", "评分 达示"));
folder.write("小样.heng", SMALL);
folder.write("rules/2022/整.heng", SMALL.replace(/^指标 控制[^]*/m, '引用 "../共/控制.heng"\n'));
folder.write(
  "rules/共/控制.heng",
  SMALL.replace(/[^]*^(?=指标 控制)/m, "").replace("指标 控制", "  指标 控制"),
);
folder.write("错.json", `{"支出":"很多","预算":"100万元","人数":"0.5人","外":1}`);
folder.write("待补.csv", "预算单位,支出,预算,人数\n甲,86,100,80\n乙,86,,80\n丙,86,100,81\n");
folder.write("深/一/空", "");
const other = sampleFolder();
cpSync(folder.path, other.path, { recursive: true });

const CALLS: readonly (readonly string[])[] = [
  ["score", "2022/department", "rules/2022/filings/department.json", "--explain"],
  ["score", "2022", "rules/2022/filings/department.json", "rules/2022/filings/project.json", "--json"],
  ["score", "小样.heng", "待补.csv", "--explain", "--lang", "en"],
  ["score", "小样.heng", "待补.csv", "错.json", "--json"],
  ["check", "错.heng"],
  ["score", "rules/2022/整.heng", "错.json", "--json"],
  ["check", "rules/2022/整.heng", "rules/共/控制.heng", "错.heng", "--json"],
  ["fmt", "错.heng", "--check"],
  ["schema", "2022/department"],
  ["schema", "2022/department", "--format", "csv"],
  ["explain", "H1204"],
  ["limits"],
  ["--help"],
];

type Output = readonly [code: number | null, out: string, err: string];

function output(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}, cli = CLI): Output {
  const ran = spawnSync(process.execPath, [cli, ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return [ran.status, ran.stdout, ran.stderr];
}

describe.each(CALLS.map((words) => [words] as const))("%j", (words) => {
  const once = output(words, folder.path);

  it("says something", () => expect(once[1] + once[2]).not.toBe(""));

  it("a second time", () => expect(output(words, folder.path)).toEqual(once));

  it.each([
    ["far ahead in time, with Turkish letters", { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" }],
    ["behind in time, with German figures", { TZ: "America/St_Johns", LANG: "de_DE.UTF-8", LC_ALL: "" }],
    [
      "without a language, in a narrow window, at home nowhere",
      { LC_ALL: "C", COLUMNS: "40", HOME: "/nowhere" },
    ],
  ])("in a copy of the folder %s", (_, env) => expect(output(words, other.path, env)).toEqual(once));

  it("without the program in compiled form", () => {
    const bare = join(folder.path, "深/heng.cjs");
    copyFileSync(CLI, bare);
    expect(output(words, folder.path, {}, bare)).toEqual(once);
  });
});

describe("paths", () => {
  /** The same call with its files named from elsewhere. */
  const from = (words: readonly string[], place: string): readonly string[] =>
    words.map((word) => (/\.(?:heng|json|csv)$/.test(word) ? `${place}${word}` : word));
  const calls = CALLS.filter((words) => words.includes("--json"));

  it.each(calls)("are shown as given from a folder below: %j %j", (...words) => {
    const [code, out, err] = output(words, folder.path);
    const below = output([...from(words, "../../"), "--rules", "../../rules"], join(folder.path, "深/一"));
    expect([code, err]).toEqual([below[0], below[2]]);
    // Nothing but the paths differs: neither figures nor hashes know where the files lie.
    expect(below[1]).not.toBe(out);
    expect(below[1].replaceAll("../../", "")).toBe(out);
  });

  it.each(calls)("are shown as given in full: %j %j", (...words) => {
    const [code, out, err] = output(words, folder.path);
    const root = `${folder.path.replaceAll("\\", "/")}/`;
    const full = output([...from(words, root), "--rules", `${root}rules`], other.path);
    expect([code, err]).toEqual([full[0], full[2]]);
    expect(full[1].replaceAll(root, "")).toBe(out);
  });
});
