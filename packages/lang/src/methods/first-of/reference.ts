import { ZERO } from "@heng/number";
import type { Reference } from "../../core/method.ts";
import type { firstOfMethod } from "./index.ts";

export const reference: Reference<typeof firstOfMethod.syntax> = (m, _leaf, at) => {
  const row = m.rows?.find(
    ({ clauses: { when, otherwise } }) => otherwise === true || (when && at.holds(when)),
  );
  return row ? at.standard(row.clauses.use) : ZERO;
};
