import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1101 = defineDiagnostic<{ name: string; near: readonly string[] }>({
  code: "H1101",
  severity: "error",
  message: (d) => ({ zh: `没有叫“${d.name}”的名称`, en: `nothing is called “${d.name}”` }),
  mend: (d) => ({
    zh:
      d.near.length === 0
        ? `先在“数据”或“定义”里写上它，或改用已有的名称`
        : `是不是“${d.near.join("”“")}”？若是新的数据，先写进“数据”`,
    en:
      d.near.length === 0
        ? `declare it under data or define, or use a name that exists`
        : `did you mean “${d.near.join("”, “")}”? A new field must be declared under data first`,
  }),
});
