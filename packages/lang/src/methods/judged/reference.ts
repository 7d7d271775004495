import type { Asks, Reference } from "../../core/method.ts";
import type { judgedMethod } from "./index.ts";

export const reference: Reference<typeof judgedMethod.syntax> = (_m, _leaf, at) => at.asked(0);

export const asks: Asks<typeof judgedMethod.syntax> = () => 1;
