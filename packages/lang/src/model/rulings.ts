/** What overrides a score: 一票否决, 上限, 不适用 and 须说明, bound from their properties. */
import { compare, sign, type Fraction } from "@heng/number";
import * as b from "../core/build.ts";
import type { Expr, Group, Leaf, Treatment, Veto } from "../core/program.ts";
import type { BoundName, LeafContext } from "../core/method.ts";
import { constantOf } from "../core/constant.ts";
import { bySpelling } from "../keywords.ts";
import { PROPERTIES } from "../syntax/properties.ts";
import type { PropertyNode } from "../syntax/tree.ts";
import { bindPhrase } from "./bind.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1114 } from "./H1114-unknown-treatment/index.ts";
import { H1212 } from "./H1212-cap-below-zero/index.ts";
import { H1209 } from "./H1209-veto-above-points/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import type { Properties } from "./properties.ts";
import { checkDecimals } from "./weights.ts";

const NONE: readonly never[] = [];

/** A property bound by its table entry. */
function bound(
  node: PropertyNode,
  place: Place,
  points: Fraction,
  scope: Scope,
): { readonly clauses: Readonly<Record<string, unknown>>; readonly head: unknown } | undefined {
  const entry = PROPERTIES.find((p) => p.id === node.phrase.id);
  if (!entry) return undefined;
  const value = place.leaf?.value;
  const leaf: LeafContext = {
    id: "",
    name: "",
    points,
    places: scope.places,
    value,
    target: undefined,
    origin: rangeOf(place.file, node),
  };
  const done = bindPhrase(node.phrase, entry.syntax, { leaf, place, scope, measured: value });
  return (
    done && {
      clauses: done.clauses,
      head: (done.head as { value: unknown } | undefined)?.value,
    }
  );
}

/** 一票否决: what the score falls to, or the grade it may not exceed. `path` is empty for the whole. */
export function vetoes(
  properties: Properties,
  points: Fraction,
  place: Place,
  scope: Scope,
  path: readonly string[],
): readonly Veto[] {
  const written = properties.get("veto");
  if (!written) return NONE;
  return written.flatMap((node): readonly Veto[] => {
    const done = bound(node, place, points, scope);
    if (!done) return [];
    const when = done.clauses["when"] as Expr | undefined;
    const gets = done.clauses["gets"] as Expr | undefined;
    const grade = done.clauses["grade"] as { readonly notAbove?: BoundName } | undefined;
    const notAbove = grade?.notAbove?.text;
    const origin = rangeOf(place.file, node);
    if (!when || (gets === undefined) === (notAbove === undefined)) {
      finding(
        scope,
        H1108,
        {
          part: { zh: "得 … 或 等级 不高于 …（二者之一）", en: "gets … or grade notAbove … (one of them)" },
          of: path.at(-1) ?? node.phrase.word.text,
        },
        rangeOf(place.file, node.phrase.word),
      );
      return [];
    }
    return [{ when, ...(gets ? { gets } : {}), ...(notAbove === undefined ? {} : { notAbove }), origin }];
  });
}

/** A veto of an indicator gives no less than nothing and no more than the indicator can: it would be cut without a word. */
export function checkVetoes(list: readonly Veto[], most: Fraction, name: string, scope: Scope): void {
  for (const { gets, origin } of list) {
    const constant = gets && constantOf(gets);
    if (!constant || (sign(constant) >= 0 && compare(constant, most) <= 0)) continue;
    const below = sign(constant) < 0;
    finding(scope, H1209, { gets: b.showPlain(constant), most: b.showPlain(most), of: name, below }, origin);
  }
}

/** 上限: what the score of a group or of the whole may not exceed. */
export function caps(
  properties: Properties,
  points: Fraction,
  name: string,
  file: string,
  scope: Scope,
): Group["caps"] {
  const written = properties.get("cap");
  if (!written) return NONE;
  return written.flatMap((node) => {
    const done = bound(node, { file }, points, scope);
    const of = done?.head as Expr | undefined;
    if (!done || !of) return [];
    const when = done.clauses["when"] as Expr | undefined;
    const constant = constantOf(of);
    if (constant && sign(constant) < 0)
      finding(scope, H1212, { cap: b.showPlain(constant) }, rangeOf(file, node.phrase.head ?? node));
    if (of.node === "figure") checkDecimals(of.value, name, rangeOf(file, node), scope);
    return [{ of, ...(when ? { when } : {}), origin: rangeOf(file, node) }];
  });
}

/** What 不适用 may make of an indicator. */
const TREATMENTS: ReadonlyMap<string, Treatment> = bySpelling([
  "fullMarks",
  "zero",
  "redistribute",
  "rescale",
]);

/** 不适用: when an indicator does not apply, and what is then made of its points. */
export function treatments(
  properties: Properties,
  points: Fraction,
  place: Place,
  scope: Scope,
): Leaf["notApplicable"] {
  const written = properties.get("notApplicable");
  if (!written) return NONE;
  return written.flatMap((property) => {
    const done = bound(property, place, points, scope);
    const as = done?.clauses["as"] as BoundName | undefined;
    const when = done?.clauses["when"] as Expr | undefined;
    if (!done || !as || !when) return [];
    const treatment = TREATMENTS.get(as.text);
    if (!treatment) {
      finding(scope, H1114, { found: as.text }, as.origin);
      return [];
    }
    return [{ when, as: treatment, origin: rangeOf(place.file, property) }];
  });
}

/** 须说明: when a filing has to explain; it alone may ask for 得分. */
export function explanations(
  properties: Properties,
  points: Fraction,
  place: Place,
  scope: Scope,
): Leaf["mustExplain"] {
  const written = properties.get("mustExplain");
  if (!written) return NONE;
  const explainPlace: Place = place.leaf ? { ...place, leaf: { ...place.leaf, scoreKnown: true } } : place;
  return written.flatMap((property) => {
    const when = bound(property, explainPlace, points, scope)?.clauses["when"] as Expr | undefined;
    return when ? [{ when, origin: rangeOf(place.file, property) }] : [];
  });
}
