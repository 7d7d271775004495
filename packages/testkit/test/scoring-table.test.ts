/**
 * The printed scoring table of random rule sets: whatever changes what is computed changes what is printed. A figure, a
 * sign or a word of a rule is changed; where the meaning is another, so is the print.
 */
import { programHash } from "@heng/engine";
import { htmlOf, markdownOf, scoringDocument, scoringTable } from "@heng/forms";
import { xlsxOf } from "@heng/forms/xlsx";
import { compile, type CompiledSource, type Group, type Leaf, type Program } from "@heng/lang";
import { describe, expect, it } from "vitest";
import { compileClean } from "../src/compile-clean.ts";
import { rounds, SEED } from "../src/fuzz.ts";
import { generateRules } from "../src/generate/rules.ts";
import { Random } from "../src/random.ts";

const RULE_SETS = rounds(60);
/** Changes of one rule set. */
const EACH = 8;

function printed(compiled: CompiledSource & { readonly program: Program }, lang: "zh" | "en"): string {
  return markdownOf(scoringDocument(scoringTable(compiled, lang)));
}

/** Words that people take for one another, in both spellings. */
const WORDS: readonly (readonly string[])[] = [
  ["每", "每满", "每不满"],
  ["each", "eachFull", "eachStarted"],
  ["反比", "线性"],
  ["inverse", "linear"],
  ["同正向", "较小比较大"],
  ["asAtLeast", "lesserOverGreater"],
  ["剔除", "折算", "满分", "零分"],
  ["redistribute", "rescale", "fullMarks", "zero"],
  ["且", "或"],
  ["and", "or"],
  ["超过", "低于", "偏离"],
  ["above", "below", "apart"],
  ["最大", "最小"],
  ["max", "min"],
  ["向下取整", "向上取整"],
  ["floor", "ceil"],
  ["加分项", "扣分项"],
  ["bonus", "penalty"],
  ["合计", "平均"],
  ["total", "average"],
  [">=", ">"],
  ["<=", "<"],
  ["+", "-"],
  ["[", "("],
  ["]", ")"],
];
const TOKEN = /"[^"\n]*"|“[^”\n]*”|「[^」\n]*」|\/\/.*|[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|[<>]=|./gu;

/** One token changed to another of its kind; undefined where the one drawn has no other. */
function changed(text: string, random: Random): string | undefined {
  const tokens = Array.from(text.matchAll(TOKEN));
  const drawn = random.pick(tokens);
  const [word] = drawn;
  // At an end that is left out it is all the same whether it belongs.
  if (/^[[(]\s*,|^,\s*[\])]/.test(text.slice(drawn.index - (/[\])]/.test(word) ? 2 : 0)).trimStart()))
    return undefined;
  const others = /^\d/.test(word)
    ? [word === "1" ? "2" : "1", `${word}5`, word.replace(/^\d/, (d) => (d === "3" ? "4" : "3"))]
    : (WORDS.find((family) => family.includes(word)) ?? []).filter((other) => other !== word);
  if (others.length === 0) return undefined;
  return text.slice(0, drawn.index) + random.pick(others) + text.slice(drawn.index + word.length);
}

/** The hash of what is computed: definitions that nothing uses are not, and a 加分项 left out is left out either way. */
function meaningOf(program: Program): string {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("node" in value && value.node === "use" && "definition" in value) {
      const id = String(value.definition);
      if (!used.has(id)) {
        used.add(id);
        visit(program.definitions.find((definition) => definition.id === id)?.of);
      }
    }
    for (const part of Object.values(value)) visit(part);
  };
  const { definitions, scenarios: _, ...rest } = program;
  visit(rest);
  return programHash({
    ...program,
    definitions: definitions.filter(({ id }) => used.has(id)),
    root: withoutCaps(program.root),
    extras: program.extras.map((extra) => ({
      ...extra,
      notApplicable: extra.notApplicable.map((rule) =>
        rule.as === "redistribute" ? { ...rule, as: "rescale" as const } : rule,
      ),
    })),
  });
}

/** 最高 is in the standard too, unless nothing there can reach it (a target of 0). */
function withoutCaps(group: Group): Group {
  const children = group.children.map((node) =>
    node.kind === "group" ? withoutCaps(node) : { ...node, upTo: node.points },
  );
  return { ...group, children };
}

/** The 末级指标 of a group, in order. */
function leavesOf(group: Group): readonly Leaf[] {
  return group.children.flatMap((node) => (node.kind === "group" ? leavesOf(node) : [node]));
}

describe("the scoring table of generated rule sets", () => {
  it("says whatever changes what is computed", { timeout: 36_000_000 }, () => {
    let compared = 0;
    const silent: string[] = [];
    for (let i = 0; i < RULE_SETS; i += 1) {
      const { text } = generateRules(SEED + i);
      const random = new Random(SEED + i);
      const compiled = compileClean(text);
      const [meaning, zh, en] = [
        meaningOf(compiled.program),
        printed(compiled, "zh"),
        printed(compiled, "en"),
      ];
      for (let tries = 0, done = 0; done < EACH && tries < EACH * 60; tries += 1) {
        const other = changed(text, random);
        if (other === undefined) continue;
        const { program, ...rest } = compile({ file: "规则.heng", text: other });
        if (!program || meaningOf(program) === meaning) continue;
        done += 1;
        compared += 1;
        for (const [lang, was] of [
          ["zh", zh],
          ["en", en],
        ] as const)
          if (printed({ ...rest, program }, lang) === was) {
            const at = Array.from(other).findIndex((c, n) => c !== Array.from(text)[n]);
            silent.push(
              `HENG_SEED=${SEED + i} ${lang}: ${text.slice(Math.max(0, at - 60), at + 30)} → ${other.slice(Math.max(0, at - 20), at + 20)}`,
            );
          }
      }
    }
    expect(silent).toEqual([]);
    expect(compared).toBeGreaterThan(RULE_SETS * 4);
  });

  it("has every indicator once, its cells cover the table once, and is the same twice", () => {
    for (let i = 0; i < RULE_SETS; i += 1) {
      const compiled = compileClean(generateRules(SEED + i).text);
      const { program } = compiled;
      const table = scoringTable(compiled, "zh");
      const leaves = [...leavesOf(program.root), ...program.extras];
      expect(table.rows.map(({ path }) => path)).toEqual(leaves.map(({ path }) => path));
      for (const row of table.rows) {
        expect(row.standard[0], `HENG_SEED=${SEED + i}`).toMatch(/。$/);
        // A word of the language of rules, or of the program, is no word of a table.
        expect(
          [...row.standard, ...row.describe, ...table.notes].join(),
          `HENG_SEED=${SEED + i}`,
        ).not.toMatch(/undefined|NaN|\[object|[<>]=|#value| [-×÷=] |四舍五入\(|变动率\(|最大\(/);
      }
      const document = scoringDocument(table);
      for (const { columns, rows } of document.tables) {
        const covered = new Set<string>();
        for (const [at, row] of rows.entries())
          for (const [column, cell] of row.entries()) {
            if (!cell) continue;
            for (let down = 0; down < cell.rows; down += 1)
              for (let across = 0; across < cell.columns; across += 1) {
                const place = `${at + down},${column + across}`;
                expect(covered.has(place), place).toBe(false);
                covered.add(place);
              }
          }
        expect(covered.size).toBe(rows.length * columns.length);
      }
      const again = scoringDocument(scoringTable(compileClean(generateRules(SEED + i).text), "zh"));
      expect(htmlOf(again)).toBe(htmlOf(document));
      expect(xlsxOf(again)).toEqual(xlsxOf(document));
    }
  });
});
