/** 修改, 删除, 新增 指标: what an indicator says, and whether it is there at all. */
import { H1107 } from "../model/H1107-not-allowed-here/index.ts";
import { AMENDMENT_FORMS } from "../syntax/vocabulary.ts";
import { KEYWORDS, keywordOf } from "../keywords.ts";
import type { AmendmentNode, ExtraNode, IndicatorNode, PropertyNode, StatementNode } from "../syntax/tree.ts";
import type { Names } from "../names.ts";
import type { Piece } from "./draft.ts";
import { H5004 } from "./H5004-nothing-to-amend/index.ts";
import { H5006 } from "./H5006-not-amendable/index.ts";
import { found, type IndicatorWork } from "./naming.ts";
import { isIndicatorWord, newItem, place, type Item } from "./outline.ts";
import { checkRemoved, inTurn, putInPlace } from "./placing.ts";
import { putProperties } from "./properties.ts";
import { BLANK, kindOf, type Work } from "./work.ts";

/** Amends the indicators; what is amended of them is said in `work` and `on.outline`. */
export function amendIndicators(nodes: readonly AmendmentNode[], on: IndicatorWork, work: Work): void {
  const placings: { readonly item: Item; readonly node: AmendmentNode }[] = [];
  for (const node of nodes) {
    if (node.sense === "add") {
      const [name] = node.path;
      if (!name) continue;
      const item = newItem(node, name.text, on.outline.root);
      on.added.push(item);
      placings.push({ item, node });
      continue;
    }
    const item = found(node.path, extrasApart(node, on.outline.all), kindWord(node), on, work);
    if (!item?.node) continue;
    const [first] = node.path;
    const at = { ...work.range(first ?? node), end: node.path.at(-1)?.end ?? node.end };
    if (!work.amend(item, item.name, at)) continue;
    if (node.sense === "remove") {
      item.removed = true;
      on.weighings.push({ parent: item.home ?? on.outline.root, at: first ?? node.keyword });
      work.remove(item.node, work.comments(node));
      continue;
    }
    if (node.place) placings.push({ item, node });
    if (!node.place && (node.body ?? []).length === 0) {
      work.fault(H5006, { what: item.name, why: "nothing" }, at);
      continue;
    }
    amendBody(node, item, item.node, on, work);
    const comments = work.comments(node);
    if (comments.length > 0) work.draft.lead(item.node.keyword.start, comments);
  }
  for (const { item, node } of inTurn(placings)) putInPlace(item, node, on, work);
  for (const item of on.added)
    if (item.added && !on.pieces.has(item)) on.pieces.set(item, addedPieces(item.added, work));
  checkRemoved(on, work);
}

function kindWord({ subject }: AmendmentNode): Names {
  const keyword = keywordOf(subject?.value ?? "");
  return keyword ? KEYWORDS[keyword] : KEYWORDS.indicator;
}

function extrasApart(node: AmendmentNode, items: readonly Item[]): readonly Item[] {
  const kind = isIndicatorWord(node) ? "indicator" : "extra";
  return items.filter((item) => item.node?.kind === kind);
}

// ---- what it says ------------------------------------------------------------------------------------------

function amendBody(
  amendment: AmendmentNode,
  item: Item,
  node: IndicatorNode | ExtraNode,
  on: IndicatorWork,
  work: Work,
): void {
  const given: StatementNode[] = [];
  const heads = new Map<string, PropertyNode>();
  for (const one of amendment.body ?? []) {
    const kind = kindOf(one);
    if (one.kind === "property" && (kind === "points" || kind === "name")) {
      const before = heads.get(kind);
      if (before)
        work.fault(H5006, { what: one.phrase.word.text, why: "twice" }, work.range(one), {
          related: [{ range: work.range(before), message: { zh: "先写在这里", en: "first written here" } }],
        });
      else heads.set(kind, one);
    } else if (one.kind === "property" || one.kind === "weighted") given.push(one);
    else if (one.kind === "indicator" && one.name) {
      const child = newItem({ ...amendment, subject: one.keyword, body: one.body }, one.name.text, item);
      place(child, item, undefined, undefined);
      on.weighings.push({ parent: item, at: one.name });
      on.added.push(child);
      on.pieces.set(child, [work.statement(one)]);
    } else if (one.kind === "amendment") takeOut(one, item, node, work);
    else work.fault(H1107, { word: wordOf(one), of: item.name }, work.range(one));
  }
  const points = heads.get("points")?.phrase.head;
  const old = node.kind === "indicator" ? node.points : node.atMost;
  if (points && old) {
    work.draft.replace(old.start, old.end, [work.take(points.start, points.end)]);
    on.weighings.push({
      parent: item.home ?? on.outline.root,
      at: heads.get("points")?.phrase.word ?? amendment.keyword,
    });
    if (node.body.some(({ kind }) => kind === "indicator"))
      on.weighings.push({ parent: item, at: heads.get("points")?.phrase.word ?? amendment.keyword });
  }
  const name = heads.get("name")?.phrase.head;
  if (name?.kind === "nameRef" && node.name) {
    work.draft.replace(node.name.start, node.name.end, [work.take(name.start, name.end)]);
    item.name = name.text;
  }
  putProperties(given, node.body, node, work);
}

/** `删除 否决` in the body: all of that kind. */
function takeOut(one: AmendmentNode, item: Item, node: IndicatorNode | ExtraNode, work: Work): void {
  const word = one.subject?.value ?? "";
  const form = AMENDMENT_FORMS.get(word);
  const kind = form?.id ?? (keywordOf(word) === "weighted" ? "weighted" : undefined);
  if (one.sense !== "remove" || kind === undefined || kind === "points" || kind === "name") {
    work.fault(H5006, { what: item.name, why: "nested" }, work.range(one));
    return;
  }
  const own = node.body.filter((statement) => kindOf(statement) === kind);
  if (own.length === 0) {
    const of = form?.name ?? KEYWORDS.weighted;
    const kind = { zh: `“${item.name}”的${of.zh}`, en: `${of.en} of “${item.name}”` };
    work.fault(H5004, { kind, name: "", year: work.year, near: [] }, work.range(one));
  }
  for (const [index, statement] of own.entries())
    work.remove(statement, index === 0 ? work.comments(one) : []);
}

function wordOf(node: StatementNode): string {
  const [first] = node.children;
  return first && !("children" in first) ? first.text : "";
}

/** `新增 指标 甲 4分 于 … { … }` as it would stand in a file of its own. */
function addedPieces(node: AmendmentNode, work: Work): readonly Piece[] {
  const { subject, children, place: where } = node;
  if (!subject) return [];
  const open = children.find((child) => !("children" in child) && child.value === "{");
  const start = open?.start ?? node.end;
  const head = where ? [work.take(subject.start, where.start), BLANK] : [];
  const rest = where ? [work.take(start, node.end)] : [work.take(subject.start, node.end)];
  return [...work.comments(node), ...head, ...rest];
}
