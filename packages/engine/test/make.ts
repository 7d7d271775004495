/** Short ways to write programs and filings by hand. */
import { fraction, readNumber, type Fraction, type Interval } from "@heng/number";
import type {
  ComparisonSign,
  Expr,
  FaultCause,
  FieldSpec,
  Group,
  Leaf,
  Program,
  Range,
  Say,
  Type,
  Value,
} from "@heng/lang";
import { NUMBER, POINTS, RATIO, YES_NO } from "@heng/lang";
import { score, type Datum, type Filing, type IndicatorResult, type Result } from "../src/index.ts";

export const AT: Range = { file: "test.heng", start: 0, end: 0 };
export const YUAN: Type = {
  kind: "quantity",
  dimension: [["元", 1]],
  unit: "万元",
  factor: fraction(10_000n),
};
export { NUMBER, POINTS, RATIO, YES_NO };

/** A fraction from a decimal, a percentage or `a/b`. */
export function q(text: string | number | bigint): Fraction {
  const [over = "", under] = `${text}`.split("/");
  if (under !== undefined) return fraction(BigInt(over), BigInt(under));
  const read = readNumber(over);
  if (!read.ok) throw new Error(`${text} is no number`);
  return read.value;
}

export const lit = (value: string | number, type: Type = POINTS): Expr => ({
  node: "figure",
  type,
  value: q(value),
});
export const input = (field: string, type: Type = NUMBER, part?: string): Expr => ({
  node: "input",
  type,
  field,
  ...(part === undefined ? {} : { part }),
});
export const use = (definition: string, type: Type = RATIO, name = definition): Expr => ({
  node: "use",
  type,
  definition,
  name: { zh: name, en: name },
});
export const step = (id: string, of: Expr, say?: Say): Expr => ({
  node: "step",
  type: of.type,
  id,
  name: { zh: id, en: id },
  of,
  ...(say ? { say } : {}),
});
export const fault = (cause: FaultCause, type: Type = POINTS): Expr => ({ node: "fault", type, cause });
/** A cause of some method, worded as no method does. */
export const cause = (id: string, more: Partial<FaultCause> = {}): FaultCause => ({
  id,
  words: { zh: `${id} 之故`, en: `because of ${id}` },
  ...more,
});
export const sum = (...of: readonly Expr[]): Expr => ({
  node: "sum",
  type: of[0]?.type ?? NUMBER,
  terms: of.map((term) => ({ negative: false, of: term })),
});
export const minus = (a: Expr, b: Expr, type = a.type): Expr => ({
  node: "sum",
  type,
  terms: [
    { negative: false, of: a },
    { negative: true, of: b },
  ],
});
export const times = (type: Type, ...of: readonly Expr[]): Expr => ({
  node: "product",
  type,
  factors: of.map((factor) => ({ inverse: false, of: factor })),
});
export const over = (type: Type, a: Expr, b: Expr): Expr => ({
  node: "product",
  type,
  factors: [
    { inverse: false, of: a },
    { inverse: true, of: b },
  ],
});
export const extreme = (pick: "max" | "min", ...of: readonly Expr[]): Expr => ({
  node: "extreme",
  type: of[0]?.type ?? NUMBER,
  pick,
  of,
});
export const compare = (left: Expr, sign: ComparisonSign, right: Expr): Expr => ({
  node: "compare",
  type: YES_NO,
  sign,
  left,
  right,
});
export const and = (...of: readonly Expr[]): Expr => ({ node: "logic", type: YES_NO, connective: "and", of });
export const or = (...of: readonly Expr[]): Expr => ({ node: "logic", type: YES_NO, connective: "or", of });
export const not = (of: Expr): Expr => ({ node: "not", type: YES_NO, of });
export const truth = (value: boolean): Expr => ({ node: "yesNo", type: YES_NO, value });
export const when = (condition: Expr, then: Expr, otherwise: Expr, say?: Say, sayOtherwise?: Say): Expr => ({
  node: "cases",
  type: otherwise.type,
  cases: [{ when: condition, then, ...(say ? { say } : {}) }],
  otherwise,
  ...(sayOtherwise ? { say: sayOtherwise } : {}),
});

export function say(zh: string, ...of: readonly Expr[]): Say {
  const parts = zh.split("{}").flatMap((text, i) => {
    const hole = of[i];
    return hole === undefined ? [text] : [text, { show: "value", of: hole } as const];
  });
  return { zh: parts, en: parts };
}

/** `[0, 1]`, `(0, ∞)`, in base units. */
function range(text: string): Interval {
  const [low = "", high = ""] = text.slice(1, -1).split(", ");
  return {
    ...(low === "-∞" ? {} : { low: { value: q(low), open: text.startsWith("(") } }),
    ...(high === "∞" ? {} : { high: { value: q(high), open: text.endsWith(")") } }),
  };
}

export function field(
  name: string,
  type: Type = NUMBER,
  within = "(-∞, ∞)",
  more: Partial<FieldSpec> = {},
): FieldSpec {
  return {
    name,
    type,
    range: range(within),
    decimals: undefined,
    note: undefined,
    items: [],
    origin: AT,
    ...more,
  };
}

