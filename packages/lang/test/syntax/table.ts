import type { Entry } from "../../src/syntax/phrase.ts";

/** A method table with every spelling of the language reference, section 6: the parser's tests do not wait for the real one. */
export const TABLE = [
  {
    id: "proportional",
    name: { zh: "按比例", en: "proportional" },
    syntax: {
      clauses: {
        inverse: { zh: "反比", en: "inverse", shape: "flag" },
        linear: { zh: "线性", en: "linear", shape: "flag" },
        asAtLeast: { zh: "同正向", en: "asAtLeast", shape: "flag" },
        lesserOverGreater: { zh: "较小比较大", en: "lesserOverGreater", shape: "flag" },
        above: { zh: "超过", en: "above", shape: "sum", then: ["nothing", "each", "take"] },
        below: { zh: "低于", en: "below", shape: "sum", then: ["nothing"] },
        nothing: { zh: "不得分", en: "nothing", shape: "flag" },
        each: { zh: "每", en: "each", shape: "sum", unit: "step" },
        take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
        upTo: { zh: "最高", en: "upTo", shape: "sum", unit: "points" },
      },
    },
  },
  {
    id: "threshold",
    name: { zh: "达标", en: "threshold" },
    syntax: { head: { arguments: [{ shape: "condition" }], optional: true } },
  },
  {
    id: "deduct",
    name: { zh: "扣分", en: "deduct" },
    syntax: {
      clauses: { takeAtMost: { zh: "最多扣", en: "takeAtMost", shape: "sum", unit: "points" } },
      rows: {
        head: { arguments: [{ shape: "sum" }], optional: true },
        clauses: {
          above: { zh: "超过", en: "above", shape: "sum", unit: "value" },
          below: { zh: "低于", en: "below", shape: "sum", unit: "value" },
          apart: { zh: "偏离", en: "apart", shape: "sum", unit: "value" },
          each: { zh: "每", en: "each", shape: "sum", unit: "step" },
          eachFull: { zh: "每满", en: "eachFull", shape: "sum", unit: "step" },
          eachStarted: { zh: "每不满", en: "eachStarted", shape: "sum", unit: "step" },
          when: { zh: "当", en: "when", shape: "condition" },
          take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
          takeJudged: { zh: "酌情扣", en: "takeJudged", shape: "range", unit: "points" },
          takeAtMost: { zh: "最多扣", en: "takeAtMost", shape: "sum", unit: "points" },
        },
      },
    },
  },
  {
    id: "adjust-from",
    name: { zh: "加减", en: "adjustFrom" },
    syntax: {
      clauses: {
        base: { zh: "起点", en: "base", shape: "sum", unit: "points" },
        upTo: { zh: "最高", en: "upTo", shape: "sum", unit: "points" },
      },
      rows: {
        head: { arguments: [{ shape: "sum" }], optional: true },
        clauses: {
          above: { zh: "超过", en: "above", shape: "sum", unit: "value" },
          below: { zh: "低于", en: "below", shape: "sum", unit: "value" },
          each: { zh: "每", en: "each", shape: "sum", unit: "step" },
          when: { zh: "当", en: "when", shape: "condition" },
          take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
          give: { zh: "加", en: "give", shape: "sum", unit: "points" },
          giveAtMost: { zh: "最多加", en: "giveAtMost", shape: "sum", unit: "points" },
        },
      },
    },
  },
  {
    id: "bands",
    name: { zh: "分档", en: "bands" },
    syntax: {
      head: { arguments: [{ shape: "sum" }], optional: true },
      rows: {
        head: {
          arguments: [{ shape: "comparison" }, { shape: "range" }, { shape: "name", refers: "option" }],
          optional: true,
        },
        clauses: {
          otherwise: { zh: "其他", en: "otherwise", shape: "flag" },
          when: { zh: "当", en: "when", shape: "condition" },
          gets: { zh: "得", en: "gets", shape: "sum", unit: "points", then: ["to"] },
          to: { zh: "至", en: "to", shape: "sum", unit: "points" },
          getsJudged: { zh: "酌情得", en: "getsJudged", shape: "range", unit: "points" },
        },
      },
    },
  },
  {
    id: "interpolate",
    name: { zh: "插值", en: "interpolate" },
    syntax: {
      rows: {
        head: { arguments: [{ shape: "sum", unit: "value" }] },
        clauses: { gets: { zh: "得", en: "gets", shape: "sum", unit: "points", need: "once" } },
      },
    },
  },
  {
    id: "checklist",
    name: { zh: "要点", en: "checklist" },
    syntax: {
      head: { arguments: [{ shape: "name", refers: "checklist" }] },
      clauses: {
        eachMissing: { zh: "每缺一项", en: "eachMissing", shape: "flag", then: ["take"] },
        take: { zh: "扣", en: "take", shape: "sum", unit: "points" },
        allOrNothing: { zh: "缺一不得分", en: "allOrNothing", shape: "flag" },
      },
      rows: {
        optional: true,
        head: { arguments: [{ shape: "name", refers: "item" }] },
        clauses: {
          gets: { zh: "得", en: "gets", shape: "sum", unit: "points" },
          requires: { zh: "须先", en: "requires", shape: "name", refers: "item" },
          exempt: { zh: "免检", en: "exempt", shape: "flag", then: ["when"] },
          when: { zh: "当", en: "when", shape: "condition" },
        },
      },
    },
  },
  {
    id: "qualitative",
    name: { zh: "定性", en: "qualitative" },
    syntax: {
      head: { arguments: [{ shape: "name", refers: "qualitative" }], optional: true },
      rows: {
        optional: true,
        head: { arguments: [{ shape: "name", refers: "qualitativeGrade" }] },
        clauses: { getsJudged: { zh: "酌情得", en: "getsJudged", shape: "range", unit: "points" } },
      },
    },
  },
  {
    id: "judged",
    name: { zh: "人工", en: "judged" },
    syntax: { head: { arguments: [{ shape: "range", unit: "points" }], optional: true } },
  },
  {
    id: "formula",
    name: { zh: "=", en: "=" },
    syntax: { head: { arguments: [{ shape: "sum", unit: "points" }] } },
  },
  {
    id: "standard",
    name: { zh: "方法", en: "method" },
    syntax: { head: { arguments: [{ shape: "name", refers: "standard" }] } },
  },
  {
    id: "first-of",
    name: { zh: "首个", en: "firstOf" },
    syntax: {
      rows: {
        clauses: {
          when: { zh: "当", en: "when", shape: "condition" },
          otherwise: { zh: "其他", en: "otherwise", shape: "flag" },
          use: { zh: "用", en: "use", shape: "method" },
        },
      },
    },
  },
  {
    id: "best-of",
    name: { zh: "择优", en: "bestOf" },
    syntax: { rows: { head: { arguments: [{ shape: "method" }] }, clauses: {} } },
  },
  { id: "open", name: { zh: "待定", en: "open" }, syntax: {} },
] as const satisfies readonly Entry[];
