/**
 * The standard streams. What is not a terminal is written to directly: Node's own stream for a file or pipe takes longer to
 * load than most results take to write (docs/decisions/0010). Lines are gathered, so that a table is one write.
 */
import { fstatSync, writeSync } from "node:fs";
import type { WriteStream } from "node:tty";
import type { Lang } from "@heng/lang";
import { EXIT } from "../problems.ts";

export class Output {
  readonly #to: 1 | 2;
  readonly #lang: Lang;
  #queued = "";
  #begun = false;
  /** Nobody reads any more. */
  #gone = false;
  #opened: WriteStream | undefined;

  constructor(to: 1 | 2, lang: Lang) {
    this.#to = to;
    this.#lang = lang;
    process.on("exit", () => this.flush());
  }

  /** The terminal that it is, if it is one. */
  get terminal(): WriteStream | undefined {
    if (!fstatSync(this.#to).isCharacterDevice()) return undefined;
    const stream = this.#to === 1 ? process.stdout : process.stderr;
    if (!stream.isTTY) return undefined;
    if (this.#opened === undefined) stream.on("error", (error) => this.#failed(error));
    return (this.#opened = stream);
  }

  /** Writes soon, while somebody reads; whether somebody did. */
  write(text: string): boolean {
    if (this.#gone) return false;
    if (this.#queued === "") queueMicrotask(() => this.flush());
    this.#queued += text;
    if (this.#queued.length > MUCH) this.flush();
    return !this.#gone;
  }

  /** Writes a file's bytes; they are none of a terminal's business. */
  bytes(content: Uint8Array): void {
    this.flush();
    if (this.#gone) return;
    this.#begun = true;
    try {
      writeAll(this.#to, content);
    } catch (error) {
      this.#failed(error as NodeJS.ErrnoException);
    }
  }

  /** Forgets what is gathered; whether that was all there is. */
  retract(): boolean {
    this.#queued = "";
    return !this.#begun;
  }

  /** Writes what is gathered: what follows on another stream comes after it. */
  flush(): void {
    const text = this.#queued;
    this.#queued = "";
    if (text === "" || this.#gone) return;
    this.#begun = true;
    const { terminal } = this;
    if (terminal !== undefined) {
      terminal.write(text);
      return;
    }
    try {
      writeAll(this.#to, text);
    } catch (error) {
      this.#failed(error as NodeJS.ErrnoException);
    }
  }

  /**
   * A reader that has seen enough (`heng … | head`) is no fault: the rest is not written, and the exit code is what it
   * would have been, so that a script with `pipefail` learns of what was found. A full disk is a problem of a file.
   */
  #failed({ code = "" }: NodeJS.ErrnoException): void {
    this.#gone = true;
    // EOF is what Windows calls it.
    if (code === "EPIPE" || code === "EOF") return;
    const said = { zh: `错误：输出写不完（${code}）`, en: `error: the output cannot be written (${code})` };
    if (this.#to === 1) process.stderr.write(`${said[this.#lang]}\n`);
    process.exit(EXIT.data);
  }
}

/** Characters that are gathered before they are written. */
const MUCH = 16_384;
/** How long a pipe that takes no more is left alone. */
const PAUSE_MS = 5;

function writeAll(to: number, content: string | Uint8Array): void {
  let rest = Buffer.from(content);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(to, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
