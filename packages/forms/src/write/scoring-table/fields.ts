/** The data that the rules speak of (基础数据表): what is to be filed, in which unit, within which range. */
import { QUALITATIVE_GRADES, showFigure, shownUnit, type FieldSpec, type Program } from "@heng/lang";
import type { Lang } from "@heng/lang";

export interface FieldRow {
  readonly name: string;
  readonly unit: string;
  readonly range: string;
  readonly note: string;
}

/** Of all data but what is judged, which the standards say themselves. */
export function fieldRows({ fields, rowLists }: Program, lang: Lang): readonly FieldRow[] {
  return [
    ...fields.flatMap((field) => (field.judged ? [] : [fieldRow(field, field.name, lang)])),
    ...rowLists.flatMap(({ name, atMost, columns }) => [
      {
        name,
        unit: lang === "zh" ? "明细" : "rows",
        range: lang === "zh" ? `至多${atMost}行` : `at most ${atMost} rows`,
        note: "",
      },
      ...columns.map((column) => fieldRow(column, `${name}.${column.name}`, lang)),
    ]),
  ];
}

function fieldRow(field: FieldSpec, name: string, lang: Lang): FieldRow {
  const { type, items, note } = field;
  const zh = lang === "zh";
  const notes = items.filter((item) => item.note !== undefined);
  const listed = notes.map((item) => `${item.name}${zh ? "：" : ": "}${item.note}`).join(zh ? "；" : "; ");
  const names = items.map((item) => item.name).join(zh ? "、" : ", ");
  const kinds = {
    yesNo: zh ? ["是否", "是、否"] : ["yes or no", "yes, no"],
    option: [zh ? "选项" : "option", names],
    checklist: [zh ? "清单" : "checklist", names],
    qualitative: [
      zh ? "等次和完成比例" : "grade and share",
      zh ? `${QUALITATIVE_GRADES.join("、")}，0%至100%` : `${QUALITATIVE_GRADES.join(", ")}; 0% to 100%`,
    ],
    date: [zh ? "日期" : "date", rangeOf(field, lang)],
    text: [zh ? "文字" : "text", ""],
    number: [zh ? "数" : "number", rangeOf(field, lang)],
    ratio: [shownUnit(type), rangeOf(field, lang)],
    quantity: [shownUnit(type), rangeOf(field, lang)],
    points: [shownUnit(type), rangeOf(field, lang)],
  } as const satisfies Record<FieldSpec["type"]["kind"], readonly string[]>;
  const [unit = "", range = ""] = kinds[type.kind];
  return {
    name,
    unit,
    range,
    note: [note ?? "", listed].filter((text) => text !== "").join(zh ? "。" : ". "),
  };
}

/** `大于0万元`, `0%至100%` */
function rangeOf({ range: { low, high }, type }: FieldSpec, lang: Lang): string {
  const zh = lang === "zh";
  const show = (end: NonNullable<typeof low>): string => showFigure(end.value, type, lang);
  if (low && high && !low.open && !high.open)
    return zh ? `${show(low)}至${show(high)}` : `${show(low)} to ${show(high)}`;
  const parts = [
    low &&
      (zh
        ? `${low.open ? "大于" : "不小于"}${show(low)}`
        : `${low.open ? "above" : "at least"} ${show(low)}`),
    high &&
      (zh
        ? `${high.open ? "小于" : "不大于"}${show(high)}`
        : `${high.open ? "below" : "at most"} ${show(high)}`),
  ];
  return parts.filter((part) => part !== undefined).join(zh ? "，" : ", ");
}
