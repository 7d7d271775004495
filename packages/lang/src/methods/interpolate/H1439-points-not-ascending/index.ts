import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Names } from "../../../names.ts";

/** Points of 插值 out of order: between them there would be two answers, or none. */
export const H1439 = defineDiagnostic<{ point: Names; before: Names; same: boolean }>({
  code: "H1439",
  severity: "error",
  message: ({ point, before, same }) =>
    same
      ? { zh: `“${point.zh}”这一点写了两次`, en: `the point ${point.en} is written twice` }
      : {
          zh: `“${point.zh}”排在更大的“${before.zh}”后面`,
          en: `${point.en} comes after the greater ${before.en}`,
        },
  mend: () => ({ zh: "各点从小到大写，每个数只写一次", en: "write the points ascending, each once" }),
});
