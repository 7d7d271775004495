/** What a name in an expression stands for: a parameter, column, word of the indicator, field or 定义. */
import * as b from "../core/build.ts";
import type { Expr } from "../core/program.ts";
import { replacement } from "../diagnostics/fix.ts";
import { POINTS, RATIO, YES_NO } from "../core/type.ts";
import { bySpelling, LEAF_WORDS, wordsOf } from "../keywords.ts";
import type { NameNode, ReferenceNode } from "../syntax/tree.ts";
import { H1105 } from "./H1105-name-not-allowed-here/index.ts";
import { H1110 } from "./H1110-comes-later/index.ts";
import { finding, rangeOf, type Place, type Scope } from "./scope.ts";
import { unitType } from "./units.ts";
import { unknown } from "./names.ts";
import { useDefinition, type Elaborate } from "./definitions.ts";

/** Words that stand for something of the indicator at hand, and the two answers. */
const RESERVED = bySpelling([...LEAF_WORDS, "yes", "no"]);

/** Whether a name stands for something of the indicator at hand. */
export function isReserved({ text, token }: NameNode): boolean {
  return token.kind === "word" && RESERVED.has(text);
}

const LAST_YEAR = wordsOf("lastYear");

/** What a name or path stands for, in the order of the look-up. */
export function reference(
  node: ReferenceNode,
  place: Place,
  scope: Scope,
  elaborate: Elaborate,
): Expr | undefined {
  const { path } = node;
  const first = path[0];
  const second = path[1];
  if (!first) return undefined;
  if (LAST_YEAR.has(first.text) && second && first.token.kind === "word") {
    finding(
      scope,
      H1110,
      { what: { zh: "上年数据（上年.字段）", en: "last year's data (lastYear.field)" } },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  if (second) {
    if (path.length > 2) {
      finding(
        scope,
        H1105,
        { name: node.path.map((p) => p.text).join("."), why: "tooDeep", declared: false },
        rangeOf(place.file, node),
      );
      return undefined;
    }
    return dotted(first, second, place, scope);
  }
  const bound = place.parameters?.get(first.text);
  if (bound) return bound;
  const column = place.row?.columns.find((c) => c.name === first.text);
  if (column && place.row)
    return { node: "column", type: column.type, rows: place.row.name, column: column.name };
  const reserved = first.token.kind === "word" ? RESERVED.get(first.text) : undefined;
  if (reserved && (place.leaf || reserved === "yes" || reserved === "no"))
    return reservedWord(reserved, first, place, scope);
  const field = scope.fields.get(first.text);
  if (field) {
    scope.used.add(field.name);
    return b.input(field.name, field.type);
  }
  const definition = scope.definitions.get(first.text);
  if (definition && definition.node.parameters === undefined)
    return useDefinition(first.text, node, place, scope, elaborate);
  if (definition || scope.standards.has(first.text)) {
    finding(
      scope,
      H1105,
      { name: first.text, why: definition ? "needsArguments" : "isStandard", declared: false },
      rangeOf(place.file, node),
    );
    return undefined;
  }
  if (scope.rowLists.has(first.text)) {
    finding(scope, H1105, { name: first.text, why: "isRows", declared: false }, rangeOf(place.file, node));
    return undefined;
  }
  if (scope.broken.has(first.text)) return undefined;
  const unit = unitType(first.text, scope.units);
  if (unit && first.token.kind === "word" && unit.type.kind === "quantity")
    return { node: "figure", type: unit.type, value: unit.scale, text: `1${first.text}` };
  unknown(first, place, scope);
  return undefined;
}

function reservedWord(
  word: "value" | "target" | "score" | "points" | "fullMarks" | "completion" | "yes" | "no",
  name: NameNode,
  place: Place,
  scope: Scope,
): Expr | undefined {
  if (word === "yes" || word === "no") return b.yesNo(word === "yes");
  const leaf = place.leaf;
  if (!leaf) return undefined;
  const refuse = (lack: "noValue" | "noTarget" | "scoreOnlyInMustExplain"): undefined => {
    if (leaf.broken && lack !== "scoreOnlyInMustExplain") return undefined;
    const why = leaf.insideValue && lack !== "scoreOnlyInMustExplain" ? "insideValue" : lack;
    const range = rangeOf(place.file, name);
    const declared = scope.fields.has(name.text) || scope.definitions.has(name.text);
    const own = `「${name.text}」`;
    finding(scope, H1105, { name: name.text, why, declared }, range, {
      fixes: declared
        ? [replacement(range, own, `改为 ${own}，指数据“${name.text}”`, `write ${own}, the field`)]
        : [],
    });
    return undefined;
  };
  switch (word) {
    case "value":
      return leaf.value && !leaf.insideValue ? leaf.value : refuse("noValue");
    case "target":
      return leaf.target?.kind === "compare" ? leaf.target.of : refuse("noTarget");
    case "points":
    case "fullMarks":
      return b.points(leaf.points);
    case "score":
      return leaf.scoreKnown ? { node: "score", type: POINTS } : refuse("scoreOnlyInMustExplain");
    case "completion":
      if (!leaf.value || leaf.insideValue) return refuse("noValue");
      if (leaf.target?.kind !== "compare") return refuse("noTarget");
      return b.over(RATIO, leaf.value, leaf.target.of);
  }
}

/** `财务制度.有制度`, or a column of the rows at hand. */
function dotted(first: NameNode, second: NameNode, place: Place, scope: Scope): Expr | undefined {
  const field = scope.fields.get(first.text);
  if (field?.type.kind === "checklist") {
    scope.used.add(field.name);
    if (field.type.items.includes(second.text)) return b.input(field.name, YES_NO, second.text);
    unknown(second, place, scope, field.type.items);
    return undefined;
  }
  const rows = scope.rowLists.get(first.text);
  if (rows && place.row === rows) {
    const column = rows.columns.find((c) => c.name === second.text);
    if (column) return { node: "column", type: column.type, rows: rows.name, column: column.name };
    unknown(
      second,
      place,
      scope,
      rows.columns.map((c) => c.name),
    );
    return undefined;
  }
  if (!field && !rows)
    unknown(first, place, scope, [...scope.fields.keys(), ...scope.rowLists.keys()], "data");
  else
    finding(
      scope,
      H1105,
      {
        name: `${first.text}.${second.text}`,
        why: rows ? "rowsOutsideAggregate" : "noItems",
        declared: false,
      },
      rangeOf(place.file, first),
    );
  return undefined;
}
