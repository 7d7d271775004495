import { defineDiagnostic } from "@heng/lang";

export const H4101 = defineDiagnostic<{ readonly path: string; readonly near: readonly string[] }>({
  code: "H4101",
  severity: "error",
  message: ({ path, near }) => ({
    zh: `找不到“${path}”${near.length > 0 ? `；相近的有 ${near.join("、")}` : ""}`,
    en: `“${path}” was not found${near.length > 0 ? `; did you mean ${near.join(", ")}?` : ""}`,
  }),
  mend: () => ({
    zh: "核对文件名和所在的文件夹；路径从当前文件夹算起",
    en: "check the name and its folder; paths are taken from the current folder",
  }),
  example: { path: "filings/departmnt.json", near: ["filings/department.json"] },
});
