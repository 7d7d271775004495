/** Counterexamples as people file and read them. */
import {
  showFigure,
  type Counterexample as Filed,
  type FieldSpec,
  type Names,
  type Program,
  type Value,
} from "@heng/lang";
import type { Counterexample } from "./counterexample.ts";

type Rows = readonly ReadonlyMap<string, Value>[];

/** As the data of a filing (heng.filing/1): `{ "年初结转结余": "100万元" }`. */
export function filedAs({ values, rows, evaluation }: Counterexample): Filed {
  const { fields, rowLists } = evaluation.program;
  const data: [name: string, filed: Filed["data"][string]][] = [];
  for (const field of fields) {
    const value = values.get(field.name);
    if (value) data.push([field.name, filedValue(field, value)]);
  }
  for (const list of rowLists) {
    const filed = rows.get(list.name);
    if (filed)
      data.push([
        list.name,
        filed.map((row) =>
          Object.fromEntries(
            list.columns.flatMap((column) => {
              const value = row.get(column.name);
              return value ? [[column.name, text(column, value)]] : [];
            }),
          ),
        ),
      ]);
  }
  // Entries, since a field may be called `__proto__`.
  return { data: Object.fromEntries(data) };
}

function filedValue(field: FieldSpec, value: Value): Filed["data"][string] {
  if (value.kind === "checklist") return Object.fromEntries(value.met);
  return value.kind === "yesNo" ? value.value : text(field, value);
}

function text({ type }: FieldSpec, value: Value): string {
  switch (value.kind) {
    case "figure":
      return showFigure(value.value, type, "zh");
    case "qualitative":
      return `${value.grade} ${showFigure(value.share, { kind: "ratio", sense: "ratio" }, "zh")}`;
    case "yesNo":
      return value.value ? "是" : "否";
    case "checklist":
      return "";
    default:
      return value.value;
  }
}

/** `项目 一行（完成率 10%）` */
function rowsShown(program: Program, name: string, list: Rows): Names {
  const [first] = list;
  if (!first) return { zh: `${name} 一行也没有`, en: `${name} without a row` };
  const columns = program.rowLists.find((one) => one.name === name)?.columns ?? [];
  const cells = columns.flatMap((column) => {
    const value = first.get(column.name);
    return value ? [`${column.name} ${text(column, value)}`] : [];
  });
  const [zh, en] = [cells.join("、"), cells.join(", ")];
  return list.length === 1
    ? { zh: `${name} 一行（${zh}）`, en: `${name} with one row (${en})` }
    : { zh: `${name} ${list.length} 行（${zh} 等）`, en: `${name} with ${list.length} rows (${en}, …)` };
}

/** More of them are not read in a sentence. */
const MOST_SHOWN = 4;

/** What of it an indicator of a name reads, in one row. */
export function shownFiling(
  program: Program,
  { name }: { readonly name: string },
  { values, rows }: Counterexample,
): Names {
  const parts: Names[] = [];
  for (const field of program.fields) {
    const value = values.get(field.name);
    if (!value) continue;
    if (value.kind === "checklist") {
      const missing = Array.from(value.met).flatMap(([item, met]) => (met ? [] : [item]));
      parts.push(
        missing.length === 0
          ? { zh: `${field.name} 各项都具备`, en: `${field.name} complete` }
          : {
              zh: `${field.name} 缺 ${missing.join("、")}`,
              en: `${field.name} without ${missing.join(", ")}`,
            },
      );
      continue;
    }
    const own = field.judged
      ? { zh: `${name} 评定`, en: `${name} judged` }
      : { zh: field.name, en: field.name };
    const shown = text(field, value);
    parts.push({ zh: `${own.zh} ${shown}`, en: `${own.en} ${shown}` });
  }
  for (const [name, list] of rows) parts.push(rowsShown(program, name, list));
  const shown = parts.slice(0, MOST_SHOWN);
  const more = parts.length > shown.length;
  return {
    zh: shown.map(({ zh }) => zh).join("、") + (more ? " 等" : ""),
    en: shown.map(({ en }) => en).join(", ") + (more ? ", …" : ""),
  };
}
