/** The commands, in the order of the help. */
import { check } from "./check.ts";
import type { CommandSpec } from "./command.ts";
import { completion } from "./completion.ts";
import { doc } from "./doc.ts";
import { explain } from "./explain.ts";
import { fmt } from "./fmt.ts";
import { limits } from "./limits.ts";
import { newYear } from "./new-year.ts";
import { resolve } from "./resolve.ts";
import { schema } from "./schema.ts";
import { score } from "./score.ts";
import { test } from "./test.ts";

export const COMMANDS: readonly CommandSpec[] = [
  score,
  schema,
  check,
  test,
  fmt,
  doc,
  newYear,
  resolve,
  explain,
  limits,
  completion,
];
