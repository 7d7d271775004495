import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";
import { LIMITS } from "../../limits.ts";
import type { Names } from "../../names.ts";

/** `outside`: the path leads out of the rules folder; `circle`: the file back to one that is being read because of it. */
export type H1117Problem = "missing" | "outside" | "tooLarge" | "circle" | "many";

interface Data {
  path: string;
  problem: H1117Problem;
  /** The rules folder, where the path leads out of it. */
  folder: string | undefined;
}

const MESSAGES: Record<H1117Problem, (d: Data) => { message: Names; mend: Names }> = {
  missing: ({ path }) => ({
    message: {
      zh: `找不到引用的文件“${path}”`,
      en: `the included file “${path}” was not found`,
    },
    mend: {
      zh: `检查文件夹和文件名，连同 .heng；路径从本文件所在的文件夹算起`,
      en: `check the folder and the file's name with its .heng; the path is taken from this file's folder`,
    },
  }),
  outside: ({ path, folder = "" }) => ({
    message: {
      zh: `引用的文件“${path}”通向规则文件夹“${folder}”之外，没有读它`,
      en: `the included file “${path}” leads out of the rules folder “${folder}”; it was not read`,
    },
    mend: {
      zh: `把文件本身（不是链接）放进“${folder}”，引用它在那里的位置`,
      en: `put the file itself, not a link, into “${folder}” and include it from there`,
    },
  }),
  tooLarge: ({ path }) => {
    const limit = `${LIMITS.fileBytes / 1_048_576} MiB`;
    return {
      message: {
        zh: `引用的文件“${path}”超过 ${limit}，没有读它`,
        en: `the included file “${path}” is larger than ${limit}; it was not read`,
      },
      mend: {
        zh: `核对是否引用错了文件；确实这样大的，分成几个文件，分别引用`,
        en: `check that it is the right file; if it is, split it and include each part`,
      },
    };
  },
  circle: ({ path }) => ({
    message: {
      zh: `引用转了一圈：“${path}”又引用到本文件`,
      en: `includes go in a circle: “${path}” leads back to this file`,
    },
    mend: {
      zh: `删去这一行，或把两边都要用的内容放进第三个文件`,
      en: `remove this line, or move what both need into a third file`,
    },
  }),
  many: () => ({
    message: {
      zh: `引用的文件超过 ${LIMITS.includes} 个`,
      en: `more than ${LIMITS.includes} files are included`,
    },
    mend: { zh: `合并一些共用文件`, en: `merge some of the shared files` },
  }),
};

export const H1117 = defineDiagnostic<Data>({
  code: "H1117",
  severity: "error",
  message: (d) => MESSAGES[d.problem](d).message,
  mend: (d) => MESSAGES[d.problem](d).mend,
});
