/** What the scenarios of a rule set do not notice when it is changed, as text. */
import type { Texts } from "@heng/lang";
import type { Session } from "../session.ts";
import { paint } from "./colour.ts";
import { excerpt } from "./excerpt.ts";
import type { Changed, Tested } from "./tests.ts";
import { wrap } from "./wrap.ts";

/** `  改动 104 处：案例发现 77、检查发现 6、没有发现 21`, then what was not noticed, each with a scenario that would. */
export function mutantLines({ mutants = [], texts }: Tested, session: Session): readonly string[] {
  const { columns, say } = session;
  const by = (who: Changed["noticedBy"]): readonly Changed[] =>
    mutants.filter(({ noticedBy }) => noticedBy === who);
  const unnoticed = by("nothing");
  const summary = say({
    zh: `改动 ${mutants.length} 处：案例发现 ${by("scenario").length}、检查发现 ${by("check").length}、没有发现 ${unnoticed.length}`,
    en: `${mutants.length} changes: ${by("scenario").length} noticed by scenarios, ${by("check").length} by the check, ${unnoticed.length} by nothing`,
  });
  // One scenario may notice several changes; it is shown with the first.
  const shown = new Set<string>();
  const isNew = ({ offer }: Changed): boolean =>
    offer !== undefined && !shown.has(offer.text) && shown.add(offer.text).size > 0;
  return [
    ...wrap(summary, { width: columns, first: "  ", rest: "    " }),
    ...unnoticed.flatMap((mutant) => ["", ...unnoticedLines(mutant, isNew(mutant), texts, session)]),
  ];
}

function unnoticedLines(
  { path, says, origin, offer }: Changed,
  isNew: boolean,
  texts: Texts,
  { columns, say }: Session,
): readonly string[] {
  const source = texts.get(origin.file);
  const place = source?.positionOf(origin.start);
  const at = place === undefined ? origin.file : `${origin.file}:${place.line}:${place.column}`;
  const indented = (words: string): readonly string[] =>
    wrap(words, { width: columns, first: "  ", rest: "  " });
  const name = path.join("/");
  const colon = say({ zh: "：", en: ": " });
  const lines = [
    `${paint("yellow", say({ zh: "没有发现", en: "not noticed" }))}  ${at}`,
    ...indented(name === "" ? say(says) : `${name}${colon}${say(says)}`),
  ];
  if (source !== undefined) {
    const shown = excerpt(source, origin, { width: columns });
    lines.push(shown.source, shown.carets);
  }
  if (offer === undefined) {
    const none = say({
      zh: "没有找到能分辨的数据：这样改，得分也许总是相同",
      en: "no data were found that tell: the scores may always be the same",
    });
    return [...lines, ...indented(none)];
  }
  if (!isNew) {
    const { title } = offer;
    const above = { zh: `上面的案例“${title}”能发现`, en: `the scenario “${title}” above would notice` };
    return [...lines, ...indented(say(above))];
  }
  const offered = offer.text.trimEnd().split("\n");
  return [...lines, ...offered.map((line) => `    ${line}`)];
}
