import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** A limit that takes points from what meets the target, or gives nothing to what does. */
export const H1415 = defineDiagnostic<{ word: Names; limit: string }>({
  code: "H1415",
  severity: "error",
  message: ({ word, limit }) => ({
    zh: `完成率“${word.zh} ${limit}”会罚到恰好完成目标（100%）的`,
    en: `completion “${word.en} ${limit}” hits what meets the target exactly (100%)`,
  }),
  mend: () => ({
    zh: "低于 后面写不高于 100% 的完成率，超过 后面写不低于 100% 的",
    en: "below takes a completion of at most 100%, above one of at least 100%",
  }),
});
