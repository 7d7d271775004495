/** What names stand for while one rule set is elaborated, and where findings and shared definitions go. */
import type { Fraction } from "@heng/number";
import {
  diagnose,
  type Diagnostic,
  type DiagnosticType,
  type Fix,
  type Range,
  type Report,
} from "../diagnostics/diagnostic.ts";
import type { Definition, Expr, FieldSpec, Grade, RowList, Target } from "../core/program.ts";
import type { AnyMethod } from "../core/method.ts";
import type { DefineNode, Node, StandardNode, Token } from "../syntax/tree.ts";
import type { DeclaredUnits } from "./units.ts";

/** A 定义 as written; worked out when first used. */
export interface DeclaredDefinition {
  readonly node: DefineNode;
  readonly file: string;
  /** Of one without parameters, once worked out; `false` when it has an error. */
  result?: Expr | false;
  /** Goes round in a circle, is built too deep, or uses what does: that has been reported. */
  refused?: boolean;
}
export interface DeclaredStandard {
  readonly node: StandardNode;
  readonly file: string;
  /** As of a definition. */
  refused?: boolean;
}

export interface Scope {
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly rowLists: ReadonlyMap<string, RowList>;
  readonly definitions: ReadonlyMap<string, DeclaredDefinition>;
  readonly standards: ReadonlyMap<string, DeclaredStandard>;
  readonly units: DeclaredUnits;
  readonly grades: readonly Grade[];
  readonly methods: ReadonlyMap<string, AnyMethod>;
  readonly places: number;
  readonly report: Report;
  /** The names of indicators, which formulas may not use. */
  readonly indicators: ReadonlySet<string>;
  /** Names declared with a mistake that has been reported: what uses them is not reported again. */
  readonly broken: Set<string>;
  /** Fields that something reads. */
  readonly used: Set<string>;
  /** 定义 and 方法 that something uses. */
  readonly usedDefinitions: Set<string>;
  /** Names of 定义 and 方法 being worked out. */
  readonly underWay: string[];
  /** Definitions of the program so far, each after those it uses. */
  readonly program: Map<string, Definition>;
  /** The next number for a definition of the program whose id is taken. */
  readonly copies: Map<string, number>;
  /**
   * Nodes made so far and standards put into the leaf at hand, against expansion without end; pairs
   * of letters compared for the names that unknown ones are near to.
   */
  readonly budget: { nodes: number; standards: number; reported: boolean; compared: number; from?: Range };
}

/** A scope in which nothing has been used or worked out yet. */
export function newScope(
  known: Pick<
    Scope,
    | "fields"
    | "rowLists"
    | "definitions"
    | "standards"
    | "units"
    | "grades"
    | "methods"
    | "places"
    | "report"
    | "indicators"
  >,
): Scope {
  const { fields, rowLists, definitions, standards, units, grades, methods, places, report, indicators } =
    known;
  // Written out, for a shape that lasts: code that the engine has made for scopes outlives them.
  return {
    fields,
    rowLists,
    definitions,
    standards,
    units,
    grades,
    methods,
    places,
    report,
    indicators,
    broken: new Set(),
    used: new Set(),
    usedDefinitions: new Set(),
    underWay: [],
    program: new Map(),
    copies: new Map(),
    budget: { nodes: 0, standards: 0, reported: false, compared: 0 },
  };
}

/** Where an expression stands: what 值, 目标, 分值 mean there, and what parameters are bound to. */
export interface Place {
  readonly file: string;
  readonly parameters?: ReadonlyMap<string, Expr>;
  readonly row?: RowList;
  /** In brackets in a product, whose kind tells what a factor is for. */
  readonly inProduct?: boolean;
  readonly leaf?: {
    readonly points: Fraction;
    readonly value: Expr | undefined;
    readonly target: Target | undefined;
    /** 值 or 目标 has a mistake that has been reported: what asks for them is not reported again. */
    readonly broken?: boolean;
    /** 得分 may be asked: in 须说明 only. */
    readonly scoreKnown?: boolean;
    /** The reference 值 may not be asked inside 值 itself. */
    readonly insideValue?: boolean;
  };
}

/** The range of a node or token in a file. */
export function rangeOf(file: string, at: Node | Token): Range {
  return { file, start: at.start, end: at.end };
}

/** Reports a finding at a node. */
export function finding<D>(
  scope: Scope,
  type: DiagnosticType<D>,
  data: D,
  range: Range,
  more?: { readonly related?: Diagnostic["related"]; readonly fixes?: readonly Fix[] },
): void {
  scope.report(diagnose(type, data, { range }, more));
}
