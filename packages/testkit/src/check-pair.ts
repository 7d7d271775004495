/** What must hold of any rule set with any filing; each breach is a sentence. */
import { score, type Filing, type IndicatorResult, type Result, type Step } from "@heng/engine";
import { readJsonFilings } from "@heng/forms";
import { partsOf, type Expr, type Group, type Leaf, type Program } from "@heng/lang";
import { againstOracle } from "./check-against-oracle.ts";
import type { Checked } from "./compile-clean.ts";
import {
  exact,
  halfUp,
  least,
  minus,
  most,
  NONE,
  order,
  over,
  parse,
  plus,
  written,
  type Exact,
} from "./exact.ts";
import { completed, filingJson, type Draft } from "./generate/filing.ts";
import type { AnyReference } from "./oracle/standards.ts";
import type { Random } from "./random.ts";

const utf8 = new TextEncoder();

/** Reads a draft back; figures must come out as they were meant. */
function read(
  program: Program,
  draft: Draft,
): { readonly filing: Filing; readonly breaches: readonly string[] } {
  const { filings, diagnostics } = readJsonFilings(utf8.encode(filingJson(draft)), program, "填报.json");
  const [filing] = filings;
  if (!filing) throw new Error(`not read: ${diagnostics.map((d) => d.message.zh).join(" / ")}`);
  const breaches: string[] = [];
  for (const [name, { figure, json }] of draft.fields) {
    if (figure === undefined) continue;
    const datum = filing.values.get(name);
    const same =
      datum?.kind === "value" && datum.value.kind === "figure" && order(datum.value.value, figure) === 0;
    if (!same) breaches.push(`${name} was filed as ${json} and not read as ${figure.n}/${figure.d}`);
  }
  return { filing, breaches };
}

/** Scores a draft and says what does not hold. `completions`: how many ways of filling in what is missing are tried. */
export function checkPair(
  compiled: Checked,
  references: ReadonlyMap<string, AnyReference>,
  draft: Draft,
  random: Random,
  completions: number,
): { readonly result: Result; readonly breaches: readonly string[] } {
  const { program } = compiled;
  const { filing, breaches: misread } = read(program, draft);
  const result = score(program, filing, { lang: "zh" });
  const nodes = nodesOf(program);
  const breaches = [
    ...misread,
    ...repeats(program, filing, result),
    ...shape(program, nodes, result),
    ...steps(program, nodes, result),
    ...againstOracle(compiled, nodes, references, filing, result),
    ...contained(program, draft, result, random, completions),
  ];
  return { result, breaches };
}

// ---- the same again ----------------------------------------------------------------------------------------

/** The figures of a result, words left out. */
function figuresOf({ total, range, grade, grades, complete, indicators }: Result): string {
  const step = ({ kind, state, value, range: open, rounding, steps: inner }: Step): unknown => [
    kind,
    state,
    value?.exact,
    open,
    rounding,
    inner.map(step),
  ];
  const entry = ({
    id,
    points,
    apportioned,
    score: got,
    range: open,
    state,
    value,
    missing,
    steps: inner,
  }: IndicatorResult): unknown => [
    id,
    points,
    apportioned,
    got,
    open,
    state,
    value?.exact,
    missing,
    inner.map(step),
  ];
  return JSON.stringify([total, range, grade, grades, complete, indicators.map(entry)]);
}

