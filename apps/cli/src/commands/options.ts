/** The options every command has, and how a command is called. */
import type { Lang } from "@heng/lang";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";

export const EVERYWHERE: readonly OptionSpec[] = [
  {
    flag: "--rules",
    about: { zh: "规则文件夹（默认 ./rules）", en: "the rules folder (./rules)" },
    value: { name: { zh: "文件夹", en: "folder" }, completes: "folder" },
  },
  {
    flag: "--json",
    about: { zh: "在标准输出上给出一份 JSON", en: "one JSON document on standard output" },
  },
  {
    flag: "--lang",
    about: { zh: "语言：zh（默认）或 en", en: "language: zh (default) or en" },
    value: { name: { zh: "语言", en: "lang" }, completes: ["zh", "en"] },
  },
  { flag: "--quiet", about: { zh: "只说结果和错误", en: "results and errors only" } },
  { flag: "--no-color", about: { zh: "不用颜色", en: "no colours" } },
  { flag: "--debug", about: { zh: "内部故障时给出调用栈", en: "stack traces of internal faults" } },
  { flag: "--help", about: { zh: "帮助", en: "help" } },
];

export const VERSION_OPTION: OptionSpec = {
  flag: "--version",
  about: { zh: "版本", en: "version" },
};

/** `用法：heng score <规则> <数据…> [选项]` */
export function usage(spec: CommandSpec | undefined, lang: Lang): string {
  const title = lang === "zh" ? "用法：" : "usage: ";
  const options = lang === "zh" ? "[选项]" : "[options]";
  if (!spec) return `${title}heng <${lang === "zh" ? "命令" : "command"}> ${options}`;
  return `${title}heng ${[spec.name, ...spec.arguments.map((a) => placeholder(a, lang)), options].join(" ")}`;
}

export function placeholder(argument: ArgumentSpec, lang: Lang): string {
  const name = `${argument.name[lang]}${argument.many ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** All options of a command, its own first. */
export function optionsOf(spec: CommandSpec | undefined): readonly OptionSpec[] {
  return spec ? [...spec.options, ...EVERYWHERE] : [...EVERYWHERE, VERSION_OPTION];
}
