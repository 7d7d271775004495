import { defineDiagnostic, type Names } from "@heng/lang";

export const H2111 = defineDiagnostic<{
  readonly name: string;
  readonly word: Names;
}>({
  code: "H2111",
  severity: "warning",
  message: ({ name, word }) => ({
    zh: `“${name}”的“${word.zh}”总是成立：评分标准从来用不到`,
    en: `“${word.en}” of “${name}” always applies: its standard is never used`,
  }),
  mend: () => ({
    zh: "核对条件的符号和数",
    en: "check the sign and the figure of the condition",
  }),
});
