/** The program that `dist/cli.js` carries within its first function, as comment lines. */
import { readFileSync } from "node:fs";
import { Script } from "node:vm";

/** Stands before the program. As a pattern it does not find itself in the code that looks for it. */
const FIRST = /\n\/\/program of heng\n\/\//;

/** A program as the comment lines that end the body of a function. */
export function asComment(code: string): string {
  // A comment ends at any of these, so that what follows would be run at once.
  if (/[\r\u2028\u2029]/.test(code)) throw new Error("The program has line ends that a comment cannot carry");
  return `\n//program of heng\n//${code.trimEnd().replaceAll("\n", "\n//")}\n`;
}

/**
 * The program that a function carries, to be run as `file`. `cache` has it in compiled form; what does not fit this Node
 * is passed over, and the program is compiled as it is used.
 */
export function carriedScript(carrier: string, file: string, cache?: string): Script {
  const before = FIRST.exec(carrier);
  if (before === null) throw new Error("The function carries no program");
  const lines = carrier.slice(before.index + before[0].length, carrier.lastIndexOf("\n"));
  const code = lines.replaceAll("\n//", "\n");
  return new Script(code, { filename: file, cachedData: cache === undefined ? undefined : compiled(cache) });
}

function compiled(cache: string): Buffer | undefined {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}
