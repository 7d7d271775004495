/**
 * Workload W: 28 leaves of all common methods over some 50 fields (or more of the same), with filings rich in ties. Each
 * leaf brings its own formula in plain integers, so that every score can be judged without any code of ours.
 */
import type { Datum, Filing } from "@heng/engine";
import type { Value } from "@heng/lang";
import { Random } from "../src/random.ts";

/** n / d points, before clamping and rounding. */
type Points = readonly [n: bigint, d: bigint];

/** What a leaf was filed: integers in the smallest unit of their field. */
export interface Given {
  /** Two figures of one kind, the lower one never 0. */
  readonly a: bigint;
  readonly b: bigint;
  readonly met: readonly boolean[];
  /** In hundredths. */
  readonly judged: bigint;
  /** In hundredths of a percent. */
  readonly share: bigint;
}

interface Template {
  /** Lines of 数据. */
  fields(id: string): readonly string[];
  /** The body of the indicator. */
  body(id: string): string;
  /** Points of `w`. */
  points(given: Given, w: bigint): Points;
  readonly filed: "pair" | "items" | "grade" | "judged" | "flagged";
}

const money = (id: string): readonly string[] => [`实际${id} 万元 >= 0`, `计划${id} 万元 > 0`];
const counts = (id: string): readonly string[] => [`实际${id} 人 >= 0`, `计划${id} 人 > 0`];
const ITEMS = ["有制度", "合规", "已执行", "已公开"];
const HALF = 2n;

const TEMPLATES: readonly Template[] = [
  {
    filed: "pair",
    fields: money,
    body: (id) => `值 = 实际${id} / 计划${id}\n    目标 >= 100%\n    评分 按比例`,
    points: ({ a, b }, w) => (a >= b ? [w, 1n] : [a * w, b]),
  },
  {
    filed: "pair",
    fields: counts,
    body: (id) => `值 = 实际${id} / 计划${id}\n    目标 <= 100%\n    评分 按比例 反比`,
    points: ({ a, b }, w) => (a <= b ? [w, 1n] : [b * w, a]),
  },
  {
    filed: "pair",
    fields: money,
    body: (id) => `值 = 实际${id} / 计划${id}\n    评分 扣分 { 超过 100% 每 1个百分点 扣 0.5分 }`,
    points: ({ a, b }, w) => (a <= b ? [w, 1n] : [w * b * HALF - (a - b) * 100n, b * HALF]),
  },
  {
    filed: "pair",
    fields: counts,
    body: (id) => `值 = 实际${id} / 计划${id}\n    评分 扣分 { 低于 95% 每满 1个百分点 扣 0.2分 最多扣 2分 }`,
    points: ({ a, b }, w) => {
      const short = 95n * b - 100n * a;
      const taken = short <= 0n ? 0n : short / b;
      return [w * 5n - (taken > 10n ? 10n : taken), 5n];
    },
  },
  {
    filed: "pair",
    fields: money,
    body: (id) =>
      `值 = 实际${id} / 计划${id}\n    评分 分档 {\n      >= 95% 得 满分\n      >= 80% 得 87.5%\n      >= 60% 得 33.3%\n      其他 得 0分\n    }`,
    points: ({ a, b }, w) => {
      const p = a * 100n;
      return p >= 95n * b
        ? [w, 1n]
        : p >= 80n * b
          ? [w * 875n, 1000n]
          : p >= 60n * b
            ? [w * 333n, 1000n]
            : [0n, 1n];
    },
  },
  {
    filed: "pair",
    fields: counts,
    body: (id) => `值 = 实际${id} / 计划${id}\n    评分 插值 { 60% 得 0分; 95% 得 满分 }`,
    points: ({ a, b }, w) => {
      const p = a * 100n - 60n * b;
      return p <= 0n ? [0n, 1n] : p >= 35n * b ? [w, 1n] : [p * w, 35n * b];
    },
  },
  {
    filed: "pair",
    fields: counts,
    body: (id) => `值 = 实际${id} / 计划${id}\n    评分 达标 <= 100%`,
    points: ({ a, b }, w) => [a <= b ? w : 0n, 1n],
  },
  {
    filed: "items",
    fields: (id) => [`清单${id} 清单 { ${ITEMS.join(", ")} }`],
    body: (id) => `评分 要点 清单${id} 每缺一项 扣 0.75分`,
    points: ({ met }, w) => [w * 4n - 3n * BigInt(met.filter((m) => !m).length), 4n],
  },
  {
    filed: "grade",
    fields: (id) => [`情况${id} 定性`],
    body: (id) => `评分 定性 情况${id}`,
    points: ({ share }, w) => [share * w, 10_000n],
  },
  {
    filed: "judged",
    fields: () => [],
    body: () => "评分 人工",
    points: ({ judged }) => [judged, 100n],
  },
  {
    filed: "pair",
    fields: money,
    body: (id) =>
      `值 = 实际${id} / 计划${id}\n    目标 >= 90%\n    评分 加减 起点 80% {\n      超过 目标 每 1个百分点 加 0.05分\n      低于 目标 每 1个百分点 扣 0.15分\n    }`,
    points: ({ a, b }, w) => {
      const p = a * 100n - 90n * b;
      return [w * b * 80n + p * (p > 0n ? 5n : 15n), 100n * b];
    },
  },
  {
    filed: "pair",
    fields: money,
    body: (id) => `评分 = 最大(0, 1 - 10 × 实际${id} / 计划${id}) × 分值`,
    points: ({ a, b }, w) => [(b - 10n * a) * w, b],
  },
  {
    filed: "pair",
    fields: money,
    body: (id) =>
      `值 = 变动率(实际${id}, 计划${id})\n    评分 分档 {\n      <= 0% 得 满分\n      <= 10% 得 2分\n      <= 20% 得 1分\n      其他 得 0分\n    }`,
    points: ({ a, b }, w) => {
      const p = (a - b) * 100n;
      return [p <= 0n ? w : p <= 10n * b ? 2n : p <= 20n * b ? 1n : 0n, 1n];
    },
  },
  {
    filed: "flagged",
    fields: (id) => [...money(id), `重点${id} 是否`],
    body: (id) =>
      `值 = 实际${id} / 计划${id}\n    不适用 当 实际${id} = 0万元 且 重点${id} = 否 按 满分\n    评分 首个 {\n      当 重点${id} 用 按比例\n      其他 用 达标\n    }`,
    points: ({ a, b, met }, w) => {
      if (a === 0n && met[0] === false) return [w, 1n];
      return a >= b ? [w, 1n] : met[0] === true ? [a * w, b] : [0n, 1n];
    },
  },
];

