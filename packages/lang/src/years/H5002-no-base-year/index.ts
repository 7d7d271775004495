import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H5002 = defineDiagnostic<{ year: string; outside?: string; tooLarge?: true }>({
  code: "H5002",
  severity: "error",
  message: ({ year, outside, tooLarge }) => {
    if (outside !== undefined)
      return {
        zh: `要沿用的 ${year}年度 规则集在规则文件夹（${outside}）以外`,
        en: `the rule set of ${year} lies outside of the rules folder (${outside})`,
      };
    if (tooLarge)
      return {
        zh: `要沿用的 ${year}年度 规则集太大，读不了`,
        en: `the rule set of ${year} is too large to be read`,
      };
    return {
      zh: `找不到要沿用的 ${year}年度 规则集`,
      en: `there is no rule set of ${year} to inherit`,
    };
  },
  mend: ({ year }) => ({
    zh: `上一年度的文件放在 ${year} 文件夹里，文件名和这个文件相同`,
    en: `the file of that year lies in the folder ${year}, under the same name as this one`,
  }),
});
