// Written by `pnpm generate`; do not edit.
export const PAGES: Readonly<Record<string, string>> = {};
