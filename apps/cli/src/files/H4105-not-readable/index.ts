import { defineDiagnostic } from "@heng/lang";

export const H4105 = defineDiagnostic<{ readonly path: string; readonly cause: string }>({
  code: "H4105",
  severity: "error",
  message: ({ path, cause }) => ({
    zh: `读不了“${path}”（${cause}）`,
    en: `“${path}” cannot be read (${cause})`,
  }),
  mend: () => ({
    zh: "核对磁盘、网络位置和文件名；换到本机的文件夹再试",
    en: "check the disk, the network and the name; try a folder on this machine",
  }),
  example: { path: "Z:/rules/2022/department.heng", cause: "EIO" },
});
