// Written by `pnpm generate`; do not edit.
import { H3101 } from "./diagnostics/H3101-out-of-range/index.ts";
import { H3102 } from "./diagnostics/H3102-value-does-not-fit/index.ts";
import { H3103 } from "./diagnostics/H3103-too-many-rows/index.ts";
import { H3104 } from "./diagnostics/H3104-division-by-zero/index.ts";
import { H3105 } from "./diagnostics/H3105-no-figure/index.ts";
import { H3106 } from "./diagnostics/H3106-too-many-digits/index.ts";
import { H3111 } from "./diagnostics/H3111-cross-check-missed/index.ts";
import { H3112 } from "./diagnostics/H3112-explanation-required/index.ts";
import { H3113 } from "./diagnostics/H3113-judgement-without-reason/index.ts";
import { H3121 } from "./diagnostics/H3121-fields-missing/index.ts";
import { H3122 } from "./diagnostics/H3122-grade-undecided/index.ts";

export const DIAGNOSTICS = [
  H3101,
  H3102,
  H3103,
  H3104,
  H3105,
  H3106,
  H3111,
  H3112,
  H3113,
  H3121,
  H3122,
] as const;
