import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1020 = defineDiagnostic<{
  readonly word: string;
  readonly name: string;
  readonly points: string;
}>({
  code: "H1020",
  severity: "error",
  message: ({ word, name }) => ({
    zh: `“${word}”不写在 { } 里，写在“${name}”后面`,
    en: `"${word}" does not stand in { }: the points stand behind "${name}"`,
  }),
  mend: ({ name, points }) => ({
    zh: `把第一行写成 指标 ${name} ${points} {，删去这一行`,
    en: `write indicator ${name} ${points} { and remove this line`,
  }),
});
