/** Builds the command line once for all tests: what is tested is the one file that is shipped. */
import { fileURLToPath } from "node:url";
import { bundle } from "../../build/bundle.ts";

export const OUTPUT = fileURLToPath(new URL("../../node_modules/.cache/heng-cli/", import.meta.url));

export default async function setup(): Promise<void> {
  await bundle(OUTPUT);
}
