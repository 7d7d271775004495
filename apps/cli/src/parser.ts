/** commander, told of the commands, with its words in our languages. */
import { Command, Option } from "commander";
import { COMMANDS } from "./commands/all.ts";
import type { Call, CommandSpec, Completes, OptionSpec } from "./commands/command.ts";
import { EVERYWHERE, VERSION_OPTION, optionsOf, usage } from "./commands/options.ts";
import { nearest } from "@heng/lang/nearest";
import { nearestWords } from "./nearest.ts";
import { UsageError } from "./problems.ts";
import type { Lang } from "@heng/lang";

/** A call of a command, or of the help, as parsed. */
export type Parsed =
  /** `asked`: not only for want of a command. */
  | { readonly kind: "help"; readonly command: CommandSpec | undefined; readonly asked: boolean }
  | { readonly kind: "version" }
  | { readonly kind: "command"; readonly command: CommandSpec; readonly call: Call };

/** commander reports a wrong call through these methods; they say it in both languages. */
class Parser extends Command {
  readonly spec: CommandSpec | undefined;

  constructor(spec?: CommandSpec) {
    super(spec?.name ?? "heng");
    this.spec = spec;
  }

  missingArgument(name: string): never {
    const argument = this.spec?.arguments.find((a) => a.name.en === name);
    throw new UsageError(
      {
        zh: `缺少 <${argument?.name.zh ?? name}>：${argument?.about.zh ?? ""}`,
        en: `<${name}> is missing: ${argument?.about.en ?? ""}`,
      },
      {
        zh: swallowed(this, "zh") ?? usage(this.spec, "zh"),
        en: swallowed(this, "en") ?? usage(this.spec, "en"),
      },
    );
  }

  optionMissingArgument(option: Option): never {
    const value = optionsOf(this.spec).find((o) => o.flag === option.long)?.value;
    throw new UsageError(
      {
        zh: `${option.long} 后面缺少 <${value?.name.zh ?? ""}>${choices(value?.completes, "：", "、")}`,
        en: `${option.long} needs a <${value?.name.en ?? ""}>${choices(value?.completes, ": ", ", ")}`,
      },
      { zh: usage(this.spec, "zh"), en: usage(this.spec, "en") },
    );
  }

  unknownOption(flag: string): never {
    const name = flag.split("=")[0] ?? flag;
    const known = optionsOf(this.spec).map((o) => o.flag);
    if (known.includes(name)) {
      throw new UsageError({ zh: `${name} 后面不带值`, en: `${name} takes no value` });
    }
    const names = nearestWords(nearest(name, known));
    const of = this.spec ? `heng ${this.spec.name}` : "heng";
    throw new UsageError(
      {
        zh: `${of} 没有选项 ${name}${names.zh && `；${names.zh}`}`,
        en: `${of} has no option ${name}${names.en && `; ${names.en}`}`,
      },
      { zh: `选项：${known.join(" ")}`, en: `options: ${known.join(" ")}` },
    );
  }

  unknownCommand(): never {
    const name = this.args[0] ?? "";
    const known = COMMANDS.map((c) => c.name);
    const names = nearestWords(nearest(name, known));
    throw new UsageError(
      {
        zh: `没有命令“${name}”${names.zh && `；${names.zh}`}`,
        en: `there is no command “${name}”${names.en && `; ${names.en}`}`,
      },
      { zh: `命令：${known.join("、")}（heng --help）`, en: `commands: ${known.join(", ")} (heng --help)` },
    );
  }

  _excessArguments(received: readonly string[]): void {
    // Of the whole program it is a command that there is not; its action says so.
    if (!this.spec) return;
    const expected = this.spec.arguments.length;
    const extra = received.slice(expected).join(" ");
    throw new UsageError(
      { zh: `多出的参数：${extra}`, en: `too many arguments: ${extra}` },
      { zh: usage(this.spec, "zh"), en: usage(this.spec, "en") },
    );
  }
}

