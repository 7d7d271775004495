import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

export const H1445 = defineDiagnostic<{ items: readonly string[] }>({
  code: "H1445",
  severity: "error",
  message: (d) => ({
    zh: `有的要点写了得分，“${d.items.join("”“")}”没有写`,
    en: `some items have points, but not: ${d.items.join(", ")}`,
  }),
  mend: () => ({
    zh: `每个要点都写“得 …分”，或者都不写（平均分配）`,
    en: `give every item its 得 (gets), or none (equal shares)`,
  }),
});
