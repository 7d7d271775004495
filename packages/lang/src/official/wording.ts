/** How rows that are worded as official tables word them are written here. */
import { foldWidth } from "../syntax/characters.ts";
import { chineseNumber } from "@heng/number";
import { band, readsInTurn } from "./bands.ts";
import { DASH, folded, interval, isOwn, NAME, NUMBER, unitOf, withUnit } from "./figures.ts";
import { isBands, isFields, type Row } from "./rows.ts";

/**
 * `row`: it is written otherwise. `step`: as one of the bands that are compared in turn. `comma`: only its commas part
 * it. `until`: it goes without saying. `percent`: its step in % may be of either kind. `ends`: either end may be
 * included. `counted`: any of the fields may be.
 */
export type Kind = "row" | "step" | "comma" | "until" | "percent" | "ends" | "counted";

export interface Written {
  /** The row as it is written here; several where the wording leaves open which. */
  readonly rows: readonly string[];
  /** It means what it meant: only its form is another. */
  readonly safe: boolean;
  readonly kind: Kind;
}

const CHINESE = "[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?";
const TAKES = "最多扣|最多加|扣|得|加";
const BEYOND = "超过|低于|偏离";
const PAST = "超过|超出|超|高于|高出|高|增加|增长|提高|上升|低于|低|降低|下降|减少|偏离";
/** What is beyond the target, which goes without saying. */
const OVER = "超支|超出|超过|超额|低于|不足|偏离";
const PART = "(?:的?部分)?的?";
/** How many readings are offered. */
const MOST = 3;
const UNTIL = /\s*,?\s*(?:直至|直到)?扣完(?:该项分值|该项|分值|分)?为止/g;
const METHODS = "达标|按比例|要点|定性|人工|插值|算式|择优|分档|扣分";

/** How a row is written here; undefined where nothing of it is known as official wording. */
export function written(row: Row): Written | undefined {
  const own = folded(row.text);
  const unit = unitOf(row);
  const spoken = inDigits(own, unit);
  const takes = row.block.includes("扣分") || /^评分.*(?:扣分|每)/.test(own);
  const ended = takes ? spoken.replace(UNTIL, "") : spoken;
  const joined = withoutCommas(ended);
  const parted = spaced(joined, unit);
  const rows = meant(parted, row, unit);
  if (rows.every((one) => squeezed(one) === squeezed(own))) return undefined;
  // Of two commas in a row one would be left.
  const safe = rows.length === 1 && rows[0] === parted && !/,\s*,/.test(own);
  const alike = safe && squeezed(parted) === squeezed(joined) && spoken === own;
  const several = isBands({ words: row.block })
    ? "ends"
    : /每 [0-9.]+个百分点/.test(rows[0] ?? "")
      ? "percent"
      : "counted";
  const one = /^[0-9]/.test(own) && readsInTurn(row) ? "step" : "row";
  const other = rows.length > 1 ? several : one;
  const kind = !alike ? other : joined === ended ? "until" : ended === spoken ? "comma" : "row";
  return { rows: rows.map((one) => row.named(one)), safe, kind };
}

/** Where the words stand that go without saying. */
export function untilIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const [found] = foldWidth(text).matchAll(UNTIL);
  return found && { start: found.index, end: found.index + found[0].length };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** `一个百分点`, `零点五分`, `百分之五` */
function inDigits(text: string, unit: string): string {
  return text
    .replace(
      new RegExp(`^((?:评分)? ?(?:扣分)? ?每[^\\s0-9]*?)(${CHINESE})(?=${unit}[^0-9]*[扣加])`),
      (_, before: string, said: string) => before + chineseNumber(said),
    )
    .replace(new RegExp(`百分之(${CHINESE}|${NUMBER})`, "g"), (_, said: string) => `${chineseNumber(said)}%`)
    .replace(new RegExp(`(?<![\u4e00-\u9fff]|${NAME})${CHINESE}(?=${unit}|个点)`, "g"), (said) =>
      chineseNumber(said),
    )
    .replace(
      new RegExp(
        `(?<=[每扣得加减超高低过于离出增长加升降少值标]|发生|出现|发现|每有)${CHINESE}(?=${unit}|个点)`,
        "g",
      ),
      (said) => chineseNumber(said),
    );
}

/** `每 1个百分点，扣 0.5分`, `达标，<= 100%` */
function withoutCommas(text: string): string {
  return text
    .replace(
      /(\S)\s*[,、]\s*(?=最[多高][扣加减]|扣(?!分)|减(?!少)|得(?!分)|加(?!权|分)|酌情[扣得]|不得分|每(?!组))/g,
      "$1 ",
    )
    .replace(new RegExp(`^(评分\\s*[:]?\\s*(?:${METHODS}))\\s*,\\s*`), "$1 ");
}

