import { defineDiagnostic } from "@heng/lang";

interface Knows {
  /** As a call names it. */
  readonly name: string;
  readonly known: number;
  readonly unknown: number;
}

/** The rule set named knows little of what a file holds, and another one of its year most. */
export const H4113 = defineDiagnostic<{
  readonly path: string;
  readonly named: Knows;
  readonly other: Knows;
}>({
  code: "H4113",
  severity: "error",
  message: ({ path, named, other }) => ({
    zh: `“${path}”像是 ${other.name} 的数据：${named.name} 认得其中 ${named.known} 项，${named.unknown} 项不认得；${other.name} 认得 ${other.known} 项`,
    en: `“${path}” looks like data of ${other.name}: ${named.name} knows ${named.known} of its fields and ${named.unknown} not, ${other.name} knows ${other.known}`,
  }),
  mend: ({ path, named, other }) => ({
    zh: `写 heng score ${other.name} ${path}；确是 ${named.name} 的，按它的名称改正列名或键（heng schema ${named.name} --format csv 给出空表）`,
    en: `write heng score ${other.name} ${path}; if it is of ${named.name}, use its names (heng schema ${named.name} --format csv gives an empty form)`,
  }),
  example: {
    path: "部门.csv",
    named: { name: "2022/project", known: 3, unknown: 40 },
    other: { name: "2022/department", known: 43, unknown: 0 },
  },
});
