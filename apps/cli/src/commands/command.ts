/** A command as data: commander's parser, the help and the completion scripts are all made from it. */
import type { Names } from "@heng/lang";
import type { Exit } from "../problems.ts";
import type { Session } from "../session.ts";

/** What a shell offers for a word. */
export type Completes = "rules" | "files" | "folder" | "codes" | "nothing" | readonly string[];

export interface ArgumentSpec {
  readonly name: Names;
  readonly about: Names;
  readonly required: boolean;
  readonly many: boolean;
  readonly completes: Completes;
}

export interface OptionSpec {
  /** `--explain` */
  readonly flag: string;
  readonly about: Names;
  /** Absent: the option is a switch. */
  readonly value?: {
    readonly name: Names;
    readonly optional?: boolean;
    readonly completes: Completes;
  };
}

export interface Call {
  readonly operands: readonly string[];
  /** Options given, by flag; a switch, and an optional value left out, is `true`. */
  readonly options: ReadonlyMap<string, string | true>;
  /** The rules folder. */
  readonly rules: string;
  /** Every command: what the completion scripts are made of. */
  readonly commands: readonly CommandSpec[];
}

export interface CommandSpec {
  readonly name: string;
  readonly group: Names;
  readonly about: Names;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly about: Names }[];
  run(call: Call, session: Session): Promise<Exit>;
}

/** The value of an option that takes one. */
export function valueOf(call: Call, flag: string): string | undefined {
  const value = call.options.get(flag);
  return typeof value === "string" ? value : undefined;
}

export const GROUPS = {
  scoring: { zh: "评分", en: "Scoring" },
  rules: { zh: "规则", en: "Rules" },
  years: { zh: "年度", en: "Years" },
  help: { zh: "帮助", en: "Help" },
} as const satisfies Record<string, Names>;

export const RULES_ARGUMENT: ArgumentSpec = {
  name: { zh: "规则", en: "rules" },
  about: {
    zh: "规则集：文件、2022/department，或 2022（该年度全部）；- 为标准输入",
    en: "a rule set: its file, 2022/department, or 2022 (all of the year); - is standard input",
  },
  required: true,
  many: false,
  completes: "rules",
};
