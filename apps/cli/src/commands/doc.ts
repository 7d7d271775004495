import { extname } from "node:path";
import { EXIT, Stopped, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, RULES_ARGUMENT, valueOf, type Call, type CommandSpec } from "./command.ts";

const FORMATS = ["md", "html", "xlsx"] as const;
type Format = (typeof FORMATS)[number];

export const doc: CommandSpec = {
  name: "doc",
  group: GROUPS.rules,
  about: {
    zh: "印成评分表：一级、二级、三级指标，分值，评分标准",
    en: "print the official scoring table of a rule set",
  },
  arguments: [RULES_ARGUMENT],
  options: [
    {
      flag: "--format",
      about: {
        zh: "md：Markdown（默认）；html：网页，可以打印；xlsx：电子表格。写了 --out 的随扩展名",
        en: "md: Markdown (default); html: a page to print; xlsx: a spreadsheet; else by the extension of --out",
      },
      value: { name: { zh: "格式", en: "format" }, completes: FORMATS },
    },
    {
      flag: "--out",
      about: { zh: "写到文件，而不是标准输出", en: "write to a file instead of standard output" },
      value: { name: { zh: "文件", en: "file" }, completes: "files" },
    },
  ],
  examples: [
    {
      line: "heng doc 2022/department --out 评分表.xlsx",
      about: { zh: "打印用的电子表格", en: "a spreadsheet to print" },
    },
    {
      line: "heng doc 2022/department --format html > 评分表.html",
      about: { zh: "网页，用浏览器打印", en: "a page to print with a browser" },
    },
  ],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const out = valueOf(call, "--out");
  const format = formatOf(valueOf(call, "--format"), out);
  if (session.json && (out !== undefined || call.options.has("--format"))) {
    throw new UsageError({
      zh: "--json 给出的是数据，不能与 --format、--out 同时用",
      en: "--json gives the table as data; it excludes --format and --out",
    });
  }
  if (format === "xlsx" && out === undefined && session.onTerminal) {
    throw new UsageError(
      { zh: "xlsx 不是文字，不能写到终端", en: "xlsx is no text and cannot be written to a terminal" },
      { zh: "加上 --out 评分表.xlsx", en: "add --out table.xlsx" },
    );
  }
  const { locate } = await import("../files/rules.ts");
  const { compilerOf } = await import("./pairing.ts");
  const forms = await import("@heng/forms");
  const [path = "", ...others] = locate(call.operands[0] ?? "", call.rules);
  if (others.length > 0) {
    throw new UsageError({
      zh: `这里要一个规则集：${[path, ...others].join("、")}`,
      en: `one rule set is needed here: ${[path, ...others].join(", ")}`,
    });
  }
  const { set, program } = await compilerOf(call.rules)(path);
  const table = forms.scoringTable({ program, standards: set.standards }, session.lang);
  if (session.json) {
    session.document(forms.scoringTableJson(table));
    return EXIT.fine;
  }
  const document = forms.scoringDocument(table);
  const content =
    format === "md"
      ? forms.markdownOf(document)
      : format === "html"
        ? forms.htmlOf(document)
        : (await import("@heng/forms/xlsx")).xlsxOf(document);
  if (out !== undefined) await write(out, content, [...set.files.keys()], session);
  else if (typeof content === "string") session.raw(content);
  else session.bytes(content);
  return EXIT.fine;
}

/** What --format says, else the extension of --out, else Markdown. */
function formatOf(given: string | undefined, out: string | undefined): Format {
  const extension = extname(out ?? "")
    .slice(1)
    .toLowerCase();
  const named = given ?? (extension === "htm" ? "html" : extension);
  const format = FORMATS.find((one) => one === named);
  if (format !== undefined) return format;
  if (out === undefined) return "md";
  throw new UsageError(
    { zh: `从“${out}”的扩展名看不出是哪种格式`, en: `the extension of “${out}” does not tell the format` },
    {
      zh: `加上 --format ${FORMATS.join("、")} 中的一种`,
      en: `add --format with one of ${FORMATS.join(", ")}`,
    },
  );
}

async function write(
  path: string,
  content: string | Uint8Array,
  inputs: readonly string[],
  session: Session,
): Promise<void> {
  const { createFile } = await import("../files/write.ts");
  const written = await createFile(path, content, inputs);
  if ("problem" in written) throw new Stopped([written.problem], EXIT.data);
  const said = { zh: `已写入 ${path}`, en: `written to ${path}` };
  // That something was replaced is said in any case.
  if (written.replaced)
    session.err(
      session.say({ zh: `${said.zh}，替换了原有的文件`, en: `${said.en}, replacing what was there` }),
    );
  else session.note(session.say(said));
}
