import { defineDiagnostic, type Names } from "@heng/lang";
import type { JsonExpected, JsonProblem } from "@heng/office";

/** What is wrong with a JSON text; keys that stand twice and sizes have codes of their own. */
export type SyntaxFault = Exclude<JsonProblem["kind"], "tooLong" | "tooDeep" | "duplicateKey">;

const EXPECTED: Readonly<Record<JsonExpected, Names>> = {
  value: { zh: "一个值", en: "a value" },
  key: { zh: "双引号里的名称", en: "a key in double quotes" },
  colon: { zh: "冒号（:）", en: "a colon (:)" },
  commaOrClose: { zh: "逗号（,）或结尾的括号", en: "a comma or the closing bracket" },
  end: { zh: "文件的结尾", en: "the end of the file" },
};

const FAULTS: Readonly<Record<Exclude<SyntaxFault, "unexpected" | "missingComma">, Names>> = {
  empty: { zh: "文件里没有内容", en: "the file is empty" },
  unclosed: { zh: "这个括号没有对应的结尾", en: "this bracket is never closed" },
  unterminatedString: { zh: "这个引号没有对应的结尾", en: "this quote is never closed" },
  trailingComma: { zh: "最后一项后面多了逗号", en: "there is a comma after the last entry" },
  comment: { zh: "JSON 里不能有注释", en: "JSON has no comments" },
  notFinite: { zh: "这不是数", en: "this is no number" },
  leadingZero: { zh: "数的前面多了零", en: "the number begins with a needless zero" },
  malformedNumber: { zh: "数的写法不合规范", en: "the number is malformed" },
  badEscape: { zh: "反斜杠后面的字符没有意义", en: "the backslash gives what follows no meaning" },
  loneSurrogate: { zh: "有半个字符", en: "half a character stands here" },
  controlCharacter: {
    zh: "文字里有换行、制表符一类的字符",
    en: "a text has a line break, a tab or another control character",
  },
};

function words({
  kind,
  found,
  expected,
}: {
  kind: SyntaxFault;
  found: string;
  expected: JsonExpected | undefined;
}): Names {
  const tail = found === "" ? { zh: "", en: "" } : { zh: `：${found}`, en: `: ${found}` };
  if (kind === "missingComma") {
    return {
      zh: `上一项末尾少了逗号，下一项在 ${found}`,
      en: `a comma is missing behind this entry; the next one is at ${found}`,
    };
  }
  if (kind !== "unexpected") return { zh: FAULTS[kind].zh + tail.zh, en: FAULTS[kind].en + tail.en };
  const due = EXPECTED[expected ?? "value"];
  return { zh: `这里应是${due.zh}，却是 ${found}`, en: `${due.en} is due here, not ${found}` };
}

const WITHIN: Names = {
  zh: '文字里的引号改成“ ”，或写成 \\"：英文双引号 " 在这里就结束了这段文字',
  en: 'write quotes within a text as “ ” or as \\": the straight " before this place ends the text',
};

const NOTHING: Names = {
  zh: '把填报数据写进去，如 { "全年预算数": "3359.45万元" }；也许存盘没有成功，或选错了文件',
  en: 'write the filing into it, such as { "全年预算数": "3359.45万元" }; or it was not saved, or is not the file meant',
};

export const H4002 = defineDiagnostic<{
  readonly kind: SyntaxFault;
  readonly found: string;
  readonly expected: JsonExpected | undefined;
  /** The quote before this place is one within a text, and ends it. */
  readonly inText?: boolean;
}>({
  code: "H4002",
  severity: "error",
  message: (d) => ({ zh: words(d).zh, en: words(d).en }),
  mend: ({ inText, kind }) =>
    inText === true
      ? WITHIN
      : kind === "empty"
        ? NOTHING
        : {
            zh: "改正这一处；JSON 的键和文字用英文双引号，末项后没有逗号，没有注释",
            en: "mend this place; keys and texts of JSON stand in straight double quotes, no comma follows the last entry, and there are no comments",
          },
});
