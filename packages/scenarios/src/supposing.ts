/** What an expression would come to, were one figure of it another: the engine's answer, all else being as it is filed. */
import { evaluate, work, type Evaluation, type Outcome } from "@heng/engine";
import type { Expr, Value } from "@heng/lang";
import type { Fraction } from "@heng/number";

/** `of`: a field, a definition or a step, as it stands in `e`. */
export function supposed(
  e: Expr,
  of: Expr,
  value: Fraction,
  { program, filing, scope }: Evaluation,
): Outcome {
  if (of.node === "input") {
    const { field } = of;
    const figure: Value = { kind: "figure", value };
    const place = { file: filing.name, field };
    const values = new Map([
      ...filing.values,
      [field, { kind: "value", value: figure, place, written: "" }] as const,
    ]);
    return evaluate(e, work(program, { ...filing, values }).scope);
  }
  const outcome: Outcome = { state: "value", value };
  if (of.node !== "use") return evaluate(e, { ...scope, memo: new Map([[of, outcome]]) });
  const definitions = new Map([...scope.definitions, [of.definition, outcome]]);
  return evaluate(e, { ...scope, definitions, memo: new Map() });
}
