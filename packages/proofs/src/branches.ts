/** Which branches no filing within the declared ranges takes, as far as that is proved. */
import { partsOf, type Expr, type Leaf, type Program } from "@heng/lang";
import { Space } from "./space/space.ts";
import { Walk } from "./space/walk.ts";
import type { Env } from "./space/domain.ts";

type Cases = Extract<Expr, { readonly node: "cases" }>;

/** Ways by which one node is come to that are looked at; by more than these anything may be. */
const MOST_WAYS = 32;

/** The branches of a rule set that some filing may take; the number of cases stands for `otherwise`. */
export class Branches {
  readonly #walk: Walk;
  readonly #definitions: ReadonlyMap<string, Expr>;
  readonly #taken = new Map<Cases, Set<number>>();
  readonly #ways = new Map<Expr, number>();

  constructor(program: Program, leaves: readonly Leaf[]) {
    this.#walk = new Walk(new Space(program));
    this.#definitions = new Map(program.definitions.map(({ id, of }) => [id, of]));
    for (const leaf of leaves) this.#leaf(leaf);
  }

  /** Whether a filing may take a branch; of what no leaf asks nothing is known. */
  mayTake(of: Cases, branch: number): boolean {
    return this.#taken.get(of)?.has(branch) ?? true;
  }

  #leaf({ notApplicable, vetoes, standard }: Leaf): void {
    let env: Env | undefined | "never" = undefined;
    const asked = [...notApplicable, ...vetoes.filter(({ gets }) => gets !== undefined)];
    for (const { when } of asked) {
      this.#visit(when, undefined);
      if (env !== "never") env = this.#walk.assume(when, false, env);
    }
    for (const { gets } of vetoes) if (gets) this.#visit(gets, undefined);
    if (env !== "never") this.#visit(standard, env);
  }

  #visit(e: Expr, env: Env | undefined): void {
    const ways = (this.#ways.get(e) ?? 0) + 1;
    // What is worked out once for a filing is not known to be asked in one place only.
    const inside = e.node === "aggregate" ? undefined : env;
    if (ways > MOST_WAYS + 1) return;
    this.#ways.set(e, ways);
    const at = ways > MOST_WAYS ? undefined : inside;
    if (e.node === "cases") return this.#cases(e, at);
    if (e.node === "use") {
      const of = this.#definitions.get(e.definition);
      if (of && !this.#ways.has(of)) this.#visit(of, undefined);
    }
    for (const part of partsOf(e)) this.#visit(part, at);
  }

  #cases(e: Cases, env: Env | undefined): void {
    let taken = this.#taken.get(e);
    if (taken === undefined) this.#taken.set(e, (taken = new Set()));
    let at = env;
    for (const [i, { when, then }] of e.cases.entries()) {
      this.#visit(when, at);
      const holds = this.#walk.truth(when, at, false);
      if (holds === false) continue;
      const inside = holds === true ? at : this.#walk.assume(when, true, at);
      if (inside !== "never") {
        taken.add(i);
        this.#visit(then, inside);
      }
      const beyond = holds === true ? "never" : this.#walk.assume(when, false, at);
      if (beyond === "never") return;
      at = beyond;
    }
    taken.add(e.cases.length);
    this.#visit(e.otherwise, at);
  }
}
