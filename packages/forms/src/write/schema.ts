/** What a rule set asks a unit to file: as JSON Schema for programs, as an empty form for people. */
import {
  diagnose,
  normal,
  QUALITATIVE_GRADES,
  shownUnit,
  unitType,
  type Diagnostic,
  type FieldSpec,
  type Leaf,
  type Program,
  type Type,
} from "@heng/lang";
import { DECIMAL_DIGITS, INTEGER_DIGITS, type Interval } from "@heng/number";
import { writeCsv } from "@heng/office";
import { AGENCY_COLUMN, REASON_SUFFIX, YEAR_COLUMN } from "../read/csv.ts";
import { H4016 } from "../read/H4016-rows-in-csv/index.ts";
import { FILING_SCHEMA } from "../read/json.ts";
import { indicatorsOf } from "../read/names.ts";
import { rangeText, sameKind } from "../read/figures.ts";
import { H4018 } from "./H4018-form-comes-later/index.ts";

/** A part of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 2020-12) of a filing for a rule set. What it allows reads; ranges are the engine's to judge. */
export function dataSchema(program: Program): Schema {
  const plain = program.fields.filter((f) => f.judged === undefined);
  const judged = program.fields.filter((f) => f.judged !== undefined);
  const subjects = [...new Set([...indicatorsOf(program).map(({ id }) => id), ...judged.map((f) => f.name)])];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${program.title} ${program.year}年度 填报数据`,
    ...closed({
      schema: { const: FILING_SCHEMA },
      agency: { title: AGENCY_COLUMN, type: ["string", "null"] },
      year: {
        title: YEAR_COLUMN,
        enum: [program.year, `${program.year}年度`, wholeNumber(program.year), null],
      },
      data: {
        title: "数据",
        ...closed({
          ...Object.fromEntries(plain.map((field) => [field.name, fieldSchema(field)])),
          ...Object.fromEntries(
            program.rowLists.map((list) => [
              list.name,
              {
                title: list.name,
                description: `明细，至多 ${list.atMost} 行`,
                type: ["array", "null"],
                maxItems: list.atMost,
                items: closed(Object.fromEntries(list.columns.map((c) => [c.name, fieldSchema(c)]))),
              },
            ]),
          ),
        }),
      },
      judged: {
        title: "评判",
        description: "由人评判的得分和理由，按指标的路径，或不重名的名称",
        ...closed(
          Object.fromEntries(
            withNames(judged.map((f) => f.name)).flatMap(([key, id]) => {
              const field = judged.find((f) => f.name === id);
              return field === undefined ? [] : [[key, judgedSchema(field)]];
            }),
          ),
        ),
      },
      texts: {
        title: "说明",
        description: "各指标的原因和说明，按指标的路径，或不重名的名称",
        ...closed(
          Object.fromEntries(withNames(subjects).map(([key]) => [key, { type: ["string", "null"] }])),
        ),
      },
      project: { title: "自定指标", description: "尚未支持", type: ["array", "null"], maxItems: 0 },
    }),
    required: ["schema", "data"],
  };
}

function closed(properties: Schema): Schema {
  return { type: "object", properties, additionalProperties: false };
}

/** Each id, and its last part where no other id ends so, with the id that it stands for. */
function withNames(ids: readonly string[]): readonly (readonly [key: string, id: string])[] {
  const short = shortNames(ids);
  return ids.flatMap((id) => {
    const name = short.get(id) ?? id;
    return name === id ? [[id, id] as const] : [[id, id] as const, [name, id] as const];
  });
}

/** The last part of each path, or the whole path where another one ends so or `taken` has it. */
function shortNames(ids: readonly string[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const last = (id: string): string => normal(id.slice(id.lastIndexOf("/") + 1));
  const counts = new Map<string, number>(taken.map((name) => [normal(name), 1]));
  for (const id of ids) counts.set(last(id), (counts.get(last(id)) ?? 0) + 1);
  return new Map(ids.map((id) => [id, counts.get(last(id)) === 1 ? id.slice(id.lastIndexOf("/") + 1) : id]));
}

function judgedSchema(field: FieldSpec): Schema {
  const { judged } = field;
  const taken = judged?.taken === true;
  const reason =
    judged?.reason === "always" ? "必须写理由" : taken ? "扣分时必须写理由" : "不是满分时必须写理由";
  return {
    title: field.name,
    ...closed({
      score: fieldSchema({ ...field, name: taken ? "扣的分" : "得分" }),
      reason: { title: "理由", description: reason, type: ["string", "null"] },
    }),
  };
}

const THOUSANDS = INTEGER_DIGITS / 3 - 1;
const NUMBER = `(?:[0-9]{1,${INTEGER_DIGITS}}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,${THOUSANDS}})(?:\\.[0-9]{1,${DECIMAL_DIGITS}})?`;
const YES_NO = [true, false, "是", "否", "√", "×", "✓", "✗", "true", "false", "yes", "no", "", null];

function fieldSchema(field: FieldSpec): Schema {
  const { name, type } = field;
  const description = descriptionOf(field);
  const head = { title: name, ...(description === "" ? {} : { description }) };
  switch (type.kind) {
    case "yesNo":
      return { ...head, enum: YES_NO };
    case "option":
      return { ...head, enum: [...type.options, "", null] };
    case "checklist":
      return {
        ...head,
        type: ["object", "null"],
        properties: Object.fromEntries(
          field.items.map(({ name: item, note }) => [
            item,
            { title: item, ...(note === undefined ? {} : { description: note }), enum: YES_NO },
          ]),
        ),
        additionalProperties: false,
      };
    case "qualitative":
      return text(head, `(?:${QUALITATIVE_GRADES.join("|")})\\s*${NUMBER}%`);
    case "date":
      return text(head, "[0-9]{4}(?:年[0-9]{1,2}月[0-9]{1,2}日|([-/.])[0-9]{1,2}\\1[0-9]{1,2})");
    case "text":
      return { ...head, type: ["string", "null"] };
    default:
      return {
        ...head,
        type: ["string", "number", "null"],
        pattern: blankOr(`${signOf(field.range)}${NUMBER}${unitPattern(type)}`),
      };
  }
}

function text(head: Schema, pattern: string): Schema {
  return { ...head, type: ["string", "null"], pattern: blankOr(pattern) };
}

function blankOr(pattern: string): string {
  return `^\\s*(?:${pattern})?\\s*$`;
}

function signOf({ low }: Interval): string {
  return low !== undefined && low.value.n >= 0n ? "\\+?" : "[+-]?";
}

/** The units that may stand behind a figure of a type. */
function unitPattern(type: Type): string {
  switch (type.kind) {
    case "ratio":
      return type.sense === "ratio" ? "[%‰]?" : "(?:\\s*个百分点)?";
    case "points":
      return "(?:\\s*分)?";
    case "quantity":
      return `(?:\\s*(?:${unitsLike(type).map(literally).join("|")}))?`;
    default:
      return "";
  }
}

const SCALES = ["", "百", "千", "万", "百万", "亿"];

/** The declared unit, and those that convert to it: 元 and 亿元 for 万元, 万元/人 for 元/人. */
function unitsLike(type: Extract<Type, { kind: "quantity" }>): readonly string[] {
  const [, ...below] = type.unit.split("/");
  const bases = type.dimension.map(([base]) => base);
  const declared = new Set(bases);
  const units = bases.flatMap((base) => SCALES.map((scale) => [scale + base, ...below].join("/")));
  return [
    type.unit,
    ...units.filter((unit) => {
      const known = unit === type.unit ? undefined : unitType(unit, declared);
      return known !== undefined && sameKind(known.type, type);
    }),
  ];
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** The note, the unit, the range and the decimals of a field, in words. */
function descriptionOf({ type, note, range, decimals, items }: FieldSpec): string {
  const unit = shownUnit(type);
  const parts = [note, type.kind === "option" ? optionWords(items) : undefined];
  if (isRatio(type)) parts.push("写 95% 这样的百分数");
  else if (unit !== "") parts.push(`单位 ${unit}`);
  if (type.kind === "qualitative") parts.push("如 达成 90%");
  const bounds = rangeText(range, type);
  if (bounds !== "") parts.push(bounds);
  if (decimals !== undefined) parts.push(decimals === 0 ? "整数" : `至多 ${decimals} 位小数`);
  return parts.filter((part) => part !== undefined && part !== "").join("；");
}

function optionWords(items: FieldSpec["items"]): string {
  return items
    .filter((item) => item.note !== undefined)
    .map((item) => `${item.name}：${item.note}`)
    .join("，");
}

function wholeNumber(digits: string): number {
  return Array.from(digits).reduce((n, digit) => n * 10 + "0123456789".indexOf(digit), 0);
}

/** A form to fill in, or why there is none, and what it cannot hold. */
export interface EmptyForm {
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** An empty form for a rule set: `csv` gives the headings that `readCsvFilings` reads, one filing a line below them. */
export function emptyForm(program: Program, format: "csv" | "xlsx"): EmptyForm {
  if (format !== "csv") return { text: undefined, diagnostics: [diagnose(H4018, { format }, {})] };
  return {
    text: writeCsv([headingsOf(program)], { bom: true }),
    diagnostics: program.rowLists.map(({ name, columns: [first] }) =>
      diagnose(H4016, { name, rows: name }, first === undefined ? {} : { range: first.origin }),
    ),
  };
}

function headingsOf(program: Program): readonly string[] {
  const plain = program.fields.filter((f) => f.judged === undefined);
  const judged = program.fields.filter((f) => f.judged !== undefined);
  const taken = [
    AGENCY_COLUMN,
    YEAR_COLUMN,
    ...plain.map((f) => f.name),
    ...program.rowLists.map((l) => l.name),
  ];
  const scores = shortNames(
    judged.map((f) => f.name),
    taken,
  );
  const indicators = indicatorsOf(program);
  const subjects = shortNames([...new Set([...indicators.map(({ id }) => id), ...scores.keys()])]);
  const asked = indicators.filter((i): i is Leaf => i.kind === "leaf" && i.mustExplain.length > 0);
  const reasons = new Set([...judged.map((f) => f.name), ...asked.map((leaf) => leaf.id)]);
  return [
    AGENCY_COLUMN,
    YEAR_COLUMN,
    ...plain.flatMap((f) =>
      f.type.kind === "checklist"
        ? f.items.map((item) => `${f.name}.${item.name}`)
        : [heading(f.name, f.type)],
    ),
    ...judged.map((f) => heading(scores.get(f.name) ?? f.name, f.type)),
    ...Array.from(reasons, (id) => `${subjects.get(id) ?? id} ${REASON_SUFFIX}`),
  ];
}

/** A unit in the heading would leave open what a bare 0.95 is, which a spreadsheet holds for 95%: without it, it is 95%. */
function heading(name: string, type: Type): string {
  const unit = isRatio(type) ? "" : shownUnit(type);
  return unit === "" ? name : `${name}（${unit}）`;
}

function isRatio(type: Type): boolean {
  return type.kind === "ratio" && type.sense === "ratio";
}
