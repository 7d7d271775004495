/** Where added and moved indicators stand among the others. */
import { KEYWORDS } from "../keywords.ts";
import { normal } from "../model/names.ts";
import type { AmendmentNode, NameNode } from "../syntax/tree.ts";
import { H5005 } from "./H5005-amended-twice/index.ts";
import { H5006 } from "./H5006-not-amendable/index.ts";
import { found, type IndicatorWork } from "./naming.ts";
import { called, isIndicatorWord, place, type Item } from "./outline.ts";
import type { Work } from "./work.ts";

/** What stands beside something that is put in place itself, after that: the order of the text does not matter. */
export function inTurn<T extends { readonly item: Item; readonly node: AmendmentNode }>(
  placings: readonly T[],
): readonly T[] {
  const done: T[] = [];
  const left = [...placings];
  const waits = ({ node, item }: T): boolean => {
    const names = [node.place?.sibling, ...(node.place?.under ?? [])].flatMap((n) =>
      n ? [normal(n.text)] : [],
    );
    const isMeant = ({ name, path }: Item): boolean =>
      [name, path.at(-1) ?? ""].some((one) => names.includes(normal(one)));
    return left.some((other) => other.item !== item && isMeant(other.item));
  };
  while (left.length > 0) {
    const index = Math.max(
      0,
      left.findIndex((one) => !waits(one)),
    );
    done.push(...left.splice(index, 1));
  }
  return done;
}

export function putInPlace(item: Item, node: AmendmentNode, on: IndicatorWork, work: Work): void {
  const { root, all } = on.outline;
  const at = node.path[0] ?? node.keyword;
  const where = node.place;
  if (!isIndicatorWord(node) && where) {
    work.fault(H5006, { what: item.name, why: "extra" }, work.range(where));
    return;
  }
  const indicators = all.filter((one) => one.node?.kind === "indicator");
  const far = (names: readonly NameNode[]): Item | undefined => {
    const news = on.added.filter(
      (one) =>
        one !== item &&
        one.added?.sense === "add" &&
        names.length === 1 &&
        normal(one.name) === normal(names[0]?.text ?? ""),
    );
    const [only] = news;
    return only && called(names, all).length === 0
      ? only
      : found(names, indicators, KEYWORDS.indicator, on, work);
  };
  let under: Item | undefined = root;
  let sibling: Item | undefined;
  if (where?.under) {
    under = far(where.under);
    if (!under) return;
  }
  if (where?.sibling) {
    const { sibling: name } = where;
    if (where.under) {
      const isMeant = (one: Item): boolean =>
        [one.name, one.path.at(-1) ?? ""].some((n) => normal(n) === normal(name.text));
      sibling = under.children.find((one) => !one.removed && isMeant(one));
      if (!sibling) {
        const gone = all.find((one) => one.home === under && isMeant(one));
        const related = gone ? amendedHere(gone, work) : [];
        work.fault(H5006, { what: name.text, why: "sibling" }, work.range(name), { related });
        return;
      }
    } else {
      sibling = far([name]);
      under = sibling?.parent;
      if (!sibling || !under) return;
    }
  }
  for (let up: Item | undefined = under; up; up = up.parent)
    if (up === item) {
      work.fault(H5006, { what: item.name, why: "inside" }, work.range(where ?? at));
      return;
    }
  for (const one of [under, sibling])
    if (one?.removed) {
      const related = amendedHere(one, work);
      work.fault(H5005, { name: item.name, above: one.name }, work.range(where ?? at), { related });
      return;
    }
  if (item.node) {
    item.moved = true;
    on.weighings.push({ parent: item.home ?? root, at });
  }
  on.weighings.push({ parent: under, at });
  place(item, under, where?.where, sibling);
}

function amendedHere(item: Item, work: Work) {
  const range = work.amendedAt(item);
  const message = item.removed
    ? { zh: "在这里删去", en: "removed here" }
    : { zh: "在这里移走", en: "moved here" };
  return range ? [{ range, message }] : [];
}

/** What is amended must not lie in what is removed. */
export function checkRemoved({ outline }: IndicatorWork, work: Work): void {
  for (const item of outline.all) {
    const at = work.amendedAt(item);
    if (!at || item.moved) continue;
    for (let up = item.home; up; up = up.moved ? undefined : up.home)
      if (up.removed) {
        work.fault(H5005, { name: item.name, above: up.name }, at, { related: amendedHere(up, work) });
        break;
      }
  }
}
