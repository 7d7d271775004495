/** Bands as they are written. */
import type { Expr } from "../../core/program.ts";
import type { Lang } from "../../names.ts";
import { words } from "../../standards/wording.ts";
import { CLAUSES, type Band } from "./rows.ts";

/** The same as written, for findings. */
export function bandText(band: Band, lang: Lang): string {
  switch (band.kind) {
    case "step":
      return `${band.sign} ${words(band.right, lang)}`;
    case "exactly":
      return `= ${words(band.right, lang)}`;
    case "interval": {
      const { low, high, lowOpen, highOpen } = band.range;
      const side = (of: Expr | undefined) => (of ? words(of, lang) : "");
      return `${lowOpen ? "(" : "["}${side(low)}, ${side(high)}${highOpen ? ")" : "]"}`;
    }
    case "option":
      return band.name;
    case "when":
      return `${CLAUSES.when[lang]} ${words(band.when, lang)}`;
    default:
      return CLAUSES.otherwise[lang];
  }
}
