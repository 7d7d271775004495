/** Runs of each property; HENG_RUNS asks for a long search. fast-check prints the seed of a failure. */
export const RUNS = { numRuns: Number(process.env["HENG_RUNS"] ?? "10000") };
