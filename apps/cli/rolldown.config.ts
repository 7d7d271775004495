import { defineConfig } from "rolldown";

export default defineConfig({
  input: { cli: "src/cli.ts" },
  platform: "node",
  resolve: { conditionNames: ["@heng/source", "node", "import", "default"] },
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    // One file, so that it runs from wherever it is copied; whitespace stays so that stack traces can be read.
    codeSplitting: false,
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: false } },
  },
});
