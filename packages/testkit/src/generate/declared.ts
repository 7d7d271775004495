/** What a rule set declares and its rules refer to: 数据, 明细, and the names of what is defined. */
import type { Figure } from "./literals.ts";
import type { Spelling } from "./spelling.ts";

type Kind = Figure | "yesNo" | "checklist" | "option" | "qualitative";

interface Field {
  /** As it is written where it is used. */
  readonly name: string;
  readonly kind: Kind;
  readonly unit: string;
  /** 要点 of a checklist, or options. */
  readonly items: readonly string[];
}

interface RowList {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** The lists of names grow while the file is written: what comes later may use what came before. */
export interface Declared {
  readonly spelling: Spelling;
  readonly fields: readonly Field[];
  readonly rowLists: readonly RowList[];
  readonly definitions: { readonly name: string; readonly kind: Figure }[];
  readonly functions: string[];
  /** 方法, as they are called. */
  readonly standards: string[];
  /** 等级, the best first. */
  readonly grades: string[];
}

/** Names that tempt code to go wrong, and names that must be quoted. */
const ODD_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "「“三公”经费」",
  "「会议、培训」",
  "「50%以上」",
  "「a/b」",
  "「值」",
  "「分值」",
  "指标",
  "数据",
  "𠮷野",
  "Ａ类",
  "x_1",
];

export function declare(spelling: Spelling): Declared {
  const fields = someFields(spelling);
  const rowLists = spelling.random.once(3) ? [] : [ROW_LIST];
  return { spelling, fields, rowLists, definitions: [], functions: [], standards: [], grades: [] };
}

/** At least one of every kind. */
function someFields({ random, fresh }: Spelling): readonly Field[] {
  const kinds: readonly Kind[] = [
    "money",
    "money",
    "money",
    "ratio",
    "ratio",
    "count",
    "count",
    "number",
    "yesNo",
    "checklist",
    "option",
    "qualitative",
    "date",
    ...Array.from({ length: random.below(6) }, () =>
      random.pick<Kind>(["money", "ratio", "count", "yesNo", "checklist", "option", "qualitative", "date"]),
    ),
  ];
  const odd = random.shuffle(ODD_NAMES);
  return kinds.map((kind, i) => {
    const name = random.once(6) && odd[i] !== undefined ? odd[i] : fresh("数");
    const unit =
      kind === "money"
        ? random.pick(["元", "万元", "万元", "亿元", "千元"])
        : kind === "count"
          ? random.pick(["人", "次", "个", "天"])
          : "";
    const items =
      kind === "checklist" || kind === "option"
        ? Array.from({ length: random.between(2, 5) }, (_, n) => `项${n + 1}`)
        : [];
    return { name, kind, unit, items };
  });
}

const ROW_LIST: RowList = {
  name: "明细项",
  columns: [
    { name: "资金", kind: "money", unit: "万元", items: [] },
    { name: "率", kind: "ratio", unit: "", items: [] },
    { name: "量", kind: "count", unit: "个", items: [] },
    { name: "重点", kind: "yesNo", unit: "", items: [] },
  ],
};

// ---- to refer to -------------------------------------------------------------------------------------------

/** Any field of a kind. */
export function anyField({ spelling, fields }: Declared, kind: Kind): Field | undefined {
  const found = fields.filter((f) => f.kind === kind);
  return found.length === 0 ? undefined : spelling.random.pick(found);
}

/** A field that may stand against a figure of this kind and unit: counts only of one thing. */
export function fieldLike({ spelling, fields }: Declared, kind: Kind, unit: string): Field | undefined {
  const found = fields.filter((f) => f.kind === kind && (kind !== "count" || f.unit === unit));
  return found.length === 0 ? undefined : spelling.random.pick(found);
}

/** What is counted: 人, 次, … */
export function countUnits({ fields }: Declared): readonly string[] {
  return [...new Set(fields.flatMap((f) => (f.kind === "count" ? [f.unit] : [])))];
}

/** A field as it is written inside rules: words of the language and of methods are quoted. */
export function refer({ spelling }: Declared, { name }: Field): string {
  if (name.startsWith("「")) return name;
  return spelling.random.once(15) || /^(指标|数据)$/.test(name) ? `「${name}」` : name;
}

/** The name of a definition of a kind. */
export function anyDefinition({ spelling, definitions }: Declared, kind: Figure): string | undefined {
  const found = definitions.filter((d) => d.kind === kind);
  return found.length === 0 ? undefined : spelling.random.pick(found).name;
}

// ---- the declarations --------------------------------------------------------------------------------------

export function dataBlock({ spelling, fields }: Declared): string {
  return `${spelling.word("数据", "data")} {\n${fields.map((f) => fieldLine(spelling, f)).join("\n")}\n}`;
}

export function rowBlocks({ spelling, rowLists }: Declared): readonly string[] {
  const { random, word } = spelling;
  return rowLists.map(({ name, columns }) => {
    const most = random.between(3, 6);
    return `${word("明细", "rows")} ${name} ${word("至多", "atMost")} ${most}行 {\n${columns.map((f) => fieldLine(spelling, f)).join("\n")}\n}`;
  });
}

function fieldLine({ random, word, sign }: Spelling, { name, kind, unit, items }: Field): string {
  const note = random.once(5) ? ` "说明"` : "";
  const list = `{ ${items.map((item) => `${item}${random.once(4) ? ' "注"' : ""}`).join(random.pick([", ", "，", "、"]))} }`;
  switch (kind) {
    case "money":
      return `${name} ${unit} ${random.pick([sign(">=") + " 0", sign(">") + " 0", `[0, ${random.pick(["1000", "99999.99"])}]`, ""])}${note}`;
    case "count":
      return `${name} ${unit} ${random.pick([sign(">=") + " 0", sign(">") + " 0", "[0, 400]"])}${note}`;
    case "ratio":
      return `${name} ${word("比率", "ratio")} ${random.pick(["[0%, 100%]", sign(">=") + " 0%", "[-100%, 200%]", "(0%, 150%)"])}${note}`;
    case "number":
      return `${name} ${word("数", "number")} ${random.pick(["[0, 100]", sign(">=") + " 0", ""])}${note}`;
    case "date":
      return `${name} ${word("日期", "date")}${note}`;
    case "yesNo":
      return `${name} ${word("是否", "yesNo")}${note}`;
    case "qualitative":
      return `${name} ${word("定性", "qualitative")}${note}`;
    case "checklist":
      return `${name} ${word("清单", "items")} ${list}${note}`;
    case "option":
      return `${name} ${word("选项", "options")} ${list}${note}`;
  }
}
