export {
  parseJson,
  type JsonArray,
  type JsonBoolean,
  type JsonEntry,
  type JsonExpected,
  type JsonLimits,
  type JsonNode,
  type JsonNull,
  type JsonNumber,
  type JsonObject,
  type JsonProblem,
  type JsonRange,
  type JsonResult,
  type JsonString,
} from "./read/strict-json.ts";
export { positionAt, type Position } from "./read/positions.ts";
