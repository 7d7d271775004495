/**
 * The core language: what methods, functions and definitions are lowered to. Plain immutable data; the explaining
 * walk, the proofs, the bulk evaluator and SQL are each written once, over these nodes (docs/decisions/0004).
 */
import type { Fraction, Interval } from "@heng/number";
import type { Range } from "../diagnostics/diagnostic.ts";
import type { ComparisonSign } from "../syntax/tree.ts";
import type { Names } from "../names.ts";
import type { Type } from "./type.ts";

/**
 * A sentence with holes: text, or an expression shown as its value, as formula, or as formula with its numbers.
 * `working`: in brackets, what was taken of the formula with its numbers; nothing where there was nothing to work out.
 */
export type SayPart =
  | string
  | { readonly show: "value" | "formula" | "numbers" | "working"; readonly of: Expr };
export interface Say {
  readonly zh: readonly SayPart[];
  readonly en: readonly SayPart[];
}

export interface Case {
  readonly when: Expr;
  readonly then: Expr;
  /** Said when this case is taken. */
  readonly say?: Say;
  /** Where the author wrote it: a band, a branch of 如果, a row of 首个, a 当 of 扣分, a limit. */
  readonly origin?: Range;
  /** It is where a limit bites: `最多扣 2分`. */
  readonly limit?: Limit;
}

/** What keeps points from going further. No part of what a program means. */
export interface Limit {
  readonly word: Names;
  readonly of: Expr;
  /** What there is to take from: to keep it from going further than this changes nothing. */
  readonly most?: Fraction;
}

/** Why a figure cannot be: told where the `fault` is made, so that whoever reports it knows no method. */
export interface FaultCause {
  /** `noBand`: what it is, however it is worded. */
  readonly id: string;
  readonly words: Names;
  /** What is done about it, where that is more than to check the data. */
  readonly mend?: Names;
  /** The rules alone are at fault: no place in the data is named. */
  readonly inRules?: true;
}

/** Core expressions. Booleans are expressions of type yesNo. */
export type Expr =
  /** `share`: of points that were written as a share of 分值, that share. */
  | {
      readonly node: "figure";
      readonly type: Type;
      readonly value: Fraction;
      readonly text?: string;
      readonly share?: Fraction;
    }
  | { readonly node: "yesNo"; readonly type: Type; readonly value: boolean }
  | { readonly node: "option"; readonly type: Type; readonly value: string }
  /** A field of the filing. `part`: an item of a checklist; "grade" or "share" of a 定性. */
  | { readonly node: "input"; readonly type: Type; readonly field: string; readonly part?: string }
  /** A column of the row at hand, inside an aggregate. */
  | {
      readonly node: "column";
      readonly type: Type;
      readonly rows: string;
      readonly column: string;
      readonly part?: string;
    }
  /** A definition of the program, worked out once a filing. */
  | { readonly node: "use"; readonly type: Type; readonly definition: string; readonly name: Names }
  /** A named intermediate, inside one standard: a step of the explanation. `say` is said after those of its parts. */
  | {
      readonly node: "step";
      readonly type: Type;
      readonly id: string;
      readonly name: Names;
      readonly of: Expr;
      readonly say?: Say;
    }
  | {
      readonly node: "sum";
      readonly type: Type;
      readonly terms: readonly { readonly negative: boolean; readonly of: Expr }[];
    }
  /** Factors after `inverse` divide; dividing by 0 is an error of the record. `origin`: where a divisor is written. */
  | {
      readonly node: "product";
      readonly type: Type;
      readonly factors: readonly { readonly inverse: boolean; readonly of: Expr; readonly origin?: Range }[];
    }
  | {
      readonly node: "extreme";
      readonly type: Type;
      readonly pick: "max" | "min";
      readonly of: readonly Expr[];
    }
  | { readonly node: "absolute"; readonly type: Type; readonly of: Expr }
  /** Rounded at `places` decimals of the type's shown unit … of the base value for ratios (0.8628 is 4 places). */
  | {
      readonly node: "round";
      readonly type: Type;
      readonly mode: "halfUp" | "floor" | "ceiling";
      readonly places: number;
      readonly of: Expr;
    }
  /** Figures by all six signs; yesNo and options by = and ≠. `origin`: of one that the author wrote. */
  | {
      readonly node: "compare";
      readonly type: Type;
      readonly sign: ComparisonSign;
      readonly left: Expr;
      readonly right: Expr;
      readonly origin?: Range;
    }
  | {
      readonly node: "logic";
      readonly type: Type;
      readonly connective: "and" | "or";
      readonly of: readonly Expr[];
    }
  | { readonly node: "not"; readonly type: Type; readonly of: Expr }
  /** The first case that holds, else `otherwise`. `rest`: where 其他 is written, which ought to be of use. */
  | {
      readonly node: "cases";
      readonly type: Type;
      readonly cases: readonly Case[];
      readonly otherwise: Expr;
      readonly say?: Say;
      readonly rest?: { readonly origin: Range };
    }
  | {
      readonly node: "aggregate";
      readonly type: Type;
      readonly fold: "count" | "total" | "average" | "weightedAverage" | "max" | "min";
      readonly rows: string;
      readonly when?: Expr;
      readonly of?: Expr;
      readonly weight?: Expr;
    }
  /** 得分 of the leaf, rounded: only in 须说明. */
  | { readonly node: "score"; readonly type: Type }
  /** No figure: 错误 with its cause. */
  | { readonly node: "fault"; readonly type: Type; readonly cause: FaultCause };

