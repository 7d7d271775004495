export { readCsvFilings } from "./read/csv.ts";
export { H3021 } from "./read/H3021-unknown-field/index.ts";
export { H4013 } from "./read/H4013-unknown-column/index.ts";
export { readJsonFilings } from "./read/json.ts";
export { DATA_LIMITS } from "./read/limits.ts";
export type { FilingsRead } from "./read/reading.ts";
export { readChecklist, readValue, type WrittenItem } from "./read/value.ts";
export type { ValueContext, Written } from "./read/written.ts";
export { dataSchema, emptyForm, type EmptyForm, type Schema } from "./write/schema.ts";
