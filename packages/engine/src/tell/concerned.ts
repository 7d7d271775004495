/** Where the figures that a finding is about were filed, so that who filed them finds them. */
import { partsOf, type DataPlace, type Diagnostic, type Expr, type Group, type Leaf } from "@heng/lang";
import { catalogueOf } from "../work/catalogue.ts";
import { truthOf, type Scope } from "../work/evaluate.ts";
import type { Field } from "../work/fields.ts";
import { placeOf, type Filing } from "../work/filing.ts";
import type { Fault } from "../work/outcome.ts";
import { evaluatedParts } from "./print.ts";
import { showValue } from "../words.ts";
import type { Evaluation } from "../work/work.ts";

/** Further places that a finding lists: of many rows its words tell the sum. */
const LISTED = 6;

/** The filed fields that were read to work expressions out, each once, in the order of the formula. */
export function fieldsRead(
  expressions: readonly Expr[],
  { scope, program }: Pick<Evaluation, "scope" | "program">,
): readonly Field[] {
  const { definitions } = catalogueOf(program);
  const seen = new Set<Expr>();
  const found = new Map<string, Field>();
  const put = (field: Field | undefined): void => {
    if (field !== undefined && field.state !== "missing") found.set(field.name, field);
  };
  // A list instead of recursion: a chain of definitions may be long.
  const waiting = expressions.toReversed();
  for (let e = waiting.pop(); e !== undefined; e = waiting.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    switch (e.node) {
      case "input":
        put(scope.intake.fields.get(e.field));
        break;
      case "column":
        put(scope.row?.get(e.column));
        break;
      case "use": {
        const definition = definitions.get(e.definition);
        if (definition !== undefined) waiting.push(definition.of);
        break;
      }
      case "aggregate":
        for (const row of scope.intake.rows.get(e.rows)?.list ?? []) {
          const inRow: Scope = { ...scope, memo: new Map(), row };
          const when = e.when === undefined ? undefined : truthOf(e.when, inRow);
          if (when?.state === "truth" && !when.holds) continue;
          const parts = [e.of, e.weight, e.when].flatMap((part) => part ?? []);
          for (const field of fieldsRead(parts, { scope: inRow, program })) put(field);
        }
        break;
      default:
        waiting.push(...evaluatedParts(e, scope).toReversed());
    }
  }
  return [...found.values()];
}

/** A finding's place and the others it is about, in the data. */
export interface Concerned {
  readonly place: DataPlace;
  readonly related: Diagnostic["related"];
}

/** The place of the first of some fields, the others beside it; of a filing without any the filing's. */
export function concernedBy(fields: readonly Field[], filing: Filing): Concerned {
  const [first, ...others] = fields;
  return {
    place: first === undefined ? placeOf(filing) : placeOfField(first, filing),
    related: others.slice(0, LISTED).flatMap((field) => {
      const { name, value, spec } = field;
      if (value === undefined) return [];
      const [zh, en] = [showValue(value, spec.type, "zh"), showValue(value, spec.type, "en")];
      const message = { zh: `“${name}”填报为 ${zh}`, en: `"${name}" was filed as ${en}` };
      return [{ place: placeOfField(field, filing), message }];
    }),
  };
}

function placeOfField({ name, place }: Field, filing: Filing): DataPlace {
  return { field: name, ...place, file: place?.file || filing.name };
}

/** The fields that a fault of an expression comes from. */
export function fieldsAtFault(
  { at, cause, row }: Fault,
  within: readonly Expr[],
  evaluation: Evaluation,
): readonly Field[] {
  const scope: Scope = row === undefined ? evaluation.scope : { ...evaluation.scope, memo: new Map(), row };
  const asked = at.node === "fault" ? conditionsOf(at, within, evaluation) : [at];
  return typeof cause === "object" && cause.inRules ? [] : fieldsRead(asked, { ...evaluation, scope });
}

/** The conditions that led to a fault that the rules foresee: 变动率 of what is not above 0. */
function conditionsOf(fault: Expr, within: readonly Expr[], { program }: Evaluation): readonly Expr[] {
  const { definitions } = catalogueOf(program);
  const seen = new Set<Expr>();
  const waiting = [...within];
  for (let e = waiting.pop(); e !== undefined; e = waiting.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    if (e.node === "cases" && partsOf(e).includes(fault)) return e.cases.map(({ when }) => when);
    const definition = e.node === "use" ? definitions.get(e.definition) : undefined;
    waiting.push(...(definition === undefined ? partsOf(e) : [definition.of]));
  }
  return [];
}

/** All that the score of an indicator or a group asks. */
export function askedBy(node: Leaf | Group): readonly Expr[] {
  const vetoes = node.vetoes.flatMap(({ when, gets }) => (gets === undefined ? [] : [when, gets]));
  return node.kind === "leaf"
    ? [...node.notApplicable.map(({ when }) => when), ...vetoes, node.standard]
    : [...node.caps.flatMap(({ when, of }) => (when === undefined ? [of] : [when, of])), ...vetoes];
}
