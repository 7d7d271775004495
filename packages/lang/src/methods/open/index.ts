/** 待定: the standard is left to a rule set that 沿用s this one. */
import { fault } from "../../core/build.ts";
import type { FaultCause } from "../../core/program.ts";
import { POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { defineMethod } from "../../core/method.ts";
import { H1471 } from "./H1471-standard-open/index.ts";

const OPEN: FaultCause = {
  id: "openStandard",
  words: {
    zh: "评分标准待定，要由沿用它的规则集补上",
    en: "its standard is open, left to a rule set that inherits this one",
  },
  mend: {
    zh: "与数据无关：由定规则的部门把“待定”改成评分标准",
    en: "No data can mend this: whoever makes the rules puts a standard in place of open",
  },
  inRules: true,
};

export const openMethod = defineMethod({
  id: "open",
  name: { zh: "待定", en: "open" },
  syntax: {},
  check(m, leaf, report) {
    report(diagnose(H1471, { indicator: leaf.name }, { range: m.origin }));
  },
  lower() {
    return { score: fault(OPEN, POINTS) };
  },
  wording() {
    return { zh: "评分标准待定。", en: "The standard is still open." };
  },
});
