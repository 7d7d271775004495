/** Seeded mutations of rule text, for fuzzing. */

/** A small generator of our own (xorshift), so that a failure can be run again from its seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) | 0 || 1;
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % bound;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const SCRAPS = [
  ...Array.from(
    '{}()[],;:=≠<>+-*/.%‰"“”「」\n。；，、｛｝（）％＝０９ \t\u3000@#？…\u0000\u200b\u202e\ufeff\ud800\udc00\u{1f600}\u{20000}',
  ),
  "'满意度'",
  "‘100%’",
  "《",
  "》",
  "“20分”",
  "=>",
  "≥≥",
  "> =",
  "1.",
  "一、",
  "（2）",
  "12345热线",
  "两位小数",
  "缺一项",
  "值",
  "目标",
  "评分",
  "指标",
  "数据",
  "当",
  "按",
  "得",
  "扣",
  "每",
  "其他",
  "如果",
  "则",
  "否则",
  "且",
  "或",
  "非",
  "在",
  "超过",
  "以上",
  "不低于",
  "扣分",
  "分档",
  "方法",
  "首个",
  "用",
  "按比例",
  "案例",
  "应得",
  "核对",
  "定义",
  "修改",
  "自定指标",
  "明细",
  "1",
  "3.14",
  "1,000",
  "10分",
  "60%",
  "5个点",
  "百分之五",
  "2022年11月30日",
  "2022年13月40日",
  "if",
  "then",
  "proportional",
  "//",
  "<=",
  ">=",
  "!=",
];

/** One to four random edits: characters or tokens dropped, doubled, swapped, put in. */
export function mutate(text: string, random: Random): string {
  let result = text;
  for (let edits = 1 + random.below(4); edits > 0; edits--) result = edit(result, random);
  return result;
}

function edit(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = 1 + random.below(random.below(8) === 0 ? 40 : 3);
  const end = Math.min(text.length, at + length);
  const cut = text.slice(at, end);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + cut + text.slice(end);
    case 2: {
      const to = random.below(text.length + 1);
      const without = text.slice(0, at) + text.slice(end);
      return without.slice(0, to) + cut + without.slice(to);
    }
    case 3:
      return text.slice(0, at) + random.pick(SCRAPS) + text.slice(at);
    case 4:
      return text.slice(0, at) + random.pick(SCRAPS) + text.slice(end);
    default: {
      const words = text.slice(at, at + 200).split(/(\s+)/);
      const i = random.below(words.length);
      const j = random.below(words.length);
      [words[i], words[j]] = [words[j] ?? "", words[i] ?? ""];
      return text.slice(0, at) + words.join("") + text.slice(at + 200);
    }
  }
}

/** Scraps of the language in no order at all. */
export function soup(random: Random): string {
  let text = "";
  for (let n = random.below(60); n > 0; n--) text += random.pick(SCRAPS) + (random.below(2) === 0 ? " " : "");
  return text;
}

/** Any code units. */
export function noise(random: Random): string {
  let text = "";
  for (let n = random.below(80); n > 0; n--) {
    text += String.fromCharCode(random.below(random.below(2) === 0 ? 128 : 0x10000));
  }
  return text;
}