function spaced(text: string, unit: string): string {
  const words = `${TAKES}|${BEYOND}|目标|每`;
  return text
    .replace(/\s*(<=|>=|<|>|≠)\s*/g, " $1 ")
    .replace(new RegExp(`((?<![0-9.])${NUMBER}${unit}?|${NAME})(?=${words}|不得分)`, "g"), "$1 ")
    .replace(new RegExp(`(${words})(?=[0-9]|${NAME}|满分)`, "g"), "$1 ")
    .replace(new RegExp(`(${BEYOND})(?=目标)`, "g"), "$1 ")
    .replace(/目标(?=每)/g, "目标 ")
    .replace(/^评分\s*[:]\s*/, "评分 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What the words of the table stand for; only the author knows whether they are meant so. */
function meant(text: string, row: Row, unit: string): readonly string[] {
  const amount = `${NUMBER}${unit}?`;
  const counted = zeroed(text, row, unit)
    .replace(new RegExp(`(${NUMBER})个点`, "g"), "$1个百分点")
    .replace(/每 ?个(百分)?点/, "每 1个百分点")
    .replace(/目标值/g, "目标")
    .replace(new RegExp(`,?\\s*(?:直至|直到)?扣完 ?(${NUMBER}分)为止`), " 最多扣 $1")
    .replace(new RegExp(`,?\\s*(?:累计|合计)?最[多高](?:扣减|扣除|扣|减) ?(?=${NUMBER})`), " 最多扣 ")
    .replace(new RegExp(`(?:扣减|扣除|减扣|减) ?(?=${NUMBER}分)`, "g"), "扣 ")
    .replace(new RegExp(`(扣|得) ?(?:该项|本项|指标)?分值的 ?(?=${NUMBER}%)`, "g"), "$1 ")
    .replace(
      new RegExp(
        `^(评分 (?:扣分 ?)?)?(?:(${BEYOND}) ?(目标|${amount})${PART},? ?|(${OVER})${PART},? ?)?每(${PAST})? ?(?:目标)?的? ?(?=${NUMBER})`,
      ),
      (all, before = "", beyond?: string, bound = "目标", over?: string, past?: string) =>
        beyond === undefined && over === undefined && past === undefined
          ? all
          : `${before}${beyond ?? beyondOf(over ?? past ?? "")} ${bound} 每 `,
    );
  const taken = spaced(counted, unit);
  if (isBands({ words: row.block })) return band(taken, row, amount);
  if (isFields({ words: row.block })) return [inBrackets(taken, row, unit)];
  const between = taken.replace(
    new RegExp(`(?<=^|\\s)(${amount}) (<=?) (\\S+) (<=?) (${amount})`),
    (_, low: string, from: string, name: string, to: string, high: string) =>
      `${isOwn(name, row) ? "" : `${name} `}在 ${interval(low, from, to, high)}`,
  );
  if (row.opens) return [between];
  return each(between, row, unit)
    .flatMap((one) => steps(one, amount))
    .map((one) => one.replace(/^评分 (?:扣分 )?(\S.* 每 .* 扣 .*)$/, "评分 扣分 { $1 }"));
}

/** `三公经费预算为0` */
function zeroed(text: string, row: Row, unit: string): string {
  return text.replace(
    new RegExp(`([^\\s(]+?) ?(不?)(?:为|等于) ?(零|${NUMBER})(${unit})?(?=$|[\\s,且或按得])`, "g"),
    (all, said: string, not: string, number: string, of?: string) => {
      const whole = row.named(said);
      const from = Array.from({ length: whole.length }, (_, at) => at).find((at) =>
        row.fields.has(whole.slice(at)),
      );
      if (from === undefined) return all;
      const name = whole.slice(from);
      const filed = row.fields.get(name) ?? "";
      const in_ = of ?? (new RegExp(`^${unit}$`).test(filed) ? filed : "");
      return `${spaced(whole.slice(0, from), unit)} ${name} ${not ? "≠" : "="} ${number === "零" ? "0" : number}${in_}`.trim();
    },
  );
}

/** `每投诉1次扣2分`, `每次投诉扣2分`, `每发生一次扣2分`: what is counted, where it is said or the unit tells it. */
function each(text: string, row: Row, unit: string): readonly string[] {
  const [, before = "", first = "", number = "1", of = "", second = "", rest = ""] =
    new RegExp(
      `^((?:评分 )?(?:扣分 )?)每(\\S*?) ?(${NUMBER})?(${unit})(?:的)?([^\\s0-9]*?) ?((?:扣|加) .*)$`,
    ).exec(text) ?? [];
  if (rest === "") return [text];
  const step = `每 ${number}${of} ${rest}`;
  const said = row.named(first + second).replace(/^(?:发生|出现|有|发现|增加)/, "");
  if (row.fields.has(said)) return [`${before}${said} ${step}`];
  const counted = Array.from(row.fields).flatMap(([name, filed]) =>
    filed === of && name.includes(said) ? [name] : [],
  );
  const readings = counted.map((name) => `${before}${name} ${step}`);
  // Nothing is said but the unit: 值 may be what is counted.
  if (said === "") return [`${before}${step}`, ...readings].slice(0, MOST);
  return readings.length > 0 ? readings.slice(0, MOST) : [text];
}

/** `每 1%` of what is beyond a bound: percentage points, or that share of the bound. */
function steps(text: string, amount: string): readonly string[] {
  const read = new RegExp(`^(.*(?:${BEYOND}) )(目标|${amount}) 每 (${NUMBER})% (.*)$`).exec(text);
  if (!read) return [text];
  const [, before = "", bound = "", number = "", rest = ""] = read;
  return [
    `${before}${bound} 每 ${number}个百分点 ${rest}`,
    `${before}${bound} 每 (${number}% × ${bound}) ${rest}`,
  ];
}

function beyondOf(past: string): string {
  if (past === "偏离") return past;
  return ["低于", "低", "降低", "下降", "减少", "不足"].includes(past) ? "低于" : "超过";
}

/** `比率 0%-100%`: what may be filed; `预算数万元`: what it is filed in. */
function inBrackets(text: string, row: Row, unit: string): string {
  const [, glued = "", behind = ""] = /^(\S+)( [<>=[≠].*)?$/.exec(text) ?? [];
  const [, name, of] = new RegExp(`^(.+?)(${unit})$`).exec(row.named(glued)) ?? [];
  if (name !== undefined && of !== undefined) return `${name} ${of}${behind}`;
  return text.replace(
    new RegExp(`^(\\S+ \\S+) (${NUMBER}${unit}?)${DASH}(${NUMBER}${unit}?)$`),
    (_, field: string, low: string, high: string) => `${field} [${withUnit(low, high)}, ${high}]`,
  );
}
