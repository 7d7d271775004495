/** Builds the command line once for all tests: what is tested is the one file that is shipped. */
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import config from "../../rolldown.config.ts";

export const OUTPUT = fileURLToPath(new URL("../../node_modules/.cache/heng-cli/", import.meta.url));

export default async function setup(): Promise<void> {
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const options = Array.isArray(config) ? undefined : config;
  if (!options || Array.isArray(options.output)) throw new Error("one output is expected");
  await build({ ...options, cwd, output: { ...options.output, dir: OUTPUT } });
}
