import type { Entry } from "./phrase.ts";

/**
 * The properties: statements of the phrase form, in a file, an indicator, a group or a 方法. Where each may stand is
 * checked by the model. Words and English names: language reference, section 10.
 */
export const PROPERTIES = [
  { id: "title", name: { zh: "标题", en: "title" }, syntax: { head: { arguments: [{ shape: "text" }] } } },
  { id: "basis", name: { zh: "依据", en: "basis" }, syntax: { head: { arguments: [{ shape: "text" }] } } },
  {
    id: "describe",
    name: { zh: "解释", en: "describe" },
    syntax: { head: { arguments: [{ shape: "text" }] } },
  },
  { id: "source", name: { zh: "来源", en: "source" }, syntax: { head: { arguments: [{ shape: "text" }] } } },
  {
    id: "fullMarks",
    name: { zh: "满分", en: "fullMarks" },
    syntax: { head: { arguments: [{ shape: "sum" }] } },
  },
  { id: "round", name: { zh: "得分保留", en: "round" }, syntax: { head: { arguments: [{ shape: "sum" }] } } },
  // 值 = …: the parser takes the `=` (or `:`) between the word and the sum.
  { id: "value", name: { zh: "值", en: "value" }, syntax: { head: { arguments: [{ shape: "sum" }] } } },
  {
    id: "target",
    name: { zh: "目标", en: "target" },
    syntax: { head: { arguments: [{ shape: "comparison" }] } },
  },
  {
    id: "standard",
    name: { zh: "评分", en: "standard" },
    syntax: { head: { arguments: [{ shape: "method" }] } },
  },
  {
    id: "notApplicable",
    name: { zh: "不适用", en: "notApplicable" },
    syntax: {
      clauses: {
        when: { zh: "当", en: "when", shape: "condition", need: "once" },
        as: { zh: "按", en: "as", shape: "name", refers: "treatment", need: "once" },
      },
    },
  },
  {
    id: "veto",
    name: { zh: "否决", en: "veto" },
    syntax: {
      clauses: {
        when: { zh: "当", en: "when", shape: "condition", need: "once" },
        gets: { zh: "得", en: "gets", shape: "sum", unit: "points" },
        grade: { zh: "等级", en: "grade", shape: "flag", then: ["notAbove"] },
        notAbove: { zh: "不高于", en: "notAbove", shape: "name", refers: "grade" },
      },
    },
  },
  {
    id: "cap",
    name: { zh: "封顶", en: "cap" },
    syntax: {
      head: { arguments: [{ shape: "sum", unit: "points" }] },
      clauses: { when: { zh: "当", en: "when", shape: "condition" } },
    },
  },
  {
    id: "mustExplain",
    name: { zh: "须说明", en: "mustExplain" },
    syntax: { clauses: { when: { zh: "当", en: "when", shape: "condition", need: "once" } } },
  },
  { id: "rescale", name: { zh: "折算", en: "rescale" }, syntax: {} },
  { id: "average", name: { zh: "平均", en: "average" }, syntax: {} },
] as const satisfies readonly Entry[];

export type PropertyId = (typeof PROPERTIES)[number]["id"];
