/** The tutorial, followed to the letter: what it says to write is written, what it says to type is run, what it shows appears. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder } from "./heng.ts";
import { stepsOf } from "./walkthrough.ts";

const PAGE = readFileSync(new URL("../../../../docs/tutorial/README.md", import.meta.url), "utf8");

it("shows what whoever follows the tutorial sees", () => {
  const folder = emptyFolder();
  const read = (file: string): string => readFileSync(join(folder.path, file), "utf8");
  /** The rule file that is being written, and the form that is being filled in. */
  let rules = "";
  let form = "";
  let ran = 0;
  for (const step of stepsOf(PAGE)) {
    switch (step.kind) {
      case "write":
        rules = step.file;
        folder.write(rules, step.text);
        break;
      case "append":
        expect(step.file).toBe(rules);
        folder.write(rules, `${read(rules)}\n${step.text}`);
        break;
      case "change": {
        const [before = "", after, ...more] = read(rules).split(step.from);
        expect([after, more], `${step.from} is there once`).toEqual([expect.any(String), []]);
        folder.write(rules, `${before}${step.to}${after}`);
        break;
      }
      case "fill": {
        const head = read(form).split(/\r?\n/)[0] ?? "";
        expect(step.columns.join(","), "the columns of the form").toBe(head.replace("\uFEFF", ""));
        folder.write(form, `${[head, ...step.rows.map((row) => row.join(","))].join("\r\n")}\r\n`);
        break;
      }
      case "print":
        expect(folder.heng("doc", rules).out).toContain(step.sentence);
        break;
      case "run": {
        const { out, err } = folder.heng(...step.words);
        if (step.into !== undefined) {
          form = step.into;
          folder.write(form, out);
        }
        const seen = step.into === undefined ? `${out}${err}` : err;
        expect(seen.trimEnd(), `heng ${step.words.join(" ")}`).toBe(step.shown);
        ran += 1;
        break;
      }
    }
  }
  expect(ran, "commands run").toBeGreaterThan(0);
});
