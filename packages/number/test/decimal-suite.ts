import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The cases of the General Decimal Arithmetic specification, as Debian ships them for Python's own tests. They are read
// where they are installed, since their licence keeps them out of this repository.
const FOLDER = "/usr/lib/python3.11/test/decimaltestdata";
/** Only Debian has it in this place. The gate (CI) never goes without it. */
export const SUITE_HERE = existsSync(FOLDER);

/** One line of a `.decTest` file, with the directives in force above it. */
export interface SuiteCase {
  readonly id: string;
  readonly operation: string;
  readonly operands: readonly string[];
  readonly expected: string;
  readonly conditions: ReadonlySet<string>;
  readonly precision: number;
  readonly minExponent: number;
  readonly rounding: string;
}

const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\S+/g;

function tokens(line: string): string[] {
  const all = line.match(TOKEN) ?? [];
  const comment = all.findIndex((token) => token.startsWith("--"));
  return comment < 0 ? all : all.slice(0, comment);
}

function unquote(token: string): string {
  const quote = token[0];
  return quote === "'" || quote === '"' ? token.slice(1, -1).replaceAll(quote + quote, quote) : token;
}

function* casesOf(text: string): Generator<SuiteCase> {
  const directives = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const directive = /^\s*([A-Za-z]+)\s*:\s*(\S+)/.exec(line);
    if (directive !== null) {
      directives.set((directive[1] ?? "").toLowerCase(), (directive[2] ?? "").toLowerCase());
      continue;
    }
    const [id, operation, ...rest] = tokens(line);
    const arrow = rest.indexOf("->");
    if (id === undefined || operation === undefined || arrow < 0) continue;
    yield {
      id,
      operation: operation.toLowerCase(),
      operands: rest.slice(0, arrow).map(unquote),
      expected: unquote(rest[arrow + 1] ?? ""),
      conditions: new Set(rest.slice(arrow + 2).map((condition) => condition.toLowerCase())),
      precision: Number(directives.get("precision")),
      minExponent: Number(directives.get("minexponent")),
      rounding: directives.get("rounding") ?? "",
    };
  }
}

/** Every case of every file, in order of the files' names. */
export function readSuite(): { readonly files: number; readonly cases: readonly SuiteCase[] } {
  if (!SUITE_HERE) {
    throw new Error(
      `The decimal test suite is not at ${FOLDER}. Install it: apt-get install libpython3.11-testsuite`,
    );
  }
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".decTest"))
    .toSorted();
  return {
    files: files.length,
    cases: files.flatMap((name) => [...casesOf(readFileSync(join(FOLDER, name), "latin1"))]),
  };
}
