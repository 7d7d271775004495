/** The text of a rule file: UTF-8, strictly; a BOM is dropped. */
import { diagnose, type Diagnostic } from "@heng/lang";
import { malformedUtf8 } from "@heng/office";
import { H4106 } from "./H4106-not-utf8/index.ts";

const BOM = "\ufeff";

export function decodeRules(
  path: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: Diagnostic } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // Of two BOMs the second is a character nobody sees, which the lexer reports behind a first.
    return { text: text.startsWith(BOM) ? BOM + text : text };
  } catch {
    const { line, column } = malformedUtf8(bytes);
    const looks = looksLike(bytes);
    return { problem: diagnose(H4106, { line, looks }, { place: { file: path, line, column } }) };
  }
}

function looksLike(bytes: Uint8Array): "gb18030" | "utf16" | "other" {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "utf16";
  try {
    return /\p{Script=Han}/u.test(new TextDecoder("gb18030", { fatal: true }).decode(bytes))
      ? "gb18030"
      : "other";
  } catch {
    return "other";
  }
}
