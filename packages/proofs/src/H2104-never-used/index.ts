import { defineDiagnostic } from "@heng/lang";

export const H2104 = defineDiagnostic<{
  readonly name: string;
}>({
  code: "H2104",
  severity: "warning",
  message: ({ name }) => ({
    zh: `“${name}”的这一行用不到：能到它的填报，都已经归了前面的行，或者数据的范围到不了`,
    en: `this row of “${name}” is never used: whatever could come to it is taken by the rows before, or out of the range of the data`,
  }),
  mend: () => ({
    zh: "核对各行的次序和界限；确实多余的，删去这一行",
    en: "check the order and the bounds of the rows; take this one out if it is not needed",
  }),
});
