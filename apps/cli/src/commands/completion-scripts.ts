/** Completion scripts, from the commands' declarations. Rule sets and codes are words the scripts look up or list. */
import type { CommandSpec, Completes, OptionSpec } from "./command.ts";
import { EVERYWHERE, VERSION_OPTION, optionsOf } from "./options.ts";
import type { Lang } from "@heng/lang";

type Shell = "bash" | "zsh" | "fish" | "powershell";

export function completionScript(shell: Shell, commands: readonly CommandSpec[], lang: Lang): string {
  switch (shell) {
    case "bash":
      return bash(commands);
    case "zsh":
      return zsh(commands, lang);
    case "fish":
      return fish(commands, lang);
    case "powershell":
      return powershell(commands, lang);
  }
}

/** Words that may follow, where they are fixed. */
function fixedWords(completes: Completes | undefined): readonly string[] {
  return typeof completes === "object" ? completes : [];
}

const valued = (options: readonly OptionSpec[]): readonly OptionSpec[] => options.filter((o) => o.value);

function bash(commands: readonly CommandSpec[]): string {
  const flags = (options: readonly OptionSpec[]): string => options.map((o) => o.flag).join(" ");
  const values = valued([...commands.flatMap((c) => c.options), ...EVERYWHERE]).filter(
    (o) => fixedWords(o.value?.completes).length > 0,
  );
  return `# bash completion of heng: source <(heng completion bash)
_heng() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${commands.map((c) => c.name).join("|")}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $before in
${values.map((o) => `    ${o.flag}) COMPREPLY=($(compgen -W "${fixedWords(o.value?.completes).join(" ")}" -- "$word")); return ;;`).join("\n")}
    --rules) _heng_files -d; return ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
${commands.map((c) => `      ${c.name}) COMPREPLY=($(compgen -W "${flags(optionsOf(c))}" -- "$word")) ;;`).join("\n")}
      *) COMPREPLY=($(compgen -W "${flags(optionsOf(undefined))}" -- "$word")) ;;
    esac
    return
  fi
  case $command in
    "") COMPREPLY=($(compgen -W "${commands.map((c) => c.name).join(" ")}" -- "$word")) ;;
${commands.map((c) => `    ${c.name}) ${bashOperands(c)} ;;`).join("\n")}
  esac
}
# A line is a name, whatever blanks are in it.
_heng_files() {
  local IFS=$'\\n'
  COMPREPLY+=($(compgen "$1" -- "$word"))
}
_heng_rules() {
  local path
  for path in rules/[0-9][0-9][0-9][0-9] rules/[0-9][0-9][0-9][0-9]/*.heng; do
    [[ -e $path ]] || continue
    path=\${path#rules/}
    printf '%s\\n' "\${path%.heng}"
  done
}
complete -o filenames -F _heng heng
`;
}

function bashOperands(command: CommandSpec): string {
  const words = command.arguments.flatMap((a) => fixedWords(a.completes)).join(" ");
  if (words !== "") return `COMPREPLY=($(compgen -W "${words}" -- "$word"))`;
  if (command.arguments.some((a) => a.completes === "rules")) {
    return `COMPREPLY=($(compgen -W "$(_heng_rules)" -- "$word")); _heng_files -f`;
  }
  return ":";
}

