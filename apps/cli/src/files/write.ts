/** Writes files in one step: a temporary file beside it, then a rename. Whatever fails, an old file is whole. */
import { diagnose, type Diagnostic } from "@heng/lang";
import { link, lstat, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { H4110 } from "./H4110-not-written/index.ts";
import { causeOf, STDIN } from "./read.ts";

/** Writes `text` over `path` if it still holds the bytes `was`; nothing is written through a link. */
export async function replaceFile(
  path: string,
  was: Uint8Array,
  text: string,
): Promise<Diagnostic | undefined> {
  try {
    if ((await lstat(path)).isSymbolicLink()) return refused(path, "link");
    const target = await realpath(path);
    const { mode } = await stat(target);
    const same = async (): Promise<boolean> => Buffer.from(was).equals(await readFile(target));
    return (await inOneStep(target, text, mode, same)) ? undefined : refused(path, "changed");
  } catch (error) {
    return refused(path, causeOf(error));
  }
}

/**
 * Writes a file that is made anew, or takes the place of another, and says which. Nothing is written through a link, or
 * over one of `inputs`.
 */
export async function createFile(
  path: string,
  content: string | Uint8Array,
  inputs: readonly string[],
): Promise<{ readonly replaced: boolean } | { readonly problem: Diagnostic }> {
  try {
    const there = await lstat(path).catch((error: unknown) => {
      if (causeOf(error) === "ENOENT") return undefined;
      throw error;
    });
    if (there?.isSymbolicLink()) return { problem: refused(path, "link") };
    if (there && !there.isFile()) return { problem: refused(path, "notAFile") };
    const folder = await realpath(dirname(path));
    const target = join(folder, basename(path));
    for (const input of inputs.filter((name) => name !== STDIN))
      if (there && (await realpath(input)) === (await realpath(target)))
        return { problem: refused(path, "input") };
    await inOneStep(target, content, there?.mode ?? NEW_FILE);
    return { replaced: there !== undefined };
  } catch (error) {
    return { problem: refused(path, causeOf(error)) };
  }
}

/** Writes a file that is not there yet, in one step; one that is stays as it is. */
export async function addFile(path: string, content: string): Promise<Diagnostic | undefined> {
  try {
    // Unlike a rename, a link never takes the place of another file.
    await withTemporary(path, content, NEW_FILE, (temporary) => link(temporary, path));
    return undefined;
  } catch (error) {
    const cause = causeOf(error);
    return refused(path, cause === "EEXIST" ? "exists" : cause);
  }
}

/** Read and write for everybody, less what the user's mask forbids. */
const NEW_FILE = 0o666;

function refused(path: string, cause: string): Diagnostic {
  return diagnose(H4110, { path, cause }, { place: { file: path } });
}

/** Writes beside `target` and renames, if it `may` still be replaced then; whether it was. */
function inOneStep(
  target: string,
  content: string | Uint8Array,
  mode: number,
  may: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  return withTemporary(target, content, mode, async (temporary) => {
    if (!(await may())) return false;
    await renamePatiently(temporary, target);
    return true;
  });
}

/** Writes a temporary file beside `target`, puts it where it belongs, and leaves nothing of it. */
async function withTemporary<T>(
  target: string,
  content: string | Uint8Array,
  mode: number,
  put: (temporary: string) => Promise<T>,
): Promise<T> {
  let temporary: string | undefined;
  try {
    const name = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const handle = await open(name, "wx", mode);
    temporary = name;
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await put(name);
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true });
  }
}

/** On Windows a virus scanner or an editor may hold a file for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === 5 || !["EPERM", "EBUSY", "EACCES"].includes(causeOf(error))) throw error;
      await wait(20 * attempt);
    }
  }
}
