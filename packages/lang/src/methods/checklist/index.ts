/** 要点: points for what is in place, item by item, or less for each item that is missing. */
import { ONE, ZERO } from "@heng/number";
import * as c from "../../core/build.ts";
import { constantOf } from "../../core/constant.ts";
import type { Case, Expr, FieldSpec, Say } from "../../core/program.ts";
import { NUMBER, POINTS, YES_NO } from "../../core/type.ts";
import { defineMethod } from "../../core/method.ts";
import { check } from "./check.ts";
import { itemsOf, listOf, pointsOf, syntax, type Item } from "./items.ts";
import { wording } from "./wording.ts";

const say = (zh: string, en: string): Say => ({ zh: [zh], en: [en] });

/** What each item counts for: `met`, or `missing` where it is not in place or its 须先 item does not count. */
function counting(list: FieldSpec, items: readonly Item[]) {
  const byName = new Map(items.map((item) => [item.name, item]));
  const known = new Map<string, Expr>();
  const ticked = (item: Item): Expr => c.input(list.name, YES_NO, item.name);
  /** Shared between the items that ask for it. There are no circles: `check` has seen to that. */
  const counts = (item: Item): Expr => {
    const made =
      known.get(item.name) ??
      c.or(...(item.exempt ? [item.exempt] : []), c.and(ticked(item), ...before(item)));
    known.set(item.name, made);
    return made;
  };
  const before = (item: Item): readonly Expr[] => {
    const first = item.requires === undefined ? undefined : byName.get(item.requires);
    return first ? [counts(first)] : [];
  };
  // 须先 is asked before the item itself: once it fails, the item need not be known.
  return (item: Item, met: Expr, missing: Expr, sayMet?: Say): Expr => {
    const { name, requires } = item;
    const list: Case[] = [
      ...(item.exempt
        ? [{ when: item.exempt, then: met, say: say(`${name} 免检`, `${name} is exempt`) }]
        : []),
      ...before(item).map((first) => ({
        when: c.not(first),
        then: missing,
        say: say(`${name} 不计（须先 ${requires}）`, `${name} does not count (requires ${requires})`),
      })),
      { when: ticked(item), then: met, ...(sayMet ? { say: sayMet } : {}) },
    ];
    return c.cases(met.type, list, missing, say(`缺 ${name}`, `${name} is missing`));
  };
}

/** `2/3项`: how many items count, of those that are not exempt. */
function inPlaceOf(items: readonly Item[], each: ReturnType<typeof counting>): Say {
  const [none, one] = [c.number(ZERO), c.number(ONE)];
  const unlessExempt = ({ exempt }: Item, of: Expr): Expr =>
    exempt ? c.cases(NUMBER, [{ when: exempt, then: none }], of) : of;
  const met = c.plus(NUMBER, ...items.map((item) => unlessExempt(item, each(item, one, none))));
  const of = c.plus(NUMBER, ...items.map((item) => unlessExempt(item, one)));
  return { zh: c.sentence`${met}/${of}项`, en: c.sentence`${met} of ${of}` };
}

export const checklistMethod = defineMethod({
  id: "checklist",
  name: { zh: "要点", en: "checklist" },
  syntax,
  check,
  lower(m, leaf, b) {
    const items = itemsOf(m);
    const each = counting(listOf(m), items);
    const actual = inPlaceOf(items, each);
    // Who has everything in place gets all points, the items' own sum up to them, and nothing else is asked.
    const fixed = [...items.map(({ gets }) => gets), m.clauses.eachMissing?.take].every(
      (of) => of === undefined || constantOf(of) !== undefined,
    );
    const assured = fixed && items.every(({ exempt }) => !exempt) ? { assured: true as const } : {};
    const take = m.clauses.eachMissing?.take;
    if (!take && !m.clauses.allOrNothing) {
      const points = pointsOf(items, leaf.points);
      const steps = items.map((item, i) =>
        b.step(
          { zh: item.name, en: item.name },
          each(item, c.points(points[i] ?? ZERO), c.points(ZERO), say(`${item.name} √`, `${item.name} √`)),
        ),
      );
      return { score: c.plus(POINTS, ...steps), actual, ...assured };
    }
    const missing = b.step(
      { zh: "缺项数", en: "items missing" },
      c.plus(NUMBER, ...items.map((item) => each(item, c.number(ZERO), c.number(ONE)))),
    );
    const complete: Case = {
      when: c.compare(missing, "=", c.number(ZERO)),
      then: b.full,
      say: say("要点齐全", "every item is in place"),
    };
    return {
      score: take
        ? c.cases(POINTS, [complete], c.minus(POINTS, b.full, c.times(POINTS, missing, take)), {
            zh: c.sentence`每缺一项扣 ${take}`,
            en: c.sentence`${take} off for each`,
          })
        : c.cases(
            POINTS,
            [complete],
            c.points(ZERO),
            say("缺一项即不得分", "nothing unless every item is in place"),
          ),
      actual,
      ...assured,
    };
  },
  wording,
});
