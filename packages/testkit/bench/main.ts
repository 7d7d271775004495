/**
 * `pnpm bench`: the bars that this repository promises, each with its figure, and exit 1 when one is exceeded.
 * `--full` judges 2.8 million leaf evaluations instead of 280,000; `--peers` installs and measures other engines;
 * `--only 7` runs one bar.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { checkBars } from "./check.ts";
import { coldBars } from "./cold.ts";
import { exactBar } from "./exact.ts";
import type { Bar } from "./measure.ts";
import { peerBars, speedOfExplaining } from "./peers.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const bars: readonly (readonly [string, () => Promise<readonly Bar[]> | readonly Bar[]])[] = [
  ["1", () => [exactBar(values.full ? 2_800_000 : 280_000)]],
  ["3", () => (values.peers ? peerBars() : speedOfExplaining())],
  ["7", checkBars],
  ["8", coldBars],
];

let exceeded = false;
if (values.only === undefined) {
  // Each in a process of its own: what the compiler has learnt of one is no part of another.
  console.log("bar | figure | limit | verdict");
  for (const [number] of bars) {
    const own = [...process.execArgv, process.argv[1] ?? "", ...process.argv.slice(2), "--only", number];
    const { status } = spawnSync(process.execPath, own, { stdio: ["ignore", "inherit", "inherit"] });
    exceeded ||= status !== 0;
  }
} else
  for (const [number, run] of bars) {
    if (values.only !== number) continue;
    for (const { name, figure, limit, holds } of await run()) {
      exceeded ||= !holds;
      console.log(`${name} | ${figure} | ${limit} | ${holds ? "holds" : "EXCEEDED"}`);
    }
  }
if (!values.peers && values.only === undefined) console.log("3 against other engines: pnpm bench --peers");
process.exitCode = exceeded ? 1 : 0;
