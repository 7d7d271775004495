import { defineDiagnostic } from "@heng/lang";

/** More rows were filed than the rules allow. */
export const H3103 = defineDiagnostic<{
  readonly rows: string;
  readonly count: number;
  readonly atMost: number;
}>({
  code: "H3103",
  severity: "error",
  message: ({ rows, count, atMost }) => ({
    zh: `明细“${rows}”填报了 ${count}行，最多 ${atMost}行`,
    en: `${count} rows of "${rows}" were filed, at most ${atMost} are allowed`,
  }),
  mend: ({ rows, atMost }) => ({
    zh: `合并或删去多余的行；确需更多的，在规则中改大“明细 ${rows} 至多 ${atMost}行”`,
    en: `Merge or remove rows; if more are needed, raise "rows ${rows} atMost ${atMost}" in the rules`,
  }),
  example: { rows: "项目", count: 201, atMost: 200 },
});
