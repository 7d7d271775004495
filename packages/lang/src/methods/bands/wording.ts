/** 分档 as scoring tables word it. */
import type { Expr } from "../../core/program.ts";
import type { Lang, Names } from "../../names.ts";
import { constantOf } from "../../core/constant.ts";
import type { LeafContext } from "../../core/method.ts";
import {
  formulaWords,
  holdsWords,
  judgedWords,
  pointsFormula,
  standsWords,
  type Relation,
} from "../../standards/formula.ts";
import { inBoth } from "../../standards/wording.ts";
import { bandOf, edgesOf, type Bands, type Edges, type Row } from "./rows.ts";

export function wording(m: Bands, leaf: LeafContext): Names {
  return inBoth((lang) => {
    const rows = m.rows ?? [];
    const of = m.head?.value ?? leaf.value;
    // Steps and intervals are worded so that one at most holds; conditions may hold together.
    const kinds = rows.map((row) => bandOf(row).kind).filter((kind) => kind !== "otherwise");
    const inTurn =
      kinds.length > 1 && (kinds.includes("when") || (kinds.includes("exactly") && kinds.includes("step")));
    const edges = edgesOf(rows);
    const texts = rows.map((row, i) => {
      const band = bandWords(row, edges[i] ?? "none", of, leaf, lang);
      return lang === "zh"
        ? `${band}，${getsWords(row, edges[i] ?? "none", leaf, lang)}`
        : `${band}: ${getsWords(row, edges[i] ?? "none", leaf, lang)}`;
    });
    return lang === "zh"
      ? `${inTurn ? "依次判断，取最先符合的一档：" : ""}${texts.join("；")}。`
      : `${inTurn ? "The first that holds: " : ""}${texts.join("; ")}.`;
  });
}

function bandWords(row: Row, edges: Edges, of: Expr | undefined, leaf: LeafContext, lang: Lang): string {
  const zh = lang === "zh";
  const band = bandOf(row);
  const name = of ? formulaWords(of, lang, leaf) : leaf.name;
  const stands = (relation: Relation): string => {
    const text = standsWords(name, relation, lang, leaf);
    return zh ? `${text}的` : text;
  };
  switch (band.kind) {
    case "step":
      return edges === "none" ? "" : stands({ ...edges, kind: "range" });
    case "exactly":
      return stands({ kind: "compare", sign: "=", right: band.right });
    case "interval":
      return stands(band.range);
    case "option":
      return zh ? `${name}为“${band.name}”的` : `${name} is “${band.name}”`;
    case "when":
      return zh ? `${holdsWords(band.when, lang, leaf)}的` : `when ${holdsWords(band.when, lang, leaf)}`;
    default:
      return zh ? "其他情形" : "otherwise";
  }
}

function getsWords({ clauses }: Row, edges: Edges, leaf: LeafContext, lang: Lang): string {
  const zh = lang === "zh";
  const { gets, getsJudged, to } = clauses;
  if (getsJudged) {
    const within = judgedWords(getsJudged, lang, leaf);
    return zh ? `酌情得${within}` : `${within} as judged`;
  }
  if (!gets) return "";
  const from = pointsFormula(gets, lang, leaf);
  if (to) {
    const most = pointsFormula(to, lang, leaf);
    if (edges === "none" || !edges.low || !edges.high) return "";
    const [low, high] = [edges.low, edges.high].map((edge) => formulaWords(edge, lang, leaf));
    return zh
      ? `由${low}处的${from}到${high}处的${most}，按直线插值计算`
      : `${from} at ${low} to ${most} at ${high}, straight in between`;
  }
  if (constantOf(gets)?.n === 0n) return zh ? "不得分" : "nothing";
  return zh ? `得${from}` : from;
}
