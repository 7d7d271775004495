import { QUALITATIVE_GRADES } from "../../../core/type.ts";
import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

const OTHERS = QUALITATIVE_GRADES.slice(0, -1);
const [WORST] = QUALITATIVE_GRADES.slice(-1);

/** `found` undefined: the row does not begin with a name. */
export const H1450 = defineDiagnostic<{ found: string | undefined }>({
  code: "H1450",
  severity: "error",
  message: (d) => ({
    zh: d.found === undefined ? `这一行没有写是哪个等次` : `“${d.found}”不是定性指标的等次`,
    en:
      d.found === undefined
        ? `this row does not say which grade it is for`
        : `“${d.found}” is not a grade of 定性`,
  }),
  mend: () => ({
    zh: `写 ${OTHERS.join("、")} 或 ${WORST}`,
    en: `write ${OTHERS.join(", ")} or ${WORST}`,
  }),
});