/** Parses the words after `heng`. Throws UsageError. */
export function parseArguments(words: readonly string[]): Parsed {
  let parsed: Parsed = { kind: "help", command: undefined, asked: false };
  const root = prepare(new Parser(), [...EVERYWHERE, VERSION_OPTION]);
  for (const spec of COMMANDS) {
    const command = prepare(new Parser(spec), spec.options);
    for (const argument of spec.arguments) {
      const name = `${argument.name.en}${argument.many ? "..." : ""}`;
      command.argument(argument.required ? `<${name}>` : `[${name}]`);
    }
    command.action(() => {
      parsed = { kind: "command", command: spec, call: callOf(root, command, spec) };
    });
    root.addCommand(command);
  }
  // `--help` wins over what else may be wrong with the call.
  const operands = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  if (
    operands.includes("--help") ||
    operands.includes("-h") ||
    operands[0] === "help" ||
    words.length === 0
  ) {
    const named = operands.find((w) => COMMANDS.some((c) => c.name === w));
    return { kind: "help", command: COMMANDS.find((c) => c.name === named), asked: words.length > 0 };
  }
  root.action(() => {
    if (root.args.length > 0) root.unknownCommand();
    parsed =
      root.opts()["version"] === true
        ? { kind: "version" }
        : { kind: "help", command: undefined, asked: false };
  });
  root.parse(words, { from: "user" });
  return parsed;
}

function prepare(command: Parser, options: readonly OptionSpec[]): Parser {
  command.helpOption(false).helpCommand(false).exitOverride();
  for (const { flag, value } of options) {
    const name = value?.name.en ?? "";
    command.addOption(new Option(value ? `${flag} ${value.optional ? `[${name}]` : `<${name}>`}` : flag));
  }
  return command;
}

/** commander takes the options that every command has for the root's, wherever they stand. */
function callOf(root: Parser, command: Parser, spec: CommandSpec): Call {
  const options = new Map<string, string | true>();
  for (const { flag, value } of optionsOf(spec)) {
    const key = new Option(flag).attributeName();
    const found: unknown = (spec.options.some((o) => o.flag === flag) ? command : root).getOptionValue(key);
    const given = flag.startsWith("--no-") ? found === false : found;
    if (typeof given === "string") {
      if (typeof value?.completes === "object" && !value.completes.includes(given))
        unknownChoice(flag, given, value.completes);
      options.set(flag, given);
    } else if (given === true) options.set(flag, true);
  }
  const rules = options.get("--rules");
  return {
    operands: command.args,
    options,
    rules: typeof rules === "string" ? rules : "rules",
    commands: COMMANDS,
  };
}

/** Says that an option does not have this value. */
function unknownChoice(flag: string, given: string, known: readonly string[]): never {
  throw new UsageError({
    zh: `${flag} 不能是“${given}”；可以是 ${known.join("、")}`,
    en: `${flag} cannot be “${given}”; it may be ${known.join(", ")}`,
  });
}

function choices(completes: Completes | undefined, colon: string, comma: string): string {
  return typeof completes === "object" ? `${colon}${completes.join(comma)}` : "";
}

/** `score --explain 2022 a.json` takes 2022 for the indicator; if that leaves an argument missing, say so. */
function swallowed(command: Parser, lang: Lang): string | undefined {
  for (const { flag, value } of command.spec?.options ?? []) {
    const given: unknown = command.getOptionValue(new Option(flag).attributeName());
    if (!value?.optional || typeof given !== "string") continue;
    return lang === "zh"
      ? `“${given}”成了 ${flag} 的<${value.name.zh}>：请把 ${flag} 写在最后，或写作 ${flag}=${value.name.zh}`
      : `“${given}” was taken as the <${value.name.en}> of ${flag}: write ${flag} last, or ${flag}=<${value.name.en}>`;
  }
  return undefined;
}
