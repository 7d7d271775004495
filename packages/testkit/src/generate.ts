/**
 * Random rule sets as text: every method, spelling and treatment of the language, such that they check without errors.
 * The same seed gives the same text.
 */
import { Random } from "./random.ts";

export interface Generated {
  readonly seed: number;
  readonly text: string;
}

type Kind =
  | "money"
  | "ratio"
  | "count"
  | "number"
  | "date"
  | "yesNo"
  | "checklist"
  | "option"
  | "qualitative";
/** Kinds that are figures. */
type Figure = "money" | "ratio" | "count" | "number" | "date";

interface Field {
  /** As it is written where it is used. */
  readonly name: string;
  readonly kind: Kind;
  readonly unit: string;
  readonly items: readonly string[];
}

interface Rows {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** A rule set of some 3 to 30 leaves. */
export function generateRules(seed: number): Generated {
  return { seed, text: new Writer(new Random(seed)).file() };
}

/** Names that tempt code to go wrong, and names that must be quoted. */
const ODD_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "「“三公”经费」",
  "「会议、培训」",
  "「50%以上」",
  "「a/b」",
  "「值」",
  "「分值」",
  "指标",
  "数据",
  "𠮷野",
  "Ａ类",
  "x_1",
];

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

const TREATMENTS = [
  ["满分", "fullMarks"],
  ["零分", "zero"],
  ["剔除", "redistribute"],
  ["折算", "rescale"],
] as const;

const STEP_WORDS = [
  ["每", "each"],
  ["每满", "eachFull"],
  ["每不满", "eachStarted"],
] as const;

class Writer {
  readonly #r: Random;
  readonly #english: boolean;
  readonly #ascii: boolean;
  /** 得分保留, and the finest step that 分值 is written in: 10^-grain. */
  readonly #places: number;
  readonly #grain: number;
  #fields: readonly Field[] = [];
  #rows: readonly Rows[] = [];
  #definitions: { name: string; kind: Figure; unit: string }[] = [];
  #functions: string[] = [];
  #standards: string[] = [];
  #names = 0;

  constructor(r: Random) {
    this.#r = r;
    this.#english = r.once(5);
    this.#ascii = r.once(2);
    this.#places = r.pick([2, 2, 2, 2, 1, 0, 3, 4]);
    this.#grain = Math.min(this.#places, r.pick([0, 0, 1, 2]));
  }

  // ---- words -----------------------------------------------------------------------------------------------

