import { defineDiagnostic } from "@heng/lang";

export const H4013 = defineDiagnostic<{ readonly name: string; readonly near: readonly string[] }>({
  code: "H4013",
  severity: "error",
  message: (d) => ({
    zh: `列名“${d.name}”在规则集里没有对应的数据`,
    en: `no field of the rule set is called “${d.name}”, as this column is`,
  }),
  mend: (d) => ({
    zh:
      d.near.length === 0
        ? "删去这一列，或改成规则集里的名称（heng schema --format csv 给出一张空表）"
        : `是不是“${d.near.join("”“")}”？`,
    en:
      d.near.length === 0
        ? "take the column out, or use a name of the rule set (heng schema --format csv gives an empty form)"
        : `did you mean “${d.near.join("”, “")}”?`,
  }),
});
