/** Code blocks: rules in colour, what is shown in the terminal, and columns that line up in any font. */
import { displayWidth, shadesOf } from "@heng/lang";
import { escaped } from "./html.ts";

/** `info` stands behind the fence; `linked` makes links of the codes in a piece of HTML. */
export function codeBlock(info: string, text: string, linked: (html: string) => string): string {
  const [language = "", ...about] = info.split(" ");
  const body =
    language === "heng" ? rules(text, linked) : language === "console" ? session(text) : pitched(text);
  const block = `<pre class="${language === "heng" || language === "console" ? language : "plain"}"><code>${body}</code></pre>`;
  return about.length === 0
    ? `${block}\n`
    : `<figure><figcaption>${escaped(about.join(" "))}</figcaption>${block}</figure>\n`;
}

function rules(text: string, linked: (html: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, shade } of shadesOf(text)) {
    const shown = pitched(text.slice(start, end));
    const inside = shade === "comment" ? linked(shown) : shown;
    parts.push(pitched(text.slice(at, start)), `<span class="${shade}">${inside}</span>`);
    at = end;
  }
  return [...parts, pitched(text.slice(at))].join("");
}

/** What is typed stands out from what is shown. */
function session(text: string): string {
  return text.replace(/^.*$/gm, (line) =>
    line.startsWith("$ ") ? `<b>${pitched(line)}</b>` : pitched(line),
  );
}

/** Each wide character in a box of its own, two columns wide: fonts disagree on how wide they are. */
function pitched(text: string): string {
  return Array.from(text, (character) =>
    displayWidth(character) === 2 ? `<i>${character}</i>` : escaped(character),
  ).join("");
}
