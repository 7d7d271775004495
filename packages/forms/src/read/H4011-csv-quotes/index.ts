import { defineDiagnostic, type Names } from "@heng/lang";

const PROBLEMS: Readonly<Record<"strayQuote" | "textAfterQuote" | "unclosedQuote", (line: number) => Names>> =
  {
    strayQuote: () => ({
      zh: "一格中间有引号，而整格没有用引号括起来",
      en: "a quote stands inside a cell that is not in quotes",
    }),
    textAfterQuote: (line) => ({
      zh: `第 ${line} 行开头的引号结束后，同一格还有内容`,
      en: `something follows the quote that closes the one opened in line ${line}`,
    }),
    unclosedQuote: (line) => ({
      zh: `第 ${line} 行的引号没有结尾`,
      en: `the quote opened in line ${line} is never closed`,
    }),
  };

export const H4011 = defineDiagnostic<{
  readonly problem: "strayQuote" | "textAfterQuote" | "unclosedQuote";
  readonly line: number;
}>({
  code: "H4011",
  severity: "error",
  message: (d) => ({ zh: PROBLEMS[d.problem](d.line).zh, en: PROBLEMS[d.problem](d.line).en }),
  mend: () => ({
    zh: '引号要成对，把整格括起来；格里的引号写两遍（""）',
    en: 'quotes come in pairs around a whole cell; a quote inside a cell is doubled ("")',
  }),
});
