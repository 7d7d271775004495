/** Where diagnostics are tried whose pages cannot be run. */

const ENGINE = "packages/engine/test/findings.test.ts";
const TREE = "packages/engine/test/tree.test.ts";
const CHECK = "apps/cli/test/cli/check.test.ts";
const SCORE = "apps/cli/test/cli/score.test.ts";
const UNREAD = "apps/cli/test/cli/unread.test.ts";
const USAGE = "apps/cli/test/cli/usage.test.ts";
const CSV = "packages/forms/test/csv.test.ts";
const LIMITS = "packages/lang/test/model/limits.test.ts";

/**
 * For each code the test file that shows it firing, and a near miss. A page shows rules or data alone; these need a year's folder,
 * bytes that are no text, a filing beside its rules, files or a command.
 */
export const SHOWN_BY: ReadonlyMap<string, string> = new Map([
  ["H1118", LIMITS],
  ["H1121", LIMITS],
  ["H3101", ENGINE],
  ["H3102", ENGINE],
  ["H3103", ENGINE],
  ["H3104", ENGINE],
  ["H3105", ENGINE],
  ["H3106", ENGINE],
  ["H3111", ENGINE],
  ["H3112", ENGINE],
  ["H3113", ENGINE],
  ["H3114", ENGINE],
  ["H3121", ENGINE],
  ["H3122", TREE],
  ["H3123", TREE],
  ["H4001", CSV],
  ["H4003", CSV],
  ["H4018", "packages/forms/test/schema.test.ts"],
  ["H4101", CHECK],
  ["H4102", CHECK],
  ["H4103", CHECK],
  ["H4104", CHECK],
  ["H4105", UNREAD],
  ["H4106", CHECK],
  ["H4107", CHECK],
  ["H4108", UNREAD],
  ["H4109", UNREAD],
  ["H4110", "apps/cli/test/cli/doc.test.ts"],
  ["H4111", CHECK],
  ["H4112", USAGE],
  ["H4113", SCORE],
  ["H4114", USAGE],
]);
