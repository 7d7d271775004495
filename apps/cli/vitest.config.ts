import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["@heng/source", "node", "import", "default"] } },
  test: {
    include: ["test/**/*.test.ts"],
    // Most tests start the program, some many times.
    testTimeout: 60_000,
    globalSetup: ["test/cli/build.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest-report.json" },
  },
});
