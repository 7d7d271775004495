/** What is said of a point: a band, a branch, an item, a clause, in the words in which tables print standards. */
import { formulaOf } from "@heng/engine";
import {
  holdsWords,
  isFigure,
  standsWords,
  type Expr,
  type Lang,
  type Leaf,
  type Names,
  type Say,
} from "@heng/lang";
import { isZero } from "@heng/number";
import { OPPOSITE } from "@heng/proofs";

type Cases = Extract<Expr, { readonly node: "cases" }>;

export function both(words: (lang: Lang) => string): Names {
  return { zh: words("zh"), en: words("en") };
}

/** `在10%（含）以下这一档`, `“不完备”这一档`, `其他这一档`; what is measured is named where it is not the 值. */
export function bandWords(e: Cases, taken: number, leaf: Leaf): Names {
  const condition = e.cases[taken]?.when;
  if (condition === undefined) return { zh: "其他这一档", en: "the band “otherwise”" };
  return both((lang) => {
    const stretch = stretchOf(condition);
    const { value } = leaf;
    if (stretch === undefined || value === undefined || !sameFormula(stretch.left, value)) {
      const words = conditionWords(condition, lang);
      return lang === "zh" ? `${words}这一档` : `the band where ${words}`;
    }
    const words = standsWords("", stretch.relation, lang, undefined);
    return lang === "zh" ? `${words}这一档` : `the band that${words}`;
  });
}

interface Stretch {
  readonly left: Expr;
  readonly relation: Parameters<typeof standsWords>[1];
}

/** Of one figure: a comparison, or two that hold it between their bounds. */
function stretchOf(e: Expr): Stretch | undefined {
  if (e.node === "compare")
    return isFigure(e.left.type)
      ? { left: e.left, relation: { kind: "compare", sign: e.sign, right: e.right } }
      : undefined;
  if (e.node !== "logic" || e.connective !== "and") return undefined;
  const [low, high, ...more] = e.of;
  if (low?.node !== "compare" || high?.node !== "compare" || more.length > 0) return undefined;
  const between = low.sign.startsWith(">") && high.sign.startsWith("<");
  if (!between || !isFigure(low.left.type) || !sameFormula(low.left, high.left)) return undefined;
  const [lowOpen, highOpen] = [low.sign === ">", high.sign === "<"];
  return {
    left: low.left,
    relation: { kind: "range", low: low.right, lowOpen, high: high.right, highOpen },
  };
}

function sameFormula(a: Expr, b: Expr): boolean {
  return formulaOf(a, "zh") === formulaOf(b, "zh");
}

/** `财务制度的“有制度”为“否”` */
export function itemWords(item: Expr, met: boolean): Names {
  const asked: Expr = met ? item : { node: "not", type: item.type, of: item };
  return both((lang) => holdsWords(asked, lang, undefined));
}

/** What is said of a branch when it is taken; or its condition, where that is what is said of it. */
export function branchWords(e: Cases, taken: number, lang: Lang): string {
  const taking = e.cases[taken];
  const [only, ...others] = e.cases;
  const one = others.length === 0 ? only : undefined;
  const say = taking === undefined ? e.say : taking.say;
  const said = sayWords(say, lang);
  const when = taking?.when ?? one?.when;
  const words = when && (taking === undefined ? opposite(when, lang) : conditionWords(when, lang));
  if (words === undefined) return said || { zh: "其余情形", en: "otherwise" }[lang];
  return said === "" || tellsOf(sayWords(say, "zh"), when) ? words : said;
}

/** Whether a sentence, in Chinese, is about what its condition asks. */
function tellsOf(said: string, when: Expr | undefined): boolean {
  if (when === undefined) return false;
  if (said.includes(conditionWords(when, "zh"))) return true;
  if (when.node !== "compare") return false;
  return said.includes(formulaOf(countedOf(when.left) ?? when.left, "zh"));
}

