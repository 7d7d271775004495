export { Branches } from "./branches.ts";
export { prove } from "./prove.ts";
export type { Proofs } from "./proofs.ts";
export { wantedOfPart } from "./witness/inverse.ts";
export { OPPOSITE } from "./space/narrow.ts";
export { MIRRORED } from "./space/space.ts";
