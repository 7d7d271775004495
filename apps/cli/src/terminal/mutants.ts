/** What the scenarios of a rule set do not notice when it is changed, as text. */
import type { Names, Texts } from "@heng/lang";
import { mostTelling, type ChangeKind, type NoticedBy } from "@heng/scenarios";
import type { Session } from "../session.ts";
import { paint } from "./colour.ts";
import { excerpt } from "./excerpt.ts";
import type { Changed, Changes, Tested } from "./tests.ts";
import { wrap } from "./wrap.ts";

const KINDS: Readonly<Record<ChangeKind, Names>> = {
  bound: { zh: "界限", en: "bounds" },
  sign: { zh: "符号", en: "signs" },
  cap: { zh: "上限", en: "caps" },
  amount: { zh: "分数", en: "amounts" },
  weight: { zh: "分值", en: "weights" },
};
/** Changes that are shown unless all are asked for. */
const FEW = 10;

/**
 * `  改动 104 处：案例发现 77、检查发现 6、得分不变 9、没有发现 12`, what those are of, then the most telling of them, or
 * all, each with a scenario that would notice it.
 */
export function mutantLines(
  { texts }: Tested,
  { tried, inAll, offered }: Changes,
  session: Session,
): readonly string[] {
  const { columns, say } = session;
  const by = (who: NoticedBy): number => tried.filter(({ noticedBy }) => noticedBy === who).length;
  const unnoticed = tried.filter(({ noticedBy }) => noticedBy === "nothing");
  const same = by("same");
  const indented = (words: Names): readonly string[] =>
    wrap(say(words), { width: columns, first: "  ", rest: "    " });
  const kinds = (Object.keys(KINDS) as ChangeKind[]).flatMap((kind) => {
    const n = unnoticed.filter((mutant) => mutant.kind === kind).length;
    return n === 0 ? [] : [{ zh: `${KINDS[kind].zh} ${n}`, en: `${n} ${KINDS[kind].en}` }];
  });
  const lines = [
    ...(tried.length < inAll
      ? indented({
          zh: `中断：${inAll} 处改动试了 ${tried.length} 处`,
          en: `broken off: ${tried.length} of ${inAll} changes tried`,
        })
      : []),
    ...indented({
      zh: `改动 ${tried.length} 处：案例发现 ${by("scenario")}、检查发现 ${by("check")}、${same === 0 ? "" : `得分不变 ${same}、`}没有发现 ${unnoticed.length}`,
      en: `${tried.length} changes: ${by("scenario")} noticed by scenarios, ${by("check")} by the check, ${same === 0 ? "" : `${same} change no score, `}${unnoticed.length} noticed by nothing`,
    }),
  ];
  if (unnoticed.length === 0) return lines;
  lines.push(
    ...indented({
      zh: `没有发现的：${kinds.map(({ zh }) => zh).join("、")}`,
      en: `noticed by nothing: ${kinds.map(({ en }) => en).join(", ")}`,
    }),
  );
  const listed = offered ? unnoticed : mostTelling(unnoticed).slice(0, FEW);
  // One scenario may notice several changes; it is shown with the first.
  const shown = new Set<string>();
  const isNew = ({ offer }: Changed): boolean =>
    offer !== undefined && !shown.has(offer.text) && shown.add(offer.text).size > 0;
  lines.push(
    ...listed.flatMap((mutant) => [
      "",
      ...placeLines(mutant, texts, session),
      ...(offered ? offerLines(mutant, isNew(mutant), session) : []),
    ]),
  );
  if (offered) return lines;
  const rest = unnoticed.length - listed.length;
  const more: Names = {
    zh: rest === 0 ? "" : `还有 ${rest} 处没有列出。`,
    en: rest === 0 ? "" : `${rest} more are not listed. `,
  };
  return [
    ...lines,
    "",
    ...indented({
      zh: `${more.zh}加 --all：全部列出，各给一个能发现它的案例`,
      en: `${more.en}With --all every one is listed, with a scenario that would notice it`,
    }),
  ];
}

function placeLines(
  { path, says, origin }: Changed,
  texts: Texts,
  { columns, say }: Session,
): readonly string[] {
  const source = texts.get(origin.file);
  const place = source?.positionOf(origin.start);
  const at = place === undefined ? origin.file : `${origin.file}:${place.line}:${place.column}`;
  const name = path.join("/");
  const words = name === "" ? say(says) : `${name}${say({ zh: "：", en: ": " })}${say(says)}`;
  const lines = [
    `${paint("yellow", say({ zh: "没有发现", en: "not noticed" }))}  ${at}`,
    ...wrap(words, { width: columns, first: "  ", rest: "  " }),
  ];
  if (source === undefined) return lines;
  const shown = excerpt(source, origin, { width: columns });
  return [...lines, shown.source, shown.carets];
}

function offerLines({ offer }: Changed, isNew: boolean, { columns, say }: Session): readonly string[] {
  const said = (words: Names): readonly string[] =>
    wrap(say(words), { width: columns, first: "  ", rest: "  " });
  if (offer === undefined)
    return said({
      zh: "没有找到能分辨的数据：这样改，得分也许总是相同",
      en: "no data were found that tell: the scores may always be the same",
    });
  const { title, text } = offer;
  if (!isNew)
    return said({
      zh: `上面的案例“${title}”能发现`,
      en: `the scenario “${title}” above would notice`,
    });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
}
