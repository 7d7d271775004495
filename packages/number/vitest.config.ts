import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["@heng/source", "node", "import", "default"] } },
  test: {
    include: ["test/**/*.test.ts"],
    // Ten thousand runs of a property take a second, but on a machine that is busy otherwise many.
    testTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest-report.json" },
  },
});
