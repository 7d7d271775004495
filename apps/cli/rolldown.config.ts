import { builtinModules } from "node:module";
import { defineConfig, type Plugin } from "rolldown";

/**
 * Start-up (`pnpm bench`, bar 8) is mostly reading code. Built-in modules are got when the code that imports them first
 * runs, not before `--version` is answered; commander's child_process, for commands in files of their own, never.
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

/** The file is a script, but lies in a folder of modules; as a script it starts sooner. */
const asScript: Plugin = {
  name: "as-script",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
  },
};

export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [lazyBuiltins, asScript],
  resolve: { conditionNames: ["@heng/source", "node", "import", "default"] },
  // Importing does nothing in this repository, so a module may wait until something in it is used.
  treeshake: {
    propertyReadSideEffects: false,
    moduleSideEffects: [{ test: /\/(?:packages|apps)\/[^/]+\/src\/(?!cli\.ts)/, sideEffects: false }],
  },
  // Modules are wrapped to be evaluated when first imported; with this hint all of them would be compiled at once.
  optimization: { pifeForModuleWrappers: false },
  output: {
    dir: "dist",
    // One file, one function: V8 compiles it in half the time of a module's scope, and it runs wherever it is copied.
    format: "iife",
    codeSplitting: false,
    cleanDir: true,
    comments: { legal: true, jsdoc: false, annotation: false },
    minify: true,
    // `node --enable-source-maps dist/cli.js … --debug` gives stack traces that can be read.
    sourcemap: true,
  },
});
