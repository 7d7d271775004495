import { defineConfig } from "vitest/config";

// `pnpm fuzz` (mode fuzz) tries as many pairs and mutations; HENG_FUZZ says otherwise.
const FUZZ = "100000";

export default defineConfig(({ mode }) => ({
  ssr: { resolve: { conditions: ["@heng/source", "node", "import", "default"] } },
  test: {
    // Properties and fuzz take their time on a busy machine; no test asserts a time.
    testTimeout: 120_000,
    include: ["test/**/*.test.ts"],
    env: mode === "fuzz" ? { HENG_FUZZ: process.env["HENG_FUZZ"] ?? FUZZ } : {},
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest-report.json" },
  },
}));
