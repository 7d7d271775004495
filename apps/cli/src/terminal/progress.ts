/** How far something that takes long has come, on the terminal; Ctrl+C ends it with what is known by then. */
import { setImmediate } from "node:timers/promises";
import type { Names } from "@heng/lang";
import type { Session } from "../session.ts";

/** What is done between two looks at the keyboard. */
const EACH = 16;

export class Progress {
  readonly #session: Session;
  readonly #what: Names;
  #stopped = false;
  readonly #stop = (): void => {
    this.#stopped = true;
  };

  /** `what`: `试改动`. */
  constructor(what: Names, session: Session) {
    this.#what = what;
    this.#session = session;
    // Once: whoever presses it again wants no answer either.
    process.once("SIGINT", this.#stop);
  }

  /** Whether it was broken off. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Says how far it is; whether to go on. */
  async at(done: number, all: number): Promise<boolean> {
    if (done % EACH === 0 && !this.#stopped) {
      this.#session.progress(`${this.#session.say(this.#what)} ${done}/${all}`);
      await setImmediate();
    }
    return !this.#stopped;
  }

  close(): void {
    process.off("SIGINT", this.#stop);
    this.#session.progress("");
  }
}
