/**
 * The lossless tree. Every node keeps its children in order (`children`), so that printing all tokens gives the
 * source back; the named fields beside them are the typed view (AST) over the same children, no copy. Any field
 * may be undefined: parsing never fails, what is absent is a diagnostic.
 */

/** A token; blanks, newlines and comments before it are its `before`. */
export interface Token {
  readonly kind: "word" | "name" | "text" | "number" | "date" | "symbol" | "junk" | "end";
  /** As written. */
  readonly text: string;
  /**
   * Canonical: full-width folded, `×`→`*`, `÷`→`/`, `≥`→`>=`, `≤`→`<=`, `≠`→`≠`, `!=`→`≠`; names and texts without
   * their quotes; numbers without thousands separators; dates `YYYY-MM-DD`.
   */
  readonly value: string;
  /** Blanks, newlines and comments between the previous token and this one, as written. */
  readonly before: string;
  /** UTF-16 offsets of `text` in the source, [start, end). */
  readonly start: number;
  readonly end: number;
  /** A newline stands in `before` (or it is the file's first token). */
  readonly startsLine: boolean;
}

export type Element = Token | Node;

interface Base {
  readonly start: number;
  readonly end: number;
  readonly children: readonly Element[];
}

/** A name: a word or a quoted name; `text` without quotes, NFC. */
export interface NameNode extends Base {
  readonly kind: "nameRef";
  readonly token: Token;
  readonly text: string;
  /** `控制(结余率, 9%)`: arguments where the name refers to a 方法. */
  readonly args?: readonly ExprNode[] | undefined;
}

export interface TextNode extends Base {
  readonly kind: "textLiteral";
  readonly token: Token;
  readonly value: string;
}

// ---- expressions -------------------------------------------------------------------------------------------

/** `3359.45万元`, `60%`, `1个百分点`, `10`: `number` is canonical ASCII, `unit` the unit's text or undefined. */
export interface QuantityNode extends Base {
  readonly kind: "quantity";
  readonly number: string;
  readonly unit: string | undefined;
}

export interface DateNode extends Base {
  readonly kind: "date";
  readonly value: string; // YYYY-MM-DD
}

/** A name or a dotted path: `全年支出数`, `财务制度.有制度`, `上年.字段`, `项目.资金`; also 值 目标 得分 分值 满分 完成率 是 否. */
export interface ReferenceNode extends Base {
  readonly kind: "reference";
  readonly path: readonly NameNode[];
}

/** `最大(a, b)`, `计数(项目 当 完成率 >= 100%)`. */
export interface CallNode extends Base {
  readonly kind: "call";
  readonly callee: NameNode;
  readonly args: readonly CallArgument[];
}
export interface CallArgument extends Base {
  readonly kind: "argument";
  readonly value: ExprNode;
  readonly when?: ExprNode | undefined;
}

/** Flat n-ary sum: terms with their signs (deep left trees would overflow a recursive walk). */
export interface SumNode extends Base {
  readonly kind: "sum";
  readonly terms: readonly { readonly negative: boolean; readonly of: ExprNode }[];
}
export interface ProductNode extends Base {
  readonly kind: "product";
  readonly factors: readonly { readonly inverse: boolean; readonly of: ExprNode }[];
}
export type ComparisonSign = "<" | "<=" | ">" | ">=" | "=" | "≠";
/** `left` undefined: the comparison is of 量/值 (`>= 90%`). */
export interface ComparisonNode extends Base {
  readonly kind: "comparison";
  readonly left: ExprNode | undefined;
  readonly sign: ComparisonSign;
  readonly right: ExprNode;
}
/** `值 在 [3%, 5%)`; `left` undefined as above. */
export interface MembershipNode extends Base {
  readonly kind: "membership";
  readonly left: ExprNode | undefined;
  readonly range: RangeNode;
}
/** `[a, b)`; a side left empty is unbounded. */
export interface RangeNode extends Base {
  readonly kind: "range";
  readonly low: ExprNode | undefined;
  readonly lowOpen: boolean;
  readonly high: ExprNode | undefined;
  readonly highOpen: boolean;
}
export interface LogicNode extends Base {
  readonly kind: "logic";
  readonly connective: "and" | "or";
  readonly parts: readonly ExprNode[];
}
export interface NotNode extends Base {
  readonly kind: "not";
  readonly of: ExprNode;
}
export interface IfNode extends Base {
  readonly kind: "if";
  readonly branches: readonly { readonly when: ExprNode; readonly then: ExprNode }[];
  readonly otherwise: ExprNode | undefined;
}
export interface ParenNode extends Base {
  readonly kind: "paren";
  readonly of: ExprNode;
}
/** What should stand here does not; a diagnostic has been given. */
export interface MissingNode extends Base {
  readonly kind: "missing";
}
export type ExprNode =
  | QuantityNode
  | DateNode
  | TextNode
  | ReferenceNode
  | CallNode
  | SumNode
  | ProductNode
  | ComparisonNode
  | MembershipNode
  | LogicNode
  | NotNode
  | IfNode
  | ParenNode
  | MissingNode;

