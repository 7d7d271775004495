/** The standard streams when what is said does not arrive. */
import type { Names } from "@heng/lang";
import { EXIT } from "../problems.ts";

/**
 * A reader that has seen enough (`heng … | head`) is no fault: the rest is not written, and the exit code is what it
 * would have been, so that a script with `pipefail` learns of what was found. A full disk is a problem of a file.
 */
export function watch(stream: NodeJS.WriteStream, lang: keyof Names): void {
  stream.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
    // EOF is what Windows calls it.
    if (code === "EPIPE" || code === "EOF") return;
    const said = { zh: `错误：输出写不完（${code}）`, en: `error: the output cannot be written (${code})` };
    process.stderr.write(`${said[lang]}\n`);
    process.exit(EXIT.data);
  });
}

/** Writes while somebody reads; whether somebody does. */
export function write(stream: NodeJS.WriteStream, text: string): boolean {
  if (stream.writable) stream.write(text);
  return stream.writable;
}
