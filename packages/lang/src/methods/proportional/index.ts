import { defineMethod } from "../../core/method.ts";
import { CLAUSES } from "./spelling.ts";
import { check } from "./check.ts";
import { lower } from "./lower.ts";
import { wording } from "./wording.ts";

/** 按比例: the share of the target that is reached, of 分值. */
export const proportionalMethod = defineMethod({
  id: "proportional",
  name: { zh: "按比例", en: "proportional" },
  syntax: { clauses: CLAUSES },
  check,
  lower,
  wording,
});
