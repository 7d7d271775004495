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

/**
 * One function instead of a module's scope: V8 compiles a megabyte of it in half the time, and the file is a script and
 * a module alike, so that no package.json need stand beside it.
 */
const oneFunction: Plugin = {
  name: "one-function",
  renderChunk(code) {
    const body = code.replace(/^#!.*\n/, "").replace(/^export *\{ *\};?$/m, "");
    const [left] = /^(?:import|export)\b.*/m.exec(body) ?? [];
    if (left !== undefined) this.error(`the bundle is more than one function: ${left}`);
    // Beside the file, which is a module only by its folder: as a script it starts sooner.
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
    return `#!/usr/bin/env node\n(async () => {\n${body}\n})();\n`;
  },
};

export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  plugins: [lazyBuiltins, oneFunction],
  resolve: { conditionNames: ["@heng/source", "node", "import", "default"] },
  // Modules are wrapped to be evaluated when first imported; with this hint all of them would be compiled at once.
  // Importing does nothing in this repository, so a module may wait until something in it is used.
  treeshake: {
    propertyReadSideEffects: false,
    moduleSideEffects: [{ test: /\/(?:packages|apps)\/[^/]+\/src\/(?!cli\.ts)/, sideEffects: false }],
  },
  optimization: { pifeForModuleWrappers: false },
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    // One file, so that it runs from wherever it is copied; whitespace stays so that stack traces can be read.
    codeSplitting: false,
    comments: { legal: true, jsdoc: false, annotation: false },
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: false } },
  },
});
