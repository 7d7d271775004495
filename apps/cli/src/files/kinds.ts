/** What the extension of a file says it holds. */
import { extname } from "node:path";
import { UsageError } from "../problems.ts";

const OFFICE: ReadonlySet<string> = new Set([".xlsx", ".xls", ".xlsm", ".et"]);

/** The formats that filings are read from; `office`: not yet; undefined: the extension does not say. */
export function filedAs(path: string): "json" | "csv" | "office" | undefined {
  const extension = extname(path).toLowerCase();
  if (extension === ".json") return "json";
  if (extension === ".csv") return "csv";
  return OFFICE.has(extension) ? "office" : undefined;
}

/** A filing was named where the rules are due; `rules`: those it could be scored by. */
export function notRules(filing: string, rules?: string): UsageError {
  return new UsageError(
    {
      zh: `“${filing}”是填报数据，这里应是规则集；评分时规则写在前面，数据写在后面`,
      en: `“${filing}” is a filing, and a rule set is needed here; to score, name the rules first, then the filings`,
    },
    {
      zh: `评分写 heng score ${rules ?? "<规则>"} ${filing}`,
      en: `to score, write heng score ${rules ?? "<rules>"} ${filing}`,
    },
  );
}
