import { defineDiagnostic } from "@heng/lang";

export const H4107 = defineDiagnostic<{
  readonly name: string;
  readonly near: readonly string[];
  readonly all: readonly string[];
  readonly folder: string;
  /** There is no such folder. */
  readonly lacking?: boolean;
}>({
  code: "H4107",
  severity: "error",
  message: ({ name, near, all, folder, lacking }) => {
    const [zh, en] = [name && `“${name}”`, name && ` “${name}”`];
    return {
      zh:
        (lacking === true
          ? `没有规则文件夹“${folder}”${name && `，找不到规则集${zh}`}`
          : `“${folder}”中没有规则集${zh}`) + listing(near, all, "；相近的有 ", "；有 ", "、"),
      en:
        (lacking === true
          ? `there is no rules folder “${folder}”${name && `, and no rule set${en}`}`
          : `there is no rule set${en} in “${folder}”`) +
        listing(near, all, "; did you mean ", "; it has ", ", "),
    };
  },
  mend: () => ({
    zh: "规则集写作 2022/department、2022 或文件名；规则文件夹不是 ./rules 时，加 --rules 文件夹",
    en: "name it 2022/department, 2022, or by its file; with another rules folder than ./rules, add --rules <folder>",
  }),
  example: {
    name: "2022/departmnt",
    folder: "rules",
    near: ["2022/department"],
    all: ["2022", "2022/department"],
  },
});

function listing(
  near: readonly string[],
  all: readonly string[],
  nearWords: string,
  allWords: string,
  comma: string,
): string {
  if (near.length > 0) return nearWords + near.join(comma);
  return all.length > 0 ? allWords + all.join(comma) : "";
}
