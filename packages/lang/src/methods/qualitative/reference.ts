import { multiply } from "@heng/number";
import { RATIO } from "../../core/type.ts";
import type { Reference } from "../../core/method.ts";
import type { qualitativeMethod } from "./index.ts";

/** Of filings whose share lies in its grade's interval; the others are errors and have no points. */
export const reference: Reference<typeof qualitativeMethod.syntax> = (m, leaf, at) =>
  multiply(
    at.figure({ node: "input", type: RATIO, field: m.head?.value.field?.name ?? "", part: "share" }),
    leaf.points,
  );
