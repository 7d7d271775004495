/** Runs the built command line in a temporary folder with rules in it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { OUTPUT } from "./build.ts";

export const CLI = join(OUTPUT, "cli.js");
const SAMPLE = fileURLToPath(new URL("../../../../rules/2022/", import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly lines: readonly string[];
}

export interface Folder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  heng(...words: readonly string[]): Ran;
  pipe(input: string | Uint8Array, ...words: readonly string[]): Ran;
}

/** A folder with `rules/2022/` of the sample; gone after the tests. */
export function sampleFolder(): Folder {
  const folder = emptyFolder();
  cpSync(SAMPLE, join(folder.path, "rules/2022"), { recursive: true });
  return folder;
}

export function emptyFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "heng-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const pipe = (input: string | Uint8Array | undefined, ...words: readonly string[]): Ran => {
    const ran = spawnSync(process.execPath, [CLI, ...words], {
      cwd: path,
      encoding: "utf8",
      ...(input === undefined ? {} : { input }),
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr, lines: ran.stdout.split("\n") };
  };
  return {
    path,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    heng: (...words) => pipe(undefined, ...words),
    pipe,
  };
}

/** A rule set of two indicators, for cases worked out by hand. */
export const SMALL = `规则集 小样 2022年度
标题 "小样"
依据 "测试"
满分 10分
得分保留 2位小数
等级 {
  优 >= 9分
  差 其他
}
数据 {
  支出 万元 >= 0
  预算 万元 > 0
  人数 人 >= 0
}
指标 执行率 6分 {
  值 = 支出 / 预算
  目标 >= 100%
  评分 按比例
}
指标 控制 4分 {
  值 = 人数
  目标 <= 80人
  评分 达标
}
`;
