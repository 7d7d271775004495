import { compare, isZero, sign, ZERO } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Expr } from "../../core/program.ts";
import { showFigure } from "../../core/show.ts";
import { POINTS, RATIO } from "../../core/type.ts";
import type { Lang } from "../../names.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { checkCap, upTo } from "../../standards/cap.ts";
import { constantOf } from "../../core/constant.ts";
import { defineMethod } from "../../core/method.ts";
import { checkAmount, checkRows } from "../../standards/tally/check.ts";
import { lowerRow, together } from "../../standards/tally/lower.ts";
import { GIVES, isGiving, ROW_HEAD, TAKES } from "../../standards/tally/rows.ts";
import { rowWords } from "../../standards/tally/wording.ts";
import { pointsFormula } from "../../standards/formula.ts";
import { inBoth, pointsWords } from "../../standards/wording.ts";
import { H1425 } from "./H1425-base-below-zero/index.ts";

/** 加减: from a base, up and down. From 起点 0分 with only 加 it is a tally. */
export const adjustFromMethod = defineMethod({
  id: "adjust-from",
  name: { zh: "加减", en: "adjustFrom" },
  syntax: {
    clauses: {
      base: { zh: "起点", en: "base", shape: "sum", unit: "points", need: "once" },
      upTo: { zh: "最高", en: "upTo", shape: "sum", unit: "points" },
      takeAtMost: TAKES.takeAtMost,
      giveAtMost: GIVES.giveAtMost,
    },
    rows: { head: ROW_HEAD, clauses: { ...TAKES, ...GIVES } },
  },
  check(m, leaf, report) {
    checkRows(m.rows, leaf, m.origin, report);
    const at = (key: string) => m.places.get(key) ?? m.origin;
    checkAmount(m.clauses.takeAtMost, TAKES.takeAtMost, at("takeAtMost"), report);
    checkAmount(m.clauses.giveAtMost, GIVES.giveAtMost, at("giveAtMost"), report);
    const base = constantOf(m.clauses.base);
    if (base && sign(base) < 0) {
      report(diagnose(H1425, { base: pointsWords(base, "zh") }, { range: at("base") }));
    }
    checkCap(m, { points: base, of: "base" }, leaf, report);
  },
  lower(m, leaf, build) {
    const rows = (m.rows ?? []).map((row) => ({ giving: isGiving(row), of: lowerRow(row, leaf, build) }));
    const some = (giving: boolean) => rows.flatMap((row) => (row.giving === giving ? [row.of] : []));
    const given = together(some(true), m, "giveAtMost", build);
    const taken = together(some(false), m, "takeAtMost", build);
    const { base } = m.clauses;
    const start = constantOf(base);
    // What the score begins with is told apart from what was given.
    const share = base.node === "figure" ? base.share : undefined;
    const worked = (lang: Lang) =>
      share ? b.sentence`${showFigure(share, RATIO, lang)} × ${build.full} = ${base}` : b.sentence`${base}`;
    const from = (): Expr =>
      build.step({ zh: "起点", en: "base" }, base, {
        zh: b.sentence`起点 ${worked("zh")}`,
        en: b.sentence`base ${worked("en")}`,
      });
    const tally = start !== undefined && isZero(start) && given.length > 0;
    const terms = [
      ...(tally ? [] : [{ negative: false, of: from() }]),
      ...given.map((of) => ({ negative: false, of })),
      ...taken.map((of) => ({ negative: true, of })),
    ];
    const none = b.points(ZERO);
    return {
      score: b.cases(
        POINTS,
        [
          {
            when: b.and(...[...given, ...taken].map((of) => b.compare(of, "=", none))),
            then: base,
            say: { zh: ["没有加分、扣分的情形"], en: ["nothing to give or take"] },
          },
        ],
        { node: "sum", type: POINTS, terms },
      ),
      ...upTo(m.clauses.upTo),
    };
  },
  wording: (m, leaf) =>
    inBoth((lang) => {
      const rows = (m.rows ?? []).map((row) => rowWords(row, leaf, lang));
      const { takeAtMost, giveAtMost } = m.clauses;
      const base = pointsFormula(m.clauses.base, lang, leaf);
      const full = pointsWords(leaf.points, lang);
      const cap = m.clauses.upTo && constantOf(m.clauses.upTo);
      const beyond = cap && !leaf.extra && compare(cap, leaf.points) > 0;
      const most = m.clauses.upTo ? pointsFormula(m.clauses.upTo, lang, leaf) : full;
      const caps =
        lang === "zh"
          ? [
              giveAtMost && `合计最多加${pointsFormula(giveAtMost, lang, leaf)}`,
              takeAtMost && `合计最多扣${pointsFormula(takeAtMost, lang, leaf)}`,
            ]
          : [
              giveAtMost && `at most ${pointsFormula(giveAtMost, lang, leaf)} given together`,
              takeAtMost && `at most ${pointsFormula(takeAtMost, lang, leaf)} taken together`,
            ];
      const all = [...rows, ...caps.filter((text) => text !== undefined)];
      const zh = lang === "zh";
      // From nothing up there is no base to speak of, and nothing to fall to.
      const start = constantOf(m.clauses.base);
      const isTally = start !== undefined && isZero(start) && (m.rows ?? []).every(isGiving);
      // What a 加分项 gives at most stands beside it.
      const isSaid = leaf.extra !== undefined && !m.clauses.upTo;
      const bounds = zh
        ? [
            ...(isSaid ? [] : [`最高${most}${beyond ? `（超过${full}的部分计作加分）` : ""}`]),
            ...(isTally ? [] : ["最低0分"]),
          ]
        : [
            ...(isSaid ? [] : [`at most ${most}${beyond ? ` (what goes beyond ${full} is a bonus)` : ""}`]),
            ...(isTally ? [] : ["at least 0"]),
          ];
      const ends = bounds.length > 0 ? [...all, bounds.join(zh ? "，" : ", ")] : all;
      if (zh) return `${isTally ? "" : `以${base}为起点。`}${ends.join("；")}。`;
      return `${isTally ? "" : `From ${base}; `}${ends.join("; ")}.`;
    }),
});
