import { maximum, ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { bestOfMethod } from "./index.ts";

export const reference: Reference<typeof bestOfMethod.syntax> = (m, _leaf, at) =>
  (m.rows ?? []).flatMap(({ head }) => (head ? [at.standard(head.value)] : [])).reduce(maximum, ZERO);
