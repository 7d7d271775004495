/** Rule sets for the tests, compiled from their text. */
import { readFileSync } from "node:fs";
import { compile, type Program } from "@heng/lang";

const ROOT = new URL("../../../", import.meta.url);

/** The text of a rule set of the sample. */
export function sample(name: "department" | "project"): string {
  return readFileSync(new URL(`rules/2022/${name}.heng`, ROOT), "utf8").replaceAll("\r\n", "\n");
}

/** A rule set that checks without a finding in error. */
export function programOf(text: string): Program {
  const { program, diagnostics } = compile({ file: "a.heng", text }, { year: "2022" });
  if (program === undefined) throw new Error(diagnostics.map((d) => d.message.zh).join("\n"));
  return program;
}

/** The text with one passage replaced, which must stand there exactly once. */
export function altered(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`“${from}” stands there ${parts.length - 1} times`);
  return parts.join(to);
}

/** A rule set of these statements: 10 points, two decimals, grades from 9 and 6. */
export function ruleset(statements: string): string {
  return `规则集 小样 2022年度
满分 10分
得分保留 2位小数
等级 {
  优 >= 9分
  中 >= 6分
  差 其他
}
${statements}`;
}
