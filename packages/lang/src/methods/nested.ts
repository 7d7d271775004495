/** Standards inside a standard: 首个, 择优, 方法. */
import { compare, type Fraction } from "@heng/number";
import type { Names } from "../syntax/phrase.ts";
import type { BoundStandard, Lowered } from "./method.ts";

/** The wording of a nested standard, without its full stop. */
export function innerWording({ method, bound, leaf }: BoundStandard, lang: keyof Names): string {
  return method.wording(bound as never, leaf)[lang].replace(/[。.]$/u, "");
}

/** The highest score that one of several standards can give; undefined when that is the 分值 itself. */
export function highestOf(lowered: readonly Lowered[], points: Fraction): Fraction | undefined {
  const highest = lowered.reduce((most, { upTo }) => (upTo && compare(upTo, most) > 0 ? upTo : most), points);
  return highest === points ? undefined : highest;
}

/** 方法 is named by what it calls. */
export function standardName({ method, bound }: BoundStandard): Names {
  const head = bound.head as { readonly shape: string; readonly value: unknown } | undefined;
  const called =
    method.id === "reuse" && head?.shape === "name"
      ? (head.value as { readonly text: string }).text
      : undefined;
  return called === undefined ? method.name : { zh: called, en: called };
}
