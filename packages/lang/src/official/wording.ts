/** How rows that are worded as official tables word them are written here. */
import { foldWidth } from "../syntax/characters.ts";
import { chineseNumber } from "../syntax/lexer.ts";
import { band, readsInTurn } from "./bands.ts";
import { DASH, folded, interval, isOwn, NAME, NUMBER, unitOf, withUnit } from "./figures.ts";
import { isBands, type Row } from "./rows.ts";

/**
 * `row`: it is written otherwise. `step`: as one of the bands that are compared in turn. `comma`: only its commas part
 * it. `until`: it goes without saying.
 */
export type Kind = "row" | "step" | "comma" | "until";

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
  const other = /^[0-9]/.test(own) && readsInTurn(row) ? "step" : "row";
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
    .replace(new RegExp(`百分之(${CHINESE}|${NUMBER})`, "g"), (_, said: string) => `${chineseNumber(said)}%`)
    .replace(new RegExp(`(?<![\u4e00-\u9fff]|${NAME})${CHINESE}(?=${unit}|个点)`, "g"), (said) =>
      chineseNumber(said),
    )
    .replace(
      new RegExp(`(?<=[每扣得加减超高低过于离出增长加升降少值标])${CHINESE}(?=${unit}|个点)`, "g"),
      (said) => chineseNumber(said),
    );
}

/** `每 1个百分点，扣 0.5分`, `达标，<= 100%` */
function withoutCommas(text: string): string {
  return text
    .replace(
      /(\S)\s*[,、]\s*(?=最[多高][扣加减]|扣(?!分)|减(?!少)|得(?!分)|加(?!权|分)|不得分|每(?!组))/g,
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
  const counted = text
    .replace(new RegExp(`(${NUMBER})个点`, "g"), "$1个百分点")
    .replace(/每 ?个(百分)?点/, "每 1个百分点")
    .replace(/目标值/g, "目标")
    .replace(new RegExp(`,?\\s*(?:直至|直到)?扣完 ?(${NUMBER}分)为止`), " 最多扣 $1")
    .replace(new RegExp(`,?\\s*(?:累计|合计)?最[多高](?:扣减|扣除|扣|减) ?(?=${NUMBER})`), " 最多扣 ")
    .replace(new RegExp(`(?:扣减|扣除|减扣|减) ?(?=${NUMBER}分)`, "g"), "扣 ")
    .replace(new RegExp(`(扣|得) ?(?:该项|本项|指标)?分值的 ?(?=${NUMBER}%)`, "g"), "$1 ")
    .replace(
      new RegExp(
        `^(评分 (?:扣分 ?)?)?(?:(${BEYOND}) ?(目标|${amount})的?,? ?)?每(${PAST})? ?(?:目标)? ?(?=${NUMBER})`,
      ),
      (all, before = "", beyond?: string, bound = "目标", past?: string) =>
        beyond === undefined && past === undefined
          ? all
          : `${before}${beyond ?? beyondOf(past ?? "")} ${bound} 每 `,
    );
  const taken = spaced(counted, unit);
  if (isBands({ words: row.block })) return band(taken, row, amount);
  if (row.block.includes("数据")) return [inBrackets(taken, unit)];
  const between = taken.replace(
    new RegExp(`(?<=^|\\s)(${amount}) (<=?) (\\S+) (<=?) (${amount})`),
    (_, low: string, from: string, name: string, to: string, high: string) =>
      `${isOwn(name, row) ? "" : `${name} `}在 ${interval(low, from, to, high)}`,
  );
  if (row.opens) return [between];
  return [between.replace(/^评分 (?:扣分 )?(\S.* 每 .* 扣 .*)$/, "评分 扣分 { $1 }")];
}

function beyondOf(past: string): string {
  if (past === "偏离") return past;
  return ["低于", "低", "降低", "下降", "减少"].includes(past) ? "低于" : "超过";
}

/** `比率 0%-100%`: what may be filed. */
function inBrackets(text: string, unit: string): string {
  return text.replace(
    new RegExp(`^(\\S+ \\S+) (${NUMBER}${unit}?)${DASH}(${NUMBER}${unit}?)$`),
    (_, field: string, low: string, high: string) => `${field} [${withUnit(low, high)}, ${high}]`,
  );
}
