import { subtract } from "@heng/number";
import type { Asks, Reference } from "../../core/method.ts";
import type { judgedMethod } from "./index.ts";

/** Of a 扣分项 what is filed is taken. */
export const reference: Reference<typeof judgedMethod.syntax> = (_m, leaf, at) =>
  leaf.extra === "penalty" ? subtract(leaf.points, at.asked(0)) : at.asked(0);

export const asks: Asks<typeof judgedMethod.syntax> = () => 1;
