import { nearest } from "@heng/lang/nearest";
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
  const { PAGES } = await import("../pages.gen.ts");
  const pages = new Map(Object.entries(PAGES));
  const given = call.operands[0] ?? "";
  // As people type it: h1204, 1204.
  const code = given.toUpperCase().replace(/^(?=\d)/, "H");
  const chinese = pages.get(code);
  if (chinese === undefined) {
    const near = nearestWords(nearest(code, pages.keys(), 5));
    throw new UsageError({
      zh: `没有编码“${given}”${near.zh && `；${near.zh}`}`,
      en: `there is no code “${given}”${near.en && `; ${near.en}`}`,
    });
  }
  const page = session.lang === "en" ? await english(code, chinese) : chinese;
  if (session.json) {
    session.document({ schema: "heng.page/1", code, page });
    return EXIT.fine;
  }
  const { markdown } = await import("../terminal/markdown.ts");
  for (const line of markdown(page, session.columns)) session.out(line);
  return EXIT.fine;
}

async function english(code: string, page: string): Promise<string> {
  const { ENGLISH } = await import("../english.gen.ts");
  const { englishPage } = await import("../terminal/english.ts");
  const words = ENGLISH[code];
  return words === undefined ? page : englishPage(code, page, words);
}
