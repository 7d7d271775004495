/** Random amendments of random rule files: a resolved year means what the file edited by hand does, and loses no comment. */
import { compile, format, resolve, type Program, type Range } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { rounds, SEED } from "../src/fuzz.ts";
import { amend } from "../src/generate/amendments.ts";
import { generateRules } from "../src/generate/rules.ts";
import { generateFile, include } from "../src/generate/unkempt.ts";
import { mutate } from "../src/mutate.ts";
import { commentsOf } from "../src/printed.ts";
import { Random } from "../src/random.ts";

const FILES = rounds(60);

/** Keys that hold an identity. */
const IDS = new Set(["id", "definition", "indicator", "field", "name"]);

/** What a program means, with the identities that the same file would have without its past. */
function meaning(program: Program | undefined, identities: ReadonlyMap<string, string>): string {
  const now = new Map(Array.from(identities, ([path, id]) => [id, path]));
  const renamed = (value: string): string => {
    const [id = "", ...rest] = value.split("#");
    return [now.get(id) ?? id, ...rest].join("#");
  };
  return JSON.stringify(program, (key, value: unknown) => {
    if (key === "origin" || key === "file" || key === "formerly") return undefined;
    if (typeof value === "string" && IDS.has(key)) return renamed(value);
    if (typeof value === "bigint") return `${value}n`;
    if (value instanceof Map) return [...(value as Map<string, unknown>)].map(([k, v]) => [renamed(k), v]);
    return value;
  });
}

function each(one: (seed: number) => void): void {
  for (let seed = SEED; seed < SEED + FILES; seed += 1) {
    try {
      one(seed);
    } catch (error) {
      throw new Error(`HENG_SEED=${seed}: ${error instanceof Error ? error.message : ""}`, { cause: error });
    }
  }
}

describe.each([
  ["tidy", (seed: number) => generateRules(seed).text],
  ["unkempt", (seed: number) => generateFile(seed).text],
])("amendments of %s files", (_, generated) => {
  it("mean what the file edited by hand means", () => {
    let compared = 0;
    each((seed) => {
      const base = generated(seed);
      const { amendment, edited, identities } = amend(base, new Random(seed));
      const inherit = () => ({ file: "2022.heng", text: base });
      const year = { file: "2023.heng", text: amendment };
      const amended = compile(year, { inherit, include });
      const byHand = compile({ file: "手改.heng", text: edited }, { include });
      const codes = (of: typeof amended): readonly string[] =>
        of.diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ code }) => code)
          .toSorted();
      // Brackets over several lines are matched by indentation too, which goes when statements are put together anew.
      if (codes(byHand).some((code) => code.startsWith("H10"))) return;
      expect(codes(amended), amendment).toEqual(codes(byHand));
      if (!byHand.program) return;
      compared += 1;
      expect(meaning(amended.program, identities), amendment).toBe(meaning(byHand.program, new Map()));
      // The whole, printed, means the same once more, and is as it should be.
      const { text = "" } = resolve(year, { inherit, include }).whole ?? {};
      const whole = compile({ file: "全文.heng", text }, { include });
      expect(meaning(whole.program, new Map()), amendment).toBe(meaning(byHand.program, new Map()));
      expect(format({ file: "全文.heng", text }).text).toBe(text);
      const kept = commentsOf(whole.tree);
      for (const comment of commentsOf(amended.tree)) expect(kept, text).toContain(comment);
    });
    expect(compared).toBeGreaterThan(FILES / 3);
  });
});

/** Each change of a file in turn, as people slip and as programs damage. */
describe("damaged amendments", () => {
  const inside = (range: Range | undefined, files: ReadonlyMap<string, string>): boolean =>
    !range ||
    (range.start >= 0 && range.end >= range.start && range.end <= (files.get(range.file)?.length ?? -1));

  it("give findings with places in the files, and fixes of their own file, never an exception", () => {
    let found = 0;
    each((seed) => {
      const random = new Random(seed);
      const base = generateRules(seed).text;
      const texts = [base, amend(base, random).amendment];
      const which = random.once(4) ? 0 : 1;
      texts[which] = mutate(texts[which] ?? "", random);
      const [before = "", text = ""] = texts;
      const files = new Map([
        ["2022.heng", before],
        ["2023.heng", text],
      ]);
      const options = {
        inherit: (year: string) => (year === "2022" ? { file: "2022.heng", text: before } : undefined),
        include,
      };
      const { program, diagnostics } = compile({ file: "2023.heng", text }, options);
      resolve({ file: "2023.heng", text }, options);
      expect(program === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      for (const { code, range, related, fixes } of diagnostics) {
        found += 1;
        for (const at of [range, ...related.map((other) => other.range)])
          expect(inside(at, files), `${code} ${JSON.stringify(at)}`).toBe(true);
        for (const { edits } of fixes)
          for (const edit of edits) {
            expect(edit.file, code).toBe("2023.heng");
            expect(inside(edit, files), code).toBe(true);
          }
      }
    });
    expect(found).toBeGreaterThan(FILES / 4);
  });
});
