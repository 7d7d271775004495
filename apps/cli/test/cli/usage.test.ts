import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { widest } from "../../src/terminal/width.ts";
import { valid } from "./documents.ts";
import { CLI, SMALL, emptyFolder, sampleFolder } from "./heng.ts";

const folder = emptyFolder();
folder.write("小样.heng", SMALL);

describe("help", () => {
  it.each([["--help"], ["score", "--help"], ["check", "-h"], ["help"], ["help", "fmt"]])(
    "%s %s",
    (...words) => {
      const { code, out, err } = folder.heng(...words.filter((w) => w !== undefined));
      expect(code).toBe(0);
      expect(err).toBe("");
      expect(out).toContain("用法：heng");
      expect(out).toContain("示例");
      for (const line of out.split("\n")) expect(widest(line), line).toBeLessThanOrEqual(80);
    },
  );

  it("has English words with --lang en", () => {
    const { out } = folder.heng("--help", "--lang", "en");
    expect(out).toContain("usage: heng <command> [options]");
    expect(out).not.toMatch(/评分|规则/);
  });

  it("lists the commands there are, and no others", () => {
    const { out } = folder.heng("--help");
    for (const name of ["score", "check", "fmt", "doc", "schema", "explain", "limits", "completion"])
      expect(out).toContain(`  ${name}`);
    expect(out).not.toMatch(/serve|lsp|publish|batch/);
  });

  it.each([[[]], [["--quiet"]], [["--lang", "en"]], [["--json"]]])(
    "is the answer to no command, as wrong usage: %j",
    (words) => {
      const { code, out } = folder.heng(...words);
      expect(code).toBe(2);
      expect(out).toContain("score");
    },
  );

  it("is one document with --json", () => {
    const { code, out } = folder.heng("check", "--help", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schema: "heng.help/1",
      command: "check",
      text: folder.heng("check", "--help").out.trimEnd(),
    });
  });
});

describe("the version", () => {
  it("is said in one line", () => {
    expect(folder.heng("--version").out).toMatch(/^heng \d+\.\d+\.\d+\n$/);
    expect(folder.heng("--version", "--lang", "en").out).toMatch(/^heng \d+\.\d+\.\d+\n$/);
    expect(JSON.parse(folder.heng("--version", "--json").out)).toMatchObject({ schema: "heng.version/1" });
  });
});

describe("the built file", () => {
  it("runs by itself, wherever it is copied", () => {
    folder.write("far/heng.js", readFileSync(CLI));
    folder.write("far/module/package.json", '{ "type": "module" }');
    folder.write("far/module/heng.js", readFileSync(CLI));
    for (const file of ["far/heng.js", "far/module/heng.js"]) {
      const { stdout } = spawnSync(process.execPath, [file, "check", "小样.heng"], {
        cwd: folder.path,
        encoding: "utf8",
      });
      expect(stdout).toContain("2 个指标");
    }
  });
});

