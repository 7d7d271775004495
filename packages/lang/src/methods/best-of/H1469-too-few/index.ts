import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1469 = defineDiagnostic<{ alternatives: number }>({
  code: "H1469",
  severity: "error",
  message: (d) => ({
    zh: d.alternatives === 0 ? `“择优”里没有写评分方法` : `“择优”里只有一种评分方法，没有可比的`,
    en:
      d.alternatives === 0
        ? `择优 (bestOf) has no standard in it`
        : `择优 (bestOf) has one standard only: there is nothing to choose from`,
  }),
  mend: () => ({
    zh: `写两种以上评分方法，每行一种；只有一种时直接写在“评分”后面`,
    en: `write two standards or more, one a row; a single one stands right after 评分 (standard)`,
  }),
});
