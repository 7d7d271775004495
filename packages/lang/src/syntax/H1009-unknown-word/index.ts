import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

const KINDS = {
  statement: { zh: "写法", en: "statement" },
  method: { zh: "评分方法", en: "scoring method" },
  connective: { zh: "连接词", en: "connective" },
  clause: { zh: "词", en: "clause" },
} as const;

export const H1009 = defineDiagnostic<{
  readonly kind: keyof typeof KINDS;
  readonly word: string;
  /** The known word that is nearest. */
  readonly meant: string | undefined;
}>({
  code: "H1009",
  severity: "error",
  message: ({ kind, word, meant }) => ({
    zh: `没有“${word}”这个${KINDS[kind].zh}${meant === undefined ? "" : `，是不是“${meant}”`}`,
    en: `there is no ${KINDS[kind].en} "${word}"${meant === undefined ? "" : `; did you mean "${meant}"`}`,
  }),
  mend: ({ kind, meant }) =>
    meant === undefined
      ? { zh: `改用已有的${KINDS[kind].zh}`, en: `use a known ${KINDS[kind].en}` }
      : { zh: `改为 ${meant}`, en: `write ${meant}` },
});