describe("an older Node.js", () => {
  it("is told which is needed, not stopped by what it lacks", () => {
    folder.write(
      "older.cjs",
      `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", "./older.cjs", CLI, "check"], {
      cwd: folder.path,
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("要用 Node.js 22.18 以上运行，这里是 20.20.2");
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("wrong usage", () => {
  it.each([
    [["scroe"], "没有命令“scroe”；相近的有 score"],
    [["score"], "缺少 <规则>"],
    [["score", "小样.heng"], "缺少 <数据>"],
    [["score", "--explain", "小样.heng", "a.json"], "“小样.heng”成了 --explain 的<指标>"],
    [["check", "--fxi"], "heng check 没有选项 --fxi；相近的有 --fix"],
    [["check", "--fix=1"], "--fix 后面不带值"],
    [["limits", "x"], "多出的参数：x"],
    [["schema", "小样.heng", "--format"], "--format 后面缺少 <格式>：json、csv、xlsx"],
    [["schema", "小样.heng", "--format", "pdf"], "--format 不能是“pdf”；可以是 json、csv、xlsx"],
    [["check", "--lang", "fr"], "--lang 不能是“fr”；可以是 zh、en"],
    [["explain", "Z"], "没有编码“Z”"],
    [["explain", "按比例"], "docs/reference/methods.md"],
    [["completion", "bahs"], "没有为“bahs”准备的补全脚本；相近的有 bash"],
  ])("%j", (words, message) => {
    const { code, out, err } = folder.heng(...words);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.replaceAll(/\n {2}/g, "")).toContain(message);
    expect(err).not.toMatch(/error:|\bat .*:\d+/);
    const json = folder.heng("--json", ...words);
    expect([json.code, json.err]).toEqual([2, ""]);
    valid(json.out, "diagnostics");
    const { diagnostics } = JSON.parse(json.out) as { diagnostics: { message: string; mend: string }[] };
    expect(diagnostics).toMatchObject([{ code: "H4112", severity: "error", file: null }]);
    expect(diagnostics.map((d) => `${d.message}\n${d.mend}`).join("")).toContain(message);
  });

  it("is said in English with --lang en", () => {
    expect(folder.heng("scroe", "--lang=en").err).toContain(
      "there is no command “scroe”; did you mean score?",
    );
    expect(JSON.parse(folder.heng("scroe", "--lang", "en", "--json").out)).toMatchObject({
      diagnostics: [
        {
          message: "there is no command “scroe”; did you mean score?",
          mend: expect.stringMatching(/^commands: score, .*\(heng --help\)$/),
        },
      ],
    });
  });
});

describe("an internal fault", () => {
  // What the program relies on breaks: where it is called, or in what it leaves behind.
  const broken = (how: string, ...words: readonly string[]) => {
    folder.write("broken.cjs", how);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["-r", "./broken.cjs", CLI, "check", "小样.heng", ...words],
      { cwd: folder.path, encoding: "utf8" },
    );
    return { code: status, out: stdout, err: stderr };
  };
  const AT_ONCE = `Array.prototype.toSorted = () => { throw new RangeError("断了"); };`;
  const LATER = `const whole = Array.prototype.toSorted;
    Array.prototype.toSorted = function (order) {
      queueMicrotask(() => { throw new RangeError("断了"); });
      return whole.call(this, order);
    };`;
  const TWICE = `${AT_ONCE} JSON.stringify = () => { throw new RangeError("断了"); };`;

  it.each([
    ["at once", AT_ONCE],
    ["outside of the call", LATER],
  ])("is one document with --json: %s", (_, how) => {
    const { code, out, err } = broken(how, "--json");
    expect([code, err]).toEqual([70, ""]);
    valid(out, "diagnostics");
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ code: "H4114", severity: "error", message: "程序内部故障：断了", file: null }],
    });
    const english = broken(how, "--json", "--lang", "en", "--debug");
    expect(english.code).toBe(70);
    expect(english.err).toMatch(/RangeError: 断了\n\s+at /);
    expect(JSON.parse(english.out)).toMatchObject({ diagnostics: [{ message: "internal fault: 断了" }] });
  });

  it("is said in words without --json, and where no document can be made", () => {
    for (const ran of [broken(AT_ONCE), broken(LATER), broken(TWICE, "--json")]) {
      expect(ran.code).toBe(70);
      expect(ran.err).toMatch(/^程序内部故障：断了\n {2}这是程序的错/);
    }
    expect(broken(AT_ONCE, "--debug").err).toMatch(/RangeError: 断了\n\s+at /);
  });
});

describe("fmt", () => {
  it("rewrites what is not canonical, once", () => {
    folder.write("乱.heng", SMALL.replace("  值 = 人数", "      值   =   人数"));
    expect(folder.heng("fmt", "乱.heng", "--check").code).toBe(1);
    expect(folder.heng("fmt", "乱.heng").code).toBe(0);
    expect(folder.heng("fmt", "乱.heng", "--check").code).toBe(0);
  });

  it("formats standard input to standard output", () => {
    const { code, out } = folder.pipe(SMALL, "fmt", "-");
    expect(code).toBe(0);
    expect(folder.pipe(out, "fmt", "-").out).toBe(out);
  });

  it("writes the keywords in English and back", () => {
    const english = folder.pipe(SMALL, "fmt", "-", "--keywords", "en").out;
    expect(english).toMatch(/^ruleset /);
    expect(folder.pipe(english, "fmt", "-", "--keywords", "zh").out).toBe(folder.pipe(SMALL, "fmt", "-").out);
  });

  it("leaves what is in error and says so", () => {
    const { code, err } = folder.pipe("规则集 甲 2022年度\n指标 乙 10分 {\n", "fmt", "-");
    expect(code).toBe(2);
    expect(err).toMatch(/错误 H1/);
  });
});

describe("schema, explain, limits", () => {
  it("gives a JSON Schema and an empty form", () => {
    expect(JSON.parse(folder.heng("schema", "小样.heng").out)).toMatchObject({ properties: { data: {} } });
    const { code, out } = folder.heng("schema", "小样.heng", "--format", "csv");
    expect(code).toBe(0);
    expect(out).toContain("支出（万元）");
    const xlsx = folder.heng("schema", "小样.heng", "--format", "xlsx");
    expect(xlsx.code).toBe(2);
    expect(xlsx.err).toContain("还不能生成 xlsx");
  });

  it("the empty form, filled in, is read", () => {
    const form = folder.heng("schema", "小样.heng", "--format", "csv").out.trimEnd();
    const row = form
      .replace(/^\ufeff/, "")
      .split(",")
      .map((h) =>
        h.startsWith("支出") ? "86" : h.startsWith("预算（") ? "100" : h.startsWith("人数") ? "80" : "",
      );
    const { out } = folder.pipe(`${form}\n${row.join(",")}\n`, "score", "小样.heng", "-");
    expect(out).toContain("9.16  优");
  });

  it("gives what is said in English of the examples of a page, and the mended text", () => {
    const { code, out, lines } = folder.heng("explain", "H1204", "--lang", "en");
    expect(code).toBe(0);
    expect(lines[0]).toBe("H1204 下级分值合计不等于上级 (error)");
    expect(out).toContain(`
Example

    满分 33分
    指标 部门管理 35分 {
    //            ^^^^ H1204
`);
    // 12 + 11 + 10 = 33, two less than 35.
    expect(out.replaceAll("\n", " ")).toContain(
      "error H1204: the weights below sum to 33分, not to the 35分 of “部门管理”: 2 too few",
    );
    expect(out).toMatch(/\nmend: [\s\S]*\nMended\n\n {4}满分 33分\n {4}指标 部门管理 33分 \{\n/);
    expect(out).not.toContain("为什么");
  });

  it("has English words of a page whose example cannot be run", () => {
    const { out } = folder.heng("explain", "4101", "--lang", "en", "--json");
    expect(JSON.parse(out)).toMatchObject({
      code: "H4101",
      page: expect.stringContaining(
        "“filings/departmnt.json” was not found; did you mean filings/department.json?",
      ),
    });
  });

  it("tells lines as they are on the page", () => {
    const { lines } = folder.heng("explain", "H1004", "--lang", "en");
    const example = lines.slice(lines.indexOf("Example") + 2);
    const told = lines.join(" ");
    expect(example[Number(/in line (\d+)/.exec(told)?.[1]) - 1]).toBe("      指标 会议次数 3分 {");
    expect(example[Number(/after line (\d+)/.exec(told)?.[1]) - 1]).toBe("        评分 人工");
  });

  it("tells examples apart where there are several", () => {
    const { out } = folder.heng("explain", "H3006", "--lang", "en");
    expect(out).toMatch(
      /Example 1\n[\s\S]*could be 95% or 9500%[\s\S]*Example 2\n[\s\S]*could be 0\.95% or 95%/,
    );
  });

  it("prints the limits in one table", () => {
    const { code, out } = folder.heng("limits");
    expect(code).toBe(0);
    expect(out).toMatch(/规则：一个文件 +1,048,576 {2}字节/);
    expect(JSON.parse(folder.heng("limits", "--json").out)).toMatchObject({ schema: "heng.limits/1" });
  });
});

describe("completion", () => {
  it("is a valid script of bash that offers commands, options and rule sets", () => {
    const script = folder.heng("completion", "bash").out;
    expect(spawnSync("bash", ["-n"], { input: script }).status).toBe(0);
    const complete = (line: string, at: string): string => {
      const words = line.split(" ");
      const run = `${script}\nCOMP_WORDS=(${words.map((w) => `'${w}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _heng; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync("bash", ["-c", run], { cwd: at, encoding: "utf8" }).stdout;
    };
    expect(complete("heng s", folder.path).split("\n")).toEqual(["score", "schema", ""]);
    expect(complete("heng check --f", folder.path)).toBe("--fix\n");
    expect(complete("heng check --lang ", folder.path)).toBe("zh\nen\n");
    expect(complete("heng score 2022/", sampleFolder().path)).toContain("2022/department");
  });

  it("offers names with blanks whole", () => {
    folder.write("我的 资料/甲 局.json", "{}");
    const script = folder.heng("completion", "bash").out;
    const run = `${script}\nCOMP_WORDS=(heng score 小样.heng '我的 资料/'); COMP_CWORD=3; _heng; printf '[%s]' "\${COMPREPLY[@]}"`;
    expect(spawnSync("bash", ["-c", run], { cwd: folder.path, encoding: "utf8" }).stdout).toBe(
      "[我的 资料/甲 局.json]",
    );
  });

  it.each(["zsh", "fish", "powershell"])("has a script for %s with every command", (shell) => {
    const { code, out } = folder.heng("completion", shell);
    expect(code).toBe(0);
    for (const name of ["score", "check", "fmt", "doc", "schema", "explain", "limits", "completion"])
      expect(out).toContain(name);
    // Where the shell is at hand, it reads the script.
    const syntax = { zsh: ["zsh", "-n"], fish: ["fish", "--no-execute"], powershell: [] }[shell] ?? [];
    const [program, ...rest] = syntax;
    const ran = program === undefined ? undefined : spawnSync(program, rest, { input: out });
    if (ran && !ran.error) expect(ran.status).toBe(0);
  });
});

// The terminal is that of util-linux's script.
describe.skipIf(process.platform !== "linux" || !existsSync("/usr/bin/script"))("a terminal", () => {
  const rules = SMALL.replace("指标 控制", "指标 「“三公”控制」");
  folder.write("三公.heng", rules);
  folder.write("三公.json", `{"支出":"86万元","预算":"100万元","人数":"很多"}`);
  const shown = (command: string, env: NodeJS.ProcessEnv = {}): string =>
    spawnSync(
      "/usr/bin/script",
      ["-qec", `stty cols 80; "${process.execPath}" "${CLI}" ${command}`, "/dev/null"],
      {
        cwd: folder.path,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "", TERM: "xterm", ...env },
      },
    ).stdout;

  it("is told the columns behind “ ”, and shown the place", () => {
    const out = shown("score 三公.heng 三公.json");
    // The names take 12 columns, with “ ” at two; then two blanks, and 4 ends the four columns of 分值: it is in the 18th.
    expect(out).toContain("“三公”控制       \u001b[18G4 ");
    expect(out).toContain(`"人数":\u001b[4m"很多"\u001b[0m}`);
  });

  it.each([
    ["NO_COLOR", "", { NO_COLOR: "1" }],
    ["--no-color", " --no-color", {}],
    ["TERM=dumb", "", { TERM: "dumb" }],
  ])("is sent text only with %s", (_, option, env) => {
    const out = shown(`score 三公.heng 三公.json${option}`, env);
    expect(out).toContain("“三公”控制");
    expect(out).not.toContain("\u001b");
  });
});

// The pipes are those of bash.
describe.skipIf(process.platform === "win32")("a reader that has gone", () => {
  const bash = (line: string): { readonly stdout: string; readonly stderr: string } =>
    spawnSync("bash", ["-c", `heng() { "${process.execPath}" "${CLI}" "$@"; }; ${line}`], {
      cwd: folder.path,
      encoding: "utf8",
    });
  folder.write("错.heng", SMALL.replace("4分", "5分"));
  folder.write("错.json", `{"支出":"很多","预算":"100万元","人数":"80人"}`);
  folder.write("好.json", `{"支出":"86万元","预算":"100万元","人数":"80人"}`);
  const CODES: readonly (readonly [words: string, code: number])[] = [
    ["--version", 0],
    ["--help", 0],
    ["limits --json", 0],
    ["score 小样.heng 好.json --explain", 0],
    ["check 错.heng", 1],
    ["check 错.heng --json", 1],
    ["fmt 错.heng --check", 1],
    ["scroe --json", 2],
    ["score 错.heng 好.json --json", 2],
    ["score 小样.heng 错.json", 3],
    ["score 小样.heng 错.json --json", 3],
  ];

  it.each(CODES)("leaves the exit code as it is, and nothing is said of it: %s", (words, code) => {
    const alone = bash(`heng ${words} > /dev/null`);
    expect(bash(`heng ${words} > /dev/null; echo $?`).stdout).toBe(`${code}\n`);
    // Gone before the first word.
    const gone = bash(`heng ${words} | exec 0<&-; echo \${PIPESTATUS[0]}`);
    expect([gone.stdout, gone.stderr]).toEqual([`${code}\n`, alone.stderr]);
  });

  it("has the first line of much, and the exit code of all", () => {
    folder.write("多.csv", `支出,预算,人数\n${"86,100,80\n".repeat(400)}很多,100,80\n`);
    for (const words of ["score 小样.heng 多.csv --json", "score 小样.heng 多.csv 2>&1"]) {
      const { stdout, stderr } = bash(`heng ${words} | head -n 1; echo \${PIPESTATUS[0]}`);
      expect([stdout.split("\n").slice(1), stderr]).toEqual([["3", ""], ""]);
    }
  });

  it.skipIf(!existsSync("/dev/full"))("is another matter than a full disk", () => {
    for (const words of ["--version", "limits", "score 小样.heng 好.json --json"]) {
      const { stdout, stderr } = bash(`heng ${words} 2>&1 > /dev/full; echo $?`);
      expect([stdout, stderr]).toEqual(["错误：输出写不完（ENOSPC）\n3\n", ""]);
    }
  });
});