function zsh(commands: readonly CommandSpec[], lang: Lang): string {
  const quote = (text: string): string =>
    `'${text.replaceAll("'", "’").replaceAll(/[:[\]]/g, (c) => `\\${c}`)}'`;
  const action = (completes: Completes | undefined): string => {
    if (typeof completes === "object") return `(${completes.join(" ")})`;
    if (completes === "rules") return "_heng_rules";
    if (completes === "folder") return "_files -/";
    return completes === "files" ? "_files" : " ";
  };
  const option = ({ flag, about, value }: OptionSpec): string =>
    `${quote(`${flag}`).slice(0, -1)}[${quote(about[lang]).slice(1, -1)}]${
      value
        ? `${value.optional ? "::" : ":"}${quote(value.name[lang]).slice(1, -1)}:${action(value.completes)}`
        : ""
    }'`;
  const operand = (a: CommandSpec["arguments"][number]): string =>
    `'${a.many ? "*" : ""}:${quote(a.name[lang]).slice(1, -1)}:${action(a.completes)}'`;
  return `#compdef heng
# zsh completion of heng: source <(heng completion zsh)
_heng_rules() {
  local -a sets
  sets=(rules/[0-9][0-9][0-9][0-9](N:t) rules/[0-9][0-9][0-9][0-9]/*.heng(N))
  sets=(\${\${sets#rules/}%.heng})
  compadd -a sets
  _files
}
_heng() {
  local -a commands
  commands=(
${commands.map((c) => `    ${quote(c.name).slice(0, -1)}:${quote(c.about[lang]).slice(1)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments ${optionsOf(undefined).map(option).join(" ")}
    return
  fi
  case $words[2] in
${commands
  .map((c) => {
    const all = [...c.arguments.map(operand), ...optionsOf(c).map(option)].join(" ");
    return `    ${c.name}) shift words; (( CURRENT-- )); _arguments ${all} ;;`;
  })
  .join("\n")}
  esac
}
compdef _heng heng
`;
}

function fish(commands: readonly CommandSpec[], lang: Lang): string {
  const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const option = ({ flag, about, value }: OptionSpec, when: string): string => {
    const words = fixedWords(value?.completes);
    const takes =
      value && !value.optional ? ` -x${words.length > 0 ? ` -a ${quote(words.join(" "))}` : ""}` : "";
    return `complete -c heng${when} -l ${flag.slice(2)}${takes} -d ${quote(about[lang])}`;
  };
  const seen = (c: CommandSpec): string => ` -n '__fish_seen_subcommand_from ${c.name}'`;
  return [
    "# fish completion of heng: heng completion fish | source",
    "function __heng_rules",
    "    for path in rules/[0-9]*/*.heng",
    "        string replace -r '^rules/(.*)\\.heng$' '$1' -- $path",
    "    end",
    "end",
    ...commands.map(
      (c) => `complete -c heng -f -n __fish_use_subcommand -a ${c.name} -d ${quote(c.about[lang])}`,
    ),
    ...[...EVERYWHERE, VERSION_OPTION].map((o) => option(o, "")),
    ...commands.flatMap((c) => [
      ...c.options.map((o) => option(o, seen(c))),
      ...c.arguments.flatMap((a) => {
        const words = fixedWords(a.completes).join(" ");
        if (words !== "") return [`complete -c heng${seen(c)} -f -a ${quote(words)}`];
        return a.completes === "rules" ? [`complete -c heng${seen(c)} -a '(__heng_rules)'`] : [];
      }),
    ]),
    "",
  ].join("\n");
}

function powershell(commands: readonly CommandSpec[], lang: Lang): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const options = (list: readonly OptionSpec[]): string => list.map((o) => quote(o.flag)).join(", ");
  const words = (c: CommandSpec): string =>
    [...c.arguments.flatMap((a) => fixedWords(a.completes)).map(quote), options(optionsOf(c))].join(", ");
  return `# PowerShell completion of heng: heng completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName heng -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map((c) => `    ${quote(c.name)} = ${quote(c.about[lang])}`).join("\n")}
  }
  $words = @{
${commands.map((c) => `    ${quote(c.name)} = @(${words(c)})`).join("\n")}
  }
  $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = $given | Where-Object { $commands.Contains($_) -and $_ -ne $wordToComplete } | Select-Object -First 1
  $candidates = if ($command) { $words[$command] } else { @($commands.Keys) + @(${options(optionsOf(undefined))}) }
  $candidates | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    $tip = if ($commands.Contains($_)) { $commands[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)
  }
}
`;
}
