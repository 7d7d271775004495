/** One year from the year before: last year's text and this year's amendments give this year's text. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Parsed } from "../syntax/parser.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import type { AmendmentNode, RulesetNode, StatementNode } from "../syntax/tree.ts";
import { amendFields, type FormerField } from "./fields.ts";
import { amendIndicators } from "./indicators.ts";
import { quotedPath, type FormerName, type IndicatorWork } from "./naming.ts";
import { livePaths, writeOrder } from "./order.ts";
import { renameFields, renameMentions } from "./mentions.ts";
import { called, outlineOf, pathOf, shortest, type Item } from "./outline.ts";
import { whole, type Composed } from "./segments.ts";
import { amendStatements } from "./statements.ts";
import { Work } from "./work.ts";
import { written } from "./written.ts";

/** The rules of one year as one text. */
export interface ResolvedYear extends Composed {
  readonly year: string;
  /** The identity of indicators whose path it is not. */
  readonly ids: ReadonlyMap<string, string>;
  /** What indicators were called before. */
  readonly former: readonly FormerName[];
  /** What fields were called and counted in before, by what they are called now. */
  readonly fields: ReadonlyMap<string, readonly FormerField[]>;
  /** How its amendment file can be written on. */
  readonly amending: Amending | undefined;
}

/** Where an amendment file says what each indicator weighs, or could. */
export interface Amending {
  readonly file: string;
  readonly length: number;
  /** A line that is put at its end begins there. */
  readonly lineEnds: boolean;
  /** Where it says which year it inherits. */
  readonly inherits: { readonly start: number; readonly end: number };
  /** By the path of an indicator in the resolved text. */
  readonly indicators: ReadonlyMap<
    string,
    {
      /** What an amendment calls it. */
      readonly written: string;
      /** Where the body of its amendment begins, if it has one. */
      readonly body: number | undefined;
    }
  >;
  /** Where weights below an indicator (`""`: the whole) are changed. */
  readonly weighings: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>;
}

interface Amended extends Parsed {
  readonly file: string;
  readonly text: string;
  readonly heading: RulesetNode;
}

/** Works the amendments of a year into the year before; undefined when something was reported. */
export function resolveYear(
  before: ResolvedYear,
  base: Parsed,
  amended: Amended,
  vocabulary: Vocabulary,
  report: Report,
): ResolvedYear | undefined {
  const { file, text, tree, heading } = amended;
  const inherit = heading.inherit ?? heading;
  const work = new Work({
    base: written(before.text, base.tree),
    composed: before,
    amending: written(text, tree),
    file,
    year: before.year,
    report,
  });
  const outline = outlineOf(base.tree, before.ids);
  const on: IndicatorWork = { outline, former: before.former, added: [], weighings: [], pieces: new Map() };
  const { indicators, fields: ofFields, others } = sorted(tree.statements);
  const fields = amendFields(ofFields, new Map(before.fields), work);
  amendIndicators(indicators, on, work);
  amendStatements(others, work);
  if (work.failed) return undefined;
  writeOrder(on, work);
  renameFields(fields, vocabulary, work);
  renameMentions(on, fields, work);
  writeHeading(heading, work);
  const composed = work.draft.apply(before, whole(file, text));
  const live = livePaths(on);
  return {
    ...composed,
    year: heading.year?.value ?? "",
    ids: idsOf(live, heading.year?.value ?? ""),
    former: [...before.former, ...renamed(live)],
    fields: fields.former,
    amending: {
      file,
      length: text.length,
      lineEnds: /(?:^|[\r\n])$/.test(text),
      inherits: { start: inherit.start, end: inherit.end },
      indicators: new Map(
        live.map((item) => [pathOf(item).join("/"), amendableAs(item, live, indicators, outline.all)]),
      ),
      weighings: weighingsOf(on),
    },
  };
}

function sorted(statements: readonly StatementNode[]) {
  const amendments = statements.filter((node): node is AmendmentNode => node.kind === "amendment");
  const isField = ({ adjustments, subject, sense, statement }: AmendmentNode): boolean =>
    adjustments !== undefined ||
    (sense === "amend" && statement?.kind === "data") ||
    (sense === "remove" && (subject?.value === "数据" || subject?.value === "data"));
  const isIndicator = ({ path }: AmendmentNode): boolean => path.length > 0;
  return {
    indicators: amendments.filter(isIndicator),
    fields: amendments.filter(isField),
    others: statements.filter(
      (node) =>
        !WORKED_IN.has(node.kind) && (node.kind !== "amendment" || !(isIndicator(node) || isField(node))),
    ),
  };
}

/** What is worked in by itself; what 引用 stand for is put behind the text. */
const WORKED_IN: ReadonlySet<StatementNode["kind"]> = new Set(["ruleset", "include", "junk"] as const);

/** This year's first line, without 沿用; behind the comments at the top of last year's file. */
function writeHeading(heading: RulesetNode, work: Work): void {
  const old = work.base.tree.statements.find(({ kind }) => kind === "ruleset");
  if (!old) return;
  const line = work.take(heading.start, heading.year?.end ?? heading.end);
  const comments = work.comments(heading);
  work.draft.replace(old.start, old.end, [...comments, line]);
  const { tokens, text } = work.amending;
  const end = tokens.at(-1);
  const rest = end ? work.commentsBetween(end.start - end.before.length, text.length) : [];
  if (rest.length > 0) work.draft.insert(work.base.text.length, [{ put: "\n" }, ...rest]);
}

/** Identities that are not the path: of what was renamed or moved, and of what is new under a name that was another's. */
function idsOf(live: readonly Item[], year: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set(live.flatMap(({ node, id }) => (node ? [id] : [])));
  for (const item of live) {
    const path = pathOf(item).join("/");
    const id = item.node ? item.id : used.has(path) ? `${path}@${year}` : path;
    if (id !== path) ids.set(path, id);
  }
  return ids;
}

function renamed(live: readonly Item[]): readonly FormerName[] {
  return live.flatMap(({ node, path, id, ...item }) =>
    node && pathOf({ node, path, id, ...item }).join("/") !== path.join("/") ? [{ path, id }] : [],
  );
}

function amendableAs(
  item: Item,
  live: readonly Item[],
  amendments: readonly AmendmentNode[],
  all: readonly Item[],
): { readonly written: string; readonly body: number | undefined } {
  const own = amendments.find(
    (node) => node.sense === "amend" && item.node && all.includes(item) && isOf(node, item, all),
  );
  const open = own?.body && own.children.find((child) => !("children" in child) && child.value === "{");
  const known = item.node ? shortest(item, all, ({ path }) => path) : pathOf(item);
  return { written: quotedPath(known.join("/")), body: open?.end };
}

function isOf(node: AmendmentNode, item: Item, all: readonly Item[]): boolean {
  return called(node.path, all)[0] === item && called(node.path, all).length === 1;
}

function weighingsOf({ weighings }: IndicatorWork) {
  const places = new Map<string, { start: number; end: number }[]>();
  for (const { parent, at } of weighings) {
    const path = pathOf(parent).join("/");
    const list = places.get(path);
    if (list) list.push({ start: at.start, end: at.end });
    else places.set(path, [{ start: at.start, end: at.end }]);
  }
  return places;
}
