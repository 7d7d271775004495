/** Bounds on data files, inclusive: at the limit passes, one over is a diagnostic. Printed by `heng limits`. */
export const DATA_LIMITS = {
  jsonBytes: 67_108_864,
  /** Objects and arrays inside one another. */
  jsonDepth: 64,
  /** A CSV record, in UTF-16 code units. */
  csvRecord: 1_048_576,
  csvColumns: 2_000,
  /** Different unknown names of a file for which the nearest known ones are looked up. */
  suggestions: 200,
} as const;
