/** Replaces a file in one step: a temporary file beside it, then a rename. Whatever fails, the old file is whole. */
import { diagnose, type Diagnostic } from "@heng/lang";
import { lstat, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { H4110 } from "./H4110-not-written/index.ts";
import { causeOf } from "./read.ts";

/** Writes `text` over `path` if it still holds the bytes `was`; nothing is written through a link. */
export async function replaceFile(
  path: string,
  was: Uint8Array,
  text: string,
): Promise<Diagnostic | undefined> {
  let temporary: string | undefined;
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      return diagnose(H4110, { path, cause: "link" }, { place: { file: path } });
    }
    const target = await realpath(path);
    const { mode } = await stat(target);
    const name = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const handle = await open(name, "wx", mode);
    temporary = name;
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!Buffer.from(was).equals(await readFile(target))) {
      return diagnose(H4110, { path, cause: "changed" }, { place: { file: path } });
    }
    await renamePatiently(name, target);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return diagnose(H4110, { path, cause: causeOf(error) }, { place: { file: path } });
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true });
  }
}

/** Writes a file that is made anew, or takes the place of another. */
export async function createFile(path: string, text: string): Promise<Diagnostic | undefined> {
  const name = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(name, text, { encoding: "utf8", flag: "wx" });
    await renamePatiently(name, path);
    return undefined;
  } catch (error) {
    return diagnose(H4110, { path, cause: causeOf(error) }, { place: { file: path } });
  } finally {
    await rm(name, { force: true });
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
