import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import { LIMITS } from "../../limits.ts";

export type Unfit = "notEarlier" | "broken" | "otherYear" | "many";

export const H5003 = defineDiagnostic<{ year: string; why: Unfit; found?: string }>({
  code: "H5003",
  severity: "error",
  message: ({ year, why, found = "" }) => {
    switch (why) {
      case "notEarlier":
        return {
          zh: `${found}年度 只能沿用更早的年度，不能沿用 ${year}年度`,
          en: `${found} can only inherit an earlier year, not ${year}`,
        };
      case "broken":
        return {
          zh: `要沿用的 ${year}年度 规则集有写错的地方，读不出全部规则`,
          en: `the rule set of ${year} has mistakes: not all of its rules can be read`,
        };
      case "otherYear":
        return {
          zh: `${year} 文件夹里的规则集，第一行写的是 ${found === "" ? "别的年度" : `${found}年度`}`,
          en: `the heading of the rule set in the folder ${year} says ${found === "" ? "another year" : found}`,
        };
      case "many":
        return {
          zh: `沿用的年度超过 ${LIMITS.years} 个`,
          en: `more than ${LIMITS.years} years are linked`,
        };
    }
  },
  mend: ({ year, why }) => {
    switch (why) {
      case "notEarlier":
        return { zh: `改为沿用上一年度`, en: `inherit the year before` };
      case "broken":
        return {
          zh: `先检查 ${year}年度 的规则集（heng check ${year}），改正以后再看这一个`,
          en: `check the rule set of ${year} first (heng check ${year}), then this one`,
        };
      case "otherYear":
        return {
          zh: `改正那个文件的第一行，或沿用它写的年度`,
          en: `correct the first line of that file, or inherit the year it says`,
        };
      case "many":
        return {
          zh: `用 heng resolve 印出较早一年的全文，作为新的起点`,
          en: `print an earlier year as a whole with heng resolve and begin from it`,
        };
    }
  },
});
