import { defineDiagnostic, type Names } from "@heng/lang";

export const H3021 = defineDiagnostic<{
  readonly name: string;
  readonly near: readonly string[];
  readonly of: Names;
  /** The key of the document that was meant, where the name is one of those: it does not stand among the data. */
  readonly key?: string;
  /** The list and its item, where they were joined by a point. */
  readonly part?: { readonly of: string; readonly name: string };
}>({
  code: "H3021",
  severity: "error",
  message: (d) => ({
    zh: `规则集里没有叫“${d.name}”的${d.of.zh}`,
    en: `the rule set has no ${d.of.en} called “${d.name}”`,
  }),
  mend: (d) => ({
    zh:
      d.part !== undefined
        ? `分开写：{ "${d.part.of}": { "${d.part.name}": … } }`
        : d.key !== undefined
          ? `这一项不写在数据里，写在外面：{ "schema": "heng.filing/1", "${d.key}": …, "data": { 各项数据 } }`
          : d.near.length === 0
            ? "删去这一项，或改成规则集里的名称（heng schema 会列出）"
            : `是不是“${d.near.join("”“")}”？`,
    en:
      d.part !== undefined
        ? `write the two apart: { "${d.part.of}": { "${d.part.name}": … } }`
        : d.key !== undefined
          ? `it goes not among the data but beside them: { "schema": "heng.filing/1", "${d.key}": …, "data": { … } }`
          : d.near.length === 0
            ? "take it out, or use a name of the rule set (heng schema lists them)"
            : `did you mean “${d.near.join("”, “")}”?`,
  }),
});
