/** The manual: a page for each diagnostic, whatever package raises it. */
import type { Lang } from "@heng/lang";
import { nearest } from "@heng/lang/nearest";
import { englishPage } from "./english.ts";
import { ENGLISH } from "./english.gen.ts";
import { PAGES } from "./pages.gen.ts";

const CHINESE: ReadonlyMap<string, string> = new Map(Object.entries(PAGES));

/** The codes of all diagnostics, in order. */
export const codes: readonly string[] = [...CHINESE.keys()];

/** A code as people type it, `h1204` or `1204`, as it is written; one that is of no diagnostic, too. */
export function codeOf(typed: string): string {
  return typed.toUpperCase().replace(/^(?=\d)/, "H");
}

/** The codes that may have been meant, best first. */
export function nearCodes(code: string): readonly string[] {
  return nearest(code, codes, 5);
}

/** The page of a diagnostic as Markdown; undefined where no diagnostic has the code. */
export function pageOf(code: string, lang: Lang): string | undefined {
  const page = CHINESE.get(code);
  if (page === undefined || lang === "zh") return page;
  const words = ENGLISH[code];
  return words === undefined ? page : englishPage(code, page, words);
}