export interface Definition {
  /** Unique in the program: the name, `函数(…)#n`, or `<indicator id>#value` / `#target`. */
  readonly id: string;
  readonly name: Names;
  readonly of: Expr;
  readonly origin: Range;
}

/** What a filing is asked for. */
export interface FieldSpec {
  readonly name: string;
  readonly type: Type;
  /** Declared range in base units, for figures. */
  readonly range: Interval;
  /** Decimals a filed figure may have in its declared unit (万元 6, 元 2, counts 0 unless the range's literals show more); undefined: any up to 12. */
  readonly decimals: number | undefined;
  readonly note: string | undefined;
  /** Items of a checklist, options of an 选项, with their notes. */
  readonly items: readonly { readonly name: string; readonly note: string | undefined }[];
  /** The judged score or amount of an indicator (人工, 酌情扣, 酌情得): a reason is asked in `texts` under the same name. */
  readonly judged?: {
    readonly indicator: string;
    readonly reason: "always" | "belowFull";
    readonly full: Fraction;
    /** What is filed is taken, not given: of 酌情扣, and of 人工 in a 扣分项. */
    readonly taken?: true;
  };
  /** What it was called and counted in in the years before, the earliest first. */
  readonly formerly?: readonly {
    /** The last year in which it was so. */
    readonly until: string;
    readonly name: string;
    /** The unit, or the kind. */
    readonly type: string;
  }[];
  readonly origin: Range;
}

export interface RowList {
  readonly name: string;
  readonly atMost: number;
  readonly columns: readonly FieldSpec[];
}

export interface CrossCheck {
  readonly title: string;
  readonly left: Expr;
  readonly sign: ComparisonSign;
  readonly right: Expr;
  readonly tolerance: Expr;
  readonly origin: Range;
}

export type Target =
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly of: Expr }
  | {
      readonly kind: "range";
      readonly low: Expr | undefined;
      readonly lowOpen: boolean;
      readonly high: Expr | undefined;
      readonly highOpen: boolean;
    };

export interface Veto {
  readonly when: Expr;
  /** Result in points … */
  readonly gets?: Expr;
  /** … or the grade the whole may not rise above. */
  readonly notAbove?: string;
  readonly origin: Range;
}

/** What the 自评表 shows of a leaf that has no 值 or 目标 of its own; no part of what the leaf means. */
export interface Tabled {
  /** 实际; nothing while something in it is not known. */
  readonly actual?: Say;
  /** 目标 */
  readonly target?: Target;
}

