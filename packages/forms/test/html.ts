/** The elements of an HTML text as it is written by `htmlOf`; throws where a tag is not closed or closes nothing. */
export interface Element {
  readonly name: string;
}

const VOID = new Set(["meta", "col"]);

export function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  const body = html.replace(/^<!doctype html>\n/, "").replace(/<style>[^<]*<\/style>/, "<style></style>");
  for (const part of body.split(/(<[^>]*>)/)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>$/.exec(part);
    if (!tag) {
      if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(part))
        throw new Error(`not escaped: ${part.slice(0, 40)}`);
      continue;
    }
    const [, closes, name = ""] = tag;
    if (closes === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      elements.push({ name });
      if (!VOID.has(name)) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`open at the end: ${open.join(" ")}`);
  return elements;
}
