/**
 * From parsed files to the checked program. All that can be known before data arrives is reported here; the program is
 * given only when nothing is in error, because a half-right rule set must not score.
 */
import { add, equals, fraction, ZERO, type Fraction } from "@heng/number";
import type {
  CrossCheck,
  FieldSpec,
  Grade,
  Group,
  Leaf,
  Program,
  RowList,
  Scenario,
} from "../core/program.ts";
import { POINTS } from "../core/type.ts";
import * as b from "../core/build.ts";
import { diagnose, type Diagnostic, type Range } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "../limits.ts";
import type { AnyMethod, BoundStandard } from "../core/method.ts";
import type { CrossCheckNode, FileNode, NameNode, Node, StatementNode, Token } from "../syntax/tree.ts";
import { condition, elaborate, figureAs } from "./expression.ts";
import { fieldSpec, rowList } from "./data.ts";
import { checkDigits } from "./digits.ts";
import { checkReach, grades } from "./grades.ts";
import { H1121 } from "./H1121-too-many-indicators/index.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1103 } from "./H1103-unused/index.ts";
import { H1107 } from "./H1107-not-allowed-here/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1110 } from "./H1110-comes-later/index.ts";
import { H1117 } from "./H1117-include-not-found/index.ts";
import { H1118 } from "./H1118-year-differs/index.ts";
import { H1119 } from "./H1119-cross-check-sign/index.ts";
import { H1202 } from "./H1202-total-unequal/index.ts";
import { children, extras, type Gathered } from "./indicators.ts";
import { FILE_PROPERTIES, propertiesOf, STANDARD_PROPERTIES, strays, textOf } from "./properties.ts";
import { caps, vetoes } from "./rulings.ts";
import { checkDecimals } from "./weights.ts";
import { normal } from "./names.ts";
import { scenario } from "./scenario.ts";
import {
  finding,
  rangeOf,
  replacement,
  type DeclaredDefinition,
  type DeclaredStandard,
  type Scope,
} from "./scope.ts";

/** A parsed file of the rule set: the main one first, then those it includes, by the path as written. */
export interface ParsedFile {
  readonly file: string;
  readonly tree: FileNode;
}

export interface CompileInput {
  readonly main: ParsedFile;
  /** What 引用 "path" gives, asked with the file that says so; undefined: not found. */
  include?(path: string, from: string): ParsedFile | undefined;
  readonly methods: readonly AnyMethod[];
  /** Whether the parser has found errors in what was read so far. */
  broken?(): boolean;
  /** The year the file lies under (`rules/2022/…`), to be compared with its heading. */
  readonly year?: string;
}

export interface Compiled {
  /** Undefined when anything is in error. */
  readonly program: Program | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Bound standards by indicator id: for reference formulas and the editor. */
  readonly standards: ReadonlyMap<string, BoundStandard>;
}

const LATER: ReadonlyMap<StatementNode["kind"], { zh: string; en: string }> = new Map([
  ["statistics", { zh: "统计", en: "statistics" }],
  ["projectRows", { zh: "自定指标", en: "projectRows" }],
  ["amendment", { zh: "修改、删除、新增、调整（年度沿用）", en: "amend, remove, add, adjust (years)" }],
]);

