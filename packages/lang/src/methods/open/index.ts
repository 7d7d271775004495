/** 待定: the standard is left to a rule set that 沿用s this one. */
import { fault } from "../../core/build.ts";
import { POINTS } from "../../core/type.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import { defineMethod } from "../../core/method.ts";
import { H1471 } from "./H1471-standard-open/index.ts";

export const openMethod = defineMethod({
  id: "open",
  name: { zh: "待定", en: "open" },
  syntax: {},
  check(m, leaf, report) {
    report(diagnose(H1471, { indicator: leaf.name }, { range: m.origin }));
  },
  lower() {
    return { score: fault("openStandard", POINTS) };
  },
  wording() {
    return { zh: "评分标准待定。", en: "The standard is still open." };
  },
});
