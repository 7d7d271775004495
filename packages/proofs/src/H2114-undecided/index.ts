import { defineDiagnostic, type Names } from "@heng/lang";

export const H2114 = defineDiagnostic<{
  readonly name: string;
  /** `这一行用不用得到` */
  readonly what: Names;
}>({
  code: "H2114",
  severity: "hint",
  message: ({ name, what }) => ({
    zh: `“${name}”${what.zh}，未能判定`,
    en: `“${name}”: ${what.en} could not be decided`,
  }),
  mend: () => ({
    zh: "不一定有错：条件里几个数牵连在一起，推算不出来。请自己核对一下，最好写一个案例来试",
    en: "not necessarily wrong: several figures depend on each other. Look at it yourself, best with a scenario",
  }),
});