/** Checks a rule set and makes its program. Pure: the same files give the same result. */
export function compileFiles(input: CompileInput): Compiled {
  const diagnostics: Diagnostic[] = [];
  // The body of a function or 方法 is worked out wherever it is used; a mistake in it is told once.
  const told = new Set<string>();
  const report = (d: Diagnostic): void => {
    const key = JSON.stringify([d.code, d.range, d.message.zh]);
    if (!told.has(key)) diagnostics.push(d);
    told.add(key);
  };
  const files = withIncludes(input, report);
  const statements = files.flatMap(({ file, tree }) => tree.statements.map((node) => ({ file, node })));
  const main = input.main.file;
  const of = <K extends StatementNode["kind"]>(
    kind: K,
  ): readonly { file: string; node: Extract<StatementNode, { kind: K }> }[] =>
    statements.filter(
      (s): s is { file: string; node: Extract<StatementNode, { kind: K }> } => s.node.kind === kind,
    );

  const places = decimals(input.main.tree.statements, main, report);
  const fields = new Map<string, FieldSpec>();
  const rowLists = new Map<string, RowList>();
  const definitions = new Map<string, DeclaredDefinition>();
  const standards = new Map<string, DeclaredStandard>();
  const gradeList: Grade[] = [];
  const scope: Scope = {
    fields,
    rowLists,
    definitions,
    standards,
    units: new Set(of("unit").flatMap(({ node }) => (node.name ? [node.name.text] : []))),
    grades: gradeList,
    methods: new Map(input.methods.map((m) => [m.id, m])),
    places,
    report,
    broken: new Set(),
    used: new Set(),
    usedDefinitions: new Set(),
    underWay: [],
    program: new Map(),
    copies: new Map(),
    budget: { nodes: 0, reported: false, lookups: 0 },
  };

  const declared = declare(of, fields, rowLists, definitions, standards, scope);
  const [gradesNode, ...moreGrades] = of("grades");
  if (gradesNode) gradeList.push(...grades(gradesNode.node, gradesNode.file, scope));
  for (const { file, node } of moreGrades)
    finding(scope, H1102, { name: "等级" }, rangeOf(file, node), {
      related: gradesNode ? [firstWritten(rangeOf(gradesNode.file, gradesNode.node))] : [],
    });
  for (const { file, node } of statements) {
    const later = LATER.get(node.kind);
    if (later)
      finding(
        scope,
        H1110,
        { what: later },
        rangeOf(file, "keyword" in node ? (node.keyword as Token) : node),
      );
    if (node.kind === "weighted") finding(scope, H1107, { word: "加权", of: "规则集" }, rangeOf(file, node));
    if (node.kind === "standardDefinition") {
      const name = node.name?.text ?? "方法";
      propertiesOf(node.body, STANDARD_PROPERTIES, name, file, scope);
      strays(node.body, [], name, file, scope);
    }
    if (file !== main) onlyMain(node, file, scope);
  }

  const head = header(input, of("ruleset"), scope);
  const gathered: Gathered = { standards: new Map(), asked: [], failed: false };
  const properties = propertiesOf(
    input.main.tree.statements,
    FILE_PROPERTIES,
    head?.name ?? "规则集",
    main,
    scope,
  );
  const basis = textOf(properties, "basis");
  const top = children(statements, [], basis, scope, gathered);
  const extra = extras(statements, top, basis, scope, gathered);
  const fullMarks = wholeMarks(
    properties.get("fullMarks")?.[0]?.phrase.head,
    top,
    head?.at,
    main,
    scope,
    gathered,
  );
  const all = flatten(top);
  if (files.length > 1) tooMany(all, scope); // of one file the parser counts them
  const crossChecks = of("crossCheck").flatMap(({ file, node }) => crossCheck(node, file, scope));
  const title = textOf(properties, "title") ?? head?.name ?? "";
  const limits = fullMarks && {
    vetoes: vetoes(properties, fullMarks, { file: main }, scope, []),
    caps: caps(properties, fullMarks, title, main, scope),
  };
  useAll(definitions, standards, scope);
  // Behind an error a use may not have been reached: then what is mentioned anywhere counts as used.
  const errors = input.broken?.() === true || diagnostics.some((d) => d.severity === "error");
  unused(fields, rowLists, declared, errors ? mentioned(files) : new Set(), scope);

  if (!gradesNode && head)
    finding(scope, H1108, { part: { zh: "等级 { … }", en: "grade { … }" }, of: head.name }, head.at);
  if (gradesNode && fullMarks && !gathered.failed) {
    const bonus = [...all, ...extra].reduce((t, i) => (i.kind === "leaf" ? add(t, b.excess(i)) : t), ZERO);
    checkReach(gradesNode.node, gradeList, fullMarks, bonus, gradesNode.file, scope);
  }
  const root: Group | undefined = limits && {
    kind: "group",
    id: "",
    path: [],
    name: title,
    points: fullMarks,
    combine: { kind: "sum" },
    rescale: true, // the whole is the last place where not-applicable leaves are rescaled
    ...limits,
    children: top,
    describe: textOf(properties, "describe"),
    basis,
    origin: head?.at ?? { file: main, start: 0, end: 0 },
  };
  for (const spec of gathered.asked) {
    // What is judged is filed under the indicator's path, so that a field of that name cannot be told from it.
    const before = declared.get(normal(spec.name));
    if (before) finding(scope, H1102, { name: spec.name }, spec.origin, { related: [firstWritten(before)] });
    fields.set(spec.name, spec);
  }
  // Scenarios name indicators; while a leaf is in error they would only repeat it.
  const scenarios: readonly Scenario[] = gathered.failed
    ? []
    : of("scenario").flatMap(
        ({ file, node }) => scenario(node, fields, rowLists, [...all, ...extra], file, scope) ?? [],
      );
  const program: Program | undefined = root &&
    head && {
      schema: "heng.program/1",
      file: main,
      name: head.name,
      title,
      year: head.year,
      basis,
      fullMarks: root.points,
      places,
      grades: gradeList,
      fields: Array.from(fields.values()),
      rowLists: Array.from(rowLists.values()),
      crossChecks,
      definitions: Array.from(scope.program.values()),
      root,
      extras: extra,
      scenarios,
    };
  if (program) checkDigits(program, report);
  const broken = gathered.failed || diagnostics.some((d) => d.severity === "error");
  return { program: broken ? undefined : program, diagnostics, standards: gathered.standards };
}

