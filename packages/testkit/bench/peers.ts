/**
 * Bar 3: the explaining evaluator against publicodes on the same workload. Publicodes is given each leaf as it would be
 * written there, and asked for the total. Both then hold the whole derivation as data, what every node came to, of which
 * sentences can be written: publicodes' outside its engine, ours by `explain`. What that costs is told beside it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { score, work } from "@heng/engine";
import { Random } from "../src/random.ts";
import { compileClean } from "../src/compile-clean.ts";
import { atLeast, interleave, median, ratio, ROUNDS, type Bar, type Task } from "./measure.ts";
import { workloadLeaves, workloadRow, workloadRules, type Given, type WorkloadLeaf } from "./workload.ts";

const LEAVES = workloadLeaves(28);
const PEERS = join(import.meta.dirname, "peers");

function ours(): {
  readonly explained: Task;
  readonly read: Task;
  readonly rows: ReturnType<typeof rowsOf>;
} {
  const { program } = compileClean(workloadRules(LEAVES));
  const rows = rowsOf(64);
  let at = 0;
  const next = () => rows[(at += 1) % rows.length]?.filing ?? rows[0]!.filing;
  return {
    rows,
    explained: { run: () => void work(program, next()), times: 80 },
    read: { run: () => void JSON.stringify(score(program, next(), { lang: "zh" })), times: 20 },
  };
}

function rowsOf(count: number) {
  const random = new Random(3);
  return Array.from({ length: count }, () => workloadRow(LEAVES, random));
}

/** How fast it is by itself: no bar without a peer. */
export function speedOfExplaining(): readonly Bar[] {
  const { explained, read } = ours();
  const found = interleave({ explained, read }, ROUNDS);
  const perSecond = (list: readonly number[]): string => (1_000 / median(list)).toFixed(0);
  return [
    {
      name: "3 28 leaves with their derivation as data, rows a second (no bar without --peers)",
      figure: `${perSecond(found.explained)} (every word written, as JSON: ${perSecond(found.read)})`,
      limit: "",
      holds: true,
    },
  ];
}

interface Publicodes {
  setSituation(situation: Readonly<Record<string, string | number>>): void;
  evaluate(name: string): { readonly nodeValue: unknown };
}

