/** What every command is given: the language, and where to write. Nothing else in the program writes to the streams. */
import type { Lang, Names } from "@heng/lang";
import { anchored } from "./terminal/anchor.ts";
import { render } from "./terminal/colour.ts";
import { jsonParts } from "./terminal/json.ts";
import { Output } from "./terminal/output.ts";
import { visible, visibleJson } from "./terminal/visible.ts";

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
  /** Takes back what was said on standard output; whether nothing of it had been written yet. */
  retract(): boolean;
  /** The result as it is: the text of a file. */
  raw(text: string): void;
  /** The result as bytes. */
  bytes(content: Uint8Array): void;
  /** Whether the result goes to a terminal, where people read it. */
  readonly onTerminal: boolean;
  /** A line on standard error. */
  err(text: string): void;
  /** The same, left out with `--quiet`. */
  note(text: string): void;
  /** A line that the next one is written over, on a terminal only; `""` takes it away. */
  progress(text: string): void;
}

/** Without a terminal a line has 80 columns, so that what is written to a file does not depend on the window. */
const COLUMNS = 80;
const NARROWEST = 40;

export function openSession(settings: Settings): Session {
  const { lang, json, quiet } = settings;
  const stdout = new Output(1, lang);
  const stderr = new Output(2, lang);
  const writer = (output: Output, other: Output) => {
    const { terminal } = output;
    const steered = settings.colour && terminal !== undefined;
    return (text: string): void => {
      // Lines of both streams stay in the order in which they were said.
      other.flush();
      const shown = visible(text);
      output.write(`${render(steered ? anchored(shown, terminal.columns) : shown, steered)}\n`);
    };
  };
  const out = writer(stdout, stderr);
  const err = writer(stderr, stdout);
  const { terminal } = stdout;
  return {
    ...settings,
    columns: terminal === undefined ? COLUMNS : Math.max(NARROWEST, terminal.columns),
    say: (names) => names[lang],
    out: (text) => {
      if (!json) out(text);
    },
    document: (value) => {
      // The rest of a document is not even made when nobody reads on.
      for (const part of jsonParts(value)) if (!stdout.write(visibleJson(part))) return;
      stdout.write("\n");
    },
    retract: () => stdout.retract(),
    raw: (text) => void stdout.write(text),
    bytes: (content) => stdout.bytes(content),
    onTerminal: terminal !== undefined,
    err,
    note: (text) => {
      if (!quiet) err(text);
    },
    progress: (text) => {
      if (!quiet && settings.colour && stderr.terminal !== undefined) stderr.write(`\r\u001b[K${text}`);
    },
  };
}
