/**
 * Whether a changed indicator scores every filing as it did. Of a sign it is known that it matters at the bound itself
 * alone: 按比例 has full marks at its target, whether the target counts as met there or not.
 */
import type { Expr, Leaf, Program } from "@heng/lang";
import { equals, type Fraction } from "@heng/number";
import { aloneWith, EMPTY, evaluateDraft } from "../suggestion/draft.ts";
import { supposed } from "../supposing.ts";
import { sameMeaning, sameSave } from "./same-meaning.ts";

type Comparison = Extract<Expr, { readonly node: "compare" }>;

/** A leaf in its program. */
interface Placed {
  readonly leaf: Leaf;
  readonly program: Program;
}

/** Whether two leaves that differ in their text always have the same score; false where that is not seen. */
export function scoresAlike(a: Placed, b: Placed): boolean {
  const [x, y] = [scoringOf(a), scoringOf(b)];
  const turned: Comparison[] = [];
  const onlySigns = sameSave(x, y, (was, is) => {
    if (!isComparison(was) || !isComparison(is) || was.sign === is.sign) return false;
    if (was.sign.replace("=", "") !== is.sign.replace("=", "") || was.sign === "=" || is.sign === "=")
      return false;
    return sameMeaning(was.left, is.left) && sameMeaning(was.right, is.right) && turned.push(was) > 0;
  });
  if (!onlySigns) return false;
  const [first] = turned;
  if (first === undefined) return true;
  const { left, right } = first;
  if (!turned.every((other) => sameMeaning(other.left, left) && sameMeaning(other.right, right)))
    return false;
  // A sign may decide what an indicator is out of, or whether it is vetoed, and the standard then does not tell.
  if (!sameMeaning(rulingsOf(a.leaf), rulingsOf(b.leaf))) return false;
  const bound = right.node === "figure" ? right.value : undefined;
  if (bound === undefined) return false;
  const [before, after] = [standardAt(a, left, bound), standardAt(b, left, bound)];
  return before !== undefined && after !== undefined && equals(before, after);
}

/** All that the score of a leaf rests on. */
function scoringOf({ leaf, program }: Placed): object {
  // Fields as well: how much may be judged is said where the points are.
  const { definitions, fields } = aloneWith(leaf, program);
  const { sense, points, upTo, standard } = leaf;
  // A target that the standard does not ask for decides nothing.
  return { sense, points, upTo, standard, rulings: rulingsOf(leaf), definitions, fields };
}

function rulingsOf({ notApplicable, vetoes }: Leaf): object {
  return { notApplicable, vetoes };
}

function isComparison(of: object): of is Comparison {
  return "node" in of && of.node === "compare";
}

/** What the standard comes to where what is measured is at a bound, whatever else is filed; undefined where that counts. */
function standardAt({ leaf, program }: Placed, measured: Expr, bound: Fraction): Fraction | undefined {
  if (measured.node !== "input" && measured.node !== "use") return undefined;
  const nothing = evaluateDraft(aloneWith(leaf, program), EMPTY);
  const outcome = supposed(leaf.standard, measured, bound, nothing);
  return outcome.state === "value" ? outcome.value : undefined;
}
