/** Reads the filings of a data file. */
import type { Filing } from "@heng/engine";
import { DATA_LIMITS, readCsvFilings, readJsonFilings } from "@heng/forms";
import { diagnose, linesOf, type Diagnostic, type Lines, type Program } from "@heng/lang";
import { decodeText } from "@heng/office";
import { extname } from "node:path";
import { H4108 } from "./H4108-unknown-kind/index.ts";
import { filedAs } from "./kinds.ts";
import { STDIN, readBytes } from "./read.ts";

/** A data file whose bytes are here; what is in it depends on the rule set. */
export interface DataFile {
  readonly path: string;
  readonly kind: "json" | "csv";
  readonly bytes: Uint8Array;
}

export interface DataRead {
  readonly filings: readonly Filing[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readData(path: string): Promise<DataFile | { readonly problem: Diagnostic }> {
  const known = filedAs(path);
  // Standard input and what a shell passes as /dev/fd/63 have no extension.
  if (known === "office" || (known === undefined && path !== STDIN && extname(path) !== ""))
    return { problem: diagnose(H4108, { path, later: known === "office" }, { place: { file: path } }) };
  const read = await readBytes(path, DATA_LIMITS.jsonBytes);
  if ("problem" in read) return read;
  return { path, kind: known ?? sniff(read.bytes), bytes: read.bytes };
}

export function filingsOf(file: DataFile, program: Program): DataRead {
  const read = file.kind === "json" ? readJsonFilings : readCsvFilings;
  return read(file.bytes, program, file.path);
}

/** JSON begins with a bracket. */
function sniff(bytes: Uint8Array): "json" | "csv" {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return start.startsWith("{") || start.startsWith("[") ? "json" : "csv";
}

/** The text of a data file, to show where findings are; empty when it has none. */
export function textOf(file: DataFile): Lines {
  const decoded = decodeText(file.bytes);
  return linesOf(decoded.ok ? decoded.text : "");
}
