/** JSON in parts: of a list of many results the whole text would be longer than a string can be. */

/** The text of a document; the elements of its lists are asked for one by one. The same as JSON.stringify with two blanks. */
export function* jsonParts(document: object): Generator<string, void> {
  let count = 0;
  yield "{";
  for (const [key, value] of Object.entries(document) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${count === 0 ? "" : ","}\n  ${JSON.stringify(key)}: `;
    count += 1;
    if (isList(value)) yield* listParts(value);
    else yield textOf(value, "  ");
  }
  yield count === 0 ? "}" : "\n}";
}

function* listParts(list: Iterable<unknown>): Generator<string, void> {
  let count = 0;
  yield "[";
  for (const element of list) {
    yield `${count === 0 ? "" : ","}\n    ${textOf(element, "    ")}`;
    count += 1;
  }
  yield count === 0 ? "]" : "\n  ]";
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** A line break in the text of JSON is always one between its parts. */
function textOf(value: unknown, indent: string): string {
  const text = JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v), 2);
  return text.replaceAll("\n", `\n${indent}`);
}
