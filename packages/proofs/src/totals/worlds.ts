/**
 * Every choice of what is left out, scored by the engine: the program with leaves that give the most that they can, each
 * left out in one of the ways in which it may be, or counted.
 */
import { work, type Filing, type Standing } from "@heng/engine";
import type { Fraction } from "@heng/number";
import type { Expr, Group, Leaf, Program, Type } from "@heng/lang";
import type { LeafMost } from "./bound.ts";

type Node = Group | Leaf;
type Out = "redistribute" | "rescale";

/** How nodes of the program stand where one choice is made. */
export type World = (node: Node) => Standing | undefined;

/** More are not tried at once. */
const MOST_WORLDS = 256;

/** How many choices are still tried in one rule set: beyond these a bound has to do. */
export class Tries {
  left = 1_500;
}

/** `limits`: of a group those that always hold. Undefined where there are too many choices, at once or in all. */
export function worldsOf(
  program: Program,
  leaves: ReadonlyMap<Leaf, LeafMost>,
  limits: (group: Group) => readonly Fraction[],
  tries: Tries,
): readonly World[] | undefined {
  let choices: readonly ReadonlyMap<Leaf, Out>[] = [new Map()];
  for (const [leaf, most] of leaves) {
    const ways = waysOf(most);
    if (ways.length === 1 && ways[0] === undefined) continue;
    if (choices.length * ways.length > Math.min(MOST_WORLDS, tries.left)) return undefined;
    choices = choices.flatMap((one) => ways.map((way) => (way ? new Map([...one, [leaf, way]]) : one)));
  }
  tries.left -= choices.length;
  return choices.map((out) => worldOf(program, leaves, limits, out));
}

/** Undefined: it counts. */
function waysOf({ stays, redistributes, rescales }: LeafMost): readonly (Out | undefined)[] {
  const out: Out[] = [];
  if (redistributes) out.push("redistribute");
  if (rescales) out.push("rescale");
  return stays || out.length === 0 ? [undefined, ...out] : out;
}

function worldOf(
  program: Program,
  leaves: ReadonlyMap<Leaf, LeafMost>,
  limits: (group: Group) => readonly Fraction[],
  out: ReadonlyMap<Leaf, Out>,
): World {
  const own = new Map<Node, Node>();
  const leafOf = (leaf: Leaf): Leaf => {
    const as = out.get(leaf);
    const given: Leaf = {
      ...leaf,
      value: undefined,
      target: undefined,
      tabled: {},
      notApplicable: as ? [{ when: YES, as, origin: leaf.origin }] : [],
      vetoes: [],
      mustExplain: [],
      standard: points(leaves.get(leaf)?.most ?? leaf.points),
    };
    own.set(leaf, given);
    return given;
  };
  const groupOf = (group: Group): Group => {
    const given: Group = {
      ...group,
      vetoes: [],
      caps: limits(group).map((limit) => ({ of: points(limit), origin: group.origin })),
      children: group.children.map((child) => (child.kind === "leaf" ? leafOf(child) : groupOf(child))),
    };
    own.set(group, given);
    return given;
  };
  const { standings } = work(
    {
      ...program,
      fields: [],
      rowLists: [],
      definitions: [],
      crossChecks: [],
      scenarios: [],
      root: groupOf(program.root),
      extras: program.extras.map(leafOf),
    },
    NOTHING_FILED,
  );
  return (node) => {
    const found = own.get(node);
    return found && standings.get(found);
  };
}

const POINTS: Type = { kind: "points" };
const YES: Expr = { node: "yesNo", type: { kind: "yesNo" }, value: true };
const NOTHING_FILED: Filing = {
  name: "",
  agency: undefined,
  year: undefined,
  values: new Map(),
  rows: new Map(),
  texts: new Map(),
};

function points(value: Fraction): Expr {
  return { node: "figure", type: POINTS, value };
}
