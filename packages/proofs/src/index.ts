export { Branches } from "./branches.ts";
export { prove } from "./prove.ts";
export type { Proofs } from "./proofs.ts";
