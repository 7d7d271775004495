import { defineDiagnostic } from "@heng/lang";

export const H3012 = defineDiagnostic<{
  readonly field: string;
  readonly item: string;
  readonly items: readonly string[];
  readonly near: readonly string[];
}>({
  code: "H3012",
  severity: "error",
  message: (d) => ({
    zh: `清单“${d.field}”里没有“${d.item}”`,
    en: `the checklist “${d.field}” has no item “${d.item}”`,
  }),
  mend: (d) => ({
    zh: `${d.near.length === 0 ? "" : `是不是“${d.near.join("”“")}”？`}各项是：${d.items.join("、")}`,
    en: `${d.near.length === 0 ? "" : `did you mean “${d.near.join("”, “")}”? `}the items are ${d.items.join(", ")}`,
  }),
});
