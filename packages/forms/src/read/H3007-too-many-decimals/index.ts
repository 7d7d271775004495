import { defineDiagnostic } from "@heng/lang";

export const H3007 = defineDiagnostic<{
  readonly field: string;
  readonly written: string;
  readonly limit: number;
  readonly exact: string;
  readonly rounded: string;
}>({
  code: "H3007",
  severity: "error",
  message: (d) =>
    d.limit === 0
      ? {
          zh: `“${d.field}”要填整数，填的却是 ${d.exact}`,
          en: `“${d.field}” takes whole numbers, but ${d.exact} is filed`,
        }
      : {
          zh: `“${d.field}”多出小数位：填的是 ${d.exact}，至多 ${d.limit} 位小数是 ${d.rounded}`,
          en: `“${d.field}” has too many decimals: ${d.exact} is filed, ${d.rounded} has the ${d.limit} that are allowed`,
        },
  mend: (d) => ({
    zh: `核对原始数据；若应为 ${d.rounded}，就写 ${d.rounded}`,
    en: `check the source; if it should be ${d.rounded}, write ${d.rounded}`,
  }),
});
