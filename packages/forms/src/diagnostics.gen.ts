// Written by `pnpm generate`; do not edit.
import { H3001 } from "./read/H3001-placeholder/index.ts";
import { H3002 } from "./read/H3002-not-a-number/index.ts";
import { H3003 } from "./read/H3003-wrong-kind/index.ts";
import { H3004 } from "./read/H3004-unit-differs/index.ts";
import { H3005 } from "./read/H3005-unknown-unit/index.ts";
import { H3006 } from "./read/H3006-percent-or-times/index.ts";
import { H3007 } from "./read/H3007-too-many-decimals/index.ts";
import { H3008 } from "./read/H3008-not-a-date/index.ts";
import { H3009 } from "./read/H3009-not-yes-or-no/index.ts";
import { H3010 } from "./read/H3010-unknown-option/index.ts";
import { H3011 } from "./read/H3011-not-a-grade/index.ts";
import { H3012 } from "./read/H3012-unknown-item/index.ts";
import { H3013 } from "./read/H3013-filed-twice/index.ts";
import { H3021 } from "./read/H3021-unknown-field/index.ts";
import { H3022 } from "./read/H3022-ambiguous-name/index.ts";
import { H3023 } from "./read/H3023-year-differs/index.ts";
import { H3024 } from "./read/H3024-project-rows-later/index.ts";
import { H4001 } from "./read/H4001-not-text/index.ts";
import { H4002 } from "./read/H4002-json-syntax/index.ts";
import { H4003 } from "./read/H4003-over-limit/index.ts";
import { H4004 } from "./read/H4004-key-twice/index.ts";
import { H4005 } from "./read/H4005-no-filing/index.ts";
import { H4006 } from "./read/H4006-unknown-key/index.ts";
import { H4007 } from "./read/H4007-schema-differs/index.ts";
import { H4011 } from "./read/H4011-csv-quotes/index.ts";
import { H4012 } from "./read/H4012-ragged-row/index.ts";
import { H4013 } from "./read/H4013-unknown-column/index.ts";
import { H4014 } from "./read/H4014-column-twice/index.ts";
import { H4015 } from "./read/H4015-column-without-name/index.ts";
import { H4016 } from "./read/H4016-rows-in-csv/index.ts";
import { H4017 } from "./read/H4017-unit-of-column/index.ts";
import { H4018 } from "./write/H4018-form-comes-later/index.ts";

export const DIAGNOSTICS = [
  H3001,
  H3002,
  H3003,
  H3004,
  H3005,
  H3006,
  H3007,
  H3008,
  H3009,
  H3010,
  H3011,
  H3012,
  H3013,
  H3021,
  H3022,
  H3023,
  H3024,
  H4001,
  H4002,
  H4003,
  H4004,
  H4005,
  H4006,
  H4007,
  H4011,
  H4012,
  H4013,
  H4014,
  H4015,
  H4016,
  H4017,
  H4018,
] as const;
