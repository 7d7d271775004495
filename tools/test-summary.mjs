// Runs every package's tests, sums their vitest reports, and ends with the one line a reader, or a CI, looks for.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const reports = () => globSync("{packages,apps}/*/node_modules/.cache/vitest-report.json", { cwd: root });

// turbo brings back the reports of what it need not run; one left from before would count tests that did not run.
for (const file of reports()) rmSync(join(root, file));
const { status } = spawnSync("turbo", ["run", "test", "--continue", "--output-logs=errors-only"], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of reports()) {
  const report = JSON.parse(readFileSync(join(root, file), "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = passed === 0 || failed > 0 ? 1 : (status ?? 1);