export async function peerBars(): Promise<readonly Bar[]> {
  if (!existsSync(join(PEERS, "node_modules"))) {
    const { status } = spawnSync("pnpm", ["install", "--ignore-workspace", "--frozen-lockfile"], {
      cwd: PEERS,
      stdio: "inherit",
    });
    if (status !== 0)
      return [{ name: "3 other engines", figure: "could not be installed", limit: "", holds: false }];
  }
  const entry = join(PEERS, "node_modules/publicodes/dist/index.js");
  const { default: Engine } = (await import(pathToFileURL(entry).href)) as {
    default: new (rules: Readonly<Record<string, unknown>>, options: unknown) => Publicodes;
  };
  const { explained, read, rows } = ours();
  const silent = { logger: { log: () => undefined, warn: () => undefined, error: () => undefined } };
  const engine = new Engine(publicodesRules(), silent);
  const situations = rows.map(({ given }) => situationOf(given));
  let at = 0;
  const peer = (): number => {
    engine.setSituation(situations[(at += 1) % situations.length] ?? {});
    return engine.evaluate("total").nodeValue as number;
  };
  if (!(peer() > 0)) throw new Error("publicodes gives no total");
  const found = interleave({ explained, read, peer: { run: peer, times: 4 } }, ROUNDS);
  const ms = (list: readonly number[]): string => `${median(list).toFixed(3)} ms`;
  return [
    atLeast(
      `3 scores with their derivation as data to publicodes (${ms(found.explained)}, publicodes ${ms(found.peer)} a row)`,
      ratio(found.peer, found.explained),
      25,
      "×",
    ),
    {
      name: `3 … every sentence and step written, as JSON (${ms(found.read)}; no bar)`,
      figure: `${ratio(found.peer, found.read).toFixed(1)}×`,
      limit: "",
      holds: true,
    },
  ];
}
function publicodesRules(): Readonly<Record<string, unknown>> {
  const rules: Record<string, unknown> = {};
  const rounded = (of: object): object => ({ ...of, arrondi: "2 décimales" });
  LEAVES.forEach((leaf, i) => {
    const [a, b, w] = [`a${i}`, `b${i}`, leaf.weight.toString()];
    for (const name of [a, b, `j${i}`, `s${i}`]) rules[name] = { "par défaut": 1 };
    for (let n = 0; n < 4; n += 1) rules[`m${i}x${n}`] = { "par défaut": "oui" };
    const choice = (...cases: readonly (readonly [string, unknown] | readonly [unknown])[]): object => ({
      variations: cases.map((c) => (c.length === 2 ? { si: c[0], alors: c[1] } : { sinon: c[0] })),
    });
    const held = { plafond: w, plancher: 0 };
    const rate = `${a} / ${b}`;
    const standards: readonly object[] = [
      { valeur: `${rate} * ${w}`, ...held },
      choice([`${a} <= ${b}`, w], [`${b} / ${a} * ${w}`]),
      { valeur: { somme: [w, { produit: [-50, { "le maximum de": [0, `${rate} - 1`] }] }] }, ...held },
      {
        valeur: { somme: [w, { produit: [-0.2, { "le maximum de": [0, `0.95 - ${rate}`] }, 100] }] },
        ...held,
      },
      choice(
        [`${rate} >= 0.95`, w],
        [`${rate} >= 0.8`, `0.875 * ${w}`],
        [`${rate} >= 0.6`, `0.333 * ${w}`],
        [0],
      ),
      { valeur: `(${rate} - 0.6) / 0.35 * ${w}`, ...held },
      choice([`${rate} <= 1`, w], [0]),
      { valeur: { somme: [w, ...[0, 1, 2, 3].map((n) => choice([`m${i}x${n}`, 0], [-0.75]))] }, ...held },
      { valeur: `s${i} * ${w}` },
      { valeur: `j${i}` },
      {
        valeur: choice(
          [`${rate} >= 0.9`, `0.8 * ${w} + (${rate} - 0.9) * 5`],
          [`0.8 * ${w} + (${rate} - 0.9) * 15`],
        ),
        ...held,
      },
      { valeur: { produit: [{ "le maximum de": [0, `1 - 10 * ${rate}`] }, w] }, ...held },
      choice([`${rate} <= 1`, w], [`${rate} <= 1.1`, 2], [`${rate} <= 1.2`, 1], [0]),
      choice([`m${i}x0`, { valeur: `${rate} * ${w}`, ...held }], [choice([`${rate} >= 1`, w], [0])]),
    ];
    rules[`l${i}`] = rounded({ valeur: standards[i % standards.length] ?? 0 });
  });
  rules["total"] = { somme: LEAVES.map((_, i) => `l${i}`) };
  return rules;
}

function situationOf(given: readonly Given[]): Readonly<Record<string, string | number>> {
  const situation: Record<string, string | number> = {};
  given.forEach(({ a, b, met, judged, share }, i) => {
    const { filed } = (LEAVES[i] as WorkloadLeaf).template;
    if (filed === "pair" || filed === "flagged")
      [situation[`a${i}`], situation[`b${i}`]] = [Number(a) / 100, Number(b) / 100];
    if (filed === "judged") situation[`j${i}`] = Number(judged) / 100;
    if (filed === "grade") situation[`s${i}`] = Number(share) / 10_000;
    const items = filed === "items" ? 4 : filed === "flagged" ? 1 : 0;
    for (let n = 0; n < items; n += 1) situation[`m${i}x${n}`] = met[n] === true ? "oui" : "non";
  });
  return situation;
}
