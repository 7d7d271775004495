// Written by `pnpm generate`; do not edit.
import type { EnglishWords } from "./english.ts";

export const ENGLISH: Readonly<Record<string, EnglishWords>> = {
  H1001: {
    severity: "error",
    said: [
      [
        {
          message: "the quote of this text is never closed",
          mend: "close the text with a quote on the same line",
        },
      ],
    ],
  },
  H1002: {
    severity: "error",
    said: [
      [
        {
          message: '"@" has no meaning in a rule',
          mend: "remove it; if it belongs to a name, put the whole name in 「 」",
        },
      ],
      [
        {
          message: '"#" has no meaning in a rule',
          mend: "write a comment behind //; if it belongs to a name, put the whole name in 「 」",
        },
      ],
    ],
  },
  H1003: {
    severity: "error",
    said: [
      [
        {
          message: "there is a hidden character here (U+200B): it makes names look alike that are not",
          mend: "remove it and type the letters around it again",
        },
      ],
    ],
  },
  H1004: {
    severity: "error",
    said: [
      [
        {
          message: "the { of “指标 会议次数 3分” in line 2 is never closed",
          mend: "write } on a line of its own after line 4",
        },
      ],
    ],
  },
  H1005: {
    severity: "error",
    said: [[{ message: "this } has no { before it", mend: "remove it, or add the { it closes" }]],
  },
  H1006: {
    severity: "error",
    said: [[{ message: '"(" is never closed by )', mend: "close the bracket after the expression" }]],
  },
  H1007: {
    severity: "error",
    said: [
      [{ message: '= should stand here, not "支出"', mend: 'write = for "支出", or add it in front' }],
      [
        {
          message: 'after ">=" a number, a field or an expression is missing',
          mend: "add a number, a field or an expression",
        },
      ],
    ],
  },
  H1008: {
    severity: "error",
    said: [
      [
        {
          message: '"预算" does not fit here: the rest of the row was not understood',
          mend: "write what matters as rules have it: another row on a new line or behind a semicolon, a name with other characters in 「 」; take out only what is not needed",
        },
      ],
      [
        {
          message: "the formula ended with the line above: “+” does not go on with it",
          mend: "write the formula on one line, or put all of it in ( )",
        },
      ],
      [{ message: '"=" does not fit here', mend: "take it out" }],
    ],
  },
  H1009: {
    severity: "error",
    said: [[{ message: 'there is no scoring method "按比列"; did you mean "按比例"', mend: "write 按比例" }]],
  },
  H1010: {
    severity: "error",
    said: [
      [
        {
          message: 'the words of "每1个百分点扣0.5分" run together: write "每 1个百分点 扣 0.5分"',
          mend: "put blanks between keywords, names and numbers",
        },
      ],
    ],
  },
  H1011: { severity: "error", said: [[{ message: '"百分之九十五" is written 95%', mend: "write 95%" }]] },
  H1012: {
    severity: "error",
    said: [
      [
        {
          message: "inside brackets 1,000 may be one number or several",
          mend: "drop the comma if it is one number, put a blank behind it if they are several",
        },
      ],
    ],
  },
  H1014: {
    severity: "error",
    said: [
      [
        {
          message: '"目标" stands on one line with what comes before it',
          mend: "begin a new line, or put a semicolon between",
        },
      ],
    ],
  },
  H1015: {
    severity: "error",
    said: [[{ message: "nesting: 65 levels, at most 64 allowed", mend: "make it shorter" }]],
  },
  H1017: {
    severity: "error",
    said: [
      [
        {
          message: "the name 会议、培训达标率 has more than letters and digits: put it in 「 」",
          mend: "write 「会议、培训达标率」",
        },
      ],
      [
        {
          message: "全年预算数（万元）: the unit stands behind the name, after a blank and without brackets",
          mend: "write 全年预算数 万元",
        },
      ],
    ],
  },
  H1018: {
    severity: "error",
    said: [
      [
        {
          message: "“95%” has no quotes: what is in quotes is a text and not worked with",
          mend: "write 95%",
        },
      ],
    ],
  },
  H1019: {
    severity: "error",
    said: [[{ message: 'there is no sign "=>": it is written >=', mend: "write >=" }]],
  },
  H1020: {
    severity: "error",
    said: [
      [
        {
          message: '"分值" does not stand in { }: the points stand behind "制度健全性"',
          mend: "write indicator 制度健全性 10分 { and remove this line",
        },
      ],
    ],
  },
  H1021: {
    severity: "error",
    said: [
      [{ message: 'the grade "优" takes its lower bound alone, not "90-100分"', mend: "write 优 >= 90分" }],
    ],
  },
  H1022: {
    severity: "error",
    said: [
      [
        {
          message: '"每超过1个百分点，扣0.5分" is written "超过 目标 每 1个百分点 扣 0.5分"',
          mend: "write 超过 目标 每 1个百分点 扣 0.5分",
        },
      ],
    ],
  },
  H1101: {
    severity: "error",
    said: [
      [
        {
          message: "nothing is called “全年支出”",
          mend: "did you mean “全年支出数”? A new field must be declared under data first",
        },
      ],
    ],
  },
  H1102: {
    severity: "error",
    said: [
      [
        {
          message: "“三公经费支出” is written twice; which one is meant cannot be told",
          mend: "remove one of them or rename it",
        },
      ],
    ],
  },
  H1103: {
    severity: "warning",
    said: [
      [
        {
          message: "field “违规次数” is used nowhere",
          mend: "remove the line if it is not needed, or write what was meant to use it",
        },
      ],
    ],
  },
  H1104: {
    severity: "error",
    said: [
      [
        {
          message: "the definitions go round in a circle: 可用资金 → 结余资金 → 可用资金",
          mend: "let one of them be worked out from data",
        },
      ],
    ],
  },
  H1105: {
    severity: "error",
    said: [
      [
        {
          message: "“得分” cannot be used here: the score may be asked only in mustExplain",
          mend: "put the condition on the value",
        },
      ],
      [
        {
          message:
            "“目标” cannot be used here: the value is being worked out here; it meets the target later",
          mend: "write 「目标」 for the field; else use a field or definition",
        },
      ],
    ],
  },
  H1106: {
    severity: "error",
    said: [
      [
        {
          message: "“四舍五入” takes 2 argument(s), not 1",
          mend: "the second argument is the number of decimals, a whole number from -12 to 12",
        },
      ],
    ],
  },
  H1107: {
    severity: "error",
    said: [
      [
        {
          message: "“评分” cannot stand in “部门管理”",
          mend: "move the line: value, target, standard, notApplicable, mustExplain belong in an indicator without children; cap, weighted, average, rescale in one with children; fullMarks and round at the beginning of the rule set; data, define, crossCheck and scenario outside every indicator",
        },
      ],
    ],
  },
  H1108: {
    severity: "error",
    said: [
      [{ message: "“预算执行率” lacks standard", mend: "add standard" }],
      [{ message: "“得分保留” lacks 2 decimals", mend: "add 2 decimals" }],
    ],
  },
  H1110: {
    severity: "error",
    said: [
      [
        {
          message: "statistics: this version reads it but cannot work it out yet",
          mend: "take this part out for now; scoring as if the rule were not there would be wrong, so nothing is scored",
        },
      ],
    ],
  },
  H1111: {
    severity: "error",
    said: [
      [
        {
          message: "a field's range takes fixed figures only; it cannot depend on other data",
          mend: "write a range such as >= 0 or [0%, 100%]; a comparison with other data is a crossCheck",
        },
      ],
    ],
  },
  H1112: {
    severity: "error",
    said: [
      [
        {
          message: "no figure satisfies these ranges together",
          mend: "check whether the signs are the right way round",
        },
      ],
    ],
  },
  H1113: {
    severity: "error",
    said: [[{ message: "“目标” is written twice in “预算执行率”", mend: "keep one" }]],
  },
  H1114: {
    severity: "error",
    said: [
      [
        {
          message: "notApplicable cannot be treated as “扣除”",
          mend: "write as fullMarks, zero, redistribute or rescale",
        },
      ],
    ],
  },
  H1115: {
    severity: "error",
    said: [
      [
        {
          message: "the scenario's value of “满意度” should be a ratio (%)",
          mend: "write it as declared under data, such as 3359.45万元, 95%, yes",
        },
      ],
    ],
  },
  H1116: {
    severity: "error",
    said: [
      [
        {
          message: "2 indicators are called “制度健全性”",
          mend: "write it with its parent, such as 项目管理/制度健全性",
        },
      ],
    ],
  },
  H1117: {
    severity: "error",
    said: [
      [
        {
          message: "the included file “../共性/等级标准.heng” was not found",
          mend: "check the folder and the file's name with its .heng; the path is taken from this file's folder",
        },
      ],
    ],
  },
  H1118: {
    severity: "error",
    said: [
      [
        {
          message: "the heading says 2022, but the file lies in the folder 2023",
          mend: "correct the year or move the file to the folder 2022",
        },
      ],
    ],
  },
  H1119: {
    severity: "error",
    said: [
      [
        {
          message: "a crossCheck compares two figures, such as income - expense = balance",
          mend: "write a formula with =, >= or <=",
        },
      ],
    ],
  },
  H1120: {
    severity: "error",
    said: [
      [
        {
          message:
            "the rule set expands to more than 50000 expressions; definitions probably use each other many times over",
          mend: "write what is used again and again as a definition without parameters and refer to it",
        },
      ],
    ],
  },
  H1121: {
    severity: "error",
    said: [
      [
        {
          message: "a rule set holds at most 5000 indicators; from here on it is more",
          mend: "split the rule set",
        },
      ],
    ],
  },
  H1122: {
    severity: "error",
    said: [
      [
        {
          message:
            "“第2年” with the definitions and methods it uses is built of 102 levels, at most 100 allowed",
          mend: "join some of the definitions into one formula, or take out brackets that are not needed",
        },
      ],
    ],
  },
  H1202: {
    severity: "error",
    said: [
      [
        {
          message:
            "the top indicators sum to 95分, not to the full marks of 100分 (预算执行 20, 部门管理 30, 履职效果 45)",
          mend: "change the weights of the top indicators, or set full marks to 95分",
        },
      ],
    ],
  },
  H1203: {
    severity: "error",
    said: [
      [
        {
          message:
            "2.25分 of “预算编制” is finer than scores are rounded to (1 decimals); rounding would leave the range",
          mend: "write at most 1 decimals, or raise the decimals of round",
        },
        {
          message:
            "7.75分 of “预算执行” is finer than scores are rounded to (1 decimals); rounding would leave the range",
          mend: "write at most 1 decimals, or raise the decimals of round",
        },
      ],
    ],
  },
  H1204: {
    severity: "error",
    said: [
      [
        {
          message: "the weights below sum to 33分, not to the 35分 of “部门管理”: 2 too few",
          mend: "set “部门管理” to 33分, or give 2分 below",
        },
      ],
    ],
  },
  H1205: {
    severity: "error",
    said: [
      [
        {
          message: "the items sum to 4分, but the indicator has 3分",
          mend: "change the points of the items so that they sum to 3分, or leave out every 得 to share equally",
        },
      ],
    ],
  },
  H1206: {
    severity: "error",
    said: [
      [
        {
          message: "the shares of “综合评价” sum to 90%, not 100%",
          mend: "give every child a share above 0; together 100%",
        },
      ],
    ],
  },
  H1207: {
    severity: "error",
    said: [
      [
        {
          message: "the weight of “基本情况” must be above 0",
          mend: "write a weight; what is not scored is a describe or a crossCheck",
        },
      ],
    ],
  },
  H1208: {
    severity: "error",
    said: [
      [{ message: "“九层” stands at level 9; indicators nest at most 8 deep", mend: "merge some levels" }],
    ],
  },
  H1209: {
    severity: "error",
    said: [
      [
        {
          message: "vetoed to 12分, but “质量管理” has 10分 at most",
          mend: "write points between 0分 and 10分",
        },
      ],
    ],
  },
  H1210: {
    severity: "warning",
    said: [
      [
        {
          message: "upTo 8分, but “表彰奖励” is atMost 5分: nothing above 5分 counts",
          mend: "leave upTo out; or, if 8分 can be given, write atMost 8分 for atMost 5分",
        },
      ],
    ],
  },
  H1211: {
    severity: "error",
    said: [
      [
        {
          message:
            "upTo 120分, and “平时” has 100分; “完成情况” above it is weighted by the share of its points that each child has, so what goes beyond them has no worth in the whole",
          mend: "leave upTo out; to give points beyond, write a bonus outside the indicators",
        },
      ],
    ],
  },
  H1212: {
    severity: "error",
    said: [
      [
        {
          message: "capped at -5分: no score is below 0分",
          mend: "write 0分 or more; what takes points is a penalty",
        },
      ],
    ],
  },
  H1301: {
    severity: "error",
    said: [
      [
        {
          message: "万元 and 人 cannot be added or compared",
          mend: "check whether the right field was used, or whether a division is missing",
        },
      ],
    ],
  },
  H1302: {
    severity: "error",
    said: [
      [
        {
          message: "a ratio belongs here, but 95 stands without a unit: per cent, or times?",
          mend: "write 95%, or 9500% for 95 times",
        },
      ],
    ],
  },
  H1303: {
    severity: "error",
    said: [
      [
        {
          message:
            "percentage points and a ratio (%) cannot be compared: a ratio is so many per cent, percentage points are the difference of two ratios",
          mend: "write % to compare with a ratio, 个百分点 to compare with a difference",
        },
      ],
    ],
  },
  H1304: {
    severity: "error",
    said: [
      [
        {
          message: "each 5%: percentage points, or 5% of the base? The two give different scores",
          mend: "write each 5个百分点, or each (5% × target)",
        },
      ],
    ],
  },
  H1305: {
    severity: "error",
    said: [
      [
        {
          message: "points (2分) or a share of the weight (60%) belong here, not a plain number",
          mend: "add the unit 分 or %",
        },
      ],
    ],
  },
  H1306: {
    severity: "error",
    said: [
      [
        {
          message: "a condition belongs here (such as expense > 0), not 万元",
          mend: "add a comparison, such as > 0 or = yes",
        },
      ],
    ],
  },
  H1307: {
    severity: "error",
    said: [[{ message: "20 has no unit; 万元 belongs here", mend: "write 20万元" }]],
  },
  H1308: {
    severity: "error",
    said: [
      [
        {
          message: "unknown unit or kind “万园”",
          mend: "did you mean “万元”? A new unit is declared by a line: unit 万园",
        },
      ],
    ],
  },
  H1309: {
    severity: "error",
    said: [
      [{ message: "there is no day 2022-11-31", mend: "write a day that the month has" }],
      [{ message: "the year of 0000-01-01 is not between 1900 and 2999", mend: "check the year" }],
    ],
  },
  H1310: {
    severity: "warning",
    said: [
      [
        {
          message:
            "a ratio is multiplied by a bare 100: that is 100 times the figure, not the same figure in per cent",
          mend: "take out “× 100”: figures of one unit divided are a ratio, shown in per cent; as official texts have it, write × 100%",
        },
      ],
    ],
  },
  H1311: {
    severity: "warning",
    said: [
      [
        {
          message:
            "a ratio is rounded as the number it is, 86.28% as 0.8628: only multiples of 100% are left",
          mend: "add 2 to the decimals: for 0 decimals before the per cent sign write 2",
        },
      ],
    ],
  },
  H1312: {
    severity: "error",
    said: [
      [
        {
          message: "what is rounded has both 万元 and 元: it cannot be told in which of them",
          mend: "use one unit, such as 万元 for all of the data: what is filed in 元 is converted all the same",
        },
      ],
    ],
  },
  H1313: {
    severity: "error",
    said: [
      [
        {
          message: "the divisor is 0, and nothing can be divided by 0",
          mend: "write the field or the number that is to divide",
        },
      ],
    ],
  },
  H1401: { severity: "error", said: [[{ message: "“不适用” lacks “as”", mend: "add “as”" }]] },
  H1402: {
    severity: "error",
    said: [
      [
        {
          message: "the indicator has no value: there is nothing to compare",
          mend: "write a line value = … before the standard, or name the figure after the method",
        },
      ],
    ],
  },
  H1403: {
    severity: "error",
    said: [
      [
        {
          message: "“有财务制度” is yes or no; a checklist belongs here",
          mend: "use another field, or declare it as a checklist",
        },
      ],
    ],
  },
  H1404: {
    severity: "error",
    said: [[{ message: "“当” is written twice in one place", mend: "keep one, or split into two rows" }]],
  },
  H1410: {
    severity: "error",
    said: [
      [
        {
          message: "the target is a ceiling of 20万元; the rule must say what proportion is meant above it",
          mend: "write proportional inverse (target ÷ actual × points) or proportional linear (0 at twice the target)",
        },
      ],
    ],
  },
  H1411: {
    severity: "error",
    said: [
      [
        {
          message: "“inverse” does not go with the target >= 100%",
          mend: "no reading for >=; inverse or linear for <=; asAtLeast or lesserOverGreater for =",
        },
      ],
    ],
  },
  H1412: {
    severity: "error",
    said: [
      [
        {
          message: "proportional needs a target, and the indicator has none",
          mend: "add a line such as target >= 10次",
        },
      ],
    ],
  },
  H1413: {
    severity: "error",
    said: [
      [
        {
          message: "the target is a range: nothing is in proportion to it",
          mend: "use threshold, deduct or bands",
        },
      ],
    ],
  },
  H1414: {
    severity: "error",
    said: [[{ message: "“below” does not say what follows", mend: "write below 60% nothing" }]],
  },
  H1415: {
    severity: "error",
    said: [
      [
        {
          message: "completion “below 120%” hits what meets the target exactly (100%)",
          mend: "below takes a completion of at most 100%, above one of at least 100%",
        },
      ],
    ],
  },
  H1416: {
    severity: "error",
    said: [
      [
        {
          message: "“each” is a difference of completions here: percentage points are expected",
          mend: "write each 10个百分点",
        },
      ],
    ],
  },
  H1417: {
    severity: "error",
    said: [
      [
        {
          message: "threshold needs a target or a condition, and there is neither",
          mend: "add a line target <= 100%, or write threshold <= 100%",
        },
      ],
    ],
  },
  H1418: {
    severity: "warning",
    said: [
      [
        {
          message: "the target is > 20户: exactly 20户 misses it, but in proportion gets full marks",
          mend: "write >= 20户, which gives the same scores; where exactly 20户 must not get full marks, use bands or threshold",
        },
      ],
    ],
  },
  H1419: {
    severity: "error",
    said: [
      [
        {
          message: "the row says beyond what, but not for each how much",
          mend: "add each …, or write when … take …",
        },
      ],
    ],
  },
  H1420: {
    severity: "error",
    said: [
      [
        {
          message: "“each” and “eachFull” exclude each other in one row",
          mend: "keep one, or write two rows",
        },
      ],
    ],
  },
  H1421: {
    severity: "error",
    said: [
      [
        {
          message: "“each 0次”: a step must be above 0, or steps cannot be counted",
          mend: "write the step, such as each 1个百分点 or each 1次",
        },
      ],
    ],
  },
  H1422: {
    severity: "error",
    said: [
      [{ message: "“take 0分”: points above 0分 are expected", mend: "write how many points, or delete it" }],
    ],
  },
  H1423: {
    severity: "error",
    said: [
      [
        {
          message: "no points fit the range to judge in: its ends are the wrong way round",
          mend: "write two figures, the smaller first: [1分, 5分]",
        },
      ],
    ],
  },
  H1424: {
    severity: "error",
    said: [
      [
        {
          message: "the base of 12分 lies above the highest score, 10分",
          mend: "lower the base, or raise the cap with upTo",
        },
      ],
    ],
  },
  H1425: {
    severity: "error",
    said: [[{ message: "the base -2分 lies below 0分", mend: "write a base of 0分 or more" }]],
  },
  H1426: {
    severity: "warning",
    said: [
      [
        {
          message: "5分 are taken at once from an indicator of 3分: all of it",
          mend: "to take all of it, write take 3分",
        },
      ],
    ],
  },
  H1427: {
    severity: "error",
    said: [
      [
        {
          message: "upTo must be written out; it cannot come from data",
          mend: "write points or a share of them, such as upTo 120%",
        },
      ],
    ],
  },
  H1428: {
    severity: "error",
    said: [
      [
        {
          message: "the row does not say which band it is",
          mend: "begin it with >= 90%, [60%, 80%), when … or otherwise",
        },
      ],
    ],
  },
  H1429: {
    severity: "error",
    said: [
      [
        {
          message: "no band for the option “基本完备”: a filing that chooses it has no score",
          mend: "write a row for each option, or end with otherwise gets …分",
        },
      ],
    ],
  },
  H1430: {
    severity: "error",
    said: [
      [
        {
          message: "there is no option “基本完善”; there are 完备, 基本完备, 不完备",
          mend: "use one of them, or add it to the field",
        },
      ],
    ],
  },
  H1431: {
    severity: "error",
    said: [[{ message: "the band “基本完备” is written twice", mend: "keep one of the rows" }]],
  },
  H1432: {
    severity: "error",
    said: [
      [
        {
          message: "“>= 80%” above is compared in turn, “[60%, 80%)” is an interval; the two do not mix",
          mend: "write all bands as intervals, such as [85%, 95%), the last one otherwise; or all with >= or <=",
        },
      ],
    ],
  },
  H1433: {
    severity: "error",
    said: [
      [
        {
          message: "“< 60%” runs against “>= 60%” above it",
          mend: "end with otherwise for what is left; where both ends count, write all bands as intervals, such as [60%, 85%)",
        },
      ],
    ],
  },
  H1434: {
    severity: "error",
    said: [
      [
        {
          message: "rows stand after otherwise, which takes everything left",
          mend: "move otherwise to the last row",
        },
      ],
    ],
  },
  H1435: {
    severity: "error",
    said: [
      [
        {
          message: "gets and getsJudged exclude each other",
          mend: "use gets for fixed points, getsJudged for judged ones",
        },
      ],
    ],
  },
  H1436: {
    severity: "error",
    said: [[{ message: "6分 is above the 5分 of the indicator", mend: "write points between 0分 and 5分" }]],
  },
  H1437: {
    severity: "error",
    said: [
      [
        {
          message: "the band has no upper edge to reach the second figure at",
          mend: "give it one, such as [0%, 60%) gets 0分 to 59分",
        },
      ],
    ],
  },
  H1438: {
    severity: "error",
    said: [
      [
        {
          message: "no figure lies in “[80%, 60%)”: its ends are the wrong way round",
          mend: "write the smaller figure first: [60%, 80%)",
        },
      ],
    ],
  },
  H1439: {
    severity: "error",
    said: [[{ message: "60% comes after the greater 95%", mend: "write the points ascending, each once" }]],
  },
  H1440: {
    severity: "error",
    said: [
      [
        {
          message: "interpolate needs two points at least, and there are 1",
          mend: "add another point, such as 60% gets 0分",
        },
      ],
    ],
  },
  H1442: {
    severity: "error",
    said: [
      [
        {
          message: "4分 cannot be shared equally by 3 items: a share has more than 2 decimals",
          mend: "write the points of each item with 得 (gets)",
        },
      ],
    ],
  },
  H1443: {
    severity: "error",
    said: [
      [
        {
          message: "the list “财务制度” has no item “合规性”",
          mend: "write an item of the list: 有制度, 合规",
        },
      ],
    ],
  },
  H1444: {
    severity: "error",
    said: [[{ message: "the item “合规” has two rows", mend: "give each item one row: put both together" }]],
  },
  H1445: {
    severity: "error",
    said: [
      [
        {
          message: "some items have points, but not: 合规, 已执行",
          mend: "give every item its 得 (gets), or none (equal shares)",
        },
      ],
    ],
  },
  H1446: {
    severity: "error",
    said: [
      [
        {
          message: "“每缺一项” and “缺一不得分” are two ways of scoring and cannot stand together",
          mend: "keep one: 得 (gets) for each item, 每缺一项 扣 (eachMissing take), or 缺一不得分 (allOrNothing)",
        },
      ],
      [
        {
          message: "“缺一不得分” and “得” are two ways of scoring and cannot stand together",
          mend: "keep one: 得 (gets) for each item, 每缺一项 扣 (eachMissing take), or 缺一不得分 (allOrNothing)",
        },
      ],
    ],
  },
  H1447: {
    severity: "error",
    said: [
      [
        {
          message: "每缺一项 (eachMissing) does not say how much it takes",
          mend: "write: 每缺一项 扣 1分 (eachMissing take 1分)",
        },
      ],
      [
        {
          message: "扣 (take) does not follow 每缺一项 (eachMissing)",
          mend: "write: 每缺一项 扣 1分 (eachMissing take 1分)",
        },
      ],
      [
        {
          message: "每缺一项 (eachMissing) must take more than 0",
          mend: "write: 每缺一项 扣 1分 (eachMissing take 1分)",
        },
      ],
      [
        { message: "免检 (exempt) does not say when", mend: "write: 免检 当 (exempt when) and a condition" },
        {
          message: "当 (when) does not follow 免检 (exempt)",
          mend: "write: 免检 当 (exempt when) and a condition",
        },
      ],
    ],
  },
  H1448: {
    severity: "error",
    said: [
      [
        {
          message:
            "须先 (requires) goes in a circle: 合规 requires 已执行 requires 合规; none of them can ever count",
          mend: "remove one of these 须先 (requires)",
        },
      ],
    ],
  },
  H1449: {
    severity: "error",
    said: [
      [
        {
          message: "the points of an item must be one fixed figure, 0 or more",
          mend: "write one figure such as 得 1分; for what depends on data use 免检 当 (exempt when) or another indicator",
        },
      ],
    ],
  },
  H1450: {
    severity: "error",
    said: [[{ message: "“部份达成” is not a grade of 定性", mend: "write 达成, 部分达成 or 未达成" }]],
  },
  H1451: {
    severity: "error",
    said: [[{ message: "“部分达成” has two rows: which range counts?", mend: "give each grade one row" }]],
  },
  H1452: {
    severity: "error",
    said: [
      [
        {
          message: "the range of “部分达成” must be two percentages from 0% to 100%, the smaller first",
          mend: "write: 部分达成 酌情得 [50%, 80%)",
        },
      ],
      [
        {
          message: "the range of “部分达成” must be two percentages from 0% to 100%, the smaller first",
          mend: "write: 部分达成 酌情得 [50%, 80%)",
        },
      ],
    ],
  },
  H1453: {
    severity: "error",
    said: [
      [
        {
          message:
            "the ranges of the three grades do not join: 达成 [90%, 100%], 部分达成 [60%, 80%), 未达成 [0%, 60%)",
          mend: "from 100% to 0% every percentage must belong to exactly one grade; a grade without a row takes the rest",
        },
      ],
    ],
  },
  H1455: {
    severity: "error",
    said: [
      [
        {
          message:
            "the range to judge in must go from the smaller to the larger, within 0分 and 3分, the indicator's points",
          mend: "change the range, or leave it out: then it is 0分 to 3分",
        },
      ],
    ],
  },
  H1456: {
    severity: "error",
    said: [
      [
        {
          message: "the ends of the range to judge in must be fixed points, not worked out from data",
          mend: "write: 人工 [2分, 5分] (judged), or shares of the points: 人工 [40%, 100%]",
        },
      ],
    ],
  },
  H1458: {
    severity: "error",
    said: [
      [
        {
          message: "the expression gives a ratio (%); points (分) are needed here",
          mend: "multiply it by the points: … × 分值",
        },
      ],
    ],
  },
  H1465: {
    severity: "error",
    said: [
      [
        {
          message:
            "首个 (firstOf) has no 其他 (otherwise): nothing says how to score when no condition holds",
          mend: "add a last row such as 其他 用 达标 (otherwise use threshold), or 其他 用 = 0分",
        },
      ],
    ],
  },
  H1466: {
    severity: "error",
    said: [
      [
        {
          message: "this row stands after 其他 (otherwise) and is never used",
          mend: "move 其他 (otherwise) to the last row, and write it once",
        },
      ],
    ],
  },
  H1467: {
    severity: "error",
    said: [
      [
        {
          message: "this row does not say in which case it is used",
          mend: "write 当 … 用 … (when … use …), and 其他 用 … (otherwise use …) in the last row",
        },
      ],
      [
        {
          message: "当 (when) and 其他 (otherwise) cannot stand in one row",
          mend: "write 当 … 用 … (when … use …), and 其他 用 … (otherwise use …) in the last row",
        },
      ],
    ],
  },
  H1469: {
    severity: "error",
    said: [
      [
        {
          message: "择优 (bestOf) has one standard only: there is nothing to choose from",
          mend: "write two standards or more, one a row; a single one stands right after 评分 (standard)",
        },
      ],
    ],
  },
  H1471: {
    severity: "warning",
    said: [
      [
        {
          message: "the standard of “预决算信息公开” is still open; it cannot be scored yet",
          mend: "write the standard, or write it with 修改 指标 (amend indicator) in the rule set that inherits this one",
        },
      ],
    ],
  },
  H1472: {
    severity: "error",
    said: [
      [
        {
          message: "no figure lies in “[5%, 3%]”: its ends are the wrong way round",
          mend: "write the smaller figure first: [60%, 80%)",
        },
      ],
    ],
  },
  H1501: {
    severity: "error",
    said: [
      [
        {
          message: "grades go from high to low: the bound of “优” is not below that of “良”",
          mend: "change the order or the bound",
        },
      ],
    ],
  },
  H1502: {
    severity: "error",
    said: [[{ message: "scores below 60分 have no grade", mend: "add a line after “中”: 差 otherwise" }]],
  },
  H1503: {
    severity: "error",
    said: [
      [
        {
          message: "no one can be given “特优”: the highest attainable is 100分",
          mend: "lower its bound or check the full marks",
        },
      ],
    ],
  },
  H1504: {
    severity: "error",
    said: [
      [
        {
          message: "the grade “良” takes a lower bound (>= or >), not <",
          mend: "such as 优 >= 90分; the last one is otherwise",
        },
      ],
      [{ message: "the grade “差” takes a lower bound (>= or >), not <", mend: "write 差 otherwise" }],
    ],
  },
  H1505: {
    severity: "warning",
    said: [
      [
        {
          message:
            "the grade “良” has >, the others have >=: a total of just 80分 should be graded as theirs is",
          mend: "write 良 >= 80分",
        },
      ],
    ],
  },
  H2001: {
    severity: "error",
    said: [
      [
        {
          message: "to be exact, “三十二次” could need 1646 digits; at most 1233 are carried",
          mend: "multiply and divide less deeply, or round on the way with roundHalfUp(…, places)",
        },
      ],
    ],
  },
  H2101: {
    severity: "error",
    said: [
      [
        {
          message: "“[90%, 100%]” and “[60%, 90%]” overlap: 90% lies in both",
          mend: "let the bands join: a bound stands with a square bracket in one band only, as in [60%, 90%) and [90%, 100%]",
        },
      ],
    ],
  },
  H2102: {
    severity: "error",
    said: [
      [
        {
          message: "there is a gap between “[90%, 100%]” and “[60%, 85%)”: 85% lies in no band",
          mend: "change a bound so that the bands join, add the band that is missing, or end with otherwise gets …分",
        },
      ],
      [
        {
          message:
            "no band holds when “群众满意度” is 90%: “(90%, 100%]” and “[60%, 90%)” both leave out their bound",
          mend: "give one of the two a square bracket",
        },
      ],
    ],
  },
  H2103: {
    severity: "warning",
    said: [
      [
        {
          message: "“群众满意度” has no score when 类别 乙类, 满意度 50%: no band holds for this value",
          mend: "cover the case that is left out (such as with otherwise), or say with notApplicable how it is treated",
        },
      ],
    ],
  },
  H2104: {
    severity: "warning",
    said: [
      [
        {
          message: "this row of “新建绿化率” is never used: “地区 = 东部” of row 1 before takes all of it",
          mend: "check the order of the rows (the narrower first) and their bounds; take the row out only if both are right",
        },
      ],
    ],
  },
  H2105: {
    severity: "warning",
    said: [
      [
        {
          message:
            "the formula of “预算调剂率” goes below 0分: when 调剂数 100万元, 年初预算数 100万元 it gives -45分, which counts as 0分",
          mend: "say so with max(0分, …), or check the formula",
        },
      ],
    ],
  },
  H2106: {
    severity: "warning",
    said: [
      [
        {
          message:
            "“群众满意度” cannot get its full 10分: 8分 is the most (when 满意度 90%), so that the total is at most 8分",
          mend: "check what the bands give against the points; let the best one get fullMarks",
        },
      ],
    ],
  },
  H2107: {
    severity: "warning",
    said: [
      [
        {
          message:
            "the divisor “三公经费预算” of “三公经费控制率” may be 0: there is no score when 三公经费支出 100万元, 三公经费预算 0万元",
          mend: "say how 0 is treated: where “三公经费支出” is above 0, veto when 三公经费预算 = 0万元 gets 0分; where it is 0 too, notApplicable when 三公经费预算 = 0万元 and 三公经费支出 = 0万元 as fullMarks (or redistribute, rescale); where the divisor never is 0, declare > 0",
        },
      ],
    ],
  },
  H2108: {
    severity: "warning",
    said: [
      [
        {
          message: "the condition “满意度 < 0%” of “群众满意度” never holds: “满意度” is never below 0%",
          mend: "check the sign, the figure and the ranges of the data; take the condition out only if all are right",
        },
      ],
    ],
  },
  H2109: {
    severity: "warning",
    said: [
      [
        {
          message: "“群众满意度” gives less for the better: 10分 at 80%, but 6分 at 90%",
          mend: "check what the bands give and which way the target points; where the middle is best, write the target as in [a, b]",
        },
      ],
      [
        {
          message:
            "“按期办结” gives less in the middle than on both sides: 6分 at 79%, 10分 at 81%, but 0分 at 80%, left over for “otherwise” by bounds that both leave it out",
          mend: "check the bounds of the rows before “otherwise” and let them meet; write a row where so little is meant",
        },
      ],
    ],
  },
  H2110: {
    severity: "warning",
    said: [
      [
        {
          message: "“veto” of “群众满意度” never applies: “满意度” is never above 100%",
          mend: "check the sign and the figure of the condition and the ranges of the data; take the statement out only if all are right",
        },
      ],
    ],
  },
  H2111: {
    severity: "warning",
    said: [
      [
        {
          message:
            "“notApplicable when 预算数 > 0万元” of “预算执行率” always applies, so that its standard is never used: “预算数” is always above 0万元",
          mend: "check the sign and the figure of the condition, and the ranges of the data",
        },
      ],
    ],
  },
  H2112: {
    severity: "warning",
    said: [
      [
        {
          message:
            "“cap 10分” of “公众评价” changes nothing: 6分 is the most there is where its condition holds",
          mend: "check the limit, and the points that it limits; take it out only if both are right",
        },
      ],
    ],
  },
  H2113: {
    severity: "warning",
    said: [
      [
        {
          message:
            "no total is “良”: totals are rounded to 0 decimals, and no such number lies between its bounds",
          mend: "check the bounds of the grades: no finer than scores are rounded to",
        },
      ],
    ],
  },
  H2114: {
    severity: "hint",
    said: [
      [
        {
          message: "“均衡程度”: whether the score can go above its range could not be decided",
          mend: "not necessarily wrong: several figures depend on each other. Look at it yourself, best with a scenario",
        },
      ],
    ],
  },
  H3001: {
    severity: "error",
    said: [
      [
        {
          message: "“因公出国费” says “-”, which does not tell whether it is missing or zero",
          mend: "leave it empty when there is nothing to file; write 0 when it is zero",
        },
      ],
      [
        {
          message: "“因公出国费” says “无”, which does not tell whether it is missing or zero",
          mend: "leave it empty when there is nothing to file; write 0 when it is zero",
        },
      ],
    ],
  },
  H3002: {
    severity: "error",
    said: [
      [
        {
          message: "“考察调研次数” says “10余次”, which is approximate where an exact number is due",
          mend: "check the source; if it is exactly 10次, write 10次",
        },
        {
          message: "“培训人次” says “5-6人次”, which is a range where one number is due",
          mend: "write a number such as 1234.5 or 1,234.5, with its unit if you like",
        },
        {
          message: "“全年预算数” says “1,2345万元”, whose commas do not part thousands",
          mend: "check the source; if it is exactly 12345万元, write 12345万元",
        },
        {
          message: "“全年支出数” says “￥2,898.45”, which has a currency sign",
          mend: "write 2,898.45万元 or 2,898.45元",
        },
      ],
    ],
  },
  H3003: {
    severity: "error",
    said: [
      [
        { message: "“全年预算数” takes a figure in 万元, but here is true", mend: "write a figure in 万元" },
        {
          message: "“财务制度” takes a checklist, yes or no for each of 有制度, 合规, but here is 有制度",
          mend: "write a checklist, yes or no for each of 有制度, 合规",
        },
      ],
    ],
  },
  H3004: {
    severity: "error",
    said: [
      [
        {
          message: "“编制人数” is in 人, but “80万元” is in 万元",
          mend: "check the figure and give it in 人",
        },
      ],
    ],
  },
  H3005: {
    severity: "error",
    said: [
      [
        {
          message: "“萬圆” in “3359.45萬圆” of “全年预算数” is no known unit",
          mend: "this field takes 万元",
        },
      ],
    ],
  },
  H3006: {
    severity: "error",
    said: [
      [
        {
          message: "“满意度” is a ratio; “95” has no %, so it could be 95% or 9500%",
          mend: "write 95% or 9500%",
        },
      ],
      [
        {
          message: "the column of “满意度” is in “%”; “0.95” has no %, so it could be 0.95% or 95%",
          mend: "write 0.95% or 95%",
        },
      ],
    ],
  },
  H3007: {
    severity: "error",
    said: [
      [
        {
          message: "“编制人数” takes whole numbers, but 80.5人 is filed",
          mend: "check the source; if it should be 81人, write 81人",
        },
        {
          message:
            "“全年支出数” has too many decimals: 2898.4500001万元 is filed, 2898.450000万元 has the 6 that are allowed",
          mend: "check the source; if it should be 2898.450000万元, write 2898.450000万元",
        },
      ],
    ],
  },
  H3008: {
    severity: "error",
    said: [
      [
        {
          message: "“验收日期” takes a date, “2022年2月30日” is none",
          mend: "write it like 2022年11月30日 or 2022-11-30",
        },
      ],
    ],
  },
  H3009: {
    severity: "error",
    said: [
      [
        {
          message: "“电费及时缴纳” takes yes or no, “有” is neither",
          mend: "it seems to be “是”: write that (√, ×, true, false, yes, no will do too)",
        },
      ],
    ],
  },
  H3010: {
    severity: "error",
    said: [
      [
        {
          message: "“档案情况” has no option “基本齐备”",
          mend: "did you mean “基本完备”? the options are 完备, 基本完备, 不完备",
        },
      ],
    ],
  },
  H3011: {
    severity: "error",
    said: [
      [
        {
          message: "“改革完成情况” is qualitative; “基本完成” does not give both a grade and a share",
          mend: "write 达成, 部分达成 or 未达成 and its share, such as 达成 90%",
        },
      ],
    ],
  },
  H3012: {
    severity: "error",
    said: [
      [
        {
          message: "the checklist “财务制度” has no item “有制定”",
          mend: "did you mean “有制度”? the items are 有制度, 合规",
        },
      ],
    ],
  },
  H3013: {
    severity: "error",
    said: [
      [{ message: "“能力建设/重点工作完成情况” is filed twice, first at 3:25", mend: "keep one of them" }],
    ],
  },
  H3021: {
    severity: "error",
    said: [[{ message: "the rule set has no field called “全年预算”", mend: "did you mean “全年预算数”?" }]],
  },
  H3022: {
    severity: "error",
    said: [
      [
        {
          message: "“档案管理” may be any of 能力建设/档案管理, 效果/档案管理",
          mend: "write the path, such as 能力建设/档案管理",
        },
      ],
    ],
  },
  H3023: {
    severity: "error",
    said: [
      [
        {
          message: "the filing is of 2021, the rule set of 2022",
          mend: "use the rule set of 2021, or mend the year of the filing",
        },
      ],
    ],
  },
  H3024: {
    severity: "error",
    said: [
      [
        {
          message: "1 rows of project indicators are filed; they cannot be scored yet",
          mend: "take project out of the data for now",
        },
      ],
    ],
  },
  H3101: {
    severity: "error",
    said: [
      [
        {
          message: '"满意度" was filed as 950%, outside its declared range [0%, 100%]',
          mend: 'Check the figure and the unit of "满意度", which should be [0%, 100%]; if it is possible after all, widen the range in the rules',
        },
      ],
    ],
  },
  H3102: {
    severity: "error",
    said: [
      [
        {
          message: '"档案情况" was filed as "齐全", which is not a value it can have',
          mend: "File one of: 完备, 基本完备, 不完备",
        },
      ],
    ],
  },
  H3103: {
    severity: "error",
    said: [
      [
        {
          message: '201 rows of "项目" were filed, at most 200 are allowed',
          mend: 'Merge or remove rows; if more are needed, raise "rows 项目 atMost 200" in the rules',
        },
      ],
    ],
  },
  H3104: {
    severity: "error",
    said: [
      [
        {
          message: '"预算执行率" cannot be worked out: the divisor 全年预算数 is 0',
          mend: 'Check 全年预算数; if it really is 0, let the rules say what the score is then, as in "notApplicable when … = 0 as fullMarks"',
        },
      ],
    ],
  },
  H3105: {
    severity: "error",
    said: [
      [
        {
          message: '"结转结余变动率" cannot be worked out: the old value of the change rate is not above 0',
          mend: "Check the data; if they are right, let the rules say what the score is then, with notApplicable, veto or if",
        },
      ],
    ],
  },
  H3106: {
    severity: "error",
    said: [
      [
        {
          message: '"综合比率" cannot be worked out: a figure has more digits than the limit of 4096 bits',
          mend: "Divide and multiply fewer figures in a row, or round an intermediate one with roundHalfUp",
        },
      ],
    ],
  },
  H3111: {
    severity: "warning",
    said: [
      [
        {
          message:
            'The cross-check "收支平衡" fails: 全年预算数 3359.45万元 - 全年支出数 2898.45万元 = 461万元 on the left, 年末结转结余 416万元 on the right, but both should be equal; they differ by 45万元, the tolerance is 0.01万元',
          mend: "Compare 全年预算数, 全年支出数, 年末结转结余 with the accounts and mend the one that is wrong; this finding takes no points, mending the figure may change the score",
        },
      ],
    ],
  },
  H3112: {
    severity: "warning",
    said: [
      [
        {
          message: '"预算执行率" needs a reason: score 8.63分 < 10分',
          mend: 'State the cause and the remedy: in JSON among the texts, as in "texts": { "预算执行率": "…" }; in CSV in the column "预算执行率 说明"; no score changes',
        },
      ],
    ],
  },
  H3113: {
    severity: "warning",
    said: [
      [
        {
          message: '"重点工作完成情况" was judged as 2分 without a reason',
          mend: 'State the reason: in JSON beside the score, as in "judged": { "重点工作完成情况": { "score": "2分", "reason": "…" } }; in CSV in the column "重点工作完成情况 说明"; no score changes',
        },
      ],
    ],
  },
  H3114: {
    severity: "warning",
    said: [
      [
        {
          message: 'The cross-check "人均支出" cannot be made: the divisor 在职人数 is 0',
          mend: "Check the data; if they are right, let the rules say with if what is compared then; no score changes",
        },
      ],
    ],
  },
  H3121: {
    severity: "hint",
    said: [
      [
        {
          message: "1 missing: 全年支出数 (needed by 预算执行率)",
          mend: "file them, and the score is settled",
        },
      ],
    ],
  },
  H3122: {
    severity: "hint",
    said: [
      [
        {
          message: "The grade is open: the total lies between 85.00 and 95.00, so it may be 优, 良",
          mend: "file what is missing",
        },
      ],
    ],
  },
  H3123: {
    severity: "warning",
    said: [
      [
        {
          message: "No indicator applies: there is neither a total nor a grade",
          mend: "Check the data that make the indicators not applicable; if none applies, this filing is not scored",
        },
      ],
    ],
  },
  H4001: {
    severity: "error",
    said: [
      [
        {
          message: "line 3 has bytes that UTF-8 does not allow; the file may be damaged",
          mend: "save it again from its program as CSV or JSON in UTF-8; a workbook (.xlsx) cannot just be renamed",
        },
      ],
    ],
  },
  H4002: {
    severity: "error",
    said: [
      [
        {
          message: "a key in double quotes is due here, not “",
          mend: "mend this place; keys and texts of JSON stand in straight double quotes, no comma follows the last entry, and there are no comments",
        },
      ],
      [
        {
          message: "a comma or the closing bracket is due here, not 青",
          mend: 'write quotes within a text as “ ” or as \\": the straight " before this place ends the text',
        },
      ],
    ],
  },
  H4003: {
    severity: "error",
    said: [
      [
        {
          message: "the length of a record is over the limit of 1048576",
          mend: "split the file; if a quote is not closed, close it first",
        },
      ],
    ],
  },
  H4004: {
    severity: "error",
    said: [
      [{ message: "“全年预算数” stands twice in one place, first in line 2", mend: "keep one of them" }],
    ],
  },
  H4005: {
    severity: "error",
    said: [
      [
        {
          message: "a filing is due here, not 3359.45万元",
          mend: 'write { "全年预算数": "3359.45万元", … }, several of them in [ ]',
        },
      ],
      [
        {
          message: "a filing is due here, not a table of headings only",
          mend: "write the headings in the first line (heng schema --format csv gives an empty form) and the data below, one filing in each line",
        },
      ],
    ],
  },
  H4006: {
    severity: "error",
    said: [
      [
        {
          message: "no key “date” is known here",
          mend: "did you mean “data”? known are schema, agency, year, data, texts, judged, project",
        },
      ],
    ],
  },
  H4007: {
    severity: "error",
    said: [
      [
        {
          message: "schema is heng.result/1, “heng.filing/1” is due here",
          mend: 'write "schema": "heng.filing/1"',
        },
      ],
    ],
  },
  H4011: {
    severity: "error",
    said: [
      [
        {
          message: "the quote opened in line 2 is never closed",
          mend: 'quotes come in pairs around a whole cell; a quote inside a cell is doubled ("")',
        },
      ],
    ],
  },
  H4012: {
    severity: "error",
    said: [
      [
        {
          message: "line 2 has 3 cells where the headings have 2",
          mend: "add or remove cells; put a cell that has a comma in quotes",
        },
      ],
    ],
  },
  H4013: {
    severity: "error",
    said: [
      [
        {
          message: "no field of the rule set is called “全年预算”, as this column is",
          mend: "did you mean “全年预算数”?",
        },
      ],
    ],
  },
  H4014: {
    severity: "error",
    said: [[{ message: "columns 2 and 3 are both “全年预算数（元）”", mend: "keep one of them" }]],
  },
  H4015: {
    severity: "error",
    said: [
      [
        {
          message: "column 3 has no heading, yet “备注文字” is filed in it",
          mend: "give the column a heading, or empty it",
        },
      ],
    ],
  },
  H4016: {
    severity: "error",
    said: [
      [
        {
          message: "“项目.资金” belongs to the rows of “项目”, which a CSV of one filing a line cannot hold",
          mend: 'file it as JSON, with "项目": [{ … }, …]',
        },
      ],
    ],
  },
  H4017: {
    severity: "error",
    said: [
      [
        {
          message: "“万元” in the heading “编制人数（万元）” is no unit of this field, which is in “人”",
          mend: "use “人” or a unit of its kind; keep remarks out of the brackets of a heading",
        },
      ],
    ],
  },
  H4018: {
    severity: "error",
    said: [
      [
        {
          message: "empty forms in xlsx cannot be made yet",
          mend: "use --format csv; a spreadsheet program opens and saves it",
        },
      ],
    ],
  },
  H4019: {
    severity: "error",
    said: [
      [
        {
          message: "line 1 looks like a title; the headings are in line 2",
          mend: "remove what is above line 2, so that the headings come first",
        },
      ],
    ],
  },
  H4020: {
    severity: "hint",
    said: [
      [
        {
          message: "line 4 has “合计” for its agency: it is no filing and was left out",
          mend: "it may stay; take the line out to be rid of this hint",
        },
      ],
    ],
  },
  H4101: {
    severity: "error",
    said: [
      [
        {
          message: "“filings/departmnt.json” was not found; did you mean filings/department.json?",
          mend: "check the name and its folder; paths are taken from the current folder",
        },
      ],
    ],
  },
  H4102: {
    severity: "error",
    said: [
      [
        {
          message: "“rules/2022” is a folder, not a file",
          mend: "name a file in it, such as rules/2022/department.heng, rules/2022/project.heng",
        },
      ],
    ],
  },
  H4103: {
    severity: "error",
    said: [
      [
        {
          message: "permission to open “rules/2022/department.heng” was denied",
          mend: "ask its owner or the administrator; close a program that holds it open",
        },
      ],
    ],
  },
  H4104: {
    severity: "error",
    said: [
      [
        {
          message: "“rules/2022/all.heng” is larger than 1 MiB",
          mend: "check that it is the right file; split it if it is; heng limits has the limits",
        },
      ],
    ],
  },
  H4105: {
    severity: "error",
    said: [
      [
        {
          message: "“Z:/rules/2022/department.heng” cannot be read (EIO)",
          mend: "check the disk, the network and the name; try a folder on this machine",
        },
      ],
    ],
  },
  H4106: {
    severity: "error",
    said: [
      [
        {
          message: "rule files are UTF-8, line 1 is not; it looks like GB18030",
          mend: "save it as UTF-8 in the editor",
        },
      ],
    ],
  },
  H4107: {
    severity: "error",
    said: [
      [
        {
          message: "there is no rule set “2022/departmnt” in “rules”; did you mean 2022/department",
          mend: "name it 2022/department, 2022, or by its file; with another rules folder than ./rules, add --rules <folder>",
        },
      ],
    ],
  },
  H4108: {
    severity: "error",
    said: [
      [
        {
          message: "Excel files cannot be read yet: “filings/department.xlsx”",
          mend: "data may be .json or .csv; save a sheet as CSV in Excel or WPS",
        },
      ],
    ],
  },
  H4109: {
    severity: "error",
    said: [
      [
        {
          message:
            "cannot tell which rule set “数据.json” goes with: department (knows 2 of its fields), project (knows 2 of its fields)",
          mend: "name the rule set, e.g. heng score 2022/department <data>; or give the data file the rule set's name",
        },
      ],
    ],
  },
  H4110: {
    severity: "error",
    said: [
      [
        {
          message: "“rules/2022/department.heng” was changed meanwhile and was not written",
          mend: "close programs that hold it open, check permissions and disk space, and run again",
        },
      ],
    ],
  },
  H4111: {
    severity: "error",
    said: [
      [
        {
          message:
            "“rules/2022/共用.heng” is a link that leads out of the rules folder “rules”; it was not read",
          mend: "put the file itself into the rules folder and remove the link",
        },
      ],
    ],
  },
  H4112: {
    severity: "error",
    said: [
      [
        {
          message: "there is no command “scroe”; did you mean score?",
          mend: "commands: score, schema, check, test, fmt, doc, explain, limits, completion (heng --help)",
        },
      ],
    ],
  },
  H4113: {
    severity: "error",
    said: [
      [
        {
          message:
            "“部门.csv” looks like data of 2022/department: 2022/project knows 3 of its fields and 40 not, 2022/department knows 43",
          mend: "write heng score 2022/department 部门.csv; if it is of 2022/project, use its names (heng schema 2022/project --format csv gives an empty form)",
        },
      ],
    ],
  },
  H4114: {
    severity: "error",
    said: [
      [
        {
          message: "internal fault: Invalid array length",
          mend: "this is a bug of the program, not of the rules or data; run again with --debug for a stack trace to report",
        },
      ],
    ],
  },
  H5001: {
    severity: "error",
    said: [
      [
        {
          message: "“修改” changes the rules of a year before, but the first line inherits none",
          mend: "name the year in the first line, as in ruleset name 2023 year inherit 2022 year; it cannot stand in an included file: move it to that of the rule set",
        },
      ],
    ],
  },
  H5002: {
    severity: "error",
    said: [
      [
        {
          message: "there is no rule set of 2021 to inherit",
          mend: "the file of that year lies in the folder 2021, under the same name as this one",
        },
      ],
    ],
  },
  H5003: {
    severity: "error",
    said: [[{ message: "2023 can only inherit an earlier year, not 2024", mend: "inherit the year before" }]],
  },
  H5004: {
    severity: "error",
    said: [
      [
        {
          message: "2022 has no indicator “预算完成率”: there is nothing to amend",
          mend: "did you mean “预算执行率”? What is new this year is added with add",
        },
      ],
    ],
  },
  H5005: {
    severity: "error",
    said: [
      [
        {
          message: "“预算执行率” is amended in two places; which one holds cannot be told",
          mend: "put them together, or take one out",
        },
      ],
    ],
  },
  H5006: {
    severity: "error",
    said: [
      [
        {
          message: "what is amended of “预算执行率” is not said",
          mend: "write in { } what it is changed to, such as { points 12分 }; of a move, under what",
        },
      ],
    ],
  },
};