export interface WorkloadLeaf {
  readonly id: string;
  readonly field: string;
  readonly template: Template;
  readonly weight: bigint;
  /** 人 or 元 in hundredths. */
  readonly unit: "count" | "money";
}

const GROUP = 7;
const WEIGHTS = [3n, 4n, 5n, 3n, 6n];

export function workloadLeaves(count: number): readonly WorkloadLeaf[] {
  return Array.from({ length: count }, (_, i) => {
    const template = TEMPLATES[i % TEMPLATES.length] as Template;
    return {
      id: `部分${Math.floor(i / GROUP) + 1}/项目${i + 1}`,
      field: `${i + 1}号`,
      template,
      weight: WEIGHTS[i % WEIGHTS.length] ?? 3n,
      unit: template.fields("").some((line) => line.includes(" 人 ")) ? "count" : "money",
    };
  });
}

/** The rule file. */
export function workloadRules(leaves: readonly WorkloadLeaf[]): string {
  const groups = Array.from({ length: Math.ceil(leaves.length / GROUP) }, (_, g) =>
    leaves.slice(g * GROUP, (g + 1) * GROUP),
  );
  const sum = (of: readonly WorkloadLeaf[]): bigint => of.reduce((t, { weight }) => t + weight, 0n);
  return [
    "规则集 工作负载 2022年度",
    '标题 "部门整体支出绩效自评"',
    '依据 "财预〔2020〕10号"',
    `满分 ${sum(leaves)}分`,
    "得分保留 2位小数",
    "等级 {\n  优 >= 90分\n  良 >= 80分\n  中 >= 60分\n  差 其他\n}",
    `数据 {\n${leaves.flatMap(({ field, template }) => template.fields(field).map((line) => `  ${line}`)).join("\n")}\n}`,
    ...groups.map(
      (group, g) =>
        `指标 部分${g + 1} ${sum(group)}分 {\n${group.map(({ id, field, template, weight }) => `  指标 ${id.split("/")[1]} ${weight}分 {\n    解释 "实际与计划相比"\n    ${template.body(field)}\n  }`).join("\n")}\n}`,
    ),
    "",
  ].join("\n");
}

