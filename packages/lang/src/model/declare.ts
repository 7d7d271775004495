/** What a rule set declares: fields, row lists, 定义 and 方法, each name once, and which of them nothing uses. */
import type { FieldSpec, RowList } from "../core/program.ts";
import type { Diagnostic, Range } from "../diagnostics/diagnostic.ts";
import type { NameNode, Node, StatementNode, Token } from "../syntax/tree.ts";
import { elaborate } from "./expression.ts";
import { fieldSpec, rowList } from "./data.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1103 } from "./H1103-unused/index.ts";
import { normal } from "./names.ts";
import { finding, rangeOf, type DeclaredDefinition, type DeclaredStandard, type Scope } from "./scope.ts";
import type { ParsedFile } from "./includes.ts";

/** A statement of one kind, and the file it stands in. */
export interface StatementOf<K extends StatementNode["kind"]> {
  readonly file: string;
  readonly node: Extract<StatementNode, { kind: K }>;
}

/** The statements of one kind, of all files. */
export type Statements = <K extends StatementNode["kind"]>(kind: K) => readonly StatementOf<K>[];

/** What a rule set declares, by name. */
export interface Declared {
  readonly fields: Map<string, FieldSpec>;
  readonly rowLists: Map<string, RowList>;
  readonly definitions: Map<string, DeclaredDefinition>;
  readonly standards: Map<string, DeclaredStandard>;
}

/** Fills the maps; gives where each name was declared. */
export function declare(
  of: Statements,
  { fields, rowLists, definitions, standards }: Declared,
  scope: Scope,
): ReadonlyMap<string, Range> {
  const first = new Map<string, Range>();
  const fresh = (name: NameNode, file: string): boolean => {
    const key = normal(name.text);
    const before = first.get(key);
    if (!before) {
      first.set(key, rangeOf(file, name));
      return true;
    }
    finding(scope, H1102, { name: name.text }, rangeOf(file, name), { related: [firstWritten(before)] });
    scope.broken.add(name.text); // it may be spelt in other characters than the first
    return false;
  };
  for (const { file, node } of of("data")) {
    for (const field of node.fields) {
      if (!field.name || !fresh(field.name, file)) continue;
      // 全年预算数（万元）: the parser has said that the unit stands behind a blank.
      const [, bare] =
        field.name.token.kind === "name" ? [] : (/^([^（(]+)[（(]/.exec(field.name.text) ?? []);
      if (bare !== undefined) scope.broken.add(bare);
      const spec = fieldSpec(field, file, scope);
      if (spec) fields.set(spec.name, spec);
      else scope.broken.add(field.name.text);
    }
  }
  for (const { file, node } of of("rows")) {
    if (!node.name || !fresh(node.name, file)) continue;
    const list = rowList(node, file, scope);
    if (list) rowLists.set(list.name, list);
    else scope.broken.add(node.name.text);
  }
  for (const { file, node } of of("define")) {
    if (node.name && fresh(node.name, file)) definitions.set(node.name.text, { node, file });
  }
  for (const { file, node } of of("standardDefinition")) {
    if (node.name && fresh(node.name, file)) standards.set(node.name.text, { node, file });
  }
  return first;
}

export function firstWritten(range: Range): Diagnostic["related"][number] {
  return { range, message: { zh: "先写在这里", en: "first written here" } };
}

/** Works out what nothing used, so that mistakes in it are found too. */
export function useAll(scope: Scope): void {
  for (const [name, { node, file, result, refused }] of scope.definitions) {
    const known = result !== undefined || (scope.usedDefinitions.has(name) && !refused);
    if (known || node.parameters || !node.body) continue;
    scope.underWay.push(name);
    elaborate(node.body, { file }, scope);
    scope.underWay.pop();
  }
}

/** Reports fields, row lists, 定义 and 方法 that nothing uses; a field that is in `mentions` counts as used. */
export function unused(
  declared: ReadonlyMap<string, Range>,
  mentions: ReadonlySet<string>,
  scope: Scope,
): void {
  for (const list of scope.rowLists.values()) {
    const at = declared.get(normal(list.name));
    if (at && !scope.used.has(list.name) && !mentions.has(list.name))
      finding(scope, H1103, { name: list.name, kind: { zh: "明细", en: "row list" } }, at);
  }
  for (const field of scope.fields.values()) {
    if (!scope.used.has(field.name) && !mentions.has(field.name))
      finding(scope, H1103, { name: field.name, kind: { zh: "数据", en: "field" } }, field.origin);
  }
  if (scope.budget.reported) return; // what was not put in any more may use it
  for (const [name, { node, file }] of scope.definitions) {
    if (!scope.usedDefinitions.has(name))
      finding(
        scope,
        H1103,
        { name, kind: { zh: "定义", en: "definition" } },
        rangeOf(file, node.name ?? node),
      );
  }
  for (const [name, { node, file }] of scope.standards) {
    if (!scope.usedDefinitions.has(name))
      finding(scope, H1103, { name, kind: { zh: "方法", en: "method" } }, rangeOf(file, node.name ?? node));
  }
}

/** Names that stand more than once in the text: where they are declared, and elsewhere. */
export function mentioned(files: readonly ParsedFile[]): ReadonlySet<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  const visit = (at: Node | Token): void => {
    if ("children" in at) at.children.forEach(visit);
    else (once.has(at.value) ? more : once).add(at.value);
  };
  for (const { tree } of files) visit(tree);
  return more;
}