// ---- phrases -----------------------------------------------------------------------------------------------

/** An argument as its shape: sum, condition → ExprNode; comparison → ComparisonNode | MembershipNode with no left; … */
export type ArgumentNode = ExprNode | RangeNode | NameNode | PhraseNode;

export interface ClauseNode extends Base {
  readonly kind: "clause";
  readonly word: Token;
  /** The key in the method's clause table. */
  readonly key: string;
  readonly argument: ArgumentNode | undefined;
  readonly then: readonly ClauseNode[];
}
export interface RowNode extends Base {
  readonly kind: "row";
  readonly head: ArgumentNode | undefined;
  readonly clauses: readonly ClauseNode[];
}
/**
 * A method or a property: `id` of its table entry, or undefined when the word is unknown (reported). A word one letter
 * off is reported and read as the nearest.
 */
export interface PhraseNode extends Base {
  readonly kind: "phrase";
  readonly word: Token;
  readonly id: string | undefined;
  readonly head: ArgumentNode | undefined;
  /** Clauses before and after the block together, in order. */
  readonly clauses: readonly ClauseNode[];
  readonly rows: readonly RowNode[] | undefined;
}

// ---- statements --------------------------------------------------------------------------------------------

export interface YearNode extends Base {
  readonly kind: "year";
  readonly value: string; // "2022"
}
/** `规则集 名 2022年度 [沿用 2021年度]` */
export interface RulesetNode extends Base {
  readonly kind: "ruleset";
  readonly name: NameNode | undefined;
  readonly year: YearNode | undefined;
  readonly inherit: YearNode | undefined;
}
export interface GradeRowNode extends Base {
  readonly kind: "gradeRow";
  readonly name: NameNode | undefined;
  /** undefined: 其他. */
  readonly comparison: ComparisonNode | undefined;
}
export interface GradesNode extends Base {
  readonly kind: "grades";
  readonly rows: readonly GradeRowNode[];
}
/** A kind (数 比率 是否 定性 文本 日期 清单 选项; `text` is the Chinese word in either language) or a unit (万元, 人, 元/人). */
export interface FieldTypeNode extends Base {
  readonly kind: "fieldType";
  readonly text: string;
  readonly items: readonly ItemNode[] | undefined;
}
export interface ItemNode extends Base {
  readonly kind: "item";
  readonly name: NameNode;
  readonly note: TextNode | undefined;
}
/** `全年预算数 万元 > 0 "含年中调整"`; the constraint is a comparison without left, or a range. */
export interface FieldNode extends Base {
  readonly kind: "field";
  readonly name: NameNode | undefined;
  readonly type: FieldTypeNode | undefined;
  readonly constraints: readonly (ComparisonNode | RangeNode)[];
  readonly note: TextNode | undefined;
}
export interface DataNode extends Base {
  readonly kind: "data";
  readonly fields: readonly FieldNode[];
}
/** `明细 项目 至多 200行 { … }` */
export interface RowsNode extends Base {
  readonly kind: "rows";
  readonly name: NameNode | undefined;
  readonly atMost: QuantityNode | undefined;
  readonly fields: readonly FieldNode[];
}
export interface CrossCheckNode extends Base {
  readonly kind: "crossCheck";
  readonly title: TextNode | undefined;
  readonly condition: ExprNode | undefined;
  readonly tolerance: ExprNode | undefined;
}
/** `定义 名 = …`, `定义 控制率(实际, 标准) = …` */
export interface DefineNode extends Base {
  readonly kind: "define";
  readonly name: NameNode | undefined;
  readonly parameters: readonly NameNode[] | undefined;
  readonly body: ExprNode | undefined;
}
/** `方法 控制(率, 上限) { 值 = 率; 目标 <= 上限; 评分 … }` */
export interface StandardNode extends Base {
  readonly kind: "standardDefinition";
  readonly name: NameNode | undefined;
  readonly parameters: readonly NameNode[];
  readonly body: readonly StatementNode[];
}
export interface IncludeNode extends Base {
  readonly kind: "include";
  readonly path: TextNode | undefined;
}
export interface UnitNode extends Base {
  readonly kind: "unit";
  readonly name: NameNode | undefined;
}
export interface StatisticsNode extends Base {
  readonly kind: "statistics";
  readonly rows: readonly DefineNode[];
}
/** `指标 名 分值 { … }` */
export interface IndicatorNode extends Base {
  readonly kind: "indicator";
  readonly keyword: Token;
  readonly name: NameNode | undefined;
  readonly points: ExprNode | undefined;
  readonly body: readonly StatementNode[];
}
/** `加分项 名 至多 5分 { … }`, `扣分项 名 至多 10分 { … }` */
export interface ExtraNode extends Base {
  readonly kind: "extra";
  readonly sense: "bonus" | "penalty";
  readonly keyword: Token;
  readonly name: NameNode | undefined;
  readonly atMost: ExprNode | undefined;
  readonly body: readonly StatementNode[];
}
/** `加权 { 平时 60%; 年终 40% }` */
export interface WeightedNode extends Base {
  readonly kind: "weighted";
  readonly rows: readonly (Base & {
    readonly kind: "weightRow";
    readonly name: NameNode | undefined;
    readonly share: ExprNode | undefined;
  })[];
}
/** A property of an indicator or of the file: an entry of the property table. */
export interface PropertyNode extends Base {
  readonly kind: "property";
  readonly phrase: PhraseNode;
}
/** `案例 "…" { 数据 { … } 应得 { … } }` */
export interface ScenarioNode extends Base {
  readonly kind: "scenario";
  readonly title: TextNode | undefined;
  readonly data: readonly EntryNode[];
  readonly expect: readonly EntryNode[];
}
/** The number of a value may be negative here: `净收入 -3万元`. `全年预算数 3359.45万元`, `改革完成情况 达成 90%`, `财务制度 { 有制度 是 }`, `预算执行率 待补`; a path with `/` where needed. */
export interface EntryNode extends Base {
  readonly kind: "entry";
  readonly path: readonly NameNode[];
  /** Quantities, dates, texts, names (words of options, 定性 grades, 是, 否, 待补, 不适用), in order. */
  readonly values: readonly (QuantityNode | DateNode | TextNode | NameNode)[];
  readonly entries: readonly EntryNode[] | undefined;
}
/** `自定指标 名 90分 { … }`: what binds the indicators that projects file themselves. */
export interface ProjectRowsNode extends Base {
  readonly kind: "projectRows";
  readonly keyword: Token;
  readonly name: NameNode | undefined;
  readonly points: ExprNode | undefined;
  readonly body: readonly (ProjectGroupNode | ProjectCountNode | ProjectUseNode | StatementNode)[];
}
/** `分组 产出指标 50分 { 数量指标, 质量指标 }` */
export interface ProjectGroupNode extends Base {
  readonly kind: "projectGroup";
  readonly name: NameNode | undefined;
  readonly points: ExprNode | undefined;
  readonly categories: readonly NameNode[];
}
/** `每组 至少 1个 至多 30个` */
export interface ProjectCountNode extends Base {
  readonly kind: "projectCount";
  readonly atLeast: ExprNode | undefined;
  readonly atMost: ExprNode | undefined;
}
/** `>= 用 按比例`, `定性 用 定性`: the standard of the rows filed with this sign. */
export interface ProjectUseNode extends Base {
  readonly kind: "projectUse";
  readonly sign: ComparisonSign | "qualitative";
  readonly method: PhraseNode | undefined;
}
/**
 * 修改 / 删除 / 新增 / 调整, of an indicator by its path, of data fields, or of any other statement.
 * `修改 指标 部门管理/资金投入 { … }`, `新增 指标 名 4分 于 部门管理 之后 资金投入 { … }`, `调整 数据 { … }`.
 */
