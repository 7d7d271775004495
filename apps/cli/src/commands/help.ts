/** The help, from the commands' declarations. */
import { COMMANDS } from "./all.ts";
import { GROUPS, type CommandSpec, type OptionSpec } from "./command.ts";
import { optionsOf, placeholder, usage } from "./options.ts";
import type { Lang } from "@heng/lang";
import { paint } from "../terminal/colour.ts";
import { padEnd, width } from "../terminal/width.ts";
import { wrap } from "../terminal/wrap.ts";

const EXIT_CODES = {
  zh: "退出码：0 正常；1 检查有发现；2 用法不对，或规则有误；3 数据或文件有问题；70 程序内部故障",
  en: "Exit codes: 0 fine; 1 findings; 2 wrong usage, or rules that do not check; 3 data or files; 70 internal fault",
};

/** Lines of `heng --help` or `heng <command> --help`. */
export function help(spec: CommandSpec | undefined, lang: Lang, columns: number): readonly string[] {
  return spec ? commandHelp(spec, lang, columns) : mainHelp(lang, columns);
}

function mainHelp(lang: Lang, columns: number): readonly string[] {
  const zh = lang === "zh";
  const entries = COMMANDS.map((c) => ({
    group: c.group,
    entry: [synopsis(c, lang), c.about[lang]] as const,
  }));
  const most = Math.max(...entries.map(({ entry: [name] }) => width(name)));
  return [
    zh ? "衡：按成文规则给财政绩效评分" : "Heng: scores fiscal performance by written rules",
    "",
    usage(undefined, lang),
    ...Object.values(GROUPS).flatMap((group) => [
      "",
      paint("bold", group[lang]),
      ...list(
        entries.filter((e) => e.group === group).map((e) => e.entry),
        columns,
        most,
      ),
    ]),
    ...optionLines(optionsOf(undefined), lang, columns),
    "",
    paint("bold", zh ? "示例" : "Examples"),
    ...COMMANDS.slice(0, 3).flatMap((c) => examples(c, lang, columns).slice(0, 1)),
    "",
    ...wrap(EXIT_CODES[lang], { width: columns, rest: "  " }),
  ];
}

function commandHelp(spec: CommandSpec, lang: Lang, columns: number): readonly string[] {
  const zh = lang === "zh";
  return [
    ...wrap(`heng ${spec.name}${zh ? "：" : ": "}${spec.about[lang]}`, { width: columns }),
    "",
    usage(spec, lang),
    ...(spec.arguments.length > 0
      ? [
          "",
          paint("bold", zh ? "参数" : "Arguments"),
          ...list(
            spec.arguments.map((a) => [placeholder(a, lang), a.about[lang]]),
            columns,
          ),
        ]
      : []),
    ...optionLines(optionsOf(spec), lang, columns),
    "",
    paint("bold", zh ? "示例" : "Examples"),
    ...examples(spec, lang, columns),
  ];
}

function synopsis(spec: CommandSpec, lang: Lang): string {
  return [spec.name, ...spec.arguments.map((a) => placeholder(a, lang))].join(" ");
}

function optionLines(options: readonly OptionSpec[], lang: Lang, columns: number): readonly string[] {
  const entries = options.map(({ flag, value, about }) => {
    const name = value && (value.optional ? `[${value.name[lang]}]` : `<${value.name[lang]}>`);
    return [name ? `${flag} ${name}` : flag, about[lang]] as const;
  });
  return ["", paint("bold", lang === "zh" ? "选项" : "Options"), ...list(entries, columns)];
}

function examples(spec: CommandSpec, lang: Lang, columns: number): readonly string[] {
  return spec.examples.flatMap(({ line, about }) => [
    `  ${line}`,
    ...wrap(about[lang], { width: columns, first: "      ", rest: "      " }),
  ]);
}

function list(
  entries: readonly (readonly [name: string, about: string])[],
  columns: number,
  most = Math.max(...entries.map(([name]) => width(name))),
): readonly string[] {
  return entries.flatMap(([name, about]) =>
    wrap(about, { width: columns, first: `  ${padEnd(name, most)}  `, rest: " ".repeat(most + 4) }),
  );
}
