import { compare } from "@heng/number";
import * as b from "../../core/build.ts";
import type { Case } from "../../core/program.ts";
import { isFigure, POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { H1306 } from "../../diagnostics/H1306-condition-or-figure/index.ts";
import { H1402 } from "../../diagnostics/H1402-nothing-measured/index.ts";
import { kindName } from "../../core/type.ts";
import { checkResult } from "../bands/result.ts";
import { constantOf } from "../../core/constant.ts";
import { along, NOT_ASCENDING, notAscending, straight } from "../../core/difference.ts";
import { defineMethod } from "../../core/method.ts";
import { formulaWords, pointsFormula, standsWords } from "../../standards/formula.ts";
import { inBoth, words } from "../../standards/wording.ts";
import { H1439 } from "./H1439-points-not-ascending/index.ts";
import { H1440 } from "./H1440-too-few-points/index.ts";

/** 插值: straight between points, flat outside them. */
export const interpolateMethod = defineMethod({
  id: "interpolate",
  name: { zh: "插值", en: "interpolate" },
  syntax: {
    head: { arguments: [{ shape: "sum" }], optional: true },
    rows: {
      head: { arguments: [{ shape: "sum", unit: "value" }] },
      clauses: { gets: { zh: "得", en: "gets", shape: "sum", unit: "points", need: "once" } },
    },
  },
  check(m, leaf, report) {
    if (!m.head && !leaf.value) return report(diagnose(H1402, {}, { range: m.origin }));
    if (m.head && !isFigure(m.head.value.type)) {
      const data = { expected: "figure", found: kindName(m.head.value.type) } as const;
      return report(diagnose(H1306, data, { range: m.head.origin }));
    }
    const rows = m.rows ?? [];
    if (rows.length < 2) report(diagnose(H1440, { found: rows.length }, { range: m.origin }));
    for (const [i, row] of rows.entries()) {
      checkResult(row.clauses.gets, leaf, row.places.get("gets") ?? row.origin, report);
      const before = rows[i - 1]?.head?.value;
      const at = row.head?.value;
      const [low, high] = [before && constantOf(before), at && constantOf(at)];
      const order = low && high ? compare(low, high) : -1;
      if (!before || !at || order < 0) continue;
      const data = {
        point: inBoth((lang) => words(at, lang)),
        before: inBoth((lang) => words(before, lang)),
        same: order === 0,
      };
      report(diagnose(H1439, data, { range: row.head?.origin ?? row.origin }));
    }
  },
  lower(m, leaf, build) {
    const of = m.head?.value ?? leaf.value;
    const points = (m.rows ?? []).flatMap(({ head, clauses }) =>
      head ? [{ at: head.value, gets: clauses.gets }] : [],
    );
    const [first] = points;
    const last = points.at(-1);
    if (!of || !first || !last) return { score: build.full }; // as the check has said
    const spans = points.slice(1).flatMap((high, i) => {
      const low = points[i];
      return low ? [{ low, high }] : [];
    });
    const disorder = spans.flatMap(({ low, high }) => notAscending(low.at, high.at) ?? []);
    const between = ({ low, high }: (typeof spans)[number]): Case => {
      const { share, bare } = along(of, low.at, high.at);
      const position = build.step({ zh: "位置", en: "position" }, share);
      return {
        when: b.compare(of, "<", high.at),
        then: straight(low.gets, high.gets, position),
        say: {
          zh: b.sentence`在 ${low.at} 与 ${high.at} 之间，位于 ${b.numbers(bare)} = ${position} 处`,
          en: b.sentence`between ${low.at} and ${high.at}, at ${b.numbers(bare)} = ${position}`,
        },
      };
    };
    return {
      score: b.cases(
        POINTS,
        [
          ...(disorder.length > 0 ? [{ when: b.or(...disorder), then: b.fault(NOT_ASCENDING, POINTS) }] : []),
          {
            when: b.compare(of, "<=", first.at),
            then: first.gets,
            say: { zh: b.sentence`不高于 ${first.at}`, en: b.sentence`not above ${first.at}` },
          },
          ...spans.map(between),
        ],
        last.gets,
        { zh: b.sentence`达到 ${last.at}`, en: b.sentence`at least ${last.at}` },
      ),
    };
  },
  wording: (m, leaf) =>
    inBoth((lang) => {
      const of = m.head?.value ?? leaf.value;
      const name = of ? formulaWords(of, lang, leaf) : leaf.name;
      const points = (m.rows ?? []).flatMap(({ head, clauses }) =>
        head ? [{ at: head.value, gets: pointsFormula(clauses.gets, lang, leaf) }] : [],
      );
      const texts = points.map(({ at, gets }, i) => {
        const sign = i === 0 ? "<=" : i === points.length - 1 ? ">=" : "=";
        const stands = standsWords(name, { kind: "compare", sign, right: at }, lang, leaf);
        return lang === "zh" ? `${stands}的，得${gets}` : `${stands}: ${gets}`;
      });
      return lang === "zh"
        ? `${texts.join("；")}；${points.length === 2 ? "两者" : "相邻两点"}之间按直线插值计算。`
        : `${texts.join("; ")}; straight between neighbouring points.`;
    }),
});
