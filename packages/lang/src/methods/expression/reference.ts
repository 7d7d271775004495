import { ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { expressionMethod } from "./index.ts";

export const reference: Reference<typeof expressionMethod.syntax> = (m, _leaf, at) =>
  m.head ? at.figure(m.head.value) : ZERO;
