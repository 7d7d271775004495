import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["@heng/source", "node", "import", "default"] } },
  test: {
    include: ["test/**/*.test.ts"],
    // A browser starts for each page that is opened.
    testTimeout: 60_000,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest-report.json" },
  },
});