function firstWritten(range: Range): Diagnostic["related"][number] {
  return { range, message: { zh: "先写在这里", en: "first written here" } };
}

/** What an included file may not say for the whole: it would be read nowhere. */
function onlyMain(node: StatementNode, file: string, scope: Scope): void {
  if (node.kind === "ruleset")
    finding(scope, H1107, { word: "规则集", of: "引用的文件" }, rangeOf(file, node));
  if (node.kind === "property")
    finding(scope, H1107, { word: node.phrase.word.text, of: "引用的文件" }, rangeOf(file, node.phrase.word));
}

/** The main file, then what it includes, each once, depth first. */
function withIncludes(input: CompileInput, report: (d: Diagnostic) => void): readonly ParsedFile[] {
  const seen = new Map<string, ParsedFile>([[input.main.file, input.main]]);
  const visit = (from: ParsedFile): void => {
    for (const node of from.tree.statements) {
      if (node.kind !== "include" || !node.path) continue;
      const found = input.include?.(node.path.value, from.file);
      if (!found || seen.size >= LIMITS.includes) {
        report(
          diagnose(
            H1117,
            { path: node.path.value, many: found !== undefined, limit: LIMITS.includes },
            { range: rangeOf(from.file, node.path) },
          ),
        );
        continue;
      }
      if (seen.has(found.file)) continue;
      seen.set(found.file, found);
      visit(found);
    }
  };
  visit(input.main);
  return Array.from(seen.values());
}

/** 得分保留 n位小数; 2 when not said (reported). */
function decimals(
  statements: readonly StatementNode[],
  file: string,
  report: (d: Diagnostic) => void,
): number {
  const node = statements.find((s) => s.kind === "property" && s.phrase.id === "round");
  const head = node?.kind === "property" ? node.phrase.head : undefined;
  const DIGITS = ["0", "1", "2", "3", "4", "5", "6"];
  if (
    head?.kind === "quantity" &&
    (head.unit === "位小数" || head.unit === "decimals") &&
    DIGITS.includes(head.number)
  )
    return DIGITS.indexOf(head.number);
  const at: Node | undefined = node ?? statements[0];
  if (at)
    report(
      diagnose(
        H1108,
        {
          part: { zh: "得分保留 n位小数（n 为 0 至 6）", en: "round n decimals (n from 0 to 6)" },
          of: "规则集",
        },
        { range: rangeOf(file, at) },
      ),
    );
  return 2;
}

