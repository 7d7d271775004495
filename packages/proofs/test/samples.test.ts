import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "@heng/lang";
import { prove } from "../src/index.ts";

const rules = join(import.meta.dirname, "../../../rules/2022");

describe.each(["department.heng", "project.heng"])("the sample %s", (name) => {
  const { program } = compile({ file: name, text: readFileSync(join(rules, name), "utf8") });
  it("has no finding and can give all of its 100 points", () => {
    const proofs = program && prove(program);
    expect(proofs?.diagnostics).toEqual([]);
    expect(proofs && proofs.highest.n / proofs.highest.d).toBe(100n);
  });
});
