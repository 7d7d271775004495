/**
 * From parsed files to the checked program. All that can be known before data arrives is reported here; the program is
 * given only when nothing is in error, because a half-right rule set must not score.
 */
import { add, fraction, ZERO } from "@heng/number";
import type { Grade, Group, Leaf, Program, Scenario } from "../core/program.ts";
import * as b from "../core/build.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { keyOf } from "../diagnostics/distinct.ts";
import { LIMITS } from "../limits.ts";
import type { AnyMethod, BoundStandard } from "../core/method.ts";
import type { StatementNode, Token } from "../syntax/tree.ts";
import { checkDigits } from "./digits.ts";
import { checkReach, grades } from "./grades.ts";
import { H1121 } from "./H1121-too-many-indicators/index.ts";
import { H1101 } from "./H1101-unknown-name/index.ts";
import { H1105 } from "./H1105-name-not-allowed-here/index.ts";
import { H1122 } from "./H1122-built-too-deep/index.ts";
import { H1402 } from "../diagnostics/H1402-nothing-measured/index.ts";
import { H1403 } from "./H1403-field-of-other-kind/index.ts";
import { H1102 } from "./H1102-name-twice/index.ts";
import { H1107 } from "./H1107-not-allowed-here/index.ts";
import { H1108 } from "./H1108-part-missing/index.ts";
import { H1110 } from "./H1110-comes-later/index.ts";
import { H5001 } from "./H5001-nothing-inherited/index.ts";
import { H1117 } from "./H1117-include-not-found/index.ts";
import { children, extras, type Gathered } from "./indicators.ts";
import { FILE_PROPERTIES, propertiesOf, STANDARD_PROPERTIES, strays, textOf } from "./properties.ts";
import { caps, checkVetoes, vetoes } from "./rulings.ts";
import { checkLevels } from "./levels.ts";
import { normal } from "./names.ts";
import { ROUGH } from "./rough-digits.ts";
import { scenario } from "./scenario.ts";
import { finding, newScope, rangeOf, type Scope } from "./scope.ts";
import { unreadNames } from "./unread.ts";
import { checkSums } from "./sums.ts";
import { weight } from "./weights.ts";
import { withIncludes, type Include, type ParsedFile } from "./includes.ts";
import { decimals, elsewhere, header, wholeMarks } from "./heading.ts";
import {
  declare,
  firstWritten,
  mentioned,
  unused,
  useAll,
  type Declared,
  type StatementOf,
  type Statements,
} from "./declare.ts";
import { crossCheck } from "./cross-check.ts";

export interface CompileInput {
  readonly main: ParsedFile;
  readonly include?: Include;
  readonly methods: readonly AnyMethod[];
  /** Whether the parser has found errors in what was read so far. */
  broken?(): boolean;
  /** The year the file lies under (`rules/2022/…`), to be compared with its heading. */
  readonly year?: string;
  /** The identity of indicators that have been renamed or moved since, by their path; of all others it is the path. */
  readonly ids?: ReadonlyMap<string, string>;
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
]);

/** Findings of something that is missing, not what was meant or not put in: what nothing uses may belong there. */
const HOLES: ReadonlySet<string> = new Set(
  [H1101, H1105, H1108, H1117, H1122, H1402, H1403].map(({ code }) => code),
);

/** What declares fields, and what was not read at all. */
const HOLD_NAMES: ReadonlySet<StatementNode["kind"]> = new Set(["junk", "data", "rows"] as const);

