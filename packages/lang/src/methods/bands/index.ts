import { defineMethod } from "../../core/method.ts";
import { syntax } from "./rows.ts";
import { check } from "./check.ts";
import { lower } from "./lower.ts";
import { wording } from "./wording.ts";

/** 分档: the band a figure (or an option) is in decides. */
export const bandsMethod = defineMethod({
  id: "bands",
  name: { zh: "分档", en: "bands" },
  syntax,
  check,
  lower,
  wording,
});
