/** What follows from what: one mistake is told once, where it is, and what comes of it is told beside it. */
import type { Diagnostic, Fix, Leaf, Related } from "@heng/lang";

/** A finding, with what is known of where it comes from. */
export interface Claim {
  readonly diagnostic: Diagnostic;
  /** The leaves it is told of. */
  readonly leaves: ReadonlySet<Leaf>;
  /** What it comes of ({@link Because.of}). */
  readonly of: ReadonlySet<string> | undefined;
  /** Takes out what is of no use: offered only where nothing else shows that something else is wrong. */
  readonly removal: readonly Fix[];
  /** It would not be so without what other findings tell. */
  readonly follows: boolean;
}

/** Findings of conditions and rows: what they leave out of use may be what others lack. */
const CONDITIONS: readonly string[] = ["H2111", "H2108", "H2104", "H2110"];
/** What is found where conditions are wrong. */
const OF_CONDITIONS: ReadonlySet<string> = new Set(["H2106", "H2109", "H2112", "H2114"]);
/** Which are told first: conditions, then what can be had, then what keeps it from going further. */
const ORDER: readonly string[] = [...CONDITIONS, "H2106", "H2113", "H2112"];
/** So many are told beside one; of more, how many there are. */
const MOST_BESIDE = 5;

/** The findings as they are told, in the order of the text. */
export function leading(claims: readonly Claim[]): readonly Diagnostic[] {
  const leaders = new Map<Claim, Claim[]>();
  const own = claims.filter(({ follows }) => !follows);
  for (const claim of own.toSorted((a, b) => rankOf(a) - rankOf(b) || before(a.diagnostic, b.diagnostic))) {
    const leader = Array.from(leaders.keys()).find((one) => leads(one, claim));
    if (leader) leaders.get(leader)?.push(claim);
    else leaders.set(claim, []);
  }
  return Array.from(leaders, ([claim, others]) => told(claim, others)).toSorted(before);
}

/** In the order of the text. */
export function before(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.start ?? 0) - (b.range?.start ?? 0) || (a.code < b.code ? -1 : 1);
}

function rankOf({ diagnostic: { code } }: Claim): number {
  const at = ORDER.indexOf(code);
  return at < 0 ? ORDER.length : at;
}

/** Whether one finding is what another comes of, or of the same. */
function leads(one: Claim, other: Claim): boolean {
  const [code, follower] = [one.diagnostic.code, other.diagnostic.code];
  const beside = Array.from(other.leaves).some((leaf) => one.leaves.has(leaf));
  const areConditions = CONDITIONS.includes(code) && CONDITIONS.includes(follower);
  // Of a row whose reason is not seen, the other finding is the reason most likely.
  if (areConditions && beside && one.of && !other.of) return true;
  const isLimit = code === "H2113" && follower === "H2112";
  if ((areConditions || isLimit || code === follower) && one.of && other.of) {
    const same = Array.from(other.of).filter((key) => one.of?.has(key)).length;
    if (areConditions && beside ? same > 0 : same === one.of.size && same === other.of.size) return true;
  }
  if (!beside) return false;
  // A clause of its own that never applies takes nothing away, unless the range that it is held against is wrong.
  if (CONDITIONS.includes(code) && OF_CONDITIONS.has(follower))
    return code !== "H2110" || one.of !== undefined;
  return follower === "H2112" && (code === "H2106" || code === "H2112");
}

/** With what comes of it; that is what a filing shows where the mistake itself is seen in none. */
function told({ diagnostic, removal }: Claim, others: readonly Claim[]): Diagnostic {
  // What is undecided is looked at again once the mistake is mended.
  const shown = others.filter(({ diagnostic: { severity } }) => severity !== "hint");
  const fixes = shown.length > 0 ? diagnostic.fixes : [...diagnostic.fixes, ...removal];
  const beside = shown.flatMap(relatedOf);
  const more = beside.length - MOST_BESIDE;
  const related = [
    ...diagnostic.related,
    ...beside.slice(0, MOST_BESIDE),
    ...countOf(beside[MOST_BESIDE], more),
  ];
  const all = [diagnostic, ...shown.map((one) => one.diagnostic)];
  const counterexample = all.find((one) => one.counterexample)?.counterexample;
  return { ...diagnostic, fixes, related, ...(counterexample ? { counterexample } : {}) };
}

function relatedOf({ diagnostic: { range, message } }: Claim): readonly Related[] {
  if (!range) return [];
  const { zh, en } = message;
  return [{ range, message: { zh: `一并核对：${zh}`, en: `look at this too: ${en}` } }];
}

function countOf(next: Related | undefined, more: number): readonly Related[] {
  if (!next?.range) return [];
  const message = {
    zh: `一并核对：从这里起还有 ${more} 处`,
    en: `look at these too: ${more} more from here on`,
  };
  return [{ range: next.range, message }];
}
