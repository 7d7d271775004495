/** A word in both languages; `en` is also the name of the thing in code (language reference, keywords). */
export interface Names {
  readonly zh: string;
  readonly en: string;
}

/** A language that everything is said in. */
export type Lang = keyof Names;

/** Names one behind the other, each followed by what is said of it; one that holds the comma between them stands in quotes. */
export function inRow(names: readonly string[], said: (name: string, i: number) => string = () => ""): Names {
  const row = (comma: string, [open, close]: readonly [string, string]): string =>
    names.map((name, i) => (name.includes(comma) ? open + name + close : name) + said(name, i)).join(comma);
  return { zh: row("、", ["“", "”"]), en: row(", ", ['"', '"']) };
}
