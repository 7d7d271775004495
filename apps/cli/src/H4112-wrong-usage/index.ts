import { defineDiagnostic, type Names } from "@heng/lang";

export const H4112 = defineDiagnostic<{ readonly words: Names; readonly mend: Names | undefined }>({
  code: "H4112",
  severity: "error",
  message: ({ words }) => words,
  mend: ({ mend }) => mend ?? { zh: "", en: "" },
  example: {
    words: { zh: "没有命令“scroe”；相近的有 score", en: "there is no command “scroe”; did you mean score?" },
    mend: {
      zh: "命令：score、schema、check、test、fmt、doc、explain、limits、completion（heng --help）",
      en: "commands: score, schema, check, test, fmt, doc, explain, limits, completion (heng --help)",
    },
  },
});
