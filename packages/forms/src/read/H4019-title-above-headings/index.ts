import { defineDiagnostic } from "@heng/lang";

export const H4019 = defineDiagnostic<{ readonly title: number; readonly headings: number }>({
  code: "H4019",
  severity: "error",
  message: (d) => ({
    zh: `第 ${d.title} 行像是标题，列名在第 ${d.headings} 行`,
    en: `line ${d.title} looks like a title; the headings are in line ${d.headings}`,
  }),
  mend: (d) => ({
    zh: `删去第 ${d.headings} 行上面的各行，让列名成为第一行`,
    en: `remove what is above line ${d.headings}, so that the headings come first`,
  }),
});
