/** Rule files as people leave them: every statement of the language, comments at every place, blank lines, odd indentation. */
import { compile, type Token } from "@heng/lang";
import { continuing, tokensOf } from "../printed.ts";
import { Random } from "../random.ts";
import { generateRules } from "./rules.ts";
import { clean, INCLUDED, later } from "./statements.ts";

export interface Unkempt {
  readonly seed: number;
  readonly text: string;
  /** Nothing is in error. */
  readonly checks: boolean;
}

const COMMENTS = ["// 注", "//注", "／／ 注，×", "// 「{ 值 = “", "//", "// } 评分 ;", "/// 三"];

/** A file of some 3 to 30 leaves; the same seed gives the same text. */
export function generateFile(seed: number): Unkempt {
  const random = new Random(seed ^ 0x51ed);
  const english = random.once(4);
  const word = (zh: string, en: string): string => (english !== random.once(30) ? en : zh);
  const checks = !random.once(3);
  const parts = [...clean(random, word), ...(checks ? [] : later(random, word))];
  const text = `${generateRules(seed).text}${random.shuffle(parts).join("\n")}\n`;
  return { seed, checks, text: untidied(text, random) };
}

/** Finds what 引用 means in such files. */
export const include = (path: string): { readonly file: string; readonly text: string } => ({
  file: path,
  text: INCLUDED,
});

/** The same tokens, with other blanks, and comments where a line may end. */
function untidied(text: string, random: Random): string {
  const { tree } = compile({ file: "规则.heng", text }, { include });
  const inner = continuing(tree, false);
  const newline = random.once(4) ? "\r\n" : "\n";
  const often = random.pick([2, 4, 12]);
  let comments = 0;
  const comment = (): string => {
    comments += 1;
    return `${random.pick(COMMENTS)}${comments}${random.once(6) ? "  " : ""}`;
  };
  const indent = (): string => random.pick(["", "  ", "    ", "\t", "\u3000", "      "]);
  /** Ends a line, and begins another: with a comment behind, comments and blank lines between. */
  const lineEnd = (): string => {
    const lines = [random.once(often) ? ` ${comment()}` : random.pick(["", "", " "])];
    for (let n = random.once(often) ? random.between(1, 3) : 0; n > 0; n -= 1)
      lines.push(random.once(2) ? `${indent()}${comment()}` : "");
    return `${lines.join(newline)}${newline}${indent()}`;
  };
  const parts: string[] = [];
  let previous: Token | undefined;
  for (const token of tokensOf(tree)) {
    const { kind, value, before, startsLine } = token;
    const mark = kind === "symbol" ? value : "";
    const opened = previous?.kind === "symbol" && previous.value === "{";
    const free = mark === "{" || mark === "}" || mark === ";" || opened || inner.has(token);
    if (before.includes("//")) parts.push(before);
    else if (kind === "end" || (startsLine && previous)) parts.push(lineEnd());
    else if (free && previous && random.once(often * 4)) parts.push(lineEnd());
    else if (before !== "" && random.once(8)) parts.push(random.pick(["  ", "\t", "\u3000", "     "]));
    else parts.push(before);
    const plain = kind === "word" && /^(?:数|项|定|函|标准|指标|分指标|外)\d+$/.test(value);
    parts.push(plain && random.once(8) ? `「${token.text}」` : token.text);
    previous = token;
  }
  return parts.join("");
}
