import type { Diagnostic } from "@heng/lang";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, valueOf, type Call, type CommandSpec } from "./command.ts";

export const newYear: CommandSpec = {
  name: "new",
  group: GROUPS.years,
  about: {
    zh: "开始一个年度：给上一年度的每个规则集写一个沿用它的文件",
    en: "begin a year: a file for each rule set of a year before, which inherits it",
  },
  arguments: [
    {
      name: { zh: "年度", en: "year" },
      about: { zh: "要开始的年度，如 2023", en: "the year to begin, such as 2023" },
      required: true,
      many: false,
      completes: "nothing",
    },
  ],
  options: [
    {
      flag: "--from",
      about: { zh: "沿用哪一年度", en: "the year that is inherited" },
      value: { name: { zh: "年度", en: "year" }, completes: "nothing" },
    },
  ],
  examples: [
    {
      line: "heng new 2023 --from 2022",
      about: { zh: "2023年度 从 2022年度 开始", en: "2023 begins from 2022" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const [year = ""] = call.operands;
  const from = valueOf(call, "--from");
  if (from === undefined) {
    throw new UsageError(
      { zh: "没有写沿用哪一年度", en: "the year to inherit is not said" },
      {
        zh: `加上 --from，如 heng new ${year} --from 2022`,
        en: `add --from, as in heng new ${year} --from 2022`,
      },
    );
  }
  for (const one of [year, from])
    if (!/^\d{4}$/.test(one))
      throw new UsageError({ zh: `“${one}”不是年度，如 2023`, en: `“${one}” is no year such as 2023` });
  if (from >= year) {
    throw new UsageError({
      zh: `${year}年度 只能沿用更早的年度，不能沿用 ${from}年度`,
      en: `${year} can only inherit an earlier year, not ${from}`,
    });
  }
  const { locate } = await import("../files/rules.ts");
  const { compilerOf } = await import("./pairing.ts");
  const { beginning } = await import("@heng/lang");
  const { addFile } = await import("../files/write.ts");
  const compiled = compilerOf(call.rules);
  const texts = new Map<string, string>();
  for (const path of locate(from, call.rules)) {
    // What is included by others is no rule set, and is inherited with them.
    if (await compiled.isShared(path)) continue;
    const { program } = await compiled(path);
    texts.set(join(call.rules, year, basename(path)), beginning(program, year));
  }
  await mkdir(join(call.rules, year), { recursive: true });
  const problems: Diagnostic[] = [];
  const files: string[] = [];
  for (const [path, text] of texts) {
    const problem = await addFile(path, text);
    if (problem) problems.push(problem);
    else files.push(path);
  }
  // Published files are known by their bytes: git must not change the ends of their lines.
  const attributes = join(call.rules, ".gitattributes");
  if ((await addFile(attributes, "* -text\n")) === undefined) files.push(attributes);
  if (session.json && problems.length === 0) session.document({ schema: "heng.new/1", files });
  for (const path of files) session.out(session.say({ zh: `已写入 ${path}`, en: `written to ${path}` }));
  if (problems.length > 0) throw new Stopped(problems, EXIT.data);
  return EXIT.fine;
}
