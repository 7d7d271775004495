import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1117 = defineDiagnostic<{ path: string; many: boolean; limit: number }>({
  code: "H1117",
  severity: "error",
  message: (d) => ({
    zh: d.many ? `引用的文件超过 ${d.limit} 个` : `找不到引用的文件“${d.path}”`,
    en: d.many ? `more than ${d.limit} files are included` : `the included file “${d.path}” was not found`,
  }),
  mend: (d) => ({
    zh: d.many ? `合并一些共用文件` : `路径从本文件所在的文件夹算起，并且不能出规则文件夹`,
    en: d.many
      ? `merge some of the shared files`
      : `the path is taken from this file's folder and must stay inside the rules folder`,
  }),
});
