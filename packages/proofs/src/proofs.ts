/** What proving a rule set gives. */
import type { Diagnostic } from "@heng/lang";
import type { Fraction } from "@heng/number";

export interface Proofs {
  /**
   * What does not hold, each with a filing that shows it where a filing can, and as hints (H2114) what could be neither
   * shown nor refuted; in the order of the text. What comes of one mistake is told with it.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** Each finding by itself, also what `diagnostics` tells beside another that it comes of. */
  readonly claims: readonly Diagnostic[];
  /** How many claims were shown to hold. */
  readonly proved: number;
  /**
   * The highest total that the standards can give together, 加分项 included; never too low. It is the highest there is
   * where indicators do not keep each other from their best, and may be left out in no more ways than are tried (256 at once, 1,500 in all).
   */
  readonly highest: Fraction;
}
