export * from "./fixtures.ts";
export * from "./manual.ts";
export * from "./planted.ts";
