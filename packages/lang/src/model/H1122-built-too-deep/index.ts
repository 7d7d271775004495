import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1122 = defineDiagnostic<{ name: string; levels: number; limit: number }>({
  code: "H1122",
  severity: "error",
  message: (d) => ({
    zh: `“${d.name}”连同它用到的定义、方法，一层套一层有 ${d.levels} 层，最多 ${d.limit} 层`,
    en: `“${d.name}” with the definitions and methods it uses is built of ${d.levels} levels, at most ${d.limit} allowed`,
  }),
  mend: () => ({
    zh: `把其中几个定义合成一个算式，或去掉多余的括号`,
    en: `join some of the definitions into one formula, or take out brackets that are not needed`,
  }),
});
