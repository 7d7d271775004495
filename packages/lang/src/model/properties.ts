/** Properties of a rule set, group, indicator or 方法: where each may stand, how often, and its text. */
import { PROPERTIES, type PropertyId } from "../syntax/properties.ts";
import type { PropertyNode, StatementNode } from "../syntax/tree.ts";
import { H1107 } from "./H1107-not-allowed-here/index.ts";
import { H1113 } from "./H1113-property-twice/index.ts";
import { finding, rangeOf, type Scope } from "./scope.ts";

/** Where each property may stand. */
export const FILE_PROPERTIES: ReadonlySet<PropertyId> = new Set([
  "title",
  "basis",
  "fullMarks",
  "round",
  "veto",
  "cap",
  "rescale",
  "describe",
]);

export const STANDARD_PROPERTIES: ReadonlySet<PropertyId> = new Set(["value", "target", "standard"]);

export const LEAF_PROPERTIES: ReadonlySet<PropertyId> = new Set([
  "value",
  "target",
  "standard",
  "notApplicable",
  "veto",
  "mustExplain",
  "describe",
  "source",
  "basis",
]);

export const GROUP_PROPERTIES: ReadonlySet<PropertyId> = new Set([
  "veto",
  "cap",
  "describe",
  "source",
  "basis",
  "rescale",
  "average",
]);

/** Properties that are written once. */
export const SINGLE: ReadonlySet<PropertyId> = new Set([
  "value",
  "target",
  "standard",
  "describe",
  "source",
  "rescale",
  "average",
  "title",
  "fullMarks",
  "round",
]);

const IDS: ReadonlyMap<string | undefined, PropertyId> = new Map(PROPERTIES.map(({ id }) => [id, id]));

/** Properties by id, in the order of the text. */
export type Properties = ReadonlyMap<PropertyId, readonly PropertyNode[]>;

/** Properties of a statement list by id; a second one of a kind that is written once is reported. */
export function propertiesOf(
  body: readonly StatementNode[],
  allowed: ReadonlySet<PropertyId>,
  of: string,
  file: string,
  scope: Scope,
): Properties {
  const found = new Map<PropertyId, PropertyNode[]>();
  for (const node of body) {
    if (node.kind !== "property") continue;
    const id = IDS.get(node.phrase.id);
    if (id === undefined) continue;
    if (!allowed.has(id)) {
      finding(scope, H1107, { word: node.phrase.word.text, of }, rangeOf(file, node.phrase.word));
      continue;
    }
    const list = found.get(id);
    const first = list?.[0];
    if (first && SINGLE.has(id)) {
      finding(
        scope,
        H1113,
        { word: node.phrase.word.text, of, other: undefined },
        rangeOf(file, node.phrase.word),
        {
          related: [
            {
              range: rangeOf(file, first.phrase.word),
              message: { zh: "先写在这里", en: "first written here" },
            },
          ],
        },
      );
      continue;
    }
    if (list) list.push(node);
    else found.set(id, [node]);
  }
  return found;
}

/** The text of a property such as 解释 "…". */
export function textOf(properties: Properties, id: PropertyId): string | undefined {
  let text: string | undefined;
  for (const { phrase } of properties.get(id) ?? []) {
    if (phrase.head?.kind !== "textLiteral") continue;
    text = text === undefined ? phrase.head.value : `${text}；${phrase.head.value}`;
  }
  return text;
}

const STATEMENT_WORDS: Readonly<Record<Exclude<StatementNode["kind"], "property" | "junk">, string>> = {
  ruleset: "规则集",
  grades: "等级",
  data: "数据",
  rows: "明细",
  statistics: "统计",
  unit: "单位",
  crossCheck: "核对",
  define: "定义",
  standardDefinition: "方法",
  include: "引用",
  indicator: "指标",
  extra: "加分项、扣分项",
  weighted: "加权",
  scenario: "案例",
  projectRows: "自定指标",
  amendment: "修改、删除、新增、调整",
};

/** Statements that a body cannot hold: they would be read nowhere. */
export function strays(
  body: readonly StatementNode[],
  allowed: readonly StatementNode["kind"][],
  of: string,
  file: string,
  scope: Scope,
): void {
  for (const node of body) {
    if (node.kind === "property" || node.kind === "junk" || allowed.includes(node.kind)) continue;
    finding(scope, H1107, { word: STATEMENT_WORDS[node.kind], of }, rangeOf(file, node));
  }
}