  /** A keyword in the file's language; now and then in the other. */
  #w(zh: string, en: string): string {
    return this.#english !== this.#r.once(40) ? en : zh;
  }

  #sign(sign: string, words = false): string {
    const inWords = SIGN_WORDS[sign];
    if (words && inWords && this.#r.once(4)) return this.#r.pick(inWords);
    return this.#ascii ? sign : this.#r.pick(SIGNS[sign] ?? [sign]);
  }

  #times(): string {
    return this.#ascii ? "*" : this.#r.pick(["×", "*", "＊"]);
  }

  #over(): string {
    return this.#ascii ? "/" : this.#r.pick(["÷", "/", "∕"]);
  }

  /** A number, now and then in full-width digits or with a blank before its unit. */
  #n(number: string, unit: string): string {
    const wide = !this.#ascii && this.#r.once(12);
    const digits = wide
      ? number.replaceAll(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      : number;
    const blank = unit !== "" && this.#r.once(15) ? " " : "";
    return `${digits}${blank}${unit === "%" && wide ? "％" : unit}`;
  }

  #fresh(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** Points written from integer steps of the grain. */
  #points(steps: number): string {
    return this.#n(decimal(steps, this.#grain), "分");
  }

  #separator(): string {
    return this.#ascii || !this.#r.once(6) ? "\n" : this.#r.pick(["；\n", ";\n", " // 说明 {\n", "\n\n"]);
  }

  // ---- the file --------------------------------------------------------------------------------------------

  file(): string {
    const r = this.#r;
    this.#fields = this.#declareFields();
    this.#rows = r.once(3) ? [] : [this.#declareRows()];
    const total = r.pick([100, 100, 100, 10, 40, 60]) * 10 ** this.#grain;
    const defined = this.#define();
    const grades = this.#grades(total);
    const extras = Array.from({ length: r.pick([0, 0, 1, 2]) }, (_, i) => this.#extra(i));
    const indicators = this.#children(total, 1, r.between(1, 4));
    const caps = r.once(6) ? [this.#cap(total)] : [];
    const vetoes = r.once(6) ? [this.#veto(total)] : [];
    const head = [
      `${this.#w("规则集", "ruleset")} 随机 2022${this.#w("年度", "year")}`,
      ...(r.once(2) ? [`${this.#w("标题", "title")} ${r.pick(['"随机规则"', "“随机规则”"])}`] : []),
      ...(r.once(3) ? [`${this.#w("依据", "basis")} "甘财绩〔2022〕7号"`] : []),
      `${this.#w("满分", "fullMarks")} ${this.#points(total)}`,
      `${this.#w("得分保留", "round")} ${this.#places}位小数`,
      ...(r.once(6) ? [this.#w("折算", "rescale")] : []),
    ];
    const parts = [
      ...head,
      grades,
      this.#dataBlock(),
      ...this.#rows.map((rows) => this.#rowsBlock(rows)),
      ...this.#crossChecks(),
      ...defined,
      ...vetoes,
      ...caps,
      ...indicators,
      ...extras,
    ];
    return `${r.once(20) ? "\ufeff" : ""}${parts.join(this.#separator())}\n`;
  }

  #grades(total: number): string {
    const r = this.#r;
    const count = r.between(1, 4);
    const cuts = new Set<number>();
    while (cuts.size < count) cuts.add(r.between(1, total - 1));
    const rows = [...cuts]
      .toSorted((a, b) => b - a)
      .map((cut, i) => `${"甲乙丙丁"[i] ?? ""} ${this.#sign(r.once(5) ? ">" : ">=")} ${this.#points(cut)}`);
    this.#gradeNames = [...rows.map((_, i) => "甲乙丙丁"[i] ?? ""), "差"];
    const last = r.once(2) ? `差 ${this.#w("其他", "otherwise")}` : `差 ${this.#sign(">=")} 0分`;
    return `${this.#w("等级", "grade")} {\n${[...rows, last].join(r.once(4) ? "; " : "\n")}\n}`;
  }
  #gradeNames: readonly string[] = ["差"];

  #declareFields(): readonly Field[] {
    const r = this.#r;
    const kinds: readonly Kind[] = [
      "money",
      "money",
      "money",
      "ratio",
      "ratio",
      "count",
      "count",
      "number",
      "yesNo",
      "checklist",
      "option",
      "qualitative",
      "date",
      ...Array.from({ length: r.below(6) }, () =>
        r.pick<Kind>(["money", "ratio", "count", "yesNo", "checklist", "option", "qualitative", "date"]),
      ),
    ];
    const odd = r.shuffle(ODD_NAMES);
    return kinds.map((kind, i) => {
      const name = r.once(6) && odd[i] !== undefined ? odd[i] : this.#fresh("数");
      const unit =
        kind === "money"
          ? r.pick(["元", "万元", "万元", "亿元", "千元"])
          : kind === "count"
            ? r.pick(["人", "次", "个", "天"])
            : "";
      const items =
        kind === "checklist" || kind === "option"
          ? Array.from({ length: r.between(2, 5) }, (_, n) => `项${n + 1}`)
          : [];
      return { name, kind, unit, items };
    });
  }

  #declareRows(): Rows {
    return {
      name: "明细项",
      columns: [
        { name: "资金", kind: "money", unit: "万元", items: [] },
        { name: "率", kind: "ratio", unit: "", items: [] },
        { name: "量", kind: "count", unit: "个", items: [] },
        { name: "重点", kind: "yesNo", unit: "", items: [] },
      ],
    };
  }

  #dataBlock(): string {
    return `${this.#w("数据", "data")} {\n${this.#fields.map((f) => this.#fieldLine(f)).join("\n")}\n}`;
  }

  #rowsBlock({ name, columns }: Rows): string {
    const most = this.#r.between(3, 6);
    return `${this.#w("明细", "rows")} ${name} ${this.#w("至多", "atMost")} ${most}行 {\n${columns.map((f) => this.#fieldLine(f)).join("\n")}\n}`;
  }

  #fieldLine({ name, kind, unit, items }: Field): string {
    const r = this.#r;
    const note = r.once(5) ? ` "说明"` : "";
    const list = `{ ${items.map((item) => `${item}${r.once(4) ? ' "注"' : ""}`).join(r.pick([", ", "，", "、"]))} }`;
    switch (kind) {
      case "money":
        return `${name} ${unit} ${r.pick([this.#sign(">=") + " 0", this.#sign(">") + " 0", `[0, ${r.pick(["1000", "99999.99"])}]`, ""])}${note}`;
      case "count":
        return `${name} ${unit} ${r.pick([this.#sign(">=") + " 0", this.#sign(">") + " 0", "[0, 400]"])}${note}`;
      case "ratio":
        return `${name} ${this.#w("比率", "ratio")} ${r.pick(["[0%, 100%]", this.#sign(">=") + " 0%", "[-100%, 200%]", "(0%, 150%)"])}${note}`;
      case "number":
        return `${name} ${this.#w("数", "number")} ${r.pick(["[0, 100]", this.#sign(">=") + " 0", ""])}${note}`;
      case "date":
        return `${name} ${this.#w("日期", "date")}${note}`;
      case "yesNo":
        return `${name} ${this.#w("是否", "yesNo")}${note}`;
      case "qualitative":
        return `${name} ${this.#w("定性", "qualitative")}${note}`;
      case "checklist":
        return `${name} ${this.#w("清单", "items")} ${list}${note}`;
      case "option":
        return `${name} ${this.#w("选项", "options")} ${list}${note}`;
    }
  }

  #crossChecks(): readonly string[] {
    if (!this.#r.once(3)) return [];
    const tolerance = this.#r.once(2) ? ` ${this.#w("误差", "tolerance")} 0.01万元` : "";
    return [
      `${this.#w("核对", "crossCheck")} "相符" ${this.#money(1)} ${this.#sign(this.#r.pick(["=", "<=", ">="]))} ${this.#money(1)}${tolerance}`,
    ];
  }

  /** 定义, functions and 方法; later ones may use earlier ones. */
  #define(): readonly string[] {
    const r = this.#r;
    const texts: string[] = [];
    const define = this.#w("定义", "define");
    for (let i = r.below(4); i > 0; i -= 1) {
      const name = this.#fresh("定");
      const kind = r.pick<Figure>(["ratio", "ratio", "money", "number"]);
      texts.push(`${define} ${name} = ${this.#figure(kind, 2)}`);
      this.#definitions.push({ name, kind, unit: "" });
    }
    for (let i = r.below(3); i > 0; i -= 1) {
      const name = this.#fresh("函");
      const body = r.pick([
        `甲 ${this.#over()} 乙`,
        `(甲 - 乙) ${this.#over()} 乙`,
        `${this.#w("最小", "min")}(甲 ${this.#over()} 乙, 120%)`,
        `${this.#w("变动率", "change")}(甲, 乙)`,
      ]);
      texts.push(`${define} ${name}(甲, 乙) = ${body}`);
      this.#functions.push(name);
    }
    for (let i = r.below(3); i > 0; i -= 1) {
      const name = this.#fresh("标准");
      const [value, target, standard] = [
        this.#w("值", "value"),
        this.#w("目标", "target"),
        this.#w("评分", "standard"),
      ];
      const body = r.pick([
        `${value} = 率; ${target} <= 上限; ${standard} ${this.#w("按比例", "proportional")} ${this.#w("反比", "inverse")}`,
        `${value} = 率; ${target} >= 上限; ${standard} ${this.#w("按比例", "proportional")}`,
        `${value} = 率; ${standard} ${this.#w("达标", "threshold")} 率 <= 上限`,
        `${value} = 率\n${standard} ${this.#w("扣分", "deduct")} { ${this.#w("超过", "above")} 上限 ${this.#w("每", "each")} 5个百分点 ${this.#w("扣", "take")} 10% }`,
        `${value} = 率\n${standard} ${this.#w("分档", "bands")} { >= 上限 ${this.#w("得", "gets")} ${this.#w("满分", "fullMarks")}; ${this.#w("其他", "otherwise")} ${this.#w("得", "gets")} 40% }`,
      ]);
      texts.push(`${this.#w("方法", "method")} ${name}(率, 上限) {\n${body}\n}`);
      this.#standards.push(name);
    }
    return texts;
  }

  // ---- indicators ------------------------------------------------------------------------------------------

  #children(steps: number, depth: number, count: number): readonly string[] {
    const r = this.#r;
    const parts = Math.max(1, Math.min(count, steps));
    return r.split(steps, parts).map((part) => {
      const group = depth < 4 && part >= 2 && r.once(depth + 1);
      return group ? this.#group(part, depth) : this.#leaf(this.#indicatorHead(part), part);
    });
  }

  #indicatorHead(steps: number): string {
    const name = this.#r.once(10) ? `「指${this.#fresh("、")}」` : this.#fresh("指标");
    return `${this.#w("指标", "indicator")} ${name} ${this.#points(steps)}`;
  }

  #group(steps: number, depth: number): string {
    const r = this.#r;
    const head = this.#indicatorHead(steps);
    const combine = r.pick(["sum", "sum", "sum", "average", "weighted"]);
    const count = r.between(1, 4);
    const body: string[] = [];
    if (combine === "sum") body.push(...this.#children(steps, depth + 1, count));
    else {
      // Here the children's points are free: they say how fine a child is, not what it weighs.
      const free = Array.from({ length: count }, () => r.between(1, 10 * 10 ** this.#grain));
      const leaves = free.map((part) => ({ name: this.#fresh("分指标"), part }));
      body.push(
        ...leaves.map(({ name, part }) =>
          this.#leaf(`${this.#w("指标", "indicator")} ${name} ${this.#points(part)}`, part),
        ),
      );
      if (combine === "average") body.push(this.#w("平均", "average"));
      else {
        const shares = r.split(100, count);
        const rows = leaves.map(({ name }, i) => `${name} ${this.#n(`${shares[i] ?? 0}`, "%")}`);
        body.push(`${this.#w("加权", "weighted")} { ${rows.join("; ")} }`);
      }
    }
    if (r.once(4)) body.unshift(this.#w("折算", "rescale"));
    if (r.once(6)) body.unshift(this.#cap(steps));
    if (r.once(6)) body.unshift(this.#veto(steps));
    return `${head} {\n${body.join(this.#separator())}\n}`;
  }

  #cap(steps: number): string {
    const when = this.#r.once(2) ? ` ${this.#w("当", "when")} ${this.#condition(1)}` : "";
    const of = this.#r.once(2)
      ? this.#points(this.#r.between(1, steps))
      : `${this.#r.pick(["50", "80", "90"])}%`;
    // A share of 分值 may be finer than scores are kept; then it is written in points.
    const share = of.endsWith("%") && this.#places < this.#grain + 1;
    return `${this.#w("封顶", "cap")} ${share ? this.#points(steps) : of}${when}`;
  }

  #veto(steps: number): string {
    const r = this.#r;
    const when = `${this.#w("否决", "veto")} ${this.#w("当", "when")} ${this.#condition(1)}`;
    if (r.once(4)) {
      return `${when} ${this.#w("等级", "grade")} ${this.#w("不高于", "notAbove")} ${r.pick(this.#gradeNames)}`;
    }
    const gets = r.pick(["0分", this.#points(r.between(0, steps)), "30%"]);
    return `${when} ${this.#w("得", "gets")} ${gets}`;
  }

  #extra(i: number): string {
    const r = this.#r;
    const steps = r.between(1, 10) * 10 ** this.#grain;
    const kind = r.once(2) ? this.#w("加分项", "bonus") : this.#w("扣分项", "penalty");
    return this.#leaf(`${kind} 外${i + 1} ${this.#w("至多", "atMost")} ${this.#points(steps)}`, steps);
  }

  #leaf(head: string, steps: number): string {
    const r = this.#r;
    const kind = r.pick<Figure>(["ratio", "ratio", "ratio", "count", "money", "number", "date"]);
    const unit = kind === "count" ? r.pick(this.#units("count")) : kind === "money" ? "万元" : "";
    const lines: string[] = [];
    const valueText = this.#figure(kind, 2, unit);
    lines.push(
      `${this.#w("值", "value")} ${this.#ascii ? "=" : r.pick(["=", "=", "：", "＝"])} ${valueText}`,
    );
    const target = this.#target(kind, unit);
    if (target !== undefined) lines.push(`${this.#w("目标", "target")} ${target.text}`);
    const standard = this.#standard({ kind, unit, steps, target: target?.sign, depth: 0 });
    lines.push(`${this.#w("评分", "standard")} ${standard}`);
    for (let i = r.pick([0, 0, 0, 1, 1, 2]); i > 0; i -= 1) {
      const [zh, en] = r.pick(TREATMENTS);
      lines.push(
        `${this.#w("不适用", "notApplicable")} ${this.#w("当", "when")} ${this.#condition(1)} ${this.#w("按", "as")} ${this.#w(zh, en)}`,
      );
    }
    for (let i = r.pick([0, 0, 0, 0, 1, 2]); i > 0; i -= 1) lines.push(this.#veto(steps));
    if (r.once(5))
      lines.push(
        `${this.#w("须说明", "mustExplain")} ${this.#w("当", "when")} ${this.#w("得分", "score")} < ${this.#w("分值", "points")}`,
      );
    if (r.once(8))
      lines.push(`${this.#w("解释", "describe")} "如何评"`, `${this.#w("来源", "source")} “决算”`);
    if (r.once(8)) lines.push(`${this.#w("依据", "basis")} "某号文"`);
    const short = lines.length < 4 && !lines.some((l) => l.includes("\n")) && r.once(4);
    return short ? `${head} { ${lines.join("; ")} }` : `${head} {\n${lines.join(this.#separator())}\n}`;
  }

  /** A target for a value of some kind; of ratios it may be left out. */
  #target(kind: Figure, unit: string): { text: string; sign: string } | undefined {
    const r = this.#r;
    if (kind === "ratio" && r.once(3)) return undefined;
    if (r.once(8)) {
      const [low, high] = this.#two(kind, unit);
      return {
        sign: "in",
        text: `${this.#w("在", "in")} ${r.pick(["[", "("])}${low}, ${high}${r.pick(["]", ")"])}`,
      };
    }
    const sign = r.pick([">=", ">=", "<=", "<=", "=", ">", "<"]);
    const field = this.#field(kind, unit);
    if (r.once(3) && field !== undefined)
      return { sign, text: `${this.#sign(sign, true)} ${this.#ref(field)}` };
    const literal = this.#literal(kind, unit);
    if (kind !== "date" && r.once(8) && (sign === ">=" || sign === "<="))
      return {
        sign,
        text: `${literal.replaceAll(" ", "")}${sign === ">=" ? "以上" : r.pick(["以下", "以内"])}`,
      };
    return { sign, text: `${this.#sign(sign, true)} ${literal}` };
  }

  // ---- standards -------------------------------------------------------------------------------------------

  #standard(at: At): string {
    const r = this.#r;
    const makers: (() => string | undefined)[] = [
      () => this.#proportional(at),
      () => this.#proportional(at),
      () => this.#threshold(at),
      () => this.#deduct(at),
      () => this.#deduct(at),
      () => this.#adjustFrom(at),
      () => this.#bands(at),
      () => this.#bands(at),
      () => this.#intervals(at),
      () => this.#optionBands(at),
      () => this.#interpolate(at),
      () => this.#checklist(at),
      () => this.#qualitative(),
      () => this.#judged(at),
      () => `= ${this.#pointsOf(at, 2)}`,
      () => this.#reuse(),
      () => this.#firstOf(at),
      () => this.#bestOf(at),
      ...(r.once(30) ? [() => this.#w("待定", "open")] : []),
    ];
    for (;;) {
      const made = r.pick(makers)();
      if (made !== undefined) return made;
    }
  }

  #proportional({ kind, target, steps }: At): string | undefined {
    const r = this.#r;
    if (kind === "date" || target === "in") return undefined;
    // Without 目标 a ratio's is >= 100%.
    const sign = target ?? (kind === "ratio" ? ">=" : undefined);
    if (sign === undefined) return undefined;
    const reading =
      sign === "<=" || sign === "<"
        ? r.pick([this.#w("反比", "inverse"), this.#w("线性", "linear")])
        : sign === "="
          ? r.pick([this.#w("同正向", "asAtLeast"), this.#w("较小比较大", "lesserOverGreater")])
          : "";
    const clauses: string[] = [];
    if (r.once(3))
      clauses.push(
        `${this.#w("低于", "below")} ${this.#n(r.pick(["60", "50", "87.5"]), "%")} ${this.#w("不得分", "nothing")}`,
      );
    if (r.once(3)) {
      const [zh, en] = r.pick(STEP_WORDS);
      const effect = r.once(2)
        ? this.#w("不得分", "nothing")
        : `${this.#w(zh, en)} ${this.#n(r.pick(["10", "3", "2.5"]), "个百分点")} ${this.#w("扣", "take")} ${this.#amount(steps)}`;
      clauses.push(`${this.#w("超过", "above")} ${this.#n(r.pick(["130", "110", "100"]), "%")} ${effect}`);
    }
    const lesser = reading === "较小比较大" || reading === "lesserOverGreater";
    if (!lesser && r.once(5))
      clauses.push(`${this.#w("最高", "upTo")} ${this.#points(steps + r.between(0, steps))}`);
    return [this.#w("按比例", "proportional"), reading, ...clauses].filter((t) => t !== "").join(" ");
  }

  #threshold({ target, kind }: At): string | undefined {
    const word = this.#w("达标", "threshold");
    if ((target !== undefined || kind === "ratio") && this.#r.once(2)) return word;
    return `${word} ${this.#condition(1)}`;
  }

  #amount(steps: number): string {
    const r = this.#r;
    return r.pick([
      this.#points(r.between(1, Math.max(1, steps))),
      `${r.pick(["10", "5", "12.5", "100"])}%`,
      "0.5分",
      "0.1分",
    ]);
  }

  /** A row of 扣分 or 加减. */
  #tallyRow({ kind, unit, steps }: At, giving: boolean): string {
    const r = this.#r;
    const most = giving ? this.#w("最多加", "giveAtMost") : this.#w("最多扣", "takeAtMost");
    const cap = r.once(3) ? ` ${most} ${this.#amount(steps)}` : "";
    const judged = !giving && r.once(6);
    const amount = judged
      ? `${this.#w("酌情扣", "takeJudged")} [${this.#points(0)}, ${this.#points(Math.max(1, steps))}]`
      : `${giving ? this.#w("加", "give") : this.#w("扣", "take")} ${this.#amount(steps)}`;
    if (r.once(4))
      return (
        `${this.#w("当", "when")} ${this.#condition(1)} ${amount}`.replace(/ 100%$/, " 50%") +
        (judged ? "" : "")
      );
    const [zh, en] = r.pick(STEP_WORDS);
    const own = r.once(3) ? r.pick<Figure>(["count", "ratio", "money"]) : undefined;
    const ownUnit = own === "count" ? r.pick(this.#units("count")) : own === "money" ? "万元" : "";
    const head = own === undefined ? "" : `${this.#figure(own, 1, ownUnit)} `;
    const measured = own ?? kind;
    const measuredUnit = own === undefined ? unit : ownUnit;
    const base =
      measured === "date" || !r.once(4)
        ? `${r.pick([this.#w("超过", "above"), this.#w("低于", "below"), this.#w("偏离", "apart")])} ${this.#literal(measured, measuredUnit)} `
        : "";
    return `${head}${base}${this.#w(zh, en)} ${this.#step(measured, measuredUnit)} ${amount}${cap}`;
  }

  #step(kind: Figure, unit: string): string {
    const r = this.#r;
    switch (kind) {
      case "ratio":
        return this.#n(r.pick(["1", "5", "0.5", "3", "10"]), "个百分点");
      case "money":
        return this.#n(r.pick(["1", "100", "0.01", "7"]), unit);
      case "date":
        return this.#n(r.pick(["1", "7", "30"]), "天");
      case "count":
        return this.#n(r.pick(["1", "2", "3", "5"]), unit);
      case "number":
        return this.#n(r.pick(["1", "0.5", "3"]), "");
    }
  }

  #deduct(at: At): string {
    const r = this.#r;
    const rows = Array.from({ length: r.between(1, 3) }, () => this.#tallyRow(at, false));
    const cap = r.once(4)
      ? ` ${this.#w("最多扣", "takeAtMost")} ${this.#points(r.between(1, at.steps))}`
      : "";
    return `${this.#w("扣分", "deduct")} {\n${rows.join(r.once(3) ? "; " : "\n")}\n}${cap}`;
  }

  #adjustFrom(at: At): string {
    const r = this.#r;
    const most = at.steps + r.between(0, at.steps);
    const rows = Array.from({ length: r.between(1, 3) }, () => this.#tallyRow(at, r.once(2)));
    const base = r.pick(["80%", "50%", "0分", this.#points(r.between(0, at.steps))]);
    const upTo = r.once(2) ? ` ${this.#w("最高", "upTo")} ${this.#points(most)}` : "";
    const caps = `${r.once(4) ? ` ${this.#w("最多扣", "takeAtMost")} ${this.#points(r.between(1, at.steps))}` : ""}${
      r.once(4) ? ` ${this.#w("最多加", "giveAtMost")} ${this.#points(r.between(1, at.steps))}` : ""
    }`;
    return `${this.#w("加减", "adjustFrom")} ${this.#w("起点", "base")} ${base} {\n${rows.join("\n")}\n}${upTo}${caps}`;
  }

  #result({ steps }: At): string {
    const r = this.#r;
    return r.pick([
      this.#w("满分", "fullMarks"),
      this.#points(r.between(0, steps)),
      this.#n(r.pick(["60", "33.3", "0", "87.5"]), "%"),
    ]);
  }

  #gets(at: At): string {
    return this.#r.once(10)
      ? `${this.#w("酌情得", "getsJudged")} [0分, ${this.#points(Math.max(1, at.steps))}]`
      : `${this.#w("得", "gets")} ${this.#result(at)}`;
  }

  /** A ladder: descending floors or ascending ceilings, with 当 and = rows anywhere. */
  #bands(at: At): string {
    const r = this.#r;
    const floors = r.once(2);
    const edges = this.#ladder(at.kind, at.unit, r.between(1, 4));
    const sign = floors ? ">=" : "<=";
    const strict = floors ? ">" : "<";
    const ordered = floors ? edges.toReversed() : edges;
    const rows = ordered.flatMap((edge, i) => {
      const straight = i > 0 && r.once(4) ? ` ${this.#w("至", "to")} ${this.#result(at)}` : "";
      const gets = straight === "" ? this.#gets(at) : `${this.#w("得", "gets")} ${this.#result(at)}`;
      const row = `${this.#sign(r.once(4) ? strict : sign, true)} ${edge} ${gets}${straight}`;
      const other = r.once(6)
        ? [`${this.#w("当", "when")} ${this.#condition(1)} ${this.#gets(at)}`]
        : r.once(8)
          ? [`${this.#sign("=")} ${this.#literal(at.kind, at.unit)} ${this.#gets(at)}`]
          : [];
      return r.once(2) ? [...other, row] : [row, ...other];
    });
    rows.push(`${this.#w("其他", "otherwise")} ${this.#gets(at)}`);
    const head = r.once(5) && at.kind === "ratio" ? ` ${this.#figure("ratio", 1)}` : "";
    return `${this.#w("分档", "bands")}${head} {\n${rows.join(r.once(3) ? "; " : "\n")}\n}`;
  }

  /** Intervals that join, so that one holds of every value. */
  #intervals(at: At): string {
    const r = this.#r;
    const edges = this.#ladder(at.kind, at.unit, r.between(1, 3));
    const left = r.once(2);
    const sides = ["", ...edges, ""];
    const rows = sides.slice(1).map((high, i) => {
      const low = sides[i] ?? "";
      const both = low !== "" && high !== "" && r.once(4);
      const gets = both
        ? `${this.#w("得", "gets")} ${this.#result(at)} ${this.#w("至", "to")} ${this.#result(at)}`
        : this.#gets(at);
      return `${left ? "[" : "("}${low}, ${high}${left ? ")" : "]"} ${gets}`;
    });
    return `${this.#w("分档", "bands")} {\n${r.shuffle(rows).join("\n")}\n}`;
  }

  #optionBands(at: At): string | undefined {
    const field = this.#anyOf("option");
    if (!field) return undefined;
    const some = this.#r.once(3);
    const named = some ? field.items.slice(0, -1) : field.items;
    const rows = this.#r.shuffle(named).map((item) => `${item} ${this.#gets(at)}`);
    if (some) rows.push(`${this.#w("其他", "otherwise")} ${this.#gets(at)}`);
    return `${this.#w("分档", "bands")} ${this.#ref(field)} {\n${rows.join("\n")}\n}`;
  }

  #interpolate(at: At): string {
    const r = this.#r;
    const rows = this.#ladder(at.kind, at.unit, r.between(2, 4)).map(
      (edge) => `${edge} ${this.#w("得", "gets")} ${this.#result(at)}`,
    );
    return `${this.#w("插值", "interpolate")} {\n${rows.join(r.once(3) ? "; " : "\n")}\n}`;
  }

  #checklist({ steps }: At): string | undefined {
    const r = this.#r;
    const field = this.#anyOf("checklist");
    if (!field) return undefined;
    const head = `${this.#w("要点", "checklist")} ${this.#ref(field)}`;
    if (r.once(4)) return `${head} ${this.#w("缺一不得分", "allOrNothing")}`;
    if (r.once(3))
      return `${head} ${this.#w("每缺一项", "eachMissing")} ${this.#w("扣", "take")} ${this.#points(r.between(1, steps))}`;
    if (steps < field.items.length) return undefined;
    const shares = r.split(steps, field.items.length);
    const rows = field.items.map((item, i) => {
      // Only earlier items are required, so there is no circle.
      const first =
        i > 0 && r.once(3) ? ` ${this.#w("须先", "requires")} ${field.items[r.below(i)] ?? ""}` : "";
      const exempt = r.once(4)
        ? ` ${this.#w("免检", "exempt")} ${this.#w("当", "when")} ${this.#condition(1)}`
        : "";
      return `${item} ${this.#w("得", "gets")} ${this.#points(shares[i] ?? 0)}${first}${exempt}`;
    });
    return `${head} {\n${rows.join("\n")}\n}`;
  }

  #qualitative(): string | undefined {
    const r = this.#r;
    const field = this.#anyOf("qualitative");
    if (!field) return undefined;
    const head = `${this.#w("定性", "qualitative")} ${this.#ref(field)}`;
    if (r.once(2)) return head;
    const [low, high] = r.pick([
      ["50%", "80%"],
      ["60%", "90%"],
    ] as const);
    return `${head} { 部分达成 ${this.#w("酌情得", "getsJudged")} [${low}, ${high}) }`;
  }

  #judged({ steps }: At): string {
    const r = this.#r;
    const word = this.#w("人工", "judged");
    if (steps < 2 || r.once(2)) return word;
    const low = r.between(0, steps - 1);
    return `${word} [${this.#points(low)}, ${this.#points(r.between(low + 1, steps))}]`;
  }

  #reuse(): string | undefined {
    const name = this.#standards.length === 0 ? undefined : this.#r.pick(this.#standards);
    return (
      name &&
      `${this.#w("方法", "method")} ${name}(${this.#figure("ratio", 1)}, ${this.#literal("ratio", "")})`
    );
  }

  #firstOf(at: At): string | undefined {
    if (at.depth > 1) return undefined;
    const inner = { ...at, depth: at.depth + 1 };
    const use = this.#w("用", "use");
    const rows = Array.from(
      { length: this.#r.between(1, 2) },
      () => `${this.#w("当", "when")} ${this.#condition(1)} ${use} ${this.#standard(inner)}`,
    );
    return `${this.#w("首个", "firstOf")} {\n${[...rows, `${this.#w("其他", "otherwise")} ${use} ${this.#standard(inner)}`].join("\n")}\n}`;
  }

  #bestOf(at: At): string | undefined {
    if (at.depth > 1) return undefined;
    const inner = { ...at, depth: at.depth + 1 };
    const rows = Array.from({ length: this.#r.between(2, 3) }, () => this.#standard(inner));
    return `${this.#w("择优", "bestOf")} {\n${rows.join("\n")}\n}`;
  }

  // ---- figures ---------------------------------------------------------------------------------------------

  #anyOf(kind: Kind): Field | undefined {
    const found = this.#fields.filter((f) => f.kind === kind);
    return found.length === 0 ? undefined : this.#r.pick(found);
  }

  #units(kind: Kind): readonly string[] {
    return [...new Set(this.#fields.flatMap((f) => (f.kind === kind ? [f.unit] : [])))];
  }

  #field(kind: Kind, unit: string): Field | undefined {
    const found = this.#fields.filter((f) => f.kind === kind && (kind !== "count" || f.unit === unit));
    return found.length === 0 ? undefined : this.#r.pick(found);
  }

  /** A field as it is written inside rules: words of the language and of methods are quoted. */
  #ref({ name }: Field): string {
    if (name.startsWith("「")) return name;
    return this.#r.once(15) || /^(指标|数据)$/.test(name) ? `「${name}」` : name;
  }

  #literal(kind: Figure, unit: string): string {
    const r = this.#r;
    switch (kind) {
      case "ratio":
        return this.#n(
          r.pick(["100", "95", "60", "50", "33.3", "12.5", "0", "120", "1"]),
          r.once(12) ? "‰" : "%",
        );
      case "money":
        return this.#n(r.pick(["0", "100", "12.5", "1000", "0.01", "333"]), r.once(6) ? "元" : "万元");
      case "count":
        return this.#n(r.pick(["0", "1", "2", "8", "10", "30"]), unit);
      case "number":
        return this.#n(r.pick(["0", "1", "2.5", "50", "99"]), "");
      case "date":
        return `202${r.between(1, 3)}年${r.between(1, 12)}月${r.between(1, 28)}日`;
    }
  }

  /** Literals in ascending order, all different. */
  #ladder(kind: Figure, unit: string, count: number): readonly string[] {
    const r = this.#r;
    const found = new Set<number>();
    while (found.size < count) found.add(r.between(0, 24));
    return [...found]
      .toSorted((a, b) => a - b)
      .map((n) => {
        switch (kind) {
          case "ratio":
            return this.#n(`${n * 5}`, "%");
          case "money":
            return this.#n(`${n * 50}`, "万元");
          case "count":
            return this.#n(`${n}`, unit);
          case "number":
            return this.#n(`${n * 4}`, "");
          case "date":
            return `2022年${(n >> 1) + 1 > 12 ? 12 : (n >> 1) + 1}月${(n % 2) * 14 + (n === 24 ? 25 : 1)}日`;
        }
      });
  }

  #two(kind: Figure, unit: string): readonly [string, string] {
    const [low = "", high = ""] = this.#ladder(kind, unit, 2);
    return [low, high];
  }

  /** An expression of a kind, in ( ) where it is more than an operand. */
  #figure(kind: Figure, depth: number, unit = ""): string {
    switch (kind) {
      case "money":
        return this.#money(depth);
      case "ratio":
        return this.#ratio(depth);
      case "count":
        return this.#count(depth, unit === "" ? this.#r.pick(this.#units("count")) : unit);
      case "number":
        return this.#number(depth);
      case "date":
        return this.#date();
    }
  }

  #defined(kind: Figure): string | undefined {
    const found = this.#definitions.filter((d) => d.kind === kind);
    return found.length === 0 ? undefined : this.#r.pick(found).name;
  }

  #choice(of: () => string): string {
    const [open, then, otherwise] = [this.#w("如果", "if"), this.#w("则", "then"), this.#w("否则", "else")];
    return `(${open} ${this.#condition(1)} ${then} ${of()} ${otherwise} ${of()})`;
  }

  #filter(): string {
    return this.#r.once(2) ? ` ${this.#w("当", "when")} ${this.#rowCondition()}` : "";
  }

  #rowCondition(): string {
    const r = this.#r;
    return r.pick([
      `率 ${this.#sign(">=")} ${r.pick(["100", "60", "95"])}%`,
      "重点",
      `重点 = ${this.#w("否", "no")}`,
      `资金 > 0万元`,
      `量 ${this.#sign("<=")} 3个 ${this.#w("且", "and")} 重点`,
    ]);
  }

  #money(depth: number): string {
    const r = this.#r;
    const leaf = (): string => {
      const field = this.#anyOf("money");
      return field && !r.once(6) ? this.#ref(field) : this.#literal("money", "万元");
    };
    if (depth === 0) return leaf();
    const inner = () => this.#money(depth - 1);
    const [rows] = this.#rows;
    return r.pick([
      leaf,
      leaf,
      leaf,
      () => `(${inner()} + ${inner()})`,
      () => `(${inner()} - ${inner()} + ${inner()})`,
      () => `(${inner()} ${this.#times()} ${r.pick(["50%", "1.5", "2", "0.3"])})`,
      () => `${r.pick([this.#w("最大", "max"), this.#w("最小", "min")])}(${inner()}, ${inner()})`,
      () => `${this.#w("绝对值", "abs")}(${inner()} - ${inner()})`,
      () => `${this.#w("四舍五入", "roundHalfUp")}(${inner()}, ${r.pick(["2", "0", "4"])})`,
      () => `${r.pick([this.#w("向下取整", "floor"), this.#w("向上取整", "ceil")])}(${inner()})`,
      () => this.#choice(inner),
      () => this.#defined("money") ?? leaf(),
      () =>
        rows
          ? `${r.pick([this.#w("合计", "total"), this.#w("最大", "max"), this.#w("最小", "min"), this.#w("平均", "average")])}(${rows.name}.资金${this.#filter()})`
          : leaf(),
    ])();
  }

  #ratio(depth: number): string {
    const r = this.#r;
    const leaf = (): string => {
      const field = this.#anyOf("ratio");
      return field && !r.once(8) ? this.#ref(field) : this.#literal("ratio", "");
    };
    if (depth === 0) return leaf();
    const inner = () => this.#ratio(depth - 1);
    const money = () => this.#money(depth - 1);
    const [rows] = this.#rows;
    const counts = (): string => {
      const unit = r.pick(this.#units("count"));
      const [above, below] = [this.#field("count", unit), this.#field("count", unit)];
      return above && below ? `${this.#ref(above)} ${this.#over()} ${this.#ref(below)}` : leaf();
    };
    return r.pick([
      leaf,
      leaf,
      () => `(${this.#anyMoney()} ${this.#over()} ${this.#anyMoney()})`,
      () => `(${money()} ${this.#over()} ${this.#anyMoney()})`,
      () => `(${counts()})`,
      () => `(${counts()})`,
      () => `${this.#w("变动率", "change")}(${money()}, ${this.#anyMoney()})`,
      () => `(${inner()} - 5个百分点)`,
      () => `${r.pick([this.#w("最大", "max"), this.#w("最小", "min")])}(${inner()}, 100%)`,
      () => `${this.#w("四舍五入", "roundHalfUp")}(${inner()}, ${r.pick(["4", "2"])})`,
      () => `${this.#w("平均", "average")}(${leaf()}, ${leaf()}, ${leaf()})`,
      () => this.#choice(inner),
      () => this.#defined("ratio") ?? leaf(),
      () =>
        this.#functions.length > 0
          ? `${r.pick(this.#functions)}(${this.#anyMoney()}, ${this.#anyMoney()})`
          : leaf(),
      () => (rows ? `${this.#w("加权平均", "weightedAverage")}(${rows.name}.率, ${rows.name}.资金)` : leaf()),
      () =>
        rows
          ? `${r.pick([this.#w("平均", "average"), this.#w("最小", "min")])}(${rows.name}.率${this.#filter()})`
          : leaf(),
    ])();
  }

  #anyMoney(): string {
    const field = this.#anyOf("money");
    return field ? this.#ref(field) : "100万元";
  }

  #count(depth: number, unit: string): string {
    const r = this.#r;
    const leaf = (): string => {
      const field = this.#field("count", unit);
      return field && !r.once(8) ? this.#ref(field) : this.#literal("count", unit);
    };
    if (depth === 0) return leaf();
    const inner = () => this.#count(depth - 1, unit);
    return r.pick([
      leaf,
      leaf,
      () => `(${inner()} - ${inner()})`,
      () => `(${inner()} + ${inner()})`,
      () => `${this.#w("最大", "max")}(${inner()}, ${inner()})`,
      () => this.#choice(inner),
    ])();
  }

  #number(depth: number): string {
    const r = this.#r;
    const leaf = (): string => {
      const field = this.#anyOf("number");
      return field && !r.once(6) ? this.#ref(field) : this.#literal("number", "");
    };
    if (depth === 0) return leaf();
    const [rows] = this.#rows;
    return r.pick([
      leaf,
      leaf,
      () => `(${this.#number(depth - 1)} + ${leaf()})`,
      () => `(${this.#number(depth - 1)} ${this.#times()} 2)`,
      () => `${this.#w("向下取整", "floor")}(${this.#number(depth - 1)})`,
      () => this.#defined("number") ?? leaf(),
      () => (rows ? `${this.#w("计数", "count")}(${rows.name}${this.#filter()})` : leaf()),
    ])();
  }

  #date(): string {
    const field = this.#anyOf("date");
    if (!field || this.#r.once(6)) return this.#literal("date", "");
    return this.#r.once(4) ? `(${this.#ref(field)} + 7天)` : this.#ref(field);
  }

  #pointsOf(at: At, depth: number): string {
    const r = this.#r;
    const leaf = (): string =>
      r.pick([this.#w("分值", "points"), this.#points(r.between(0, at.steps)), this.#w("满分", "fullMarks")]);
    if (depth === 0) return leaf();
    const inner = () => this.#pointsOf(at, depth - 1);
    return r.pick([
      () => `${this.#ratio(1)} ${this.#times()} ${this.#w("分值", "points")}`,
      () => `${this.#w("分值", "points")} - ${inner()}`,
      () => `${this.#w("最大", "max")}(0分, ${inner()})`,
      () => this.#choice(inner),
      () =>
        `${this.#w("最大", "max")}(0, 1 - 10 ${this.#times()} ${this.#ratio(0)}) ${this.#times()} ${this.#w("分值", "points")}`,
      leaf,
    ])();
  }

  #condition(depth: number): string {
    const r = this.#r;
    const simple: (() => string | undefined)[] = [
      () =>
        `${this.#ratio(0)} ${this.#sign(r.pick([">=", "<", ">", "<=", "="]))} ${this.#literal("ratio", "")}`,
      () =>
        `${this.#anyMoney()} ${this.#sign(r.pick(["=", ">", "≠", "<="]))} ${this.#literal("money", "万元")}`,
      () => `${this.#anyMoney()} = 0`,
      () => {
        const field = this.#anyOf("count");
        return (
          field &&
          `${this.#ref(field)} ${this.#sign(r.pick(["=", ">", "<"]))} ${this.#literal("count", field.unit)}`
        );
      },
      () => {
        const field = this.#anyOf("yesNo");
        if (!field) return undefined;
        return r.once(2)
          ? this.#ref(field)
          : `${this.#ref(field)} ${this.#sign("=")} ${r.pick([this.#w("是", "yes"), this.#w("否", "no")])}`;
      },
      () => {
        const field = this.#anyOf("option");
        return field && `${this.#ref(field)} ${this.#sign(r.pick(["=", "≠"]))} ${r.pick(field.items)}`;
      },
      () => {
        const field = this.#anyOf("checklist");
        return field && `${this.#ref(field)}.${r.pick(field.items)}`;
      },
      () => {
        const field = this.#anyOf("qualitative");
        return field && `${this.#ref(field)} = ${r.pick(["达成", "部分达成", "未达成"])}`;
      },
      () => {
        const field = this.#anyOf("date");
        return field && `${this.#ref(field)} ${this.#sign(r.pick([">=", "<"]))} ${this.#literal("date", "")}`;
      },
      () => `${this.#ratio(0)} ${this.#w("在", "in")} [${this.#two("ratio", "").join(", ")})`,
    ];
    const one = (): string => {
      for (;;) {
        const made = r.pick(simple)();
        if (made !== undefined) return made;
      }
    };
    if (depth === 0 || r.once(2)) return one();
    const inner = () => this.#condition(depth - 1);
    return r.pick([
      () => `${inner()} ${this.#w("且", "and")} ${inner()}`,
      () => `(${inner()} ${this.#w("或", "or")} ${inner()})`,
      () => `${this.#w("非", "not")} (${inner()})`,
      () => `${this.#w("非", "not")} ${inner()}`,
    ])();
  }
}

/** What a standard is written for. */
interface At {
  readonly kind: Figure;
  readonly unit: string;
  /** 分值 in steps of the grain. */
  readonly steps: number;
  /** Sign of the target, `in`, or undefined without one. */
  readonly target: string | undefined;
  readonly depth: number;
}

/** An integer of 10^-grain as a decimal. */
function decimal(steps: number, grain: number): string {
  if (grain === 0) return `${steps}`;
  const digits = `${steps}`.padStart(grain + 1, "0");
  const part = digits.slice(-grain).replace(/0+$/, "");
  return `${digits.slice(0, -grain)}${part === "" ? "" : `.${part}`}`;
}
