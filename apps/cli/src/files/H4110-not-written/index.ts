import { defineDiagnostic, type Names } from "@heng/lang";

export const H4110 = defineDiagnostic<{ readonly path: string; readonly cause: string }>({
  code: "H4110",
  severity: "error",
  message: ({ path, cause }): Names => {
    switch (cause) {
      case "changed":
        return {
          zh: `“${path}”在此期间被改动，没有写入`,
          en: `“${path}” was changed meanwhile and was not written`,
        };
      case "link":
        return { zh: `“${path}”是链接，没有写入`, en: `“${path}” is a link and was not written` };
      case "input":
        return {
          zh: `“${path}”是这次要读的规则，没有写入`,
          en: `“${path}” is one of the rule files read, and was not written`,
        };
      case "notAFile":
        return {
          zh: `“${path}”是文件夹，不是文件，没有写入`,
          en: `“${path}” is a folder and no file, and was not written`,
        };
      case "exists":
        return {
          zh: `“${path}”已经有了，没有改动`,
          en: `“${path}” is there already and was left as it is`,
        };
      case "ENOENT":
        return {
          zh: `“${path}”所在的文件夹不存在，没有写入`,
          en: `there is no folder for “${path}”, and it was not written`,
        };
      default:
        return {
          zh: `写不了“${path}”（${cause}）；原来的文件没有变`,
          en: `“${path}” cannot be written (${cause}); the file is as it was`,
        };
    }
  },
  mend: ({ cause }) => {
    switch (cause) {
      case "link":
        return { zh: "对链接所指的文件运行", en: "run it on the file that the link leads to" };
      case "exists":
        return {
          zh: "接着改原有的文件；真要重写的，先把它移走",
          en: "go on with that file; to begin anew, move it away first",
        };
      case "input":
      case "notAFile":
        return { zh: "换一个文件名", en: "choose another file" };
      case "ENOENT":
        return { zh: "先建好文件夹，或换一处", en: "make the folder first, or choose another" };
      default:
        return {
          zh: "关闭正打开它的程序，核对权限和磁盘空间，再运行一次",
          en: "close programs that hold it open, check permissions and disk space, and run again",
        };
    }
  },
  example: { path: "rules/2022/department.heng", cause: "changed" },
});
