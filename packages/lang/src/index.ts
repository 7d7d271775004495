export * from "./compile.ts";
export * from "./core/causes.ts";
export * from "./core/print.ts";
export * from "./core/program.ts";
export * from "./core/show.ts";
export { roundedFigure, roundedRange, roundingTurns, roundingUnit } from "./core/rounded.ts";
export * from "./core/type.ts";
export { partsOf, someExpr } from "./core/walk.ts";
export * from "./diagnostics/diagnostic.ts";
export { distinct, keyOf } from "./diagnostics/distinct.ts";
export { linesOf, type Lines, type Position } from "./diagnostics/lines.ts";
export { diagnosticsJson, rangeJson, standsAt, type Standpoint, type Texts } from "./document.ts";
export { format, type FormatOptions, type Formatted } from "./format/format.ts";
export { displayWidth } from "./format/width.ts";
export { shadesOf, type Shade, type Shaded } from "./highlighting.ts";
export { LIMITS } from "./limits.ts";
export { listed } from "./listing.ts";
export { mendUnasked, type Mended } from "./mending.ts";
export type { NotRead } from "./model/includes.ts";
export { quoted, normal } from "./model/names.ts";
export { nearest } from "./nearest.ts";
export { beginning } from "./years/beginning.ts";
export type { YearSources } from "./years/chain.ts";
export { ownFixes } from "./years/relocate.ts";
export { COUNTED_UNITS } from "./core/units.ts";
export { sameDimension, unitType, type DeclaredUnits } from "./model/units.ts";
export { inRow, type Lang, type Names } from "./names.ts";
export type {
  ClauseNode,
  ComparisonSign,
  FileNode,
  IndicatorNode,
  Node as SyntaxNode,
  PhraseNode,
  PropertyNode,
  QuantityNode,
  RangeNode,
  RowNode,
  StatementNode,
  Token,
  WeightedNode,
} from "./syntax/tree.ts";
export { wordingOf, type BoundStandard, type Spelling } from "./core/method.ts";
export { formulaWords, holdsWords, pointsFormula, rangeWords, standsWords } from "./standards/formula.ts";
export { definitionsOf, namedIn, spellingOf, type Definitions } from "./standards/spelling.ts";
export { pointsWords } from "./standards/wording.ts";
