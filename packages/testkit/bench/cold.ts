/** Bar 8: how soon the built command line answers from cold. Least of many: nothing makes a start faster than it is. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Filing } from "@heng/engine";
import { atMost, type Bar } from "./measure.ts";
import { workloadLeaves, workloadRow, workloadRules } from "./workload.ts";
import { exact, written } from "../src/exact.ts";
import { Random } from "../src/random.ts";

const CLI = join(import.meta.dirname, "../../../apps/cli/dist/cli.js");
const STARTS = 25;

export function coldBars(): readonly Bar[] {
  if (!existsSync(CLI))
    return [{ name: "8 cold start", figure: "not built (turbo run build)", limit: "", holds: false }];
  const folder = mkdtempSync(join(tmpdir(), "heng-bench-"));
  try {
    const leaves = workloadLeaves(60);
    const rules = join(folder, "60.heng");
    const data = join(folder, "60.json");
    writeFileSync(rules, workloadRules(leaves));
    writeFileSync(data, JSON.stringify(filed(workloadRow(leaves, new Random(1)).filing)));
    const commands = {
      node: ["-e", "0"],
      version: [CLI, "--version"],
      check: [CLI, "check", rules],
      score: [CLI, "score", rules, data, "--explain"],
    };
    const least = new Map<string, number>();
    for (let i = 0; i < STARTS; i += 1) {
      for (const [name, args] of Object.entries(commands)) {
        const before = process.hrtime.bigint();
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
        const took = Number(process.hrtime.bigint() - before) / 1e6;
        if (status !== 0)
          return [
            { name: `8 ${name}`, figure: `exit ${status}: ${stderr.slice(0, 80)}`, limit: "", holds: false },
          ];
        least.set(name, Math.min(took, least.get(name) ?? Infinity));
      }
    }
    const to = (name: string): number => (least.get(name) ?? Number.NaN) / (least.get("node") ?? Number.NaN);
    const empty = (least.get("node") ?? Number.NaN).toFixed(1);
    return [
      atMost(`8 --version to node -e 0 (${empty} ms)`, to("version"), 1.5, "×"),
      atMost("8 check of 60 leaves", to("check"), 3.2, "×"),
      atMost("8 first explained score", to("score"), 3.8, "×"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The filing as a unit sends it in, complete. Whole figures will do here: the bar is the way there. */
function filed({ values, texts }: Filing): object {
  const data: Record<string, unknown> = {};
  const judged: Record<string, { readonly score: string; readonly reason: string | undefined }> = {};
  for (const [name, datum] of values) {
    if (datum.kind !== "value") continue;
    const { value } = datum;
    if (value.kind === "checklist") data[name] = Object.fromEntries(value.met);
    else if (value.kind === "qualitative") {
      data[name] = `${value.grade} ${written(exact(value.share.n * 100n, value.share.d), 2)}%`;
    } else if (value.kind === "figure") {
      const whole = `${value.value.n / value.value.d + (name.startsWith("计划") ? 1n : 0n)}`;
      if (name.includes("/")) judged[name] = { score: whole, reason: texts.get(name) };
      else data[name] = whole;
    } else data[name] = value.value;
  }
  return { schema: "heng.filing/1", year: "2022", data, judged };
}
