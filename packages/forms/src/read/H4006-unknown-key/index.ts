import { defineDiagnostic } from "@heng/lang";

export const H4006 = defineDiagnostic<{
  readonly key: string;
  readonly near: readonly string[];
  readonly known: readonly string[];
}>({
  code: "H4006",
  severity: "error",
  message: (d) => ({ zh: `这里没有叫“${d.key}”的键`, en: `no key “${d.key}” is known here` }),
  mend: (d) => ({
    zh: `${d.near.length === 0 ? "" : `是不是“${d.near.join("”“")}”？`}可用：${d.known.join("、")}`,
    en: `${d.near.length === 0 ? "" : `did you mean “${d.near.join("”, “")}”? `}known are ${d.known.join(", ")}`,
  }),
});
