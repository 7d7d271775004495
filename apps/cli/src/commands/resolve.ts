import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, type Call, type CommandSpec } from "./command.ts";

export const resolve: CommandSpec = {
  name: "resolve",
  group: GROUPS.years,
  about: {
    zh: "印出一个年度的全文：沿用的加上今年改的，并为一个文件",
    en: "print a year as a whole: what it inherits with what it amends, as one file",
  },
  arguments: [RULES_ARGUMENT],
  options: [],
  examples: [
    {
      line: "heng resolve 2023/department",
      about: { zh: "今年的规则，从头到尾", en: "this year's rules from top to bottom" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const { locate, readRules, resolveRules, textsOf } = await import("../files/rules.ts");
  const [path = "", ...others] = locate(call.operands[0] ?? "", call.rules);
  if (others.length > 0) {
    throw new UsageError({
      zh: `这里要一个规则集：${[path, ...others].join("、")}`,
      en: `one rule set is needed here: ${[path, ...others].join(", ")}`,
    });
  }
  const file = await readRules(path, call.rules);
  if ("problem" in file) throw new Stopped([file.problem], EXIT.data);
  const year = resolveRules(file, call.rules);
  if (year.whole === undefined) throw new Stopped(year.diagnostics, EXIT.usage, textsOf(year));
  if (session.json) {
    const files = Array.from(year.files.keys());
    session.document({ schema: "heng.resolution/1", file: path, files, text: year.whole.text });
  } else session.raw(year.whole.text);
  return EXIT.fine;
}
