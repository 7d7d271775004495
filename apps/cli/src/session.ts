/** What every command is given: the language, and where to write. Nothing else in the program writes to the streams. */
import type { Names } from "@heng/lang";
import { anchored } from "./terminal/anchor.ts";
import { render } from "./terminal/colour.ts";
import { jsonParts } from "./terminal/json.ts";
import { write } from "./terminal/stream.ts";
import { visible, visibleJson } from "./terminal/visible.ts";

export type Lang = keyof Names;

export interface Settings {
  readonly lang: Lang;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  /** Whether a terminal is sent more than text: colours, and jumps of the cursor. */
  readonly colour: boolean;
}

export interface Session extends Settings {
  /** Columns of a line. */
  readonly columns: number;
  /** Chooses the words. */
  readonly say: (names: Names) => string;
  /** A line, or lines, of the result. */
  out(text: string): void;
  /** The one document of `--json`. */
  document(value: object): void;
  /** The result as it is: the text of a file. */
  raw(text: string): void;
  /** A line on standard error. */
  err(text: string): void;
  /** The same, left out with `--quiet`. */
  note(text: string): void;
}

/** Without a terminal a line has 80 columns, so that what is written to a file does not depend on the window. */
const COLUMNS = 80;
const NARROWEST = 40;

export function openSession(settings: Settings): Session {
  const { lang, json, quiet } = settings;
  const writer = (stream: NodeJS.WriteStream) => {
    const steered = settings.colour && stream.isTTY;
    return (text: string): void => {
      const shown = visible(text);
      write(stream, `${render(steered ? anchored(shown, stream.columns) : shown, steered)}\n`);
    };
  };
  const out = writer(process.stdout);
  const err = writer(process.stderr);
  return {
    ...settings,
    columns: process.stdout.isTTY ? Math.max(NARROWEST, process.stdout.columns) : COLUMNS,
    say: (names) => names[lang],
    out: (text) => {
      if (!json) out(text);
    },
    document: (value) => {
      // The rest of a document is not even made when nobody reads on.
      for (const part of jsonParts(value)) if (!write(process.stdout, visibleJson(part))) return;
      write(process.stdout, "\n");
    },
    raw: (text) => void write(process.stdout, text),
    err,
    note: (text) => {
      if (!quiet) err(text);
    },
  };
}
