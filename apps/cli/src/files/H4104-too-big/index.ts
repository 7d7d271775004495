import { defineDiagnostic } from "@heng/lang";

export const H4104 = defineDiagnostic<{ readonly path: string; readonly limit: number }>({
  code: "H4104",
  severity: "error",
  message: ({ path, limit }) => ({
    zh: `“${path}”超过 ${limit / 1048576} MiB`,
    en: `“${path}” is larger than ${limit / 1048576} MiB`,
  }),
  mend: () => ({
    zh: "核对是否给错了文件；确实这样大的，分成几个文件；各项上限见 heng limits",
    en: "check that it is the right file; split it if it is; heng limits has the limits",
  }),
  example: { path: "rules/2022/all.heng", limit: 1_048_576 },
});
