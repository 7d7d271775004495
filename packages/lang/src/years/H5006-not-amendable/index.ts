import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export type Why = "field" | "kind" | "nested" | "nothing" | "inside" | "extra" | "unit" | "twice" | "sibling";

export const H5006 = defineDiagnostic<{ what: string; why: Why }>({
  code: "H5006",
  severity: "error",
  message: ({ what, why }) => {
    switch (why) {
      case "kind":
        return { zh: `“${what}”不能这样改`, en: `“${what}” cannot be amended so` };
      case "field":
        return {
          zh: `“${what}”原有的一项，不能再新增`,
          en: `“${what}” is there already: it cannot be added again`,
        };
      case "nested":
        return {
          zh: `“${what}”里面不能再写这一处改动`,
          en: `this amendment cannot stand inside “${what}”`,
        };
      case "nothing":
        return { zh: `“${what}”没有写改什么`, en: `what is amended of “${what}” is not said` };
      case "inside":
        return {
          zh: `“${what}”不能移到它自己里面`,
          en: `“${what}” cannot be moved into itself`,
        };
      case "extra":
        return {
          zh: `加分项、扣分项“${what}”在最外层，没有上级，也没有下级`,
          en: `the bonus or penalty “${what}” stands outside of all indicators`,
        };
      case "unit":
        return {
          zh: `“${what}”原来没有计量单位，不能只换单位`,
          en: `“${what}” had no unit of measure to be changed`,
        };
      case "twice":
        return { zh: `“${what}”写了两次`, en: `“${what}” is written twice` };
      case "sibling":
        return {
          zh: `“${what}”不在所说的上级里，不能以它定前后`,
          en: `“${what}” is not below what is named here, so nothing can stand before or behind it`,
        };
    }
  },
  mend: ({ why }) => {
    switch (why) {
      case "kind":
        return {
          zh: `能修改、删除的有：指标、加分项、扣分项、等级、核对、定义、方法、明细、案例，以及封顶、否决等各条；数据用“调整”`,
          en: `what can be amended and removed: indicator, bonus, penalty, grade, crossCheck, define, method, rows, scenario, and properties such as cap and veto; data with adjust`,
        };
      case "field":
        return { zh: `改它用“调整 数据”`, en: `change it with adjust data` };
      case "nested":
        return {
          zh: `另起一行，写在最外层；里面只能写改成什么，和“删除”哪一种，如 删除 否决`,
          en: `write it on a line outside; inside stands what it is changed to, and remove with a kind, such as remove veto`,
        };
      case "nothing":
        return {
          zh: `在 { } 里写改成什么，如 { 分值 12分 }；要移动的，写 于 哪里`,
          en: `write in { } what it is changed to, such as { points 12分 }; of a move, under what`,
        };
      case "inside":
        return { zh: `移到别的上级里`, en: `move it under another indicator` };
      case "extra":
        return { zh: `去掉“于 …”`, en: `take out under …` };
      case "unit":
        return { zh: `写出新的类型，如 ${"支出 元 >= 0"}`, en: `write its new type, such as 支出 元 >= 0` };
      case "twice":
        return { zh: `留下一个`, en: `leave one of them` };
      case "sibling":
        return {
          zh: `核对上级；它今年移走了的，换一个`,
          en: `check what it is under; if it is moved this year, take another`,
        };
    }
  },
});
