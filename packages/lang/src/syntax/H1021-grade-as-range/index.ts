import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1021 = defineDiagnostic<{
  readonly name: string;
  readonly written: string;
  /** What the row has to say: `>= 90分`, or 其他 at the end. */
  readonly meant: string;
}>({
  code: "H1021",
  severity: "error",
  message: ({ name, written, meant }) => ({
    zh:
      meant === "其他"
        ? `最后一个等级写“其他”，写的却是“${written}”`
        : `等级“${name}”只写下限，写的却是“${written}”`,
    en:
      meant === "其他"
        ? `the last grade is otherwise (其他), not "${written}"`
        : `the grade "${name}" takes its lower bound alone, not "${written}"`,
  }),
  mend: ({ name, meant }) => ({ zh: `写成 ${name} ${meant}`, en: `write ${name} ${meant}` }),
});
