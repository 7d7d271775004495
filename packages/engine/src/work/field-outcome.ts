import { isFigure, type Expr } from "@heng/lang";
import { SHARES, type Field } from "./fields.ts";
import { error, FALSE, settle, TRUE, UNKNOWN, type Outcome } from "./outcome.ts";

/** What a field, or a part of it, comes to (§3.5). */
export function fieldOutcome(field: Field, part: string | undefined, at: Expr): Outcome {
  if (field.state === "error") return error("field", at);
  const { value, spec } = field;
  if (value === undefined) {
    if (isFigure(spec.type)) return settle(spec.range);
    return spec.type.kind === "qualitative" && part === "share" ? settle(SHARES) : UNKNOWN;
  }
  switch (value.kind) {
    case "figure":
      return { state: "value", value: value.value };
    case "yesNo":
      return value.value ? TRUE : FALSE;
    case "option":
    case "text":
      return { state: "choice", option: value.value };
    case "qualitative":
      return part === "share"
        ? { state: "value", value: value.share }
        : { state: "choice", option: value.grade };
    case "checklist": {
      const met = part === undefined ? undefined : value.met.get(part);
      return met === undefined ? UNKNOWN : met ? TRUE : FALSE;
    }
  }
}
