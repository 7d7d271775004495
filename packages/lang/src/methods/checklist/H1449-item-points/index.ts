import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1449 = defineDiagnostic<Record<never, never>>({
  code: "H1449",
  severity: "error",
  message: () => ({
    zh: `要点的分应是一个不小于 0 的固定数`,
    en: `the points of an item must be one fixed figure, 0 or more`,
  }),
  mend: () => ({
    zh: `写一个数，如“得 1分”；随数据变化的部分用“免检 当”或另设指标`,
    en: `write one figure such as 得 1分; for what depends on data use 免检 当 (exempt when) or another indicator`,
  }),
});
