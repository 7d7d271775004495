import { defineDiagnostic } from "@heng/lang";

export const H4111 = defineDiagnostic<{ readonly path: string; readonly folder: string }>({
  code: "H4111",
  severity: "error",
  message: ({ path, folder }) => ({
    zh: `“${path}”是通向规则文件夹“${folder}”之外的链接，没有读它`,
    en: `“${path}” is a link that leads out of the rules folder “${folder}”; it was not read`,
  }),
  mend: () => ({
    zh: "把文件本身放进规则文件夹，删去这个链接",
    en: "put the file itself into the rules folder and remove the link",
  }),
  example: { path: "rules/2022/共用.heng", folder: "rules" },
});
