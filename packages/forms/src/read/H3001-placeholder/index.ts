import { defineDiagnostic, type Names } from "@heng/lang";

interface Data {
  readonly field: string;
  readonly written: string;
  readonly figure: boolean;
  /** What may be written, where that is not a figure. */
  readonly words: readonly string[];
}

/** Whether an indicator applies is for the rules to say, never for the data. #N/A is a spreadsheet's own. */
const NOT_APPLICABLE = /^(?:不适用|n\/a|na)$/i;

const isNotApplicable = ({ written }: Data): boolean => NOT_APPLICABLE.test(written.trim());

function instead({ figure, words }: Data): Names {
  const [zh, en] = [words.join("、"), words.join(", ")];
  if (words.length > 0) return { zh: `；有数据就填 ${zh}`, en: `; else write ${en}` };
  return figure ? { zh: "；确实是零，就写 0", en: "; write 0 when it is zero" } : { zh: "", en: "" };
}

export const H3001 = defineDiagnostic<Data>({
  code: "H3001",
  severity: "error",
  message: (d) =>
    isNotApplicable(d)
      ? {
          zh: `“${d.field}”不能填“${d.written}”：适不适用由规则判定，这里填实际情况`,
          en: `“${d.field}” cannot be “${d.written}”: whether it applies is for the rules to say; here goes what was the case`,
        }
      : {
          zh: `“${d.field}”填的是“${d.written}”，看不出是没有数据，还是零`,
          en: `“${d.field}” says “${d.written}”, which does not tell whether it is missing or zero`,
        },
  mend: (d) => {
    const { zh, en } = instead(d);
    const [leaveZh, leaveEn] = [`没有数据就留空${zh}`, `leave it empty when there is nothing to file${en}`];
    return isNotApplicable(d)
      ? {
          zh: `${leaveZh}。规则里写了“不适用 当 …”的，条件成立时自动按不适用处理；没有写而确实不适用的，由定规则的部门在指标里加一行，如“不适用 当 有政府采购 = 否 按 剔除”`,
          en: `${leaveEn}. Where the rules say “notApplicable when …”, that is seen to; where they do not, and it does not apply, whoever makes the rules adds a line to the indicator, such as “notApplicable when 有政府采购 = no as redistribute”`,
        }
      : { zh: leaveZh, en: leaveEn };
  },
});
