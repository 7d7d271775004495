export * from "./fixtures.ts";
export * from "./manual.ts";
