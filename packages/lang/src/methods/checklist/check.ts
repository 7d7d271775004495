/** What the spelling of 要点 cannot say. */
import {
  add,
  apportion,
  divide,
  equals,
  fraction,
  multiply,
  power10,
  sign,
  subtract,
  ZERO,
  type Fraction,
} from "@heng/number";
import { showPlain } from "../../core/build.ts";
import {
  diagnose,
  type DiagnosticType,
  type Fix,
  type Range,
  type Report,
} from "../../diagnostics/diagnostic.ts";
import { replacement, without } from "../../diagnostics/fix.ts";
import { LIMITS } from "../../limits.ts";
import { nearest } from "../../nearest.ts";
import { constantOf } from "../../core/constant.ts";
import type { BoundName, LeafContext } from "../../core/method.ts";
import { H1205 } from "./H1205-checklist-points/index.ts";
import { H1442 } from "./H1442-uneven-shares/index.ts";
import { H1443 } from "./H1443-not-an-item/index.ts";
import { H1444 } from "./H1444-item-twice/index.ts";
import { H1445 } from "./H1445-item-without-points/index.ts";
import { H1446 } from "./H1446-contradictory-ways/index.ts";
import { H1447 } from "./H1447-clause-incomplete/index.ts";
import { H1448 } from "./H1448-requires-circle/index.ts";
import { H1449 } from "./H1449-item-points/index.ts";
import { itemsOf, listOf, type Checklist } from "./items.ts";

type Row = NonNullable<Checklist["rows"]>[number];

/** An edit that adds `text` behind a place. */
function added(at: Range, text: string, zh: string, en: string): Fix {
  return replacement({ ...at, start: at.end }, text, zh, en);
}

export function check(m: Checklist, leaf: LeafContext, report: Report): void {
  let failed = false;
  const found = <D>(type: DiagnosticType<D>, data: D, range: Range, fixes: readonly Fix[] = []): void => {
    failed = true;
    report(diagnose(type, data, { range }, { fixes }));
  };
  const rows = m.rows ?? [];
  const names = listOf(m).items.map((item) => item.name);

  let unknown = 0;
  const checkItem = (name: BoundName): void => {
    if (names.includes(name.text)) return;
    unknown += 1;
    // More than are listed nobody reads.
    const near = unknown > LIMITS.diagnostics ? [] : nearest(name.text, names);
    const fixes = near.map((n) => replacement(name.origin, n, `改为“${n}”`, `write ${n}`));
    found(H1443, { list: listOf(m).name, item: name.text, items: names }, name.origin, fixes);
  };
  const seen = new Set<string>();
  for (const row of rows) {
    if (!row.head) {
      found(H1443, { list: listOf(m).name, item: undefined, items: names }, row.origin);
      continue;
    }
    const name = row.head.value;
    checkItem(name);
    if (row.clauses.requires) checkItem(row.clauses.requires);
    if (seen.has(name.text)) found(H1444, { item: name.text }, name.origin);
    seen.add(name.text);
    checkRow(row, found);
  }
  if (failed) return;
  checkCircles(rows, found);
  checkWay(m, found);
  if (!failed && !m.clauses.eachMissing && !m.clauses.allOrNothing) checkPoints(m, leaf, found);
}

/** An edit that puts a word before a clause. */
function put(zh: string, en: string, at: Range): Fix {
  return replacement({ ...at, end: at.start }, `${zh} `, `加上“${zh}”`, `add ${zh} (${en})`);
}

type Found = <D>(type: DiagnosticType<D>, data: D, range: Range, fixes?: readonly Fix[]) => void;

function checkRow(row: Row, found: Found): void {
  const { gets, exempt, when } = row.clauses;
  const at = (key: string): Range => row.places.get(key) ?? row.origin;
  if (exempt && !exempt.when) found(H1447, { lacks: "when" }, at("exempt"));
  if (when) found(H1447, { lacks: "exempt" }, at("when"), [put("免检", "exempt", at("when"))]);
  const points = gets && constantOf(gets);
  if (gets && (!points || sign(points) < 0)) found(H1449, {}, at("gets"));
}

/** 须先 leads in the end to an item that stands alone. */
function checkCircles(rows: readonly Row[], found: Found): void {
  const requires = new Map(rows.map((row) => [row.head?.value.text, row.clauses.requires?.text]));
  const reported = new Set<string>();
  for (const row of rows) {
    const start = row.head?.value.text ?? "";
    const path = [start];
    let next = requires.get(start);
    while (next !== undefined && !path.includes(next)) {
      path.push(next);
      next = requires.get(next);
    }
    // One finding for a circle, at the first of its rows.
    if (next !== start || reported.has(start)) continue;
    for (const name of path) reported.add(name);
    found(H1448, { circle: [...path, start] }, row.places.get("requires") ?? row.origin, [
      without(row, "requires", { zh: "须先", en: "requires" }),
    ]);
  }
}

