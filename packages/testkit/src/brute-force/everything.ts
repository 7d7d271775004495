/** Every filing of a rule set that asks for little, and what is proved of it held against that: both ways, nothing open. */
import { work } from "@heng/engine";
import type { Diagnostic, Expr, Group, Leaf, Program, Range, Value } from "@heng/lang";
import type { Proofs } from "@heng/proofs";
import { exact, halfUp, order } from "../exact.ts";
import { placeKey, Seen } from "./seen.ts";
import { asFiling, decidingParts, groupsOf, leavesOf, reached, readBy, type Tried } from "./tried.ts";

/** All that the engine shows; the fields are yes or no, or counted. */
export function everything(program: Program): Seen {
  const seen = new Seen(program);
  let all: readonly ReadonlyMap<string, Value>[] = [new Map()];
  for (const { name, type, range } of readBy(program).fields) {
    const values: Value[] = [];
    if (type.kind === "yesNo") values.push({ kind: "yesNo", value: true }, { kind: "yesNo", value: false });
    else
      for (let at = range.low?.value.n ?? 0n; at <= (range.high?.value.n ?? 0n); at += 1n)
        values.push({ kind: "figure", value: exact(at) });
    all = all.flatMap((one) => values.map((value) => new Map(one).set(name, value)));
  }
  for (const values of all) {
    const tried: Tried = { values, rows: new Map() };
    seen.note(tried, work(program, asFiling(tried)));
  }
  return seen;
}

/** What is so and not told. What is told and not so, others find. */
export function passedOver(program: Program, proofs: Proofs, seen: Seen): readonly string[] {
  const told = (codes: readonly string[], { file, start, end }: Range): boolean =>
    proofs.claims.some(
      ({ code, range }) =>
        codes.includes(code) && range?.file === file && range.start < end && start < range.end,
    );
  const missed: string[] = proofs.claims.flatMap(({ code, message }) =>
    code === "H2114" ? [message.zh] : [],
  );
  for (const leaf of leavesOf(program)) {
    const own = seen.leaves.get(leaf);
    const of = (code: string): boolean =>
      proofs.claims.some((one) => one.code === code && nameOf(one) === leaf.name);
    if (!own?.asked && !of("H2111")) missed.push(`${leaf.name} is never asked`);
    if (!own?.asked) continue;
    // What a 否决 that changes nothing takes from the standard is told of the 否决.
    const idle = leaf.vetoes.some(({ origin }) => told(["H2112"], origin));
    const best = own.best?.value;
    if (!idle && leaf.sense === "indicator" && best && order(best, leaf.points) < 0 && !of("H2106"))
      missed.push(`${leaf.name} cannot get full marks`);
    for (const { origin } of idle ? [] : rowsOf(program, leaf))
      if (!seen.taken.has(placeKey(origin)) && !told(["H2104", "H2108", "H2112"], origin))
        missed.push(`a row of ${leaf.name} at ${origin.start} is never used`);
  }
  for (const node of [...groupsOf(program), ...leavesOf(program)]) {
    // Of a standard that is never asked, that is told.
    if (node.kind === "leaf" && seen.leaves.get(node)?.asked === false) continue;
    const idle = limitsOf(node).filter((origin) => !seen.bit.has(placeKey(origin)));
    const silent = idle.filter((origin) => !told(["H2110", "H2111", "H2112"], origin));
    // Of two that say the same, one is told.
    if (silent.length > 0 && silent.length === idle.length)
      missed.push(`limits of ${node.name} at ${silent.map(({ start }) => start).join(", ")} change nothing`);
  }
  const highest = seen.highest && halfUp(seen.highest.value, program.places);
  if (highest && order(highest, proofs.highest) !== 0)
    missed.push(
      `the highest total is ${highest.n}/${highest.d}, not ${proofs.highest.n}/${proofs.highest.d}`,
    );
  return missed;
}

const nameOf = ({ data }: Diagnostic): unknown => (data as { readonly name?: string }).name;

function rowsOf(program: Program, leaf: Leaf): readonly { readonly origin: Range }[] {
  const rows = (e: Expr): readonly { readonly origin: Range }[] =>
    e.node === "cases" ? e.cases.flatMap(({ origin, limit }) => (origin && !limit ? [{ origin }] : [])) : [];
  return [...reached(program, decidingParts(leaf), false)].flatMap(rows);
}

function limitsOf(node: Group | Leaf): readonly Range[] {
  const caps = node.kind === "group" ? node.caps : [];
  return [...caps, ...node.vetoes].map(({ origin }) => origin);
}
