import { defineDiagnostic } from "@heng/lang";

export const H4103 = defineDiagnostic<{ readonly path: string }>({
  code: "H4103",
  severity: "error",
  message: ({ path }) => ({ zh: `没有权限打开“${path}”`, en: `permission to open “${path}” was denied` }),
  mend: () => ({
    zh: "请文件的主人或系统管理员给予权限；文件正被其他程序独占时，先关闭那个程序",
    en: "ask its owner or the administrator; close a program that holds it open",
  }),
  example: { path: "rules/2022/department.heng" },
});