/** Fills the maps; gives where each name was declared. */
function declare(
  of: <K extends StatementNode["kind"]>(
    kind: K,
  ) => readonly { file: string; node: Extract<StatementNode, { kind: K }> }[],
  fields: Map<string, FieldSpec>,
  rowLists: Map<string, RowList>,
  definitions: Map<string, DeclaredDefinition>,
  standards: Map<string, DeclaredStandard>,
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
    return false;
  };
  for (const { file, node } of of("data")) {
    for (const field of node.fields) {
      if (!field.name || !fresh(field.name, file)) continue;
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

function header(
  input: CompileInput,
  nodes: readonly { file: string; node: Extract<StatementNode, { kind: "ruleset" }> }[],
  scope: Scope,
): { readonly name: string; readonly year: string; readonly at: Range } | undefined {
  const { file, tree } = input.main;
  const node = nodes.find((n) => n.file === file)?.node;
  const [second] = nodes.filter((n) => n.file === file).slice(1);
  if (second) finding(scope, H1102, { name: "规则集" }, rangeOf(file, second.node));
  if (!node?.name || !node.year) {
    // A heading that lacks its name or year has been reported by the parser.
    if (!node)
      finding(
        scope,
        H1108,
        { part: { zh: "第一行 规则集 名称 2022年度", en: "a first line: ruleset name 2022 year" }, of: file },
        rangeOf(file, tree.statements[0] ?? tree.endToken),
      );
    return undefined;
  }
  if (node.inherit)
    finding(scope, H1110, { what: { zh: "沿用", en: "inherit" } }, rangeOf(file, node.inherit));
  if (input.year !== undefined && input.year !== node.year.value) {
    finding(scope, H1118, { heading: node.year.value, folder: input.year }, rangeOf(file, node.year));
  }
  return { name: node.name.text, year: node.year.value, at: rangeOf(file, node.name) };
}

/** 满分, and that the top weights sum to it. */
function wholeMarks(
  head: Node | undefined,
  top: readonly (Group | Leaf)[],
  at: Range | undefined,
  file: string,
  scope: Scope,
  gathered: Gathered,
): Fraction | undefined {
  const range = head ? rangeOf(file, head) : (at ?? { file, start: 0, end: 0 });
  const e = head && isExpression(head) ? figureAs(head, POINTS, { file }, scope) : undefined;
  if (!head)
    finding(scope, H1108, { part: { zh: "满分 100分", en: "fullMarks 100分" }, of: "规则集" }, range);
  if (e?.node !== "figure") {
    if (e)
      finding(
        scope,
        H1108,
        {
          part: { zh: "满分（一个数，如 100分）", en: "full marks (one figure, such as 100分)" },
          of: "规则集",
        },
        range,
      );
    return undefined;
  }
  checkDecimals(e.value, "满分", range, scope);
  const sum = top.reduce((t, i) => add(t, i.points), ZERO);
  if (!gathered.failed && top.length === 0)
    finding(scope, H1108, { part: { zh: "指标", en: "an indicator" }, of: "规则集" }, range);
  else if (!gathered.failed && !equals(sum, e.value)) {
    const text = `${b.showPlain(sum)}分`;
    finding(
      scope,
      H1202,
      {
        sum: b.showPlain(sum),
        fullMarks: b.showPlain(e.value),
        parts: top.map((i) => ({ name: i.name, points: b.showPlain(i.points) })),
      },
      range,
      {
        fixes: [replacement(range, text, `将满分改为 ${text}`, `set full marks to ${text}`)],
      },
    );
  }
  return e.value;
}

function isExpression(
  node: Node,
): node is Extract<Node, { kind: "quantity" | "sum" | "product" | "reference" | "paren" }> {
  return (
    node.kind === "quantity" ||
    node.kind === "sum" ||
    node.kind === "product" ||
    node.kind === "reference" ||
    node.kind === "paren"
  );
}

function crossCheck(node: CrossCheckNode, file: string, scope: Scope): readonly CrossCheck[] {
  if (!node.condition || node.condition.kind === "missing") return [];
  const e = condition(node.condition, undefined, { file }, scope);
  if (!e) return [];
  if (e.node !== "compare" || e.left.type.kind === "yesNo" || e.left.type.kind === "option") {
    finding(scope, H1119, {}, rangeOf(file, node.condition));
    return [];
  }
  // The difference is a length: of two ratios it is in 个百分点.
  const type = e.left.type.kind === "ratio" ? ({ kind: "ratio", sense: "difference" } as const) : e.left.type;
  const tolerance = node.tolerance
    ? figureAs(node.tolerance, type, { file }, scope)
    : b.figure(fraction(0n), type);
  return tolerance
    ? [
        {
          title: node.title?.value ?? "",
          left: e.left,
          sign: e.sign,
          right: e.right,
          tolerance,
          origin: rangeOf(file, node.title ?? node),
        },
      ]
    : [];
}

/** Works out what nothing used, so that mistakes in it are found too. */
function useAll(
  definitions: ReadonlyMap<string, DeclaredDefinition>,
  standards: ReadonlyMap<string, DeclaredStandard>,
  scope: Scope,
): void {
  for (const [name, { node, file, result }] of definitions) {
    if (scope.usedDefinitions.has(name) || result !== undefined || node.parameters || !node.body) continue;
    scope.underWay.push(name);
    elaborate(node.body, { file }, scope);
    scope.underWay.pop();
  }
  for (const [name, { node, file }] of definitions) {
    if (!scope.usedDefinitions.has(name))
      finding(
        scope,
        H1103,
        { name, kind: { zh: "定义", en: "definition" } },
        rangeOf(file, node.name ?? node),
      );
  }
  for (const [name, { node, file }] of standards) {
    if (!scope.usedDefinitions.has(name))
      finding(scope, H1103, { name, kind: { zh: "方法", en: "method" } }, rangeOf(file, node.name ?? node));
  }
}

function unused(
  fields: ReadonlyMap<string, FieldSpec>,
  rowLists: ReadonlyMap<string, RowList>,
  declared: ReadonlyMap<string, Range>,
  mentions: ReadonlySet<string>,
  scope: Scope,
): void {
  for (const list of rowLists.values()) {
    const at = declared.get(normal(list.name));
    if (at && !scope.used.has(list.name) && !mentions.has(list.name))
      finding(scope, H1103, { name: list.name, kind: { zh: "明细", en: "row list" } }, at);
  }
  for (const field of fields.values()) {
    if (!scope.used.has(field.name) && !mentions.has(field.name))
      finding(scope, H1103, { name: field.name, kind: { zh: "数据", en: "field" } }, field.origin);
  }
}

/** Names that stand more than once in the text: where they are declared, and elsewhere. */
function mentioned(files: readonly ParsedFile[]): ReadonlySet<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  const visit = (at: Node | Token): void => {
    if ("children" in at) at.children.forEach(visit);
    else (once.has(at.value) ? more : once).add(at.value);
  };
  for (const { tree } of files) visit(tree);
  return more;
}

function flatten(nodes: readonly (Group | Leaf)[]): readonly (Group | Leaf)[] {
  return nodes.flatMap((n) => (n.kind === "group" ? [n, ...flatten(n.children)] : [n]));
}

function tooMany(all: readonly (Group | Leaf)[], scope: Scope): void {
  const first = all[LIMITS.indicators];
  if (first) finding(scope, H1121, { limit: LIMITS.indicators }, first.origin);
}
