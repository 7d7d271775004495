/** What stands in quotes and should not: names, numbers and pieces of rules; and texts in quotes of another kind. */
import { canonicalName } from "./characters.ts";
import { excerpt, Findings } from "./findings.ts";
import { isKind, keywordOf, wordsOf } from "../keywords.ts";
import { lex } from "./lexer.ts";
import type { Token } from "./tree.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isMark, NAMING, startsRow, type Declared } from "./words.ts";
import { H1018 } from "./H1018-quotes/index.ts";

const PLAIN_NAME = /^[A-Za-z_\u3400-\u9fff][0-9A-Za-z_\u3400-\u9fff]*$/;
const A_FIGURE = /^(?:[<>=≥≤≧≦＜＞＝]{1,2}\s*)?[0-9][0-9.,]*\s*(?:分|%|％)$/;
/** Words that a text follows, besides properties. */
const TITLED = wordsOf("crossCheck", "scenario", "include");
const JOINING: ReadonlySet<string> = new Set("+-*/([,<>".split(""));

/** Names in quotes, where only a name can stand: read as the name. */
export function unquoteNames(tokens: Token[], findings: Findings, vocabulary: Vocabulary): Token[] {
  return replaceTexts(tokens, (token, index) => {
    const content = contentOf(token);
    if (!PLAIN_NAME.test(content) || !standsAlone(tokens, index)) return undefined;
    const previous = tokens[index - 1];
    const named =
      previous?.kind === "word" &&
      !token.startsLine &&
      startsRow(tokens, index - 1) &&
      NAMING.has(keywordOf(previous.value) ?? "value");
    // Behind a list in { } stands its note.
    const begins = startsRow(tokens, index) && (token.startsLine || !isMark(previous, "}"));
    if (!named && (!begins || takesText(previous, vocabulary))) return undefined;
    tell(token, "name", content, findings);
    return [{ ...token, kind: "word", value: canonicalName(content) }];
  });
}

/** Numbers, names and pieces of rules in quotes, where no text can stand: read as if the quotes were not there. */
export function unquoteRules(
  tokens: Token[],
  declared: Declared,
  vocabulary: Vocabulary,
  findings: Findings,
): Token[] {
  return replaceTexts(tokens, (token, index) => {
    const content = contentOf(token);
    const alone = standsAlone(tokens, index);
    if (alone && wantsRule(tokens, index, content, declared, vocabulary)) {
      const inside = understood(token.value, declared, vocabulary);
      if (inside !== undefined) {
        tell(token, inside.length === 1 && inside[0]?.kind === "word" ? "name" : "rule", content, findings);
        return spliced(token, inside);
      }
    }
    if (isForeign(token) && alone) {
      const title = token.text.startsWith("《");
      tell(token, "text", `“${title ? token.text : content}”`, findings);
    }
    return undefined;
  });
}

function replaceTexts(
  tokens: Token[],
  replace: (token: Token, index: number) => readonly Token[] | undefined,
): Token[] {
  let result: Token[] | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const put = token.kind === "text" && isClosed(token) ? replace(token, index) : undefined;
    if (put !== undefined) result ??= tokens.slice(0, index);
    if (put === undefined) result?.push(token);
    else result?.push(...put);
  }
  return result ?? tokens;
}

function isClosed({ text, value }: Token): boolean {
  return text.length === value.length + 2;
}

function contentOf({ value }: Token): string {
  return value.trim();
}

/** Quotes that are none in rules. */
function isForeign({ text }: Token): boolean {
  return /^['‘《]/.test(text);
}

/** No other word begins or ends right at the quotes: they are no part of a longer name. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const open = before === undefined || token?.before !== "" || token.startsLine || before.kind === "symbol";
  const closed = next === undefined || next.before !== "" || next.startsLine || next.kind === "symbol";
  const inPath = next?.before === "" && (next.value === "." || next.value === "/");
  return open && closed && !inPath;
}

/** A word that a text belongs behind. */
function takesText(previous: Token | undefined, { properties }: Vocabulary): boolean {
  if (previous?.kind !== "word") return false;
  const [argument] = properties.get(previous.value)?.syntax.head?.arguments ?? [];
  return argument?.shape === "text" || TITLED.has(previous.value);
}

/** What stands before asks for a figure, a comparison, a name or a method. */
function wantsRule(
  tokens: readonly Token[],
  index: number,
  content: string,
  { names }: Declared,
  vocabulary: Vocabulary,
): boolean {
  const [earlier, previous, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (previous === undefined || token?.startsLine === true) return false;
  const figure = A_FIGURE.test(content);
  if (figure && (isMark(tokens[index + 1], "{") || !/^[0-9]/.test(content))) return true;
  if (previous.kind === "symbol") {
    if (previous.value === "=" || previous.value === ":")
      return (
        vocabulary.properties.has(earlier?.value ?? "") ||
        keywordOf(tokens[index - 3]?.value ?? "") === "define"
      );
    return JOINING.has(previous.value) || previous.value === "<=" || previous.value === ">=";
  }
  // A unit with its range behind it.
  const next = tokens[index + 1];
  if (startsRow(tokens, index - 1) && next?.kind === "symbol" && /^[<>[]/.test(next.value)) return true;
  if (previous.kind !== "word" || !vocabulary.keywords.has(previous.value)) return false;
  if (takesText(previous, vocabulary)) return false;
  if (startsRow(tokens, index - 1) && names.has(previous.value)) return false;
  const kind = keywordOf(previous.value);
  return kind === undefined || !isKind(kind) || vocabulary.properties.get(earlier?.value ?? "") !== undefined;
}

/** The tokens of a piece of a rule, all of them known; undefined for prose. */
function understood(
  content: string,
  { names, units }: Declared,
  { keywords }: Vocabulary,
): readonly Token[] | undefined {
  const findings = new Findings("");
  const tokens = lex(content, findings).slice(0, -1);
  const known = tokens.every(
    ({ kind, value }, index) =>
      kind === "number" ||
      kind === "date" ||
      kind === "symbol" ||
      ((kind === "word" || kind === "name") &&
        (names.has(value) ||
          keywords.has(value) ||
          (units.has(value) && (tokens.length === 1 || tokens[index - 1]?.kind === "number")))),
  );
  return known && tokens.length > 0 && findings.list().length === 0 ? tokens : undefined;
}

/** The tokens in place of the text; together they print as it did. */
function spliced(text: Token, inside: readonly Token[]): readonly Token[] {
  const at = text.start + 1;
  return inside.map((token, index) => {
    const first = index === 0;
    const last = index === inside.length - 1;
    const opening = first ? text.text.slice(0, 1) + token.before : "";
    const end = last ? text.end : at + token.end;
    const closing = last ? text.text.slice(1 + token.end) : "";
    return {
      ...token,
      text: opening + token.text + closing,
      before: first ? text.before : token.before,
      start: first ? text.start : at + token.start,
      end,
      startsLine: first && text.startsLine,
    };
  });
}

function tell(token: Token, as: "name" | "rule" | "text", mended: string, findings: Findings): void {
  const title =
    as === "text"
      ? { zh: `改为 ${excerpt(mended)}`, en: `write ${excerpt(mended)}` }
      : { zh: "去掉引号", en: "take the quotes out" };
  findings.add(H1018, { text: excerpt(token.text), mended: excerpt(mended), as }, token, [
    { title, safe: true, edits: [{ file: findings.file, start: token.start, end: token.end, text: mended }] },
  ]);
}
