import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1107 = defineDiagnostic<{ word: string; of: string }>({
  code: "H1107",
  severity: "error",
  message: (d) => ({ zh: `“${d.word}”不能写在“${d.of}”里`, en: `“${d.word}” cannot stand in “${d.of}”` }),
  mend: () => ({
    zh: `把这一行移到它该在的地方：值、目标、评分、不适用、须说明写在没有下级的指标里，封顶、加权、平均、折算写在有下级的指标里，满分、得分保留写在规则集的开头，数据、定义、核对、案例写在最外层`,
    en: `move the line: value, target, standard, notApplicable, mustExplain belong in an indicator without children; cap, weighted, average, rescale in one with children; fullMarks and round at the beginning of the rule set; data, define, crossCheck and scenario outside every indicator`,
  }),
});
