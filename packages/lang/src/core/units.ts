/** The units that are known without a 单位 line. */

/** Money: exact multiples of 元. Decimals: 1 分 of money is 0.01元 = 0.000001万元. */
export const MONEY: ReadonlyMap<string, { factor: bigint; decimals: number }> = new Map([
  ["元", { factor: 1n, decimals: 2 }],
  ["千元", { factor: 1_000n, decimals: 5 }],
  ["万元", { factor: 10_000n, decimals: 6 }],
  ["百万元", { factor: 1_000_000n, decimals: 8 }],
  ["亿元", { factor: 100_000_000n, decimals: 10 }],
]);

/** Counted units known without a 单位 line. Each is a kind of its own: 人 and 次 never add. */
export const COUNTED_UNITS: readonly string[] = Array.from(
  new Set(
    (
      "人 次 个 天 件 项 户 套 台 辆 篇 页 份 家 处 名 场 期 门 人次 户次 课时 学时 小时 分钟 月 个月 年 季度 " +
      "平方米 立方米 米 公里 千米 亩 公顷 吨 千克 公斤 度 千瓦时 本 册 卷 份数 幅 张 条 座 栋 间 所 班 组 队 支 批 宗 例 起 " +
      "岗 岗位 村 镇 乡 县 市 区 校 院 馆 站 点 网点 平台 系统 模块 课题 字 公里数 头 只 株 棵 车次 班次 批次"
    ).split(" "),
  ),
);
export const COUNTED: ReadonlySet<string> = new Set(COUNTED_UNITS);

/** Decimals a filed figure of the unit may have; undefined: no bound of its own. Money goes to the cent, counts are whole. */
export function unitDecimals(unit: string): number | undefined {
  return MONEY.get(unit)?.decimals ?? (COUNTED.has(unit) && WHOLE.has(unit) ? 0 : undefined);
}
/** Things that are counted one by one; 平方米, 小时, 吨 may have decimals. */
const WHOLE = new Set(
  "人 次 个 件 项 户 套 台 辆 篇 页 份 家 处 名 场 期 门 人次 户次 本 册 卷 张 条 座 栋 间 所".split(" "),
);
