/** 调整 数据, 删除 数据: fields that are renamed, counted in another unit, declared anew, added or taken out. */
import { replacement } from "../diagnostics/fix.ts";
import { KEYWORDS } from "../keywords.ts";
import { normal, quoted } from "../model/names.ts";
import { nearest } from "../nearest.ts";
import type {
  AdjustmentNode,
  AmendmentNode,
  DataNode,
  FieldNode,
  NameNode,
  QuantityNode,
} from "../syntax/tree.ts";
import { H5004 } from "./H5004-nothing-to-amend/index.ts";
import { H5006 } from "./H5006-not-amendable/index.ts";
import type { Work } from "./work.ts";

/** How a field was called and counted in an earlier year. */
export interface FormerField {
  /** The last year in which it was so. */
  readonly until: string;
  readonly name: string;
  /** As it was written: a unit, or a kind. */
  readonly type: string;
}

export interface FieldWork {
  /** By last year's name. */
  readonly renamed: Map<string, NameNode>;
  readonly removed: Set<string>;
  /** By this year's name. */
  readonly former: Map<string, readonly FormerField[]>;
}

export function amendFields(
  nodes: readonly AmendmentNode[],
  former: FieldWork["former"],
  work: Work,
): FieldWork {
  const declared = work.base.tree.statements.flatMap((node) => (node.kind === "data" ? node.fields : []));
  const done: FieldWork = { renamed: new Map(), removed: new Set(), former: new Map(former) };
  const find = (name: NameNode): FieldNode | undefined =>
    declared.find((field) => field.name && normal(field.name.text) === normal(name.text));
  for (const node of nodes) {
    for (const name of node.sense === "remove" ? (node.names ?? []) : []) {
      const field = find(name) ?? unknown(name, declared, work);
      if (!field?.name || !work.amend(field, name.text, work.range(name))) continue;
      done.removed.add(field.name.text);
      work.remove(field, work.comments(node));
    }
    for (const one of adjustmentsOf(node)) {
      const old = one.was ?? (one.unit ? one.name : undefined);
      if (old) {
        const field = find(old) ?? unknown(old, declared, work);
        if (!field) continue;
        if (one.was) rename(one, field, done, work);
        else recount(one, field, done, work);
        tell(one, field, work);
      } else if (one.name && one.field) declare(one, find(one.name), work);
    }
    const [comments, at] = [work.comments(node), work.base.tree.statements.findLast(isData)];
    if (comments.length > 0 && at) work.ahead(at, comments);
  }
  return done;
}

function isData(node: { readonly kind: string }): node is DataNode {
  return node.kind === "data";
}

/** `修改 数据 { … }` declares fields anew as 调整 does. */
function adjustmentsOf({ adjustments, sense, statement }: AmendmentNode): readonly AdjustmentNode[] {
  if (adjustments) return adjustments;
  if (sense !== "amend" || statement?.kind !== "data") return [];
  return statement.fields.map((field) => ({
    kind: "adjustment",
    start: field.start,
    end: field.end,
    children: field.children,
    name: field.name,
    was: undefined,
    unit: undefined,
    field,
  }));
}

function unknown(name: NameNode, declared: readonly FieldNode[], work: Work): undefined {
  const near = nearest(
    name.text,
    declared.flatMap((field) => field.name?.text ?? []),
  );
  const range = work.range(name);
  const data = { kind: KEYWORDS.data, name: name.text, year: work.year, near: near.map(quoted) };
  work.fault(H5004, data, range, {
    fixes: near.map((n) => replacement(range, quoted(n), `改为“${n}”`, `write ${n}`)),
  });
}

/** The comments of an adjustment stand with its field. */
function tell(one: AdjustmentNode, field: FieldNode, work: Work): void {
  const comments = work.comments(one);
  if (comments.length > 0) work.draft.lead(field.start, work.lined(field.start, comments));
}

function rename({ name, was }: AdjustmentNode, field: FieldNode, done: FieldWork, work: Work): void {
  if (!name || !was || !field.name || !work.amend(field, was.text, work.range(was))) return;
  done.renamed.set(field.name.text, name);
  work.draft.replace(field.name.start, field.name.end, [work.take(name.start, name.end)]);
  remember(name.text, field, done, work);
}

function recount({ name, unit }: AdjustmentNode, field: FieldNode, done: FieldWork, work: Work): void {
  if (!name || !unit || !field.type || !work.amend(field, name.text, work.range(name))) return;
  const old = field.type;
  if (old.items) {
    work.fault(H5006, { what: name.text, why: "unit" }, work.range(unit));
    return;
  }
  work.draft.replace(old.start, old.end, [work.take(unit.start, unit.end)]);
  // A range without its unit was in the old one: the amounts stay what they were.
  const unitBefore = work.base.text.slice(old.start, old.end);
  for (const bare of bareQuantities(field)) work.draft.insert(bare.end, [{ put: unitBefore }]);
  remember(field.name?.text ?? name.text, field, done, work);
}

/** Figures of a declared range that stand without a unit and are not 0. */
function bareQuantities({ constraints }: FieldNode): readonly QuantityNode[] {
  const found: QuantityNode[] = [];
  const visit = (node: { readonly kind: string; readonly children: FieldNode["children"] }): void => {
    if (node.kind === "quantity") {
      const quantity = node as QuantityNode;
      if (quantity.unit === undefined && !/^0*(?:\.0*)?$/.test(quantity.number)) found.push(quantity);
      return;
    }
    for (const child of node.children) if ("children" in child) visit(child);
  };
  for (const constraint of constraints) visit(constraint);
  return found;
}

function remember(name: string, field: FieldNode, { former }: FieldWork, work: Work): void {
  const before = { until: work.year, name: field.name?.text ?? name, type: field.type?.text ?? "" };
  const earlier = former.get(before.name) ?? [];
  former.delete(before.name);
  former.set(name, [...earlier, before]);
}

/** A field as it is this year: in the place of last year's, or behind the others. */
function declare({ name, field }: AdjustmentNode, old: FieldNode | undefined, work: Work): void {
  if (!name || !field) return;
  if (old) {
    if (work.amend(old, name.text, work.range(name))) work.replace(old, [work.statement(field)]);
    return;
  }
  const pieces = [work.statement(field)];
  const data = work.base.tree.statements.findLast(isData);
  if (data) work.atEnd(data, pieces);
  else {
    const last = work.base.tree.statements.findLast(
      ({ kind }) => kind === "grades" || kind === "property" || kind === "ruleset",
    );
    if (last) work.behind(last, [{ put: "数据 {\n" }, ...pieces, { put: "\n}\n" }]);
  }
}
