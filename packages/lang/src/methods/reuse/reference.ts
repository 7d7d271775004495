import { ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { reuseMethod } from "./index.ts";

export const reference: Reference<typeof reuseMethod.syntax> = (m, _leaf, at) =>
  m.head?.value.standard ? at.standard(m.head.value.standard) : ZERO;
