/**
 * Builds `cli.js`, the command line in one file, and beside it what only makes it faster or easier to debug
 * (docs/decisions/0010): start-up is mostly reading code (`pnpm bench`, bar 8).
 *
 * The file starts with a few lines that answer `--version` and fetch the program; the program itself follows as comment
 * lines, which Node passes over until it is asked for. `cli-<hash>.cache` has it in compiled form for the Node that built
 * it; without it, or in another Node, it is compiled as it is used.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { rolldown, type InputOptions, type OutputChunk, type OutputOptions, type Plugin } from "rolldown";
import { asComment } from "./carried.ts";

const HERE = import.meta.dirname;
const CARRIED = "\0carried";

/**
 * Built-in modules are got when the code that imports them first runs; commander's child_process, for commands in files
 * of their own, never.
 */
const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId: (id) =>
    builtinModules.includes(id.replace(/^node:/, "")) ? `\0${id.replace(/^node:/, "")}` : null,
  load(id) {
    const name = id.slice(1);
    if (!id.startsWith("\0") || !builtinModules.includes(name)) return null;
    if (name === "child_process") return "export default {};";
    const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((key) => key !== "default");
    const code = [
      `const builtin = process.getBuiltinModule("node:${name}");`,
      "export default builtin;",
      ...names.map((key) => `export const ${key} = builtin.${key};`),
    ];
    return { code: code.join("\n"), moduleSideEffects: false };
  },
};

/** In the file that starts, `run.ts` is what the file carries. */
const runIsCarried = (cache: string): Plugin => ({
  name: "run-is-carried",
  resolveId: (id) => (id === "./run.ts" ? CARRIED : null),
  load: (id) =>
    id === CARRIED
      ? [
          `import { dirname, join } from "node:path";`,
          `import { carriedScript } from ${JSON.stringify(join(HERE, "carried.ts"))};`,
          // In a folder of modules it is one, and has no __filename.
          `const file = typeof __filename === "string" ? __filename : process.argv[1];`,
          `const cache = join(dirname(file), ${JSON.stringify(cache)});`,
          // The text of the function is at hand: the file need not be read again.
          `const script = carriedScript(heng.toString(), file, cache);`,
          `export const { run } = script.runInThisContext();`,
        ].join("\n")
      : null,
});

async function chunk(input: string, plugins: readonly Plugin[], output: OutputOptions): Promise<OutputChunk> {
  const options: InputOptions = {
    input: join(HERE, input),
    platform: "node",
    plugins: [...plugins, lazyBuiltins],
    resolve: { conditionNames: ["@heng/source", "node", "import", "default"] },
    // Importing does nothing in this repository, so a module may wait until something in it is used.
    treeshake: {
      propertyReadSideEffects: false,
      moduleSideEffects: [{ test: /\/(?:packages|apps)\/[^/]+\/src\/(?!cli\.ts)/, sideEffects: false }],
    },
    // Modules are wrapped to be evaluated when first imported; with this hint all of them would be compiled at once.
    optimization: { pifeForModuleWrappers: false },
  };
  const build = await rolldown(options);
  const { output: made } = await build.generate({
    // One function: V8 compiles it in half the time of a module's scope, and it runs wherever it is copied.
    format: "iife",
    codeSplitting: false,
    comments: { legal: true, jsdoc: false, annotation: false },
    minify: true,
    ...output,
  });
  return made[0];
}

/**
 * A program without a character beyond ASCII: V8 keeps such a text in one byte a character, and Node reads it in half the
 * time. In strings, patterns and names an escape is the character itself; in raw templates it is not.
 */
function ascii(code: string): string {
  if (/\braw`[^`]*[^\0-\x7f]/.test(code)) throw new Error("A raw template has characters beyond ASCII");
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return code.replaceAll(/[^\0-\x7f]/g, escaped);
}

/** Builds the command line into a folder, which is emptied before. */
export async function bundle(folder: string): Promise<void> {
  const program = await chunk("../src/run.ts", [], { name: "program", sourcemap: true });
  const code = ascii(`${program.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "").trimEnd()}\nprogram;\n`);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const cache = `cli-${hash}.cache`;
  const start = await chunk("../src/cli.ts", [runIsCarried(cache)], {});
  const [shebang, ...lines] = ascii(start.code).trimEnd().split("\n");

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "cli.js");
  const carrier = `(function heng(){${lines.join("\n")}${asComment(code)}})`;
  writeFileSync(file, `${shebang}\n${carrier}();\n//# sourceMappingURL=cli.js.map\n`);
  // `node --enable-source-maps dist/cli.js … --debug` gives stack traces that can be read.
  writeFileSync(`${file}.map`, program.map?.toString() ?? "");
  // The file is a script, but lies in a folder of modules; as a script it starts sooner.
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  const warming = [join(HERE, "warm.ts"), file, join(folder, cache)];
  const { status, stderr } = spawnSync(process.execPath, warming, { encoding: "utf8" });
  // Without it the program only starts more slowly.
  if (status !== 0) process.stderr.write(`The program is not compiled ahead:\n${stderr}`);
}