export function leaf(name: string, points: string | number, standard: Expr, more: Partial<Leaf> = {}): Leaf {
  return {
    kind: "leaf",
    id: name,
    path: name.split("/"),
    name: name.split("/").at(-1) ?? name,
    sense: "indicator",
    points: q(points),
    upTo: q(points),
    method: "expression",
    value: undefined,
    target: undefined,
    tabled: {},
    standard,
    notApplicable: [],
    vetoes: [],
    mustExplain: [],
    basis: undefined,
    describe: undefined,
    source: undefined,
    origin: AT,
    ...more,
  };
}

export function group(
  name: string,
  points: string | number,
  children: Group["children"],
  more: Partial<Group> = {},
): Group {
  return {
    kind: "group",
    id: name,
    path: name === "" ? [] : name.split("/"),
    name: name.split("/").at(-1) ?? name,
    points: q(points),
    combine: { kind: "sum" },
    rescale: false,
    vetoes: [],
    caps: [],
    children,
    describe: undefined,
    basis: undefined,
    origin: AT,
    ...more,
  };
}

export const GRADES: Program["grades"] = [
  { name: "优", atLeast: q(90), strict: false },
  { name: "良", atLeast: q(80), strict: false },
  { name: "中", atLeast: q(60), strict: false },
  { name: "差", atLeast: undefined, strict: false },
];

/** A program over top indicators, whose points make the full marks. */
export function program(
  children: Group["children"],
  more: Partial<Program> = {},
  root: Partial<Group> = {},
): Program {
  const points = children.reduce((total, child) => total + child.points.n * (10_000n / child.points.d), 0n);
  const whole = group("", 0, children, { points: fraction(points, 10_000n), name: "测试", ...root });
  return {
    schema: "heng.program/1",
    file: "test.heng",
    name: "测试",
    title: "测试",
    year: "2022",
    basis: undefined,
    fullMarks: whole.points,
    places: 2,
    grades: [],
    fields: [],
    rowLists: [],
    crossChecks: [],
    definitions: [],
    root: whole,
    extras: [],
    scenarios: [],
    ...more,
  };
}

export const figure = (value: string | number): Value => ({ kind: "figure", value: q(value) });

/** Numbers and texts stand for figures in base units, booleans for 是否. */
type Filed = string | number | boolean | Value | Datum;

function datum(name: string, filed: Filed): Datum {
  if (typeof filed === "object" && (filed.kind === "unreadable" || filed.kind === "value")) return filed;
  const value: Value =
    typeof filed === "boolean"
      ? { kind: "yesNo", value: filed }
      : typeof filed === "object"
        ? (filed as Value)
        : figure(filed);
  return { kind: "value", value, place: { file: "filing.json", field: name }, written: `${name}` };
}

/** A figure at a line and column of the filing. */
export function at(line: number, column: number, value: string, name?: string): Datum {
  const place = { file: "filing.json", line, column, ...(name === undefined ? {} : { field: name }) };
  return { kind: "value", value: figure(value), place, written: value };
}

export function row(values: Readonly<Record<string, Filed>>): ReadonlyMap<string, Datum> {
  return new Map(Object.entries(values).map(([name, filed]) => [name, datum(name, filed)]));
}

export function filing(values: Readonly<Record<string, Filed>> = {}, more: Partial<Filing> = {}): Filing {
  return {
    name: "filing.json",
    agency: undefined,
    year: undefined,
    values: row(values),
    rows: new Map(),
    texts: new Map(),
    ...more,
  };
}

export function scored(
  of: Program,
  values: Readonly<Record<string, Filed>> = {},
  more: Partial<Filing> = {},
): Result {
  return score(of, filing(values, more), { lang: "zh" });
}

export function indicator(result: Result, id: string): IndicatorResult {
  const found = result.indicators.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`${id} is not in the result`);
  return found;
}

/** Scores by id, for comparing at a glance: the score, or the range, or the state. */
export function scores(result: Result): Readonly<Record<string, string>> {
  return Object.fromEntries(
    result.indicators.map(({ id, score: got, range: within, state }) => [
      id,
      got ?? within?.join("~") ?? state,
    ]),
  );
}

/** The example: 预算执行率. */
export function execution(): Program {
  const value = use("预算执行率#value");
  const full = lit(10);
  const target = lit("100%", RATIO);
  return program(
    [
      leaf(
        "预算执行率",
        10,
        when(
          compare(value, ">=", target),
          full,
          times(POINTS, value, full),
          say("已达目标 {}", target),
          say("未达目标 {}", target),
        ),
        { value, target: { kind: "compare", sign: ">=", of: target }, method: "proportional" },
      ),
    ],
    {
      basis: "甘财绩〔2022〕7号",
      fields: [field("全年支出数", YUAN, "[0, ∞)"), field("全年预算数", YUAN, "(0, ∞)")],
      definitions: [
        {
          id: "预算执行率#value",
          name: { zh: "预算执行率", en: "预算执行率" },
          of: over(RATIO, input("全年支出数", YUAN), input("全年预算数", YUAN)),
          origin: AT,
        },
      ],
    },
  );
}