/** Checks a rule set and makes its program. Pure: the same files give the same result. */
export function compileFiles(input: CompileInput): Compiled {
  const diagnostics: Diagnostic[] = [];
  const report = once(diagnostics);
  const files = withIncludes(input.main, input.include, report);
  const statements = files.flatMap(({ file, tree }) => tree.statements.map((node) => ({ file, node })));
  const main = input.main.file;
  const of: Statements = <K extends StatementNode["kind"]>(kind: K) =>
    statements.filter((s): s is StatementOf<K> => s.node.kind === kind);

  const includesFailed = diagnostics.some(({ code }) => code === H1117.code);
  const hidden = elsewhere(
    statements.map(({ node }) => node),
    includesFailed,
  );
  const places = decimals(input.main.tree.statements, main, hidden, report);
  const names: Declared = {
    fields: new Map(),
    rowLists: new Map(),
    definitions: new Map(),
    standards: new Map(),
  };
  const gradeList: Grade[] = [];
  const units = new Set(of("unit").flatMap(({ node }) => (node.name ? [node.name.text] : [])));
  const methods = new Map(input.methods.map((m) => [m.id, m]));
  const indicators = indicatorNames(statements.map(({ node }) => node));
  const scope = newScope({ ...names, units, grades: gradeList, methods, places, report, indicators });

  ROUGH.begin(scope.program);

  // Where the parser has found no error all was read.
  if (input.broken?.() !== false)
    for (const { node } of statements)
      if (HOLD_NAMES.has(node.kind)) for (const name of unreadNames(node)) scope.broken.add(name);
  // What cannot be worked out yet is told once, and not again wherever it is used.
  for (const { node } of of("statistics"))
    for (const row of node.rows) if (row.name) scope.broken.add(row.name.text);
  const declared = declare(of, names, scope);
  checkLevels(scope);
  const [gradesNode, ...moreGrades] = of("grades");
  if (gradesNode) gradeList.push(...grades(gradesNode.node, gradesNode.file, scope));
  for (const { file, node } of moreGrades)
    finding(scope, H1102, { name: "等级" }, rangeOf(file, node), {
      related: gradesNode ? [firstWritten(rangeOf(gradesNode.file, gradesNode.node))] : [],
    });
  for (const { file, node } of statements) {
    misplaced(node, file, scope);
    if (file !== main) onlyMain(node, file, scope);
  }

  const head = header(input.main, of("ruleset"), input.year, hidden, scope);
  const gathered: Gathered = {
    standards: new Map(),
    asked: [],
    failed: false,
    weights: new Map(),
    large: new Set(),
    summed: new Map(),
    ids: input.ids ?? new Map(),
  };
  const properties = propertiesOf(
    input.main.tree.statements,
    FILE_PROPERTIES,
    head?.name ?? "规则集",
    main,
    scope,
  );
  const basis = textOf(properties, "basis");
  const top = children(statements, [], { basis }, scope, gathered);
  const extra = extras(statements, top, { basis }, scope, gathered);
  for (const { file, node } of of("projectRows")) {
    const points = weight(node.points, node.name?.text ?? "自定指标", file, scope);
    if (points) gathered.weights.set(node, points);
  }
  const whole = wholeMarks(properties.get("fullMarks")?.[0]?.phrase.head, head?.at, main, hidden, scope);
  const fullMarks = whole?.points;
  const weighed = statements.flatMap(({ node }) =>
    node.kind === "indicator" || node.kind === "projectRows" ? [node] : [],
  );
  if (whole && weighed.length === 0 && !hidden.blocks)
    finding(scope, H1108, { part: { zh: "指标", en: "an indicator" }, of: "规则集" }, whole.at);
  checkSums(weighed, whole?.even === true && !hidden.blocks ? whole : undefined, gathered, scope);
  const all = flatten(top);
  if (files.length > 1) tooMany(all, scope); // of one file the parser counts them
  const crossChecks = of("crossCheck").flatMap(({ file, node }) => crossCheck(node, file, scope));
  const title = textOf(properties, "title") ?? head?.name ?? "";
  // Without 满分 the rest is still checked, so that one mistake hides no other.
  const marks = fullMarks ?? fraction(1n);
  const limits = {
    vetoes: vetoes(properties, marks, { file: main }, scope, []),
    caps: caps(properties, marks, title, main, scope),
  };
  useAll(scope);
  // Behind an error a use may not have been reached: then what is mentioned anywhere counts as used.
  const errors = diagnostics.filter((d) => d.severity === "error");
  // What seems unused may belong where something is missing.
  if (input.broken?.() !== true && !errors.some(({ code }) => HOLES.has(code)))
    unused(declared, errors.length > 0 ? mentioned(files) : new Set(), scope);

  if (!gradesNode && of("ruleset").length > 0 && !hidden.blocks) {
    const { name = "规则集", at = { file: main, start: 0, end: 0 } } = head ?? {};
    finding(scope, H1108, { part: { zh: "等级 { … }", en: "grade { … }" }, of: name }, at);
  }
  if (fullMarks && !gathered.failed) {
    const bonus = [...all, ...extra].reduce((t, i) => (i.kind === "leaf" ? add(t, b.excess(i)) : t), ZERO);
    checkVetoes(limits.vetoes, add(fullMarks, bonus), title, scope);
    if (gradesNode) checkReach(gradesNode.node, gradeList, fullMarks, bonus, gradesNode.file, scope);
  }
  const root: Group | undefined = fullMarks && {
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
    names.fields.set(spec.name, spec);
  }
  // Scenarios name indicators; while a leaf is in error they would only repeat it.
  const scenarios: readonly Scenario[] = gathered.failed
    ? []
    : of("scenario").flatMap(
        ({ file, node }) => scenario(node, names, [...all, ...extra], file, scope) ?? [],
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
      fields: Array.from(names.fields.values()),
      rowLists: Array.from(names.rowLists.values()),
      crossChecks,
      definitions: Array.from(scope.program.values()),
      root,
      extras: extra,
      scenarios,
    };
  if (program) checkDigits(program, gathered.large, report);
  ROUGH.end();
  const broken = gathered.failed || diagnostics.some((d) => d.severity === "error");
  return { program: broken ? undefined : program, diagnostics, standards: gathered.standards };
}

