/** Whole rule sets, from their text: their own 案例 hold. */
import { globSync, readFileSync } from "node:fs";
import { compile } from "@heng/lang";
import { expect, test } from "vitest";
import { runScenario } from "../src/index.ts";

const root = new URL("../../../", import.meta.url);

test.each(globSync("rules/*/*.heng", { cwd: root }).toSorted())("%s", (file) => {
  const read = (path: string) => ({ file: path, text: readFileSync(new URL(path, root), "utf8") });
  const { program, diagnostics } = compile(read(file), {
    inherit: (year, from) => read(from.replace(/\d{4}/, year)),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (program === undefined) throw new Error("It does not compile");
  for (const scenario of program.scenarios) {
    const outcome = runScenario(program, scenario);
    expect(outcome.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(outcome.holds).toBe(true);
  }
});
