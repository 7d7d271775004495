/** 方法: a standard declared once and used by many indicators. */
import type { Syntax } from "../../syntax/phrase.ts";
import { defineMethod, wordingOf, type Bound, type BoundStandard } from "../../core/method.ts";
import { inPlace } from "../../standards/nested.ts";

const syntax = { head: { arguments: [{ shape: "name", refers: "standard" }] } } as const satisfies Syntax;

/** The body, its arguments put in: the binder gives no phrase without it. */
function bodyOf(m: Bound<typeof syntax>): BoundStandard {
  const standard = m.head?.value.standard;
  if (!standard) throw new Error("A call without its standard");
  return standard;
}

export const reuseMethod = defineMethod({
  id: "reuse",
  name: { zh: "方法", en: "method" },
  called({ head }) {
    if (!head) throw new Error("A call without its name");
    return { zh: head.value.text, en: head.value.text };
  },
  syntax,
  // Whether the name and the arguments fit is the binder's to say; the body is checked as every standard is.
  check() {},
  lower(m, _leaf, b) {
    return inPlace(bodyOf(m), b);
  },
  wording: (m, { spelling }) => wordingOf(bodyOf(m), spelling),
});
