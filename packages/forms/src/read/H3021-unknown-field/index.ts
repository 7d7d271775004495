import { defineDiagnostic, type Names } from "@heng/lang";

export const H3021 = defineDiagnostic<{
  readonly name: string;
  readonly near: readonly string[];
  readonly of: Names;
}>({
  code: "H3021",
  severity: "error",
  message: (d) => ({
    zh: `规则集里没有叫“${d.name}”的${d.of.zh}`,
    en: `the rule set has no ${d.of.en} called “${d.name}”`,
  }),
  mend: (d) => ({
    zh:
      d.near.length === 0
        ? "删去这一项，或改成规则集里的名称（heng schema 会列出）"
        : `是不是“${d.near.join("”“")}”？`,
    en:
      d.near.length === 0
        ? "take it out, or use a name of the rule set (heng schema lists them)"
        : `did you mean “${d.near.join("”, “")}”?`,
  }),
});