/** A condition as tables word it; of an excess of nothing, `没有超出`. */
function conditionWords(e: Expr, lang: Lang): string {
  const nothing = nothingOf(e);
  if (nothing === undefined) {
    const asked = plain(e);
    // What is filed of a count is 0 at least.
    const none: Expr = asked !== e && asked.node === "compare" ? { ...asked, sign: "=" } : asked;
    return holdsWords(none, lang, undefined);
  }
  return { zh: `没有${nothing.zh}`, en: `no ${nothing.en}` }[lang];
}

/** Where a condition does not hold: `有超出`, `在职人员控制率超过100%`. */
function opposite(e: Expr, lang: Lang): string {
  const nothing = nothingOf(e);
  if (nothing !== undefined) return { zh: `有${nothing.zh}`, en: `some ${nothing.en}` }[lang];
  if (e.node === "not") return conditionWords(e.of, lang);
  if (e.node === "logic") return not(conditionWords(e, lang), lang);
  const asked = plain(e);
  const fails: Expr =
    asked.node === "compare" && isFigure(asked.left.type)
      ? { ...asked, sign: OPPOSITE[asked.sign] }
      : { node: "not", type: asked.type, of: asked };
  return holdsWords(fails, lang, undefined);
}

function not(words: string, lang: Lang): string {
  return { zh: `不属于“${words}”`, en: `not “${words}”` }[lang];
}

/** Of `数量 <= 0次`, where 数量 is 最大(次数, 0), the same of 次数. */
function plain(e: Expr): Expr {
  if (e.node !== "compare") return e;
  const counted = countedOf(e.left);
  return counted === undefined ? e : { ...e, left: counted };
}

/** What a step holds to be 0 at least, where it is filed and no gap between two figures. */
function countedOf(e: Expr): Expr | undefined {
  if (e.node !== "step" || e.of.node !== "extreme" || e.of.pick !== "max") return undefined;
  const [counted, ...more] = e.of.of.filter((part) => part.node !== "figure" || !isZero(part.value));
  return more.length === 0 && counted?.node !== "sum" ? counted : undefined;
}

/** What a condition asks to be nothing: of `超出 <= 0个百分点` an excess, of `扣分合计 = 0分` points that are taken. */
function nothingOf(e: Expr): Names | undefined {
  if (e.node !== "compare" || (e.sign !== "=" && e.sign !== "<=")) return undefined;
  const { left, right } = e;
  if (right.node !== "figure" || !isZero(right.value)) return undefined;
  if (left.type.kind === "points" && (left.node === "step" || left.node === "sum"))
    return { zh: "扣分", en: "points taken" };
  const isGap = left.node === "step" && left.of.node === "extreme" && countedOf(left) === undefined;
  return isGap ? left.name : undefined;
}

const PAUSE = /[，,；;]/;

/** A sentence with names in its holes, up to where it begins to calculate. */
function sayWords(say: Say | undefined, lang: Lang): string {
  const parts: (string | Expr)[] = [];
  let holes = 0;
  for (const part of say?.[lang] ?? []) {
    if (typeof part !== "string") holes += parts.push(part.of) > 0 ? 1 : 0;
    else {
      // What is measured stands first, before a pause: what is said of it comes after.
      const bare = parts.length === holes && holes > 0;
      const at = bare ? -1 : part.search(PAUSE);
      parts.push(at < 0 ? part : part.slice(0, at));
      if (at >= 0) break;
    }
  }
  // Of `超过 100% 2.5个百分点` what goes before the figure that was worked out.
  for (
    let last = parts.at(-1);
    last === "" || (typeof last === "object" && last.node === "step");
    last = parts.at(-1)
  )
    parts.pop();
  const words = parts.map((part) => (typeof part === "string" ? part : shown(part, lang))).join("");
  // What was measured is named and then shown: without figures the same twice.
  return words
    .replace(/(\S+) \1(?= )/gu, "$1")
    .replaceAll("  ", " ")
    .trim()
    .replace(/ by$/, "");
}

/** A condition in words, a figure as formulas have it. */
function shown(e: Expr, lang: Lang): string {
  return e.node === "compare" || e.node === "logic" || e.node === "not"
    ? conditionWords(e, lang)
    : formulaOf(e, lang);
}
