/** 修改, 删除, 新增 of what is no indicator: 等级, 核对, 定义, 方法, 明细, 案例, and what the rule set says of the whole. */
import { replacement } from "../diagnostics/fix.ts";
import { KEYWORDS, keywordOf, type Keyword } from "../keywords.ts";
import { normal, quoted } from "../model/names.ts";
import { SINGLE } from "../model/properties.ts";
import type { Names } from "../names.ts";
import { nearest } from "../nearest.ts";
import { PROPERTIES } from "../syntax/properties.ts";
import type { AmendmentNode, Node, StatementNode } from "../syntax/tree.ts";
import type { Piece } from "./draft.ts";
import { H5004 } from "./H5004-nothing-to-amend/index.ts";
import { H5006 } from "./H5006-not-amendable/index.ts";
import { kindOf, type Work } from "./work.ts";

/** Kinds of statements in the order in which a file usually has them. */
const ORDER: readonly StatementNode["kind"][] = [
  "ruleset",
  "property",
  "unit",
  "grades",
  "data",
  "rows",
  "crossCheck",
  "define",
  "standardDefinition",
  "statistics",
  "indicator",
  "projectRows",
  "extra",
  "scenario",
];

const WORDS: Readonly<Partial<Record<StatementNode["kind"], Names>>> = {
  grades: KEYWORDS.grade,
  rows: KEYWORDS.rows,
  crossCheck: KEYWORDS.crossCheck,
  define: KEYWORDS.define,
  standardDefinition: KEYWORDS.method,
  unit: KEYWORDS.unit,
  scenario: KEYWORDS.scenario,
};

const KINDS: Readonly<Partial<Record<Keyword, StatementNode["kind"]>>> = {
  grade: "grades",
  rows: "rows",
  crossCheck: "crossCheck",
  define: "define",
  method: "standardDefinition",
  unit: "unit",
  scenario: "scenario",
};

/** Said of the whole once, though 依据 may be written in several lines: this year's stands for last year's. */
const SAID_ONCE: ReadonlySet<string> = new Set<string>([...SINGLE, "basis"]);

/** What a statement is called, and the kind of it. */
function titleOf(node: StatementNode): string {
  if ("name" in node && node.name) return node.name.text;
  return "title" in node ? (node.title?.value ?? "") : "";
}

/** Of what a statement says of itself: `定义 甲`, `案例 "乙"`, `封顶`. */
function same(kind: string, title: string): (node: StatementNode) => boolean {
  return (node) => kindOf(node) === kind && normal(titleOf(node)) === normal(title);
}

/** Statements that replace those of last year: several 封顶 stand together for all there were. */
type Instead = Map<string, { readonly old: readonly StatementNode[]; readonly by: Piece[] }>;

/**
 * Replaces, takes out and adds statements, in the order of the text: amendments, and statements that stand in the file
 * without a word of amendment.
 */
export function amendStatements(
  nodes: readonly (AmendmentNode | Exclude<StatementNode, AmendmentNode>)[],
  work: Work,
): void {
  const instead: Instead = new Map();
  for (const node of nodes) {
    if (node.kind !== "amendment") say(node, work);
    else if (node.sense === "remove") removeStatement(node, work);
    else if (node.statement) amendStatement(node, node.statement, instead, work);
  }
  for (const { old, by } of instead.values()) {
    const [first, ...others] = old;
    if (first) work.replace(first, statementsOf(by));
    for (const other of others) work.remove(other);
  }
}

function amendStatement(node: AmendmentNode, statement: StatementNode, instead: Instead, work: Work): void {
  const kind = kindOf(statement);
  const title = titleOf(statement);
  if (node.sense === "add") {
    add(statement, [...work.comments(node), work.take(statement.start, statement.end)], work);
    return;
  }
  const words = statement.kind === "property" ? propertyWords(kind) : WORDS[statement.kind];
  if (node.sense !== "amend" || !words) {
    work.fault(H5006, { what: statementWord(statement), why: "kind" }, work.range(node.keyword));
    return;
  }
  const at = nameRange(statement, work);
  const key = `${kind} ${normal(title)}`;
  const several = statement.kind === "property" && !SAID_ONCE.has(kind);
  const pieces = [...work.comments(node), work.take(statement.start, statement.end)];
  const begun = instead.get(key);
  if (begun && several) begun.by.push(...pieces);
  else if (several || work.amend(key, title === "" ? words.zh : title, at)) {
    const old = work.base.tree.statements.filter(same(kind, title));
    if (old.length === 0) missing(words, title, kind, at, work);
    else instead.set(key, { old, by: [...pieces] });
  }
}

