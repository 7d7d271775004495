/** Every method's own formula, by its id: `methods/<id>/reference.ts`. */
import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AnyReference } from "./oracle/standards.ts";

const METHODS = join(import.meta.dirname, "../../lang/src/methods");

/** Reads them from the folders, so that a new method is judged as soon as it has one. */
export async function loadReferences(): Promise<ReadonlyMap<string, AnyReference>> {
  const found = new Map<string, AnyReference>();
  for (const file of globSync(join(METHODS, "*/reference.ts")).toSorted()) {
    found.set(basename(dirname(file)), (await import(pathToFileURL(file).href)) as AnyReference);
  }
  return found;
}

/** The folders that have no reference.ts. */
export function withoutReference(): readonly string[] {
  const folders = globSync(join(METHODS, "*/index.ts")).map((file) => dirname(file));
  const done = new Set(globSync(join(METHODS, "*/reference.ts")).map((file) => dirname(file)));
  return folders.filter((folder) => !done.has(folder)).map((folder) => basename(folder));
}
