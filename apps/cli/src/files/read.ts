/** Reads files whole and within limits. With write.ts, the only place that touches the disk. */
import { diagnose, type Diagnostic } from "@heng/lang";
import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import { nearest } from "@heng/lang/nearest";
import { H4101 } from "./H4101-not-found/index.ts";
import { H4102 } from "./H4102-folder/index.ts";
import { H4103 } from "./H4103-no-permission/index.ts";
import { H4104 } from "./H4104-too-big/index.ts";
import { H4105 } from "./H4105-not-readable/index.ts";

export const STDIN = "-";

export type Read = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(path: string, limit: number): Promise<Read> {
  try {
    if (path === STDIN) return await gather(path, process.stdin, limit);
    // In one go, for the promises of the file system take longer to load than most files to be read.
    const file = openSync(path, "r");
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) return { problem: isFolder(path) };
      if (stat.isFile() && stat.size > limit) return { problem: tooBig(path, limit) };
      // A pipe or a device has no size: counted while it is read.
      return await gather(path, chunksOf(file, stat.size), limit);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: unreadable(path, error) };
  }
}

const CHUNK = 65_536;

/** What is read of an open file until its end; `size`: how much it probably is. */
function* chunksOf(file: number, size: number): Generator<Uint8Array> {
  // One byte more than there is, so that the end of a file of known size is seen at once.
  for (let room = Math.max(CHUNK, size + 1); ; room = CHUNK) {
    const chunk = new Uint8Array(room);
    const length = readSync(file, chunk);
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}

async function gather(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Read> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return { problem: tooBig(path, limit) };
    parts.push(chunk);
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** Files of a folder that are offered instead of it. */
const OFFERED = 3;

function isFolder(path: string): Diagnostic {
  const files = list(path).filter((name) => /\.(?:heng|json|csv)$/i.test(name));
  const offered = files.slice(0, OFFERED).map((name) => join(path, name).replaceAll(sep, "/"));
  return diagnose(H4102, { path, files: offered }, { place: { file: path } });
}

function tooBig(path: string, limit: number): Diagnostic {
  return diagnose(H4104, { path, limit }, { place: { file: path } });
}

/** The finding for an error of the operating system. */
function unreadable(path: string, error: unknown): Diagnostic {
  const cause = causeOf(error);
  const place = { file: path };
  switch (cause) {
    case "ENOENT":
    case "ENOTDIR":
      return diagnose(H4101, { path, near: filesNear(path) }, { place });
    case "EISDIR":
      return isFolder(path);
    case "EACCES":
    case "EPERM":
      return diagnose(H4103, { path }, { place });
    default:
      return diagnose(H4105, { path, cause }, { place });
  }
}

/** The system's code of an error; anything else is a bug and goes on. */
export function causeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

/** Files of the folder whose names, without extension, are like the one asked for. */
function filesNear(path: string): readonly string[] {
  const stem = (name: string): string => basename(name, extname(name));
  const prefix = path.slice(0, path.length - basename(path).length);
  // A link that leads nowhere has the very name.
  const names = list(dirname(path)).filter((name) => name !== basename(path));
  return nearest(stem(path), names.map(stem)).flatMap((near) =>
    names.filter((name) => stem(name) === near).map((name) => prefix + name),
  );
}

/** Names in a folder, by code unit; none when it cannot be listed. */
export function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    causeOf(error);
    return [];
  }
}
