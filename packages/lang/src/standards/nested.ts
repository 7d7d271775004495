/** Standards inside a standard: 方法, 首个, 择优. */
import { compare, type Fraction } from "@heng/number";
import type { Build } from "../core/method.ts";
import type { Lang, Names } from "../names.ts";
import { wordingOf, type BoundStandard, type LeafContext, type Lowered } from "../core/method.ts";

/**
 * A standard that gives the result by itself, where `Build.standard` is for one that others are compared with: what
 * stands around it clamps it, so its formula is read as if it stood there alone.
 */
export function inPlace({ method, bound, leaf }: BoundStandard, b: Build): Lowered {
  return method.lower(bound as never, leaf, b);
}

/** The wording of a nested standard without its full stop; in ( ) where it is a list of its own. */
export function innerWording(standard: BoundStandard, { spelling }: LeafContext, lang: Lang): string {
  const text = wordingOf(standard, spelling)[lang].replace(/[。.]$/u, "");
  if (!text.includes("①")) return text;
  return lang === "zh" ? `（${text}）` : `(${text})`;
}

/** The highest score that one of several standards can give. */
export function highestOf(lowered: readonly Lowered[], points: Fraction): Fraction {
  return lowered.reduce((most, { upTo }) => (upTo && compare(upTo, most) > 0 ? upTo : most), points);
}

/** What a standard is called among others. */
export function standardName({ method, bound }: BoundStandard): Names {
  return method.called?.(bound as never) ?? method.name;
}