/** One way of scoring: by item, 每缺一项 or 缺一不得分. */
function checkWay(m: Checklist, found: Found): void {
  const at = (key: string): Range => m.places.get(key) ?? m.origin;
  const { eachMissing, allOrNothing, take } = m.clauses;
  if (take) found(H1447, { lacks: "eachMissing" }, at("take"), [put("每缺一项", "eachMissing", at("take"))]);
  if (eachMissing && !eachMissing.take) found(H1447, { lacks: "take" }, at("eachMissing"));
  const amount = eachMissing?.take && constantOf(eachMissing.take);
  if (amount && sign(amount) <= 0) found(H1447, { lacks: "amount" }, at("eachMissing"));
  const word = eachMissing ? "每缺一项" : "缺一不得分";
  if (eachMissing && allOrNothing)
    found(H1446, { word, other: "缺一不得分" }, at("allOrNothing"), [
      without(m, "allOrNothing", { zh: "缺一不得分", en: "allOrNothing" }),
    ]);
  const points = (m.rows ?? []).find((row) => row.clauses.gets);
  if (points && (eachMissing || allOrNothing))
    found(H1446, { word, other: "得" }, points.places.get("gets") ?? points.origin);
}

/** Every item has points, and they sum to 分值. */
function checkPoints(m: Checklist, leaf: LeafContext, found: Found): void {
  const items = itemsOf(m);
  const full = leaf.points;
  const text = (points: Fraction): string => `${showPlain(points)}分`;
  const scaled = multiply(full, fraction(power10(leaf.places)));
  if (items.every((item) => item.gets === undefined)) {
    if ((scaled.n / scaled.d) % BigInt(items.length) === 0n) return;
    const shares = apportion(
      items.map(() => fraction(1n)),
      full,
      leaf.places,
    );
    const block = ` { ${items.map(({ name }, i) => `${name} 得 ${text(shares[i] ?? ZERO)}`).join("; ")} }`;
    found(
      H1442,
      { points: showPlain(full), items: items.length, places: leaf.places },
      m.head?.origin ?? m.origin,
      m.rows ? [] : [added(m.origin, block, "写明每项的分", "write the points of each item")],
    );
    return;
  }
  const sum = items.reduce((total, { gets }) => add(total, (gets && constantOf(gets)) ?? ZERO), ZERO);
  const rest = subtract(full, sum);
  const lacking = items.filter((item) => item.gets === undefined).map((item) => item.name);
  if (lacking.length > 0) {
    const share = divide(rest, fraction(BigInt(lacking.length)));
    const even = sign(rest) > 0 && multiply(share, fraction(power10(leaf.places)));
    found(
      H1445,
      { items: lacking },
      m.head?.origin ?? m.origin,
      even && even.n % even.d === 0n ? [pointsFor(m, lacking, text(share))] : [],
    );
    return;
  }
  if (equals(sum, full)) return;
  const last = m.rows?.at(-1);
  const gets = last?.clauses.gets;
  const at = last?.places.get("gets");
  const mended = add((gets && constantOf(gets)) ?? ZERO, rest);
  found(
    H1205,
    { sum: showPlain(sum), points: showPlain(full), item: last?.head?.value.text ?? "" },
    at ?? m.origin,
    at && sign(mended) > 0
      ? [
          replacement(
            at,
            `得 ${text(mended)}`,
            `将“${last?.head?.value.text}”改为 ${text(mended)}`,
            `set “${last?.head?.value.text}” to ${text(mended)}`,
          ),
        ]
      : [],
  );
}

/** Gives the items without points what is left of 分值: in their rows, or in rows of their own. */
function pointsFor(m: Checklist, names: readonly string[], text: string): Fix {
  const rows = m.rows ?? [];
  const last = rows.at(-1);
  const edits = names.flatMap((name) => {
    const row = rows.find(({ head }) => head?.value.text === name);
    const at = row ? row.head?.value.origin : last?.origin;
    return at ? [{ ...at, start: at.end, text: row ? ` 得 ${text}` : `; ${name} 得 ${text}` }] : [];
  });
  return {
    title: { zh: `其余各项得 ${text}`, en: `give the others ${text} each` },
    safe: false,
    edits,
  };
}
