export { decodeText, type Decoded, type DecodeProblem, type Encoding } from "./decode.ts";
