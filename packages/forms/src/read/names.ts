/** How what people call things in a filing is found in a program. */
import {
  nearest,
  normal,
  type DeclaredUnits,
  type FieldSpec,
  type Group,
  type Leaf,
  type Program,
  type RowList,
} from "@heng/lang";
import { DATA_LIMITS } from "./limits.ts";

/** What a name stands for. */
type Found<T> =
  | { readonly kind: "one"; readonly of: T }
  | { readonly kind: "many"; readonly candidates: readonly string[] }
  | { readonly kind: "none"; readonly near: readonly string[] };

/** Finds things by name; names are equal after NFKC. */
export type Lookup<T> = (name: string) => Found<T>;

/** Everything a filing can name. */
export interface ProgramNames {
  /** Fields of 数据, and judged scores by the name or path of their indicator. */
  readonly field: Lookup<FieldSpec>;
  readonly judged: Lookup<FieldSpec>;
  /** What a reason or remark can be about: the id of an indicator, or of one of several judged scores of it. */
  readonly subject: Lookup<string>;
  readonly rows: ReadonlyMap<string, RowList>;
  /** Units that the program's own fields use besides the common ones. */
  readonly units: DeclaredUnits;
}

export function namesOf(program: Program): ProgramNames {
  const plain = program.fields.filter((f) => f.judged === undefined);
  const judged = program.fields.filter((f) => f.judged !== undefined);
  const ids = new Set([...indicatorsOf(program).map(({ id }) => id), ...judged.map((f) => f.name)]);
  const rows = new Map(program.rowLists.map((list) => [normal(list.name), list]));
  return {
    field: lookup({
      whole: plain,
      byPath: judged,
      nameOf: (f) => f.name,
      beside: program.rowLists.map((l) => l.name),
    }),
    judged: lookup({ whole: [], byPath: judged, nameOf: (f) => f.name }),
    subject: lookup({ whole: [], byPath: ids, nameOf: (id) => id }),
    rows,
    units: unitsOf(program),
  };
}

/** All indicators in the order of the document, groups before what they hold, 加分项 and 扣分项 last. */
export function indicatorsOf(program: Program): readonly (Group | Leaf)[] {
  const found: (Group | Leaf)[] = [];
  const open: (Group | Leaf)[] = [...program.root.children, ...program.extras].toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    if (node.kind === "group") open.push(...node.children.toReversed());
  }
  return found;
}

function unitsOf(program: Program): DeclaredUnits {
  const specs = [...program.fields, ...program.rowLists.flatMap((list) => list.columns)];
  return new Set(
    specs.flatMap(({ type }) => (type.kind === "quantity" ? type.dimension.map(([base]) => base) : [])),
  );
}

/**
 * Finds by whole name first, then by the end of a path: `资金投入/预算执行率` and `预算执行率` both name
 * `部门管理/资金投入/预算执行率` as long as nothing else ends so.
 */
export function lookup<T>(things: {
  readonly whole: Iterable<T>;
  readonly byPath: Iterable<T>;
  readonly nameOf: (of: T) => string;
  /** Other names that may have been meant. */
  readonly beside?: readonly string[];
}): Lookup<T> {
  const { nameOf } = things;
  const whole = new Map<string, T>();
  const ends = new Map<string, T[]>();
  const known = new Set(things.beside);
  for (const thing of things.whole) {
    whole.set(normal(nameOf(thing)), thing);
    known.add(nameOf(thing));
  }
  for (const thing of things.byPath) {
    const name = nameOf(thing);
    const key = normal(name);
    if (!whole.has(key)) whole.set(key, thing);
    const parts = key.split("/");
    for (let from = 1; from < parts.length; from += 1) {
      const end = parts.slice(from).join("/");
      const others = ends.get(end);
      if (others === undefined) ends.set(end, [thing]);
      else others.push(thing);
    }
    known.add(name.split("/").at(-1) ?? name);
  }
  const suggest = suggester(known);
  return (name) => {
    const key = normal(name.trim());
    const exact = whole.get(key);
    if (exact !== undefined) return { kind: "one", of: exact };
    const [one, ...others] = ends.get(key) ?? [];
    if (one === undefined) return { kind: "none", near: suggest(key) };
    if (others.length === 0) return { kind: "one", of: one };
    return { kind: "many", candidates: [one, ...others].map(nameOf) };
  };
}

/** Longer than any name of a rule set: not worth comparing. */
const LONGEST_NAME = 128;

/** The nearest of some names, looked up once for each text and for so many texts only: hostile files have millions. */
export function suggester(known: Iterable<string>): (text: string) => readonly string[] {
  const names = [...known];
  const found = new Map<string, readonly string[]>();
  return (text) => {
    const before = found.get(text);
    if (before !== undefined) return before;
    if (text === "" || text.length > LONGEST_NAME || found.size >= DATA_LIMITS.suggestions) return [];
    const near = nearest(text, names);
    found.set(text, near);
    return near;
  };
}
