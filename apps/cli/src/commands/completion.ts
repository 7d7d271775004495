import { UsageError, EXIT, type Exit } from "../problems.ts";
import { nearest } from "@heng/lang/nearest";
import { nearestWords } from "../nearest.ts";
import type { Session } from "../session.ts";
import { GROUPS, type Call, type CommandSpec } from "./command.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
type Shell = (typeof SHELLS)[number];

export const completion: CommandSpec = {
  name: "completion",
  group: GROUPS.help,
  about: { zh: "命令行补全的脚本", en: "the script that completes commands in a shell" },
  arguments: [
    {
      name: { zh: "shell", en: "shell" },
      about: { zh: SHELLS.join("、"), en: SHELLS.join(", ") },
      required: true,
      many: false,
      completes: SHELLS,
    },
  ],
  options: [],
  examples: [
    {
      line: "source <(heng completion bash)",
      about: { zh: "bash，写入 ~/.bashrc", en: "bash, in ~/.bashrc" },
    },
    { line: "source <(heng completion zsh)", about: { zh: "zsh，写入 ~/.zshrc", en: "zsh, in ~/.zshrc" } },
    { line: "heng completion fish | source", about: { zh: "fish", en: "fish" } },
    {
      line: "heng completion powershell | Out-String | Invoke-Expression",
      about: { zh: "PowerShell，写入 $PROFILE", en: "PowerShell, in $PROFILE" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const given = call.operands[0] ?? "";
  const shell = SHELLS.find((s): s is Shell => s === given);
  if (!shell) {
    const near = nearestWords(nearest(given, SHELLS));
    throw new UsageError(
      {
        zh: `没有为“${given}”准备的补全脚本${near.zh && `；${near.zh}`}`,
        en: `there is no completion script for “${given}”${near.en && `; ${near.en}`}`,
      },
      { zh: `可以是 ${SHELLS.join("、")}`, en: `it may be ${SHELLS.join(", ")}` },
    );
  }
  const { completionScript } = await import("./completion-scripts.ts");
  const script = completionScript(shell, call.commands, session.lang);
  if (session.json) session.document({ schema: "heng.completion/1", shell, script });
  else session.raw(script);
  return EXIT.fine;
}
