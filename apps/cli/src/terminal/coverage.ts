/** What the scenarios of a rule set have tried and what not, as text. */
import type { Names, Texts } from "@heng/lang";
import type { PointKind } from "@heng/scenarios";
import type { Session } from "../session.ts";
import { paint } from "./colour.ts";
import type { Point, Tested } from "./tests.ts";
import { wrap } from "./wrap.ts";

const KINDS: Readonly<Record<PointKind, Names>> = {
  band: { zh: "档", en: "bands" },
  branch: { zh: "情形", en: "branches" },
  item: { zh: "要点", en: "items" },
  notApplicable: { zh: "不适用", en: "not applicable" },
  veto: { zh: "否决", en: "vetoes" },
  cap: { zh: "封顶", en: "caps" },
  grade: { zh: "等级", en: "grades" },
};

/** `  试到 64/86 处：档 7/7、情形 30/45`; if `listed`, then what is untried, each with a scenario that would try it. */
export function coverageLines(
  { coverage = [], texts }: Tested,
  listed: boolean,
  session: Session,
): readonly string[] {
  const { columns, say } = session;
  const untried = listed ? coverage.filter(({ triedBy }) => triedBy.length === 0) : [];
  const kinds = (Object.keys(KINDS) as PointKind[]).flatMap((kind) => {
    const all = coverage.filter((point) => point.kind === kind);
    if (all.length === 0) return [];
    return [`${say(KINDS[kind])} ${tried(all)}/${all.length}`];
  });
  const share = `${tried(coverage)}/${coverage.length}`;
  const summary = say({
    zh: `试到 ${share} 处：${kinds.join("、")}`,
    en: `${share} tried: ${kinds.join(", ")}`,
  });
  return [
    ...wrap(summary, { width: columns, first: "  ", rest: "    " }),
    ...untried.flatMap((point) => ["", ...pointLines(point, texts, session)]),
  ];
}

function tried(points: readonly Point[]): number {
  return points.filter(({ triedBy }) => triedBy.length > 0).length;
}

function pointLines(
  { indicator, says, origin, offer }: Point,
  texts: Texts,
  { columns, say }: Session,
): readonly string[] {
  const lines = texts.get(origin.file);
  const at = lines === undefined ? origin.file : `${origin.file}:${lines.positionOf(origin.start).line}`;
  const what = indicator === "" ? say(says) : `${indicator}${say({ zh: "：", en: ": " })}${say(says)}`;
  const head = `${paint("yellow", say({ zh: "没有试到", en: "not tried" }))}  ${at}`;
  const none = say({ zh: "没有找到能试到它的数据", en: "no data were found that would try it" });
  return [
    head,
    ...wrap(what, { width: columns, first: "  ", rest: "  " }),
    ...(offer === undefined
      ? [`  ${none}`]
      : offer.text
          .trimEnd()
          .split("\n")
          .map((line) => `    ${line}`)),
  ];
}