export interface Leaf {
  readonly kind: "leaf";
  /** The path it was first declared under, joined by `/`. */
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly sense: "indicator" | "bonus" | "penalty";
  readonly points: Fraction;
  /** Highest score of the standard: above `points` where the method declares 最高; the excess is a bonus of the whole. */
  readonly upTo: Fraction;
  readonly method: string;
  /** `use` of the definition `<id>#value`. */
  readonly value: Expr | undefined;
  readonly target: Target | undefined;
  readonly tabled: Tabled;
  /** In points, at the declared 分值, before the tail clamps to [0, upTo] and rounds. */
  readonly standard: Expr;
  /** Its method has seen to it that every filing gets a figure of 0 to 分值, and some filing 分值 itself. */
  readonly assured?: true;
  readonly notApplicable: readonly { readonly when: Expr; readonly as: Treatment; readonly origin: Range }[];
  readonly vetoes: readonly Veto[];
  readonly mustExplain: readonly { readonly when: Expr; readonly origin: Range }[];
  readonly basis: string | undefined;
  readonly describe: string | undefined;
  readonly source: string | undefined;
  readonly origin: Range;
}

/** 满分, 零分, 剔除, 折算 */
export type Treatment = "fullMarks" | "zero" | "redistribute" | "rescale";

export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly points: Fraction;
  readonly combine:
    | { readonly kind: "sum" }
    | { readonly kind: "average" }
    /** Shares in the order of the children; they sum to 1. */
    | { readonly kind: "weighted"; readonly shares: readonly Fraction[] };
  /** The line `折算`: not-applicable leaves below are rescaled here. */
  readonly rescale: boolean;
  readonly vetoes: readonly Veto[];
  readonly caps: readonly { readonly of: Expr; readonly when?: Expr; readonly origin: Range }[];
  readonly children: readonly (Group | Leaf)[];
  readonly describe: string | undefined;
  readonly basis: string | undefined;
  readonly origin: Range;
}

/** `atLeast` undefined: 其他. `strict`: the sign is `>`. */
export interface Grade {
  readonly name: string;
  readonly atLeast: Fraction | undefined;
  readonly strict: boolean;
  readonly origin?: Range;
}

/** A value of a scenario or filing, as the engine takes it. Figures in base units. */
export type Value =
  | { readonly kind: "figure"; readonly value: Fraction }
  | { readonly kind: "yesNo"; readonly value: boolean }
  | { readonly kind: "option"; readonly value: string }
  | { readonly kind: "checklist"; readonly met: ReadonlyMap<string, boolean> }
  /** The share is exact: 90% is 9/10. */
  | { readonly kind: "qualitative"; readonly grade: string; readonly share: Fraction }
  | { readonly kind: "text"; readonly value: string };

export interface Scenario {
  readonly title: string;
  readonly values: ReadonlyMap<string, Value>;
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
  readonly expect: readonly {
    /** `total` 合计, `grade` 等级, or an indicator. */
    readonly of:
      | { readonly kind: "total" }
      | { readonly kind: "grade" }
      | { readonly kind: "indicator"; readonly id: string };
    readonly is:
      | { readonly kind: "score"; readonly value: Fraction }
      | { readonly kind: "grade"; readonly value: string }
      | { readonly kind: "pending" }
      | { readonly kind: "notApplicable" };
    readonly origin: Range;
  }[];
  readonly origin: Range;
}

export interface Program {
  readonly schema: "heng.program/1";
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly year: string;
  readonly basis: string | undefined;
  readonly fullMarks: Fraction;
  /** 得分保留: decimals of every score. */
  readonly places: number;
  readonly grades: readonly Grade[];
  readonly fields: readonly FieldSpec[];
  readonly rowLists: readonly RowList[];
  readonly crossChecks: readonly CrossCheck[];
  /** Each after those it uses. */
  readonly definitions: readonly Definition[];
  /** The whole: its children are the top indicators; id "", name = title. */
  readonly root: Group;
  /** 加分项 and 扣分项, after the sum and 折算. */
  readonly extras: readonly Leaf[];
  readonly scenarios: readonly Scenario[];
}