/** A statement as in any file: what is said once takes the place of last year's, all else is added. */
function say(statement: StatementNode, work: Work): void {
  const kind = kindOf(statement);
  const once = statement.kind === "property" && SAID_ONCE.has(kind);
  const [first, ...others] = once ? work.base.tree.statements.filter(same(kind, "")) : [];
  const pieces = [work.statement(statement)];
  if (!first) add(statement, pieces, work);
  // 依据 in several lines: the first takes the place, the others follow it.
  else if (work.amendedAt(first)) work.behind(first, pieces);
  else if (work.amend(first, statementWord(statement), work.range(statement))) {
    work.replace(first, pieces);
    for (const other of others) work.remove(other);
  }
}

/** Comments and statements, without what stands between them. */
function statementsOf(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => !("put" in piece));
}

/** Puts a statement behind the last of its kind, or where such usually stand. */
function add(statement: StatementNode, pieces: readonly Piece[], work: Work): void {
  const rank = ORDER.indexOf(statement.kind);
  const last = work.base.tree.statements.findLast((node) => {
    const own = ORDER.indexOf(node.kind);
    return own >= 0 && own <= rank;
  });
  if (last) work.behind(last, pieces);
}

function removeStatement(node: AmendmentNode, work: Work): void {
  const word = node.subject?.value ?? "";
  const keyword = keywordOf(word);
  const property = PROPERTIES.find(({ name }) => name.zh === word || name.en === word);
  const kind = property?.id ?? (keyword && KINDS[keyword]);
  const words = property?.name ?? (keyword && KEYWORDS[keyword]);
  if (!words || kind === undefined) {
    work.fault(H5006, { what: word, why: "kind" }, work.range(node.subject ?? node.keyword));
    return;
  }
  const comments = work.comments(node);
  const names = node.names ?? [];
  const titles = names.length > 0 ? names.map(({ text }) => text) : [node.title?.value ?? ""];
  for (const [index, title] of titles.entries()) {
    const old = work.base.tree.statements.filter(same(kind, title));
    const at = work.range(names[index] ?? node.title ?? node.subject ?? node.keyword);
    if (old.length === 0) missing(words, title, kind, at, work);
    else if (work.amend(`${kind} ${normal(title)}`, title === "" ? words.zh : title, at))
      for (const [n, statement] of old.entries())
        work.remove(statement, index === 0 && n === 0 ? comments : []);
  }
}

function nameRange(statement: StatementNode, work: Work) {
  if ("name" in statement && statement.name) return work.range(statement.name);
  if ("title" in statement && statement.title) return work.range(statement.title);
  return work.range(statement.kind === "property" ? statement.phrase.word : firstToken(statement));
}

function firstToken(node: Node): Node | (typeof node.children)[number] {
  return node.children[0] ?? node;
}

function statementWord(statement: StatementNode): string {
  const [first] = statement.children;
  if (statement.kind === "property") return statement.phrase.word.text;
  return first && !("children" in first) ? first.text : "";
}

function propertyWords(id: string): Names | undefined {
  return PROPERTIES.find((one) => one.id === id)?.name;
}

function missing(kind: Names, title: string, of: string, at: ReturnType<Work["range"]>, work: Work): void {
  const known = work.base.tree.statements.flatMap((node) => (kindOf(node) === of ? [titleOf(node)] : []));
  const near = title === "" ? [] : nearest(title, known);
  const text = of === "scenario" || of === "crossCheck" ? (name: string) => `"${name}"` : quoted;
  work.fault(H5004, { kind, name: title, year: work.year, near: near.map(text) }, at, {
    fixes: near.map((name) => replacement(at, text(name), `改为“${name}”`, `write ${name}`)),
  });
}
