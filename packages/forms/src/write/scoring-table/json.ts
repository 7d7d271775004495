/** The scoring table as a document of `--json` (docs/schemas/doc.json). */
import type { ScoringTable } from "./table.ts";

export function scoringTableJson({ basis, describe, ...table }: ScoringTable): object {
  return { schema: "heng.doc/1", ...table, basis: basis ?? null, describe: describe ?? null };
}
