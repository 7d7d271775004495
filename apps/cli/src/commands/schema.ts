import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, valueOf, type Call, type CommandSpec } from "./command.ts";

export const schema: CommandSpec = {
  name: "schema",
  group: GROUPS.scoring,
  about: { zh: "填报数据的 JSON Schema，或空白的填报表", en: "the JSON Schema of filings, or an empty form" },
  arguments: [RULES_ARGUMENT],
  options: [
    {
      flag: "--format",
      about: {
        zh: "json：JSON Schema（默认）；csv：空白的填报表；xlsx：以后提供",
        en: "json: JSON Schema (default); csv: an empty form; xlsx: comes later",
      },
      value: { name: { zh: "格式", en: "format" }, completes: ["json", "csv", "xlsx"] },
    },
  ],
  examples: [
    {
      line: "heng schema 2022/department --format csv > 填报.csv",
      about: { zh: "要填哪些数据：一张空白的表", en: "an empty form to fill in" },
    },
    {
      line: "heng schema 2022/department",
      about: { zh: "供程序校验数据的 JSON Schema", en: "for programs" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const format = valueOf(call, "--format") ?? "json";
  if (format !== "json" && session.json) {
    throw new UsageError({
      zh: `--json 与 --format ${format} 不能同时用`,
      en: `--json and --format ${format} exclude each other`,
    });
  }
  const { locate, textsOf } = await import("../files/rules.ts");
  const { compilerOf } = await import("./pairing.ts");
  const { dataSchema, emptyForm } = await import("@heng/forms");
  const [path = "", ...others] = locate(call.operands[0] ?? "", call.rules);
  if (others.length > 0) {
    throw new UsageError({
      zh: `这里要一个规则集：${[path, ...others].join("、")}`,
      en: `one rule set is needed here: ${[path, ...others].join(", ")}`,
    });
  }
  const { set, program } = await compilerOf(call.rules)(path);
  if (format === "json") {
    session.document(dataSchema(program));
    return EXIT.fine;
  }
  const { text, diagnostics } = emptyForm(program, format === "csv" ? "csv" : "xlsx");
  if (text === undefined) throw new Stopped(diagnostics, EXIT.usage);
  session.raw(text);
  if (diagnostics.length > 0) {
    const { report } = await import("../terminal/diagnostics.ts");
    report(diagnostics, session, "err", textsOf(set));
  }
  return EXIT.fine;
}
