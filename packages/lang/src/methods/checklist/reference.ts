import { add, divide, fraction, multiply, subtract, ZERO } from "@heng/number";
import { YES_NO } from "../../core/type.ts";
import type { Reference } from "../../core/method.ts";
import type { checklistMethod } from "./index.ts";

export const reference: Reference<typeof checklistMethod.syntax> = (m, leaf, at) => {
  const list = m.head?.value.field;
  const names = (list?.items ?? []).map((item) => item.name);
  const rowOf = (name: string) => m.rows?.find(({ head }) => head?.value.text === name)?.clauses;
  const counts = (name: string): boolean => {
    const { exempt, requires } = rowOf(name) ?? {};
    if (exempt?.when && at.holds(exempt.when)) return true;
    if (!at.holds({ node: "input", type: YES_NO, field: list?.name ?? "", part: name })) return false;
    return requires === undefined || counts(requires.text);
  };
  const missing = names.filter((name) => !counts(name));
  const { eachMissing, allOrNothing } = m.clauses;
  if (allOrNothing) return missing.length === 0 ? leaf.points : ZERO;
  if (eachMissing?.take)
    return subtract(leaf.points, multiply(fraction(BigInt(missing.length)), at.figure(eachMissing.take)));
  const share = divide(leaf.points, fraction(BigInt(names.length)));
  const given = names.some((name) => rowOf(name)?.gets);
  return names.reduce((total, name) => {
    if (missing.includes(name)) return total;
    const gets = rowOf(name)?.gets;
    return add(total, given ? (gets ? at.figure(gets) : ZERO) : share);
  }, ZERO);
};
