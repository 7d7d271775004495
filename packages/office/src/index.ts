export {
  decodeText,
  malformedUtf8,
  type BytePlace,
  type Decoded,
  type DecodeProblem,
  type Encoding,
} from "./decode.ts";
export {
  readCsv,
  type CsvCell,
  type CsvDelimiter,
  type CsvItem,
  type CsvLimits,
  type CsvPlace,
  type CsvProblem,
  type CsvReading,
} from "./csv/read.ts";
export type {
  JsonArray,
  JsonBoolean,
  JsonEntry,
  JsonExpected,
  JsonLimits,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonProblem,
  JsonRange,
  JsonReading,
  JsonString,
} from "./json/nodes.ts";
export { readJson } from "./json/read.ts";
export { withFormulaGuard, withoutFormulaGuard, writeCsv, type CsvWriting } from "./csv/write.ts";
