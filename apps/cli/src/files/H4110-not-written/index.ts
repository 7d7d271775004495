import { defineDiagnostic } from "@heng/lang";

export const H4110 = defineDiagnostic<{ readonly path: string; readonly cause: string }>({
  code: "H4110",
  severity: "error",
  message: ({ path, cause }) => ({
    zh:
      cause === "changed"
        ? `“${path}”在此期间被改动，没有写入`
        : `写不了“${path}”（${cause}）；原来的文件没有变`,
    en:
      cause === "changed"
        ? `“${path}” was changed meanwhile and was not written`
        : `“${path}” cannot be written (${cause}); the file is as it was`,
  }),
  mend: () => ({
    zh: "关闭正打开它的程序，核对权限和磁盘空间，再运行一次",
    en: "close programs that hold it open, check permissions and disk space, and run again",
  }),
});
