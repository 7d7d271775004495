/** Keywords, signs, numbers and points as people spell them: in one manner throughout a file, with lapses. */
import type { Random } from "../random.ts";

/** How one file is spelled. Every call draws anew. */
export interface Spelling {
  readonly random: Random;
  /** Only signs and digits that any keyboard has. */
  readonly ascii: boolean;
  /** 得分保留, and the finest step that 分值 is written in: 10^-grain. */
  readonly places: number;
  readonly grain: number;
  /** A keyword in the file's language; now and then in the other. */
  readonly word: (zh: string, en: string) => string;
  /** A sign of comparison; `inWords`: it may be written 不低于. */
  readonly sign: (sign: string, inWords?: boolean) => string;
  readonly times: () => string;
  readonly over: () => string;
  /** A number, now and then in full-width digits or with a blank before its unit. */
  readonly number: (number: string, unit: string) => string;
  /** Points written from integer steps of the grain. */
  readonly points: (steps: number) => string;
  /** A name that nothing else in the file has. */
  readonly fresh: (prefix: string) => string;
  /** What stands between two parts of a block. */
  readonly separator: () => string;
}

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  ">=": [">=", ">=", "≥", "≧", "＞＝"],
  "<=": ["<=", "<=", "≤", "≦", "＜＝"],
  ">": [">", "＞"],
  "<": ["<", "＜"],
  "=": ["=", "＝", "=="],
  "≠": ["≠", "!=", "<>"],
};
const SIGN_WORDS: Readonly<Record<string, readonly string[]>> = {
  ">=": ["不低于", "大于等于", "不少于"],
  "<=": ["不超过", "小于等于", "不大于"],
  ">": ["大于", "多于"],
  "<": ["小于", "少于"],
};

export function spellingOf(random: Random): Spelling {
  const english = random.once(5);
  const ascii = random.once(2);
  const places = random.pick([2, 2, 2, 2, 1, 0, 3, 4]);
  const grain = Math.min(places, random.pick([0, 0, 1, 2]));
  let names = 0;
  const number = (plain: string, unit: string): string => {
    const wide = !ascii && random.once(12);
    const digits = wide
      ? plain.replaceAll(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      : plain;
    const blank = unit !== "" && random.once(15) ? " " : "";
    return `${digits}${blank}${unit === "%" && wide ? "％" : unit}`;
  };
  return {
    random,
    ascii,
    places,
    grain,
    word: (zh, en) => (english !== random.once(40) ? en : zh),
    sign: (sign, inWords = false) => {
      const words = SIGN_WORDS[sign];
      if (inWords && words && random.once(4)) return random.pick(words);
      return ascii ? sign : random.pick(SIGNS[sign] ?? [sign]);
    },
    times: () => (ascii ? "*" : random.pick(["×", "*", "＊"])),
    over: () => (ascii ? "/" : random.pick(["÷", "/", "∕"])),
    number,
    points: (steps) => number(decimal(steps, grain), "分"),
    fresh: (prefix) => {
      names += 1;
      return `${prefix}${names}`;
    },
    separator: () => (ascii || !random.once(6) ? "\n" : random.pick(["；\n", ";\n", " // 说明 {\n", "\n\n"])),
  };
}

/** An integer of 10^-grain as a decimal. */
function decimal(steps: number, grain: number): string {
  if (grain === 0) return `${steps}`;
  const digits = `${steps}`.padStart(grain + 1, "0");
  const part = digits.slice(-grain).replace(/0+$/, "");
  return `${digits.slice(0, -grain)}${part === "" ? "" : `.${part}`}`;
}
