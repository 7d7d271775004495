/** The two ways a command ends without its result; run.ts prints them and chooses the exit code. */
import type { Diagnostic, Names, Texts } from "@heng/lang";

/** Exit codes: docs/reference, and scripts, rely on them. */
export const EXIT = { fine: 0, findings: 1, usage: 2, data: 3, fault: 70, interrupted: 130 } as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The command was not called as it can be. */
export class UsageError extends Error {
  readonly words: Names;
  readonly mend: Names | undefined;

  constructor(words: Names, mend?: Names) {
    super(words.zh);
    this.words = words;
    this.mend = mend;
  }
}

/** Findings that leave nothing to go on with. */
export class Stopped extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly exit: Exit;
  /** Texts of the files they are in, by path: for the excerpts. */
  readonly texts: Texts;

  constructor(diagnostics: readonly Diagnostic[], exit: Exit, texts: Texts = new Map()) {
    super(diagnostics.map((d) => d.code).join(" "));
    this.diagnostics = diagnostics;
    this.exit = exit;
    this.texts = texts;
  }
}
