import type { Diagnostic, Lines } from "@heng/lang";
import { EXIT, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, valueOf, type Call, type CommandSpec } from "./command.ts";

export const fmt: CommandSpec = {
  name: "fmt",
  group: GROUPS.rules,
  about: { zh: "把规则集排成规范的样式", en: "write rule sets in the canonical layout" },
  arguments: [{ ...RULES_ARGUMENT, required: false, many: true }],
  options: [
    {
      flag: "--check",
      about: {
        zh: "只检查，不改写；不规范的退出码为 1",
        en: "change nothing; exit with 1 if something would change",
      },
    },
    {
      flag: "--keywords",
      about: {
        zh: "关键字用中文或英文（默认照文件）",
        en: "keywords in Chinese or English (as in the file)",
      },
      value: { name: { zh: "语言", en: "lang" }, completes: ["zh", "en"] },
    },
  ],
  examples: [
    {
      line: "heng fmt",
      about: { zh: "改写规则文件夹中的全部规则集", en: "every rule set of the rules folder" },
    },
    { line: "heng fmt 2022 --check", about: { zh: "哪些还不规范", en: "which are not canonical yet" } },
    {
      line: "heng fmt - < draft.heng",
      about: { zh: "从标准输入读，写到标准输出", en: "from standard input to output" },
    },
  ],
  run,
};

interface Formatted {
  readonly file: string;
  readonly changed: boolean;
  /** Something in it is wrong, and was left as it is. */
  readonly faulty: boolean;
}

async function run(call: Call, session: Session): Promise<Exit> {
  const { readRules, locate, locateAll } = await import("../files/rules.ts");
  const { report } = await import("../terminal/diagnostics.ts");
  const paths: string[] = [];
  if (call.operands.length === 0) paths.push(...locateAll(call.rules));
  for (const name of call.operands) paths.push(...locate(name, call.rules));

  const { format, linesOf } = await import("@heng/lang");

  const given = valueOf(call, "--keywords");
  const keywords = given === "zh" || given === "en" ? given : undefined;
  const onlyCheck = call.options.has("--check");
  const problems: Diagnostic[] = [];
  const broken: Diagnostic[] = [];
  const texts = new Map<string, Lines>();
  const done: (Formatted & { readonly text: string })[] = [];
  for (const path of new Set(paths)) {
    const file = await readRules(path, call.rules);
    if ("problem" in file) {
      problems.push(file.problem);
      continue;
    }
    texts.set(path, linesOf(file.text));
    // Statements in error are left as they are; the rest is laid out all the same.
    const { text, changed, diagnostics } = format({ file: path, text: file.text }, { keywords });
    const errors = diagnostics.filter((d) => d.severity === "error");
    broken.push(...errors);
    if (changed && !onlyCheck && path !== "-") {
      const { replaceFile } = await import("../files/write.ts");
      const problem = await replaceFile(path, file.bytes, text);
      if (problem) {
        problems.push(problem);
        continue;
      }
    }
    done.push({ file: path, changed, faulty: errors.length > 0, text });
  }
  const found = [...problems, ...broken];
  if (session.json && found.length === 0) {
    session.document({
      schema: "heng.format/1",
      files: done.map(({ file, changed }) => ({ file, changed })),
    });
  } else if (found.length > 0) report(found, session, session.json ? "out" : "err", texts);
  if (!session.json) {
    for (const { file, changed, faulty, text } of done) {
      if (file === "-" && !onlyCheck) session.raw(text);
      else if (changed && onlyCheck)
        session.out(session.say({ zh: `${file}  待改写`, en: `${file}  would change` }));
      else if (changed) session.note(session.say({ zh: `${file}  已改写`, en: `${file}  rewritten` }));
      else if (faulty)
        session.note(
          session.say({ zh: `${file}  有错误，未改写`, en: `${file}  left as it is, for its errors` }),
        );
      else session.note(session.say({ zh: `${file}  无须改写`, en: `${file}  as it should be` }));
    }
  }
  if (problems.length > 0) return EXIT.data;
  if (broken.length > 0) return EXIT.usage;
  return onlyCheck && done.some((f) => f.changed) ? EXIT.findings : EXIT.fine;
}
