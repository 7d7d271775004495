import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

/** Where a name of each kind is declared; `given` names are those that stand there already. */
const DECLARE = {
  data: {
    zh: ["先在“数据”或“定义”里写上它，或改用已有的名称", "若是新的数据，先写进“数据”"],
    en: [
      "declare it under data or define, or use a name that exists",
      "A new field must be declared under data first",
    ],
  },
  function: {
    zh: ["先用“定义”写好它，或改用已有的函数", "若是新的函数，先用“定义”写好"],
    en: ["define it first, or use a function that exists", "A new function must be defined first"],
  },
  method: {
    zh: ["先用“方法”写好它，或改用已有的方法", "若是新的方法，先用“方法”写好"],
    en: ["write it with method first, or use one that exists", "A new method must be written first"],
  },
  indicator: {
    zh: ["用“数据”里的项目写出它是怎样算的；几处要用的算式，先写成“定义”", ""],
    en: ["write how it is worked out, from what is under data; a formula that is used twice is a define", ""],
  },
  checklist: {
    zh: ["先在“数据”里写好这个清单，如 财务制度 清单 { 有制度, 已执行 }", "若是新的清单，先写进“数据”"],
    en: ["declare it under data first, as items { … }", "New items must be declared under data first"],
  },
  qualitative: {
    zh: ["先在“数据”里写好这项定性数据，如 改革完成情况 定性", "若是新的，先写进“数据”"],
    en: ["declare it under data first, as qualitative", "A new one must be declared under data first"],
  },
  grade: {
    zh: ["先写好“等级 { }”", "等级写在“等级 { }”里"],
    en: ["write the grades first, as grade { … }", "Grades are those of grade { … }"],
  },
  given: {
    zh: ["改用已有的名称", ""],
    en: ["use a name that exists", ""],
  },
} as const;

const KINDS: Readonly<Partial<Record<keyof typeof DECLARE, string>>> = {
  checklist: "清单",
  qualitative: "定性数据",
  grade: "等级",
};

export const H1101 = defineDiagnostic<{
  name: string;
  /** As they must be written: in 「 」 where that is needed. */
  near: readonly string[];
  of: keyof typeof DECLARE;
}>({
  code: "H1101",
  severity: "error",
  message: ({ name, of }) =>
    of === "indicator"
      ? {
          zh: `“${name}”是指标，算式里只能用数据和定义`,
          en: `“${name}” is an indicator: a formula is made of data and definitions`,
        }
      : {
          zh: `没有叫“${name}”的${KINDS[of] ?? "名称"}`,
          en:
            of === "checklist"
              ? `no items are called “${name}”`
              : of === "qualitative"
                ? `no qualitative field is called “${name}”`
                : of === "grade"
                  ? `no grade is called “${name}”`
                  : `nothing is called “${name}”`,
        },
  mend: ({ near, of }) => {
    const { zh, en } = DECLARE[of];
    if (near.length === 0) return { zh: zh[0], en: en[0] };
    return {
      zh: `是不是“${near.join("”“")}”？${zh[1]}`,
      en: `did you mean “${near.join("”, “")}”? ${en[1]}`.trimEnd(),
    };
  },
});
