import { defineDiagnostic } from "../../../diagnostics/diagnostic.ts";

/** `item` undefined: the row does not begin with a name. */
export const H1443 = defineDiagnostic<{ list: string; item: string | undefined; items: readonly string[] }>({
  code: "H1443",
  severity: "error",
  message: (d) => ({
    zh: d.item === undefined ? `这一行没有写是哪个要点` : `清单“${d.list}”里没有“${d.item}”这一项`,
    en:
      d.item === undefined
        ? `this row does not say which item it is for`
        : `the list “${d.list}” has no item “${d.item}”`,
  }),
  mend: (d) => ({
    zh: `写清单里的一项：${d.items.join("、")}`,
    en: `write an item of the list: ${d.items.join(", ")}`,
  }),
});
