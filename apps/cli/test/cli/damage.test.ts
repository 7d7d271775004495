import { describe, expect, it } from "vitest";
import { spawnSync } from "node:child_process";
import { CLI, SMALL, emptyFolder } from "./heng.ts";

/** The same numbers every time: a generator by Lehmer. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647);
}

const ROUNDS = 60;

describe("a rule file with a damaged byte", () => {
  const folder = emptyFolder();
  const bytes = Buffer.from(SMALL);
  const next = numbers(20220407);

  it("never makes the program fail", () => {
    // Many files for each start of the program: `check` takes any number.
    for (let batch = 0; batch < 4; batch += 1) {
      const names = Array.from({ length: ROUNDS }, (_, i) => {
        const damaged = Buffer.from(bytes);
        damaged[next() % damaged.length] = next() % 256;
        const name = `${batch}-${i}.heng`;
        folder.write(name, damaged);
        return name;
      });
      for (const words of [
        ["check", ...names],
        ["check", "--json", ...names],
        ["fmt", "--check", ...names],
      ]) {
        const { code, err } = folder.heng(...words);
        expect([0, 1, 2, 3], `${words[0]} of batch ${batch}: ${err}`).toContain(code);
      }
    }
  });

  it("cut anywhere, scores or says why not", () => {
    folder.write("data.json", `{"支出":"86万元","预算":"100万元","人数":"80人"}`);
    for (let i = 0; i < 12; i += 1) {
      const input = bytes.subarray(0, next() % bytes.length);
      const ran = spawnSync(process.execPath, [CLI, "score", "-", "data.json"], { cwd: folder.path, input });
      expect([0, 2, 3]).toContain(ran.status);
    }
  });
});
