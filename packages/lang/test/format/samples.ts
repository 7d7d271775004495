import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A text of rules, and where it is from. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}

/** The rule sets of the repository. */
export function ruleFiles(): Sample[] {
  return filesUnder("rules/2022", ".heng").map((name) => ({ name, text: readFileSync(ROOT + name, "utf8") }));
}

/** The rules in the pages and fixtures of methods and diagnostics. */
export function fixtureBlocks(): Sample[] {
  return filesUnder("packages/lang/src", ".md").flatMap((name) =>
    Array.from(
      readFileSync(ROOT + name, "utf8").matchAll(/^```heng[^\n]*\n(.*?)^```/gms),
      ([, text = ""], index) => ({
        name: `${name} ${index + 1}`,
        text,
      }),
    ),
  );
}

/** A sequence of numbers that is the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
