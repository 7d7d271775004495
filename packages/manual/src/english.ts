/** A page of a diagnostic in English: its examples with what is said of them. The reasons are told on the Chinese page only. */
import type { Severity } from "@heng/lang";

/** What a diagnostic says in English, by the examples of its page. */
export interface EnglishWords {
  readonly severity: Severity;
  readonly said: readonly (readonly { readonly message: string; readonly mend: string }[])[];
}

/** The page as Markdown, from the Chinese one. */
export function englishPage(code: string, page: string, { severity, said }: EnglishWords): string {
  const title = /^# +(.*)$/m.exec(page)?.[1] ?? code;
  const mistakes = blocksUnder(page, "错误示例");
  const mended = blocksUnder(page, "改法");
  const right = mended.length > 0 ? mended : blocksUnder(page, "正确写法");
  const several = mistakes.length > 1;
  const lines = [`# ${title} (${severity})`];
  for (let i = 0; i < Math.max(mistakes.length, said.length); i += 1) {
    lines.push("", `## Example${several ? ` ${i + 1}` : ""}`);
    const block = mistakes[i];
    if (block !== undefined) lines.push("", block);
    for (const { message, mend } of said[i] ?? []) {
      lines.push("", `${severity} ${code}: ${message}`);
      if (mend !== "") lines.push("", `mend: ${mend}`);
    }
  }
  if (right.length > 0) lines.push("", "## Mended", ...right.flatMap((block) => ["", block]));
  lines.push("", `Why it is so is told in Chinese only: heng explain ${code}`, "");
  return lines.join("\n");
}

/** The code blocks of a section, fences included. */
function blocksUnder(page: string, heading: string): readonly string[] {
  const section = page.split(/^## +/m).find((part) => part.startsWith(heading)) ?? "";
  return Array.from(section.matchAll(/^```[\s\S]*?^```$/gm), ([block]) => block);
}