/** Reports to a list. The body of a function or 方法 is worked out wherever it is used; a mistake in it is told once. */
function once(diagnostics: Diagnostic[]): Report {
  const told = new Set<string>();
  return (d) => {
    const key = keyOf(d);
    if (!told.has(key)) diagnostics.push(d);
    told.add(key);
  };
}

/** The names of all indicators, at every level. */
function indicatorNames(nodes: readonly StatementNode[], names = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (node.kind !== "indicator") continue;
    if (node.name) names.add(normal(node.name.text));
    indicatorNames(node.body, names);
  }
  return names;
}

/** What may not stand in a rule set at all, or not in a 方法. */
function misplaced(node: StatementNode, file: string, scope: Scope): void {
  const later = LATER.get(node.kind);
  if (later)
    finding(scope, H1110, { what: later }, rangeOf(file, "keyword" in node ? (node.keyword as Token) : node));
  if (node.kind === "amendment")
    finding(scope, H5001, { word: node.keyword.text }, rangeOf(file, node.keyword));
  if (node.kind === "weighted") finding(scope, H1107, { word: "加权", of: "规则集" }, rangeOf(file, node));
  if (node.kind === "standardDefinition") {
    const name = node.name?.text ?? "方法";
    propertiesOf(node.body, STANDARD_PROPERTIES, name, file, scope);
    strays(node.body, [], name, file, scope);
  }
}

/** What an included file may not say for the whole: it would be read nowhere. */
function onlyMain(node: StatementNode, file: string, scope: Scope): void {
  if (node.kind === "ruleset")
    finding(scope, H1107, { word: "规则集", of: "引用的文件" }, rangeOf(file, node));
  if (node.kind === "property")
    finding(scope, H1107, { word: node.phrase.word.text, of: "引用的文件" }, rangeOf(file, node.phrase.word));
}

function flatten(nodes: readonly (Group | Leaf)[]): readonly (Group | Leaf)[] {
  return nodes.flatMap((n) => (n.kind === "group" ? [n, ...flatten(n.children)] : [n]));
}

function tooMany(all: readonly (Group | Leaf)[], scope: Scope): void {
  const first = all[LIMITS.indicators];
  if (first) finding(scope, H1121, { limit: LIMITS.indicators }, first.origin);
}
