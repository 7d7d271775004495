// Written by `pnpm generate`; do not edit.

export const METHODS = [] as const;
