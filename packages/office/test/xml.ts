/** The elements of an XML text, in order; throws where it is not well-formed. */
export interface Tag {
  readonly name: string;
  readonly depth: number;
}

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
// oxlint-disable-next-line no-control-regex -- XML cannot have them
const TEXT = /(?:[^<&\u0000-\u0008\u000B\u000C\u000E-\u001F]|&(?:amp|lt|gt|quot|apos|#\d+);)+/y;

export function tagsOf(xml: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  let at = /^<\?xml [^?]*\?>\s*/.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    TAG.lastIndex = at;
    TEXT.lastIndex = at;
    const tag = TAG.exec(xml);
    const text = tag ? undefined : TEXT.exec(xml);
    if (!tag && !text) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    if (tag) {
      const [, closes, name = "", attributes = "", empty] = tag;
      for (const [, value = ""] of attributes.matchAll(/="([^"]*)"/g))
        if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(value)) throw new Error(`a bare & in ${tag[0]}`);
      if (closes === "/") {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing at ${at}`);
      } else {
        tags.push({ name, depth: open.length });
        if (empty !== "/") open.push(name);
      }
    }
    at += (tag ?? text)?.[0].length ?? 1;
  }
  if (open.length > 0) throw new Error(`open at the end: ${open.join(" ")}`);
  return tags;
}