/** A row of W: the filing, and what each leaf was given. */
export interface WorkloadRow {
  readonly filing: Filing;
  readonly given: readonly Given[];
}

/** Denominators that divide into halves of a cent, as budgets and head counts do. */
const ROUND = [8n, 16n, 40n, 80n, 125n, 160n, 200n, 320n, 400n, 625n, 800n, 1_000n];

/** Rows with many scores at or next to a tie. */
export function workloadRow(leaves: readonly WorkloadLeaf[], random: Random): WorkloadRow {
  const values = new Map<string, Datum>();
  const given = leaves.map(({ id, field, template, weight, unit }): Given => {
    const put = (name: string, value: Value): void =>
      void values.set(name, { kind: "value", value, place: { file: "填报.json", field: name }, written: "" });
    const [a, b] = pair(weight, unit, random);
    const met = ITEMS.map(() => !random.once(4));
    const judged = BigInt(random.below(Number(weight) * 100 + 1));
    const share = BigInt(
      random.pick([10_000, 9_250, 8_350, 8_000, 7_999, 6_650, 6_000, 5_999, 4_125, 333, 0]),
    );
    const scale = unit === "money" ? 100n : 1n;
    switch (template.filed) {
      case "flagged":
      case "pair":
        if (template.filed === "flagged") put(`重点${field}`, { kind: "yesNo", value: met[0] === true });
        put(`实际${field}`, { kind: "figure", value: { n: a, d: scale } });
        put(`计划${field}`, { kind: "figure", value: { n: b, d: scale } });
        break;
      case "items":
        put(`清单${field}`, {
          kind: "checklist",
          met: new Map(ITEMS.map((item, i) => [item, met[i] === true])),
        });
        break;
      case "grade": {
        const grade = share >= 8_000n ? "达成" : share >= 6_000n ? "部分达成" : "未达成";
        put(`情况${field}`, { kind: "qualitative", grade, share: { n: share, d: 10_000n } });
        break;
      }
      case "judged":
        put(id, { kind: "figure", value: { n: judged, d: 100n } });
        break;
    }
    return { a, b, met, judged, share };
  });
  const filing: Filing = {
    name: "填报.json",
    agency: "某单位",
    year: "2022",
    values,
    rows: new Map(),
    texts: new Map(
      leaves.flatMap(({ id, template }) => (template.filed === "judged" ? [[id, "有据可查"]] : [])),
    ),
  };
  return { filing, given };
}

function pair(weight: bigint, unit: "count" | "money", random: Random): readonly [bigint, bigint] {
  const scale = unit === "money" ? 100n : 1n;
  if (random.once(2)) {
    const b = random.pick(ROUND) * (random.once(2) ? scale : 1n);
    return [BigInt(random.below(Math.floor(Number(b) * 1.25))), b];
  }
  // a ÷ b × weight as near to k + ½ hundredths as integers come, or one step off.
  const b = BigInt(random.between(3, unit === "money" ? 90_000_000 : 400));
  const k = BigInt(random.below(Number(weight) * 100));
  const near = ((2n * k + 1n) * b) / (200n * weight);
  return [near + BigInt(random.between(0, 2)), b];
}

/** The score in hundredths: clamped to [0, w], then (2n + d) div 2d. */
export function expected({ template, weight }: WorkloadLeaf, given: Given): bigint {
  const [n, d] = template.points(given, weight);
  const held = n < 0n ? 0n : n > weight * d ? weight * d : n;
  return (2n * held * 100n + d) / (2n * d);
}
