import { defineDiagnostic } from "../../diagnostics/diagnostic.ts";

export const H1210 = defineDiagnostic<{
  readonly name: string;
  readonly cap: string;
  readonly atMost: string;
}>({
  code: "H1210",
  severity: "warning",
  message: ({ name, cap, atMost }) => ({
    zh: `最高 ${cap}，而“${name}”至多 ${atMost}，超过 ${atMost} 的部分不计`,
    en: `upTo ${cap}, but “${name}” is atMost ${atMost}: nothing above ${atMost} counts`,
  }),
  label: ({ atMost }) => ({ zh: `至多 ${atMost}`, en: `atMost ${atMost}` }),
  mend: ({ cap, atMost }) => ({
    zh: `删去 最高；若可以到 ${cap}，把“至多 ${atMost}”改为“至多 ${cap}”`,
    en: `leave upTo out; or, if ${cap} can be given, write atMost ${cap} for atMost ${atMost}`,
  }),
});
