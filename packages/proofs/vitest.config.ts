import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["@heng/source", "node", "import", "default"] } },
  test: {
    // Properties and fuzz take their time on a busy machine; no test asserts a time.
    testTimeout: 120_000,
    include: ["test/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest-report.json" },
  },
});
