/** Whole rule sets, from their text: their own 案例 hold. */
import { globSync, readFileSync } from "node:fs";
import { compile } from "@heng/lang";
import { expect, test } from "vitest";
import { runScenario } from "../src/index.ts";

const root = new URL("../../../", import.meta.url);

test.each(globSync("rules/*/*.heng", { cwd: root }).toSorted())("%s", (file) => {
  const { program, diagnostics } = compile({ file, text: readFileSync(new URL(file, root), "utf8") });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (program === undefined) throw new Error("It does not compile");
  for (const scenario of program.scenarios) {
    const outcome = runScenario(program, scenario);
    expect(outcome.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(outcome.holds).toBe(true);
  }
});