export interface AmendmentNode extends Base {
  readonly kind: "amendment";
  readonly sense: "amend" | "remove" | "add" | "adjust";
  readonly keyword: Token;
  /** The word of what is amended: 指标, 加分项, 扣分项, 数据, of 删除 any; undefined where `statement` is. */
  readonly subject: Token | undefined;
  /** The indicator's path, or the name of the one added. */
  readonly path: readonly NameNode[];
  readonly points: ExprNode | undefined;
  readonly place: PlaceNode | undefined;
  readonly body: readonly StatementNode[] | undefined;
  readonly adjustments: readonly AdjustmentNode[] | undefined;
  /** `新增 核对 …`, `修改 等级 { … }`: the statement as it would stand in a file of its own. */
  readonly statement: StatementNode | undefined;
  /** What is taken out: `删除 数据 { 甲; 乙 }`, `删除 定义 甲`; a property is told by `subject` alone. */
  readonly names: readonly NameNode[] | undefined;
  /** `删除 案例 "…"` */
  readonly title: TextNode | undefined;
}
/** `于 部门管理 之后 资金投入`, `之后 资金投入` */
export interface PlaceNode extends Base {
  readonly kind: "place";
  readonly under: readonly NameNode[] | undefined;
  readonly where: "after" | "before" | undefined;
  readonly sibling: NameNode | undefined;
}
/** `在职人数 原名 年末在职人数`, `三公经费支出 单位 元`; a field without either is written like in 数据. */
export interface AdjustmentNode extends Base {
  readonly kind: "adjustment";
  readonly name: NameNode | undefined;
  readonly was: NameNode | undefined;
  readonly unit: FieldTypeNode | undefined;
  readonly field: FieldNode | undefined;
}
/** A run of tokens that fits nothing (reported once). */
export interface JunkNode extends Base {
  readonly kind: "junk";
}

export type StatementNode =
  | RulesetNode
  | GradesNode
  | DataNode
  | RowsNode
  | CrossCheckNode
  | DefineNode
  | StandardNode
  | IncludeNode
  | UnitNode
  | StatisticsNode
  | IndicatorNode
  | ExtraNode
  | WeightedNode
  | PropertyNode
  | ScenarioNode
  | ProjectRowsNode
  | AmendmentNode
  | JunkNode;

export interface FileNode extends Base {
  readonly kind: "file";
  readonly statements: readonly StatementNode[];
  /** The end token: carries the trivia after the last token. */
  readonly endToken: Token;
}

export type Node =
  | FileNode
  | StatementNode
  | ExprNode
  | RangeNode
  | NameNode
  | PhraseNode
  | ClauseNode
  | RowNode
  | CallArgument
  | YearNode
  | GradeRowNode
  | FieldTypeNode
  | ItemNode
  | FieldNode
  | EntryNode
  | WeightedNode["rows"][number]
  | ProjectGroupNode
  | ProjectCountNode
  | ProjectUseNode
  | PlaceNode
  | AdjustmentNode;
