export * from "./apportion.ts";
export * from "./chinese.ts";
export * from "./fraction.ts";
export * from "./interval.ts";
export * from "./reading.ts";
export * from "./rounding.ts";
