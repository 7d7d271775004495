// Written by `pnpm generate`; do not edit.
import { adjustFromMethod } from "./adjust-from/index.ts";
import { bandsMethod } from "./bands/index.ts";
import { bestOfMethod } from "./best-of/index.ts";
import { checklistMethod } from "./checklist/index.ts";
import { deductMethod } from "./deduct/index.ts";
import { expressionMethod } from "./expression/index.ts";
import { firstOfMethod } from "./first-of/index.ts";
import { interpolateMethod } from "./interpolate/index.ts";
import { judgedMethod } from "./judged/index.ts";
import { openMethod } from "./open/index.ts";
import { proportionalMethod } from "./proportional/index.ts";
import { qualitativeMethod } from "./qualitative/index.ts";
import { reuseMethod } from "./reuse/index.ts";
import { thresholdMethod } from "./threshold/index.ts";

export const METHODS = [
  adjustFromMethod,
  bandsMethod,
  bestOfMethod,
  checklistMethod,
  deductMethod,
  expressionMethod,
  firstOfMethod,
  interpolateMethod,
  judgedMethod,
  openMethod,
  proportionalMethod,
  qualitativeMethod,
  reuseMethod,
  thresholdMethod,
] as const;
