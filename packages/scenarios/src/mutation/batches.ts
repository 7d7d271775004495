/**
 * Compiles many changes in few goes. Changes in the own text of different indicators do not touch each other, so that
 * one changed text holds one of each, and every indicator is then taken from it by itself.
 */
import type { FileNode, Program, Range } from "@heng/lang";
import { applied, type Change, type Edit } from "./change.ts";
import { Owners } from "./owners.ts";
import { Patching } from "./patch.ts";

/** A changed text compiled. */
export interface Recompiled {
  /** Undefined where it is in error. */
  readonly program: Program | undefined;
  /** Where errors are. */
  readonly errors: readonly Range[];
}

/** Compiles the rule set with one of its files changed. */
export type Recompile = (file: string, text: string) => Recompiled;

/** A change with the indicators that it is of, by id; undefined: of more than them. */
interface Owned {
  readonly change: Change;
  readonly ids: ReadonlySet<string> | undefined;
}

/** A change with the rule set that has it alone; `program` is undefined where that does not check. */
export interface Compiled extends Owned {
  readonly program: Program | undefined;
}

/** A file of a rule set, parsed. */
export interface RuleText {
  readonly file: string;
  readonly text: string;
  readonly tree: FileNode;
}

/** The programs of the changes of one file, in the order in which they are known. */
export function compiled(
  changes: readonly Change[],
  source: RuleText,
  base: Program,
  recompile: Recompile,
): Generator<Compiled> {
  return new Compiling(source, base, recompile).run(changes);
}

class Compiling {
  readonly #source: RuleText;
  readonly #owners: Owners;
  readonly #base: Program;
  readonly #recompile: Recompile;

  constructor(source: RuleText, base: Program, recompile: Recompile) {
    this.#source = source;
    this.#owners = new Owners(source.tree);
    this.#base = base;
    this.#recompile = recompile;
  }

  *run(changes: readonly Change[]): Generator<Compiled> {
    const all = changes.map((change): Owned => ({ change, ids: this.#owners.of(change) }));
    for (const batch of batchesOf(all)) yield* this.#together(batch);
  }

  *#together(batch: readonly Owned[]): Generator<Compiled> {
    const [only, ...more] = batch;
    if (only === undefined) return;
    if (more.length === 0) return yield this.#alone(only);
    const edits = batch.flatMap(({ change }) => change.edits);
    const { program, errors } = this.#recompile(this.#source.file, applied(this.#source.text, edits));
    if (program !== undefined) {
      const patching = new Patching(this.#base, program);
      for (const owned of batch) {
        const own = owned.ids && patching.with(owned.ids);
        yield own === undefined ? this.#alone(owned) : { ...owned, program: own };
      }
      return;
    }
    const blamed = new Set(
      errors.flatMap(({ file, start }) =>
        file === this.#source.file ? (this.#owners.at(unshifted(start, edits)) ?? []) : [],
      ),
    );
    const isFaulty = ({ ids }: Owned): boolean => ids !== undefined && [...ids].some((id) => blamed.has(id));
    const faulty = batch.filter(isFaulty);
    // Weights are held against each other, so that an error may stand with any of them.
    if (faulty.length === 0 || only.change.kind === "weight") {
      yield* this.#together(batch.slice(0, batch.length >> 1));
      yield* this.#together(batch.slice(batch.length >> 1));
      return;
    }
    // Within an indicator an error is that of the one change in its text.
    for (const owned of faulty) yield { ...owned, program: undefined };
    yield* this.#together(batch.filter((owned) => !isFaulty(owned)));
  }

  #alone(owned: Owned): Compiled {
    const { file, text } = this.#source;
    return { ...owned, program: this.#recompile(file, applied(text, owned.change.edits)).program };
  }
}

/** As few batches as it takes, none with two changes of one indicator; weights by themselves, and whatever is of more. */
function batchesOf(all: readonly Owned[]): readonly (readonly Owned[])[] {
  const alone: Owned[][] = [];
  const weights: Batch[] = [];
  const others: Batch[] = [];
  for (const owned of all) {
    const { change, ids } = owned;
    if (ids === undefined) {
      alone.push([owned]);
      continue;
    }
    const batches = change.kind === "weight" ? weights : others;
    let batch = batches.find(({ taken }) => [...ids].every((id) => !taken.has(id)));
    if (batch === undefined) batches.push((batch = { taken: new Set(), owned: [] }));
    batch.owned.push(owned);
    for (const id of ids) batch.taken.add(id);
  }
  return [...weights.map(({ owned }) => owned), ...others.map(({ owned }) => owned), ...alone];
}

interface Batch {
  readonly taken: Set<string>;
  readonly owned: Owned[];
}

/** Where an offset of the changed text was before the edits. */
function unshifted(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start + shift + text.length > offset) break;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
