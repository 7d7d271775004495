/** Seeded edits of real texts: what people mistype, and what breaks on the way. */
import type { Random } from "./random.ts";

const SCRAPS = [
  ...Array.from(
    '{}()[],;:=≠<>+-*/.%‰"“”「」\n。；，、｛｝（）％＝０９ \t\u3000@#？…\u0000\u200b\u202e\ufeff\ud800\udc00\u{1f600}\u{20000}',
  ),
  ..."'满意度' ‘100%’ 《 》 “20分” => ≥≥ 1. 一、 （2） 12345热线 两位小数 缺一项 修改 自定指标 2022年11月30日 proportional".split(
    " ",
  ),
  "> =",
  ..."值 目标 评分 指标 数据 当 按 得 扣 每 其他 如果 则 否则 且 或 非 在 超过 以上 不低于 扣分 分档 方法 首个 用 按比例 案例 应得 核对".split(
    " ",
  ),
  ..."定义 明细 合计 平均 加权 封顶 否决 不适用 剔除 折算 满分 1 3.14 1,000 10分 60% 5个点 百分之五 2022年13月40日 if then // <= >= !=".split(
    " ",
  ),
];

/** One to four edits: characters or tokens dropped, doubled, moved, swapped, put in. */
export function mutate(text: string, random: Random): string {
  let result = text;
  for (let edits = random.between(1, 4); edits > 0; edits -= 1) result = edit(result, random);
  return result;
}

const TOKEN = /「[^」\n]*」|"[^"\n]*"|[\p{L}_][\p{L}\p{N}_]*|\p{N}+(?:\.\p{N}+)?|\s+|./gu;

function edit(text: string, random: Random): string {
  // A window: splitting the whole of a long file for each edit would be all that is done.
  const from = random.below(text.length + 1);
  const window = text.slice(from, from + 160);
  const parts = random.once(2) ? Array.from(window) : (window.match(TOKEN) ?? []);
  const at = random.below(parts.length + 1);
  const count = random.once(8) ? random.between(1, 20) : 1;
  const cut = parts.slice(at, at + count);
  const rest = [...parts];
  switch (random.below(5)) {
    case 0:
      rest.splice(at, count);
      break;
    case 1:
      rest.splice(at, 0, ...cut);
      break;
    case 2: {
      rest.splice(at, count);
      rest.splice(random.below(rest.length + 1), 0, ...cut);
      break;
    }
    case 3:
      rest.splice(at, random.once(2) ? count : 0, random.pick(SCRAPS));
      break;
    default: {
      const other = random.below(parts.length + 1);
      [rest[at], rest[other]] = [rest[other] ?? "", rest[at] ?? ""];
    }
  }
  return text.slice(0, from) + rest.join("") + text.slice(from + 160);
}

/** Scraps of the language in no order at all. */
export function soup(random: Random): string {
  return Array.from(
    { length: random.below(60) },
    () => random.pick(SCRAPS) + (random.once(2) ? " " : ""),
  ).join("");
}

/** Any code units. */
export function noise(random: Random): string {
  return Array.from({ length: random.below(80) }, () =>
    String.fromCharCode(random.below(random.once(2) ? 128 : 0x10000)),
  ).join("");
}

/** One to four bytes or runs of bytes changed, dropped, doubled. */
export function corrupt(bytes: Uint8Array, random: Random): Uint8Array {
  let result = [...bytes];
  for (let edits = random.between(1, 4); edits > 0; edits -= 1) {
    const at = random.below(result.length + 1);
    const count = random.once(6) ? random.between(1, 40) : 1;
    switch (random.below(4)) {
      case 0:
        result.splice(at, count);
        break;
      case 1:
        result.splice(at, 0, ...result.slice(at, at + count));
        break;
      case 2:
        result[at] = random.below(256);
        break;
      default:
        result = [
          ...result.slice(0, at),
          random.pick([0x22, 0x2c, 0x0a, 0x7b, 0x5d, 0x00, 0xff, 0x5c]),
          ...result.slice(at),
        ];
    }
  }
  return Uint8Array.from(result.map((b) => b ?? 0));
}
