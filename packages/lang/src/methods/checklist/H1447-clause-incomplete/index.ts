import type { Names } from "../../../names.ts";
import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

type Lack = "take" | "eachMissing" | "amount" | "when" | "exempt";

const MESSAGE: Readonly<Record<Lack, Names>> = {
  take: { zh: `“每缺一项”没有写扣多少`, en: `每缺一项 (eachMissing) does not say how much it takes` },
  eachMissing: { zh: `“扣”没有写在“每缺一项”之后`, en: `扣 (take) does not follow 每缺一项 (eachMissing)` },
  amount: { zh: `“每缺一项”扣的分应大于 0`, en: `每缺一项 (eachMissing) must take more than 0` },
  when: { zh: `“免检”没有写在什么情况下`, en: `免检 (exempt) does not say when` },
  exempt: { zh: `“当”没有写在“免检”之后`, en: `当 (when) does not follow 免检 (exempt)` },
};
const EACH_MISSING: Names = {
  zh: `写成：每缺一项 扣 1分`,
  en: `write: 每缺一项 扣 1分 (eachMissing take 1分)`,
};
const EXEMPT: Names = { zh: `写成：免检 当 条件`, en: `write: 免检 当 (exempt when) and a condition` };

export const H1447 = defineDiagnostic<{ lacks: Lack }>({
  code: "H1447",
  severity: "error",
  message: (d) => MESSAGE[d.lacks],
  mend: (d) => (d.lacks === "when" || d.lacks === "exempt" ? EXEMPT : EACH_MISSING),
});
