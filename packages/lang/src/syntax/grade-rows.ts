/** Grades as official documents have them: `90-100分`, `80分≤得分<90分`, `（90分以上）`, `60分以下`. */
import { compare, readNumber } from "@heng/number";
import { foldWidth } from "./characters.ts";

const OTHERWISE = "其他";
const NUMBER = /(\d+(?:\.\d+)?)分?/.source;
const INCLUDED = /\((?:不?含|包括)(?:\d+(?:\.\d+)?分?)?\)/g;
const SCORE = "(?:综合得分|得分|总分|分数|分值)";

const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => Bound])[] = [
  [
    new RegExp(`^[\\[(]?${NUMBER}(?:-|~|—|–|至|到)+${NUMBER}[\\])]?$`),
    ([a = "", z = ""]) => ({ sign: ">=", low: lower(a, z) }),
  ],
  [
    new RegExp(`^([\\[(])${NUMBER},${NUMBER}[\\])]$`),
    ([open, low = ""]) => ({ sign: open === "[" ? ">=" : ">", low }),
  ],
  [
    new RegExp(`^${NUMBER}(<=|<)${SCORE}(?:<=|<)${NUMBER}$`),
    ([low = "", sign]) => ({ sign: sign === "<" ? ">" : ">=", low }),
  ],
  [new RegExp(`^${SCORE}(>=|>)${NUMBER}$`), ([sign, low = ""]) => ({ sign: sign === ">" ? ">" : ">=", low })],
  [new RegExp(`^${NUMBER}(?:及|含|或)?以上$`), ([low = ""]) => ({ sign: ">=", low })],
  [
    new RegExp(`^(?:${NUMBER}(?:及|含|或)?以下|${SCORE}(?:<=|<)${NUMBER}|(?:不足|低于)${NUMBER})$`),
    () => BELOW,
  ],
];

interface Bound {
  readonly sign: ">=" | ">" | "<";
  readonly low: string;
}
const BELOW: Bound = { sign: "<", low: "" };

function lower(a: string, z: string): string {
  const [first, second] = [readNumber(a), readNumber(z)];
  return first.ok && second.ok && compare(first.value, second.value) > 0 ? z : a;
}

/** What a row has to say for what is written in it; undefined when that is none of the forms. */
export function gradeMeant(written: string, last: boolean): string | undefined {
  const plain = foldWidth(written).replaceAll(/\s/g, "").replaceAll("≤", "<=").replaceAll("≥", ">=");
  const text = plain.replaceAll(INCLUDED, "");
  const inside = /^\(([^(),]*)\)$/.exec(text)?.[1] ?? text;
  for (const [form, boundOf] of FORMS) {
    const found = form.exec(inside);
    if (!found) continue;
    const { sign, low } = boundOf(found.slice(1));
    if (last && (sign === "<" || /^0(?:\.0*)?$/.test(low))) return OTHERWISE;
    // `60分以下` above another grade tells nothing of its lower bound.
    if (sign === "<") return undefined;
    const excluded = [`(不含${low}分`, `(不含${low})`, `${low}(不含)`, `${low}分(不含)`];
    return `${excluded.some((words) => plain.includes(words)) ? ">" : sign} ${low}分`;
  }
  return undefined;
}
