import { nearestWords } from "../nearest.ts";
import { EXIT, UsageError, type Exit } from "../problems.ts";
import type { Session } from "../session.ts";
import { GROUPS, type Call, type CommandSpec } from "./command.ts";

export const explain: CommandSpec = {
  name: "explain",
  group: GROUPS.help,
  about: { zh: "说明一个诊断：为什么，怎样改", en: "explain a diagnostic: why, and how to mend it" },
  arguments: [
    {
      name: { zh: "编码", en: "code" },
      about: { zh: "诊断的编码，如 H1204", en: "the code of a diagnostic, e.g. H1204" },
      required: true,
      many: false,
      completes: "codes",
    },
  ],
  options: [],
  examples: [{ line: "heng explain H1204", about: { zh: "H1204 的说明", en: "the page of H1204" } }],
  run,
};

async function run(call: Call, session: Session): Promise<Exit> {
  const { codeOf, nearCodes, pageOf } = await import("@heng/manual");
  const given = call.operands[0] ?? "";
  const code = codeOf(given);
  const page = pageOf(code, session.lang);
  if (page === undefined) {
    const near = nearestWords(nearCodes(code));
    throw new UsageError(
      {
        zh: `没有编码“${given}”${near.zh && `；${near.zh}`}`,
        en: `there is no code “${given}”${near.en && `; ${near.en}`}`,
      },
      {
        zh: "编码在提示里，如 H1204；全部编码见 docs/reference/diagnostics.md，评分方法见 docs/reference/methods.md",
        en: "codes stand in findings, such as H1204; all of them are in docs/reference/diagnostics.md, scoring methods in docs/reference/methods.md",
      },
    );
  }
  if (session.json) {
    session.document({ schema: "heng.page/1", code, page });
    return EXIT.fine;
  }
  const { markdown } = await import("../terminal/markdown.ts");
  for (const line of markdown(page, session.columns)) session.out(line);
  return EXIT.fine;
}