function repeats(program: Program, filing: Filing, result: Result): readonly string[] {
  const once = JSON.stringify(result);
  const breaches: string[] = [];
  if (JSON.stringify(score(program, filing, { lang: "zh" })) !== once)
    breaches.push("a second run gives other bytes");
  if (JSON.stringify(JSON.parse(once)) !== once) breaches.push("the result does not survive JSON");
  if (figuresOf(score(program, filing, { lang: "en" })) !== figuresOf(result))
    breaches.push("en gives other figures than zh");
  if (/NaN|undefined|Infinity|\[object|-0\.0+"/.test(once))
    breaches.push(`the result holds ${/.{20}(?:NaN|undefined|Infinity|\[object|-0\.0+")/.exec(once)?.[0]}`);
  return breaches;
}

// ---- ranges and sums ---------------------------------------------------------------------------------------

type Nodes = ReadonlyMap<string, Group | Leaf>;

function nodesOf(program: Program): Nodes {
  const found = new Map<string, Group | Leaf>();
  const visit = (node: Group | Leaf): void => {
    found.set(node.id, node);
    if (node.kind === "group") node.children.forEach(visit);
  };
  program.root.children.forEach(visit);
  program.extras.forEach(visit);
  return found;
}

function shape(program: Program, nodes: Nodes, result: Result): readonly string[] {
  const breaches: string[] = [];
  const { places } = program;
  const decimals = new RegExp(places === 0 ? "^-?\\d+$" : `^-?\\d+\\.\\d{${places}}$`);
  for (const { id, kind, score: got, range, state, apportioned, points } of result.indicators) {
    const node = nodes.get(id);
    const top = parse(apportioned ?? points);
    const penalty = kind === "penalty";
    // A 加分项 gives up to its 最高; a 扣分项 takes.
    const highest = penalty
      ? NONE
      : kind === "bonus" && node?.kind === "leaf"
        ? exact(node.upTo.n, node.upTo.d)
        : top;
    const lowest = penalty ? minus(NONE, top) : NONE;
    for (const text of [...(got === null ? [] : [got]), ...(range ?? [])]) {
      if (!decimals.test(text)) breaches.push(`${id}: ${text} has not ${places} decimals`);
      const value = parse(text);
      // While it is open who counts, weights are open too: also of what comes to the same at each.
      const limit = result.complete || penalty ? highest : exact(program.fullMarks.n, program.fullMarks.d);
      if ((order(value, lowest) < 0 || order(value, limit) > 0) && state === "scored") {
        breaches.push(`${id}: ${text} is outside [0, ${written(highest, places)}]`);
      }
    }
    if (range && order(parse(range[0]), parse(range[1])) > 0)
      breaches.push(`${id}: the range ${range.join("~")} is upside down`);
    if ((state === "scored") !== (got !== null)) breaches.push(`${id}: ${state} with the score ${got}`);
    if (state === "pending" && range === null) breaches.push(`${id}: pending without a range`);
  }
  const { total, range, grade, grades, indicators } = result;
  for (const text of [...(total === null ? [] : [total]), ...(range ?? [])]) {
    if (order(parse(text), NONE) < 0) breaches.push(`the total ${text} is below 0`);
  }
  if (grade !== null && (grades.length !== 1 || grades[0] !== grade))
    breaches.push(`the grade ${grade} among ${grades.join("、")}`);
  if (
    result.complete &&
    total !== null &&
    indicators.some((i) => i.state === "pending" || i.state === "error")
  ) {
    breaches.push("complete, although an indicator is not");
  }
  return [...breaches, ...sums(program, result)];
}

/** Groups that only sum: nothing left out, no cap and no veto. */
function sums(program: Program, result: Result): readonly string[] {
  const byId = new Map(result.indicators.map((i) => [i.id, i]));
  const breaches: string[] = [];
  const visit = (group: Group): void => {
    const own = byId.get(group.id);
    const parts = group.children.map(({ id }) => byId.get(id));
    for (const child of group.children) if (child.kind === "group") visit(child);
    const plain = group.combine.kind === "sum" && group.caps.length === 0 && group.vetoes.length === 0;
    if (!plain || typeof own?.score !== "string" || parts.some((p) => typeof p?.score !== "string")) return;
    const sum = parts.map((p) => parse(p?.score ?? "0")).reduce(plus, NONE);
    // Leaves further down may have been taken out for 折算; then the oracle judges.
    const whole = parts.map((p) => parse(p?.apportioned ?? p?.points ?? "0")).reduce(plus, NONE);
    if (
      order(whole, parse(own.apportioned ?? own.points)) === 0 &&
      order(sum, parse(own.score)) !== 0 &&
      !below(group, byId)
    ) {
      breaches.push(`${group.id}: ${own.score} is not the sum of its children`);
    }
  };
  for (const child of program.root.children) if (child.kind === "group") visit(child);
  return breaches;
}

/** Whether anything below a group is left out. */
function below(group: Group, byId: ReadonlyMap<string, IndicatorResult>): boolean {
  return group.children.some(
    (c) => byId.get(c.id)?.state === "notApplicable" || (c.kind === "group" && below(c, byId)),
  );
}

// ---- the explanation ---------------------------------------------------------------------------------------

function all(list: readonly Step[]): readonly Step[] {
  return list.flatMap((step) => [step, ...all(step.steps)]);
}

/** A ratio as it is shown lies on its side of each ratio that the standard names, or a reader finds it contradicts the score. */
function mistaken(id: string, value: Step["value"], node: Group | Leaf | undefined): readonly string[] {
  const percent = /^(-?[0-9.]+)(?:%|个百分点)$/.exec(value?.shown ?? "")?.[1];
  if (!value || percent === undefined || node?.kind !== "leaf") return [];
  const shown = over(parse(percent), exact(100n));
  return ratiosIn(node.standard)
    .filter((named) => order(shown, named) !== order(parse(value.exact), named))
    .map((named) => `${id}: ${value.exact} is shown as ${value.shown}, beside ${named.n}/${named.d}`);
}

function ratiosIn(e: Expr): readonly Exact[] {
  if (e.node === "figure") return e.type.kind === "ratio" ? [e.value] : [];
  return partsOf(e).flatMap(ratiosIn);
}

const NEAR = exact(1n, 10n ** 40n);

/** Roundings redone by integers, and the last of a leaf is its score. */
function steps(program: Program, nodes: Nodes, result: Result): readonly string[] {
  const breaches: string[] = [];
  const ids = new Set<string>();
  const beyond = new Map(
    result.indicators.flatMap((i) =>
      i.id.endsWith("#bonus") && i.score !== null ? [[i.id, i.score] as const] : [],
    ),
  );
  for (const indicator of result.indicators) {
    for (const { id, rounding, value, state, kind } of all(indicator.steps)) {
      if (ids.has(id)) breaches.push(`the step ${id} stands twice`);
      ids.add(id);
      if (state === "value" && value === null && kind !== "target")
        breaches.push(`the step ${id} has a value that is not there`);
      breaches.push(...mistaken(id, value, nodes.get(indicator.id)));
      if (!rounding) continue;
      const again = halfUp(parse(rounding.from), rounding.places);
      if (rounding.mode === "halfUp" && order(again, parse(rounding.to)) !== 0) {
        breaches.push(`${id}: ${rounding.from} rounded to ${rounding.to}`);
      }
    }
    if (indicator.kind === "group" || indicator.score === null || indicator.id.endsWith("#bonus")) continue;
    const last = indicator.steps.filter((s) => s.kind === "score").at(-1);
    const got = plus(parse(indicator.score), parse(beyond.get(`${indicator.id}#bonus`) ?? "0"));
    if (!last?.value || order(got, parse(last.value.exact)) !== 0) {
      breaches.push(
        `${indicator.id}: the steps give ${last?.value?.exact ?? "nothing"}, not ${indicator.score}`,
      );
    } else if (last.rounding) {
      if (order(got, parse(last.rounding.to)) !== 0)
        breaches.push(`${indicator.id}: rounded to ${last.rounding.to}`);
      if (last.rounding.places !== program.places) breaches.push(`${indicator.id}: rounded to other places`);
    } else {
      // Something is missing, and all that the standard can be rounds to the same.
      const node = nodes.get(indicator.id);
      const alone = node?.kind === "leaf" && node.vetoes.length === 0 && node.notApplicable.length === 0;
      if (!alone || indicator.apportioned !== null) continue;
      // While the excess is open, only what stays within 分值 is decided.
      const split = result.indicators.some((i) => i.id === `${indicator.id}#bonus` && i.score === null);
      const top = split ? node.points : node.upTo;
      const taken = indicator.kind === "penalty" ? node.points : NONE;
      const held = (end: Exact): Exact => halfUp(minus(most(least(end, top), NONE), taken), program.places);
      const ends = (last.range ?? []).map((end, i) => (end === null ? (i === 0 ? NONE : top) : parse(end)));
      // An end may be open, which its text does not say: then a tie at it is never reached.
      const within = (end: Exact, i: number): Exact => held(i === 0 ? plus(end, NEAR) : minus(end, NEAR));
      if (ends.some((end, i) => order(held(end), got) !== 0 && order(within(end, i), got) !== 0)) {
        breaches.push(`${indicator.id}: decided although it can be ${last.range?.join("~")}`);
      }
    }
  }
  return breaches;
}

// ---- what is missing ---------------------------------------------------------------------------------------

/** Whatever is filled in, the score lies where the pending one said; what was decided stays. */
function contained(
  program: Program,
  draft: Draft,
  open: Result,
  random: Random,
  completions: number,
): readonly string[] {
  const settled = open.complete || open.indicators.every((i) => i.state !== "pending");
  if (settled && open.total !== null && open.grade !== null) return [];
  const breaches: string[] = [];
  for (let n = 0; n < completions && breaches.length === 0; n += 1) {
    const full = completed(program, draft, random);
    const closed = score(program, read(program, full).filing, { lang: "zh" });
    const byId = new Map(closed.indicators.map((i) => [i.id, i]));
    const miss = (what: string, from: string, got: string): void =>
      void breaches.push(`${what}: ${got} although it was ${from}, filled in by ${filingJson(full)}`);
    for (const { id, state, range, score: before } of open.indicators) {
      const after = byId.get(id);
      // What goes beyond 分值 has an entry only where there is any.
      if (!after) continue;
      if (state === "scored" && after.state === "error") miss(id, `decided at ${before}`, "an error");
      if (state === "scored" && after.score !== before && after.score !== null)
        miss(id, `decided at ${before}`, after.score);
      if (state === "notApplicable" && after.state !== "notApplicable")
        miss(id, "not applicable", after.state);
      // An error of a leaf that is left out after all is none (§4.5).
      if (state === "error" && after.state !== "error" && after.state !== "notApplicable")
        miss(id, "an error", after.state);
      if (state === "pending" && range && after.score !== null && !inside(after.score, range)) {
        miss(id, `pending within ${range.join("~")}`, after.score);
      }
    }
    if (open.grade !== null && closed.grade !== open.grade)
      miss("the grade", `decided as ${open.grade}`, closed.grade ?? "none");
    if (open.total !== null && closed.total === null) miss("the total", `decided at ${open.total}`, "none");
    if (closed.total === null) continue;
    if (open.range && !inside(closed.total, open.range))
      miss("the total", `within ${open.range.join("~")}`, closed.total);
    if (open.total !== null && open.total !== closed.total)
      miss("the total", `decided at ${open.total}`, closed.total);
    if (open.grades.length > 0 && closed.grade !== null && !open.grades.includes(closed.grade)) {
      miss("the grade", `one of ${open.grades.join("、")}`, closed.grade);
    }
  }
  return breaches;
}

function inside(value: string, [low, high]: readonly [string, string]): boolean {
  return order(parse(value), parse(low)) >= 0 && order(parse(value), parse(high)) <= 0;
}
