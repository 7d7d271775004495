/** The documents of `--json` against their published JSON Schemas, found by what a document says it is. */
import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";

const SCHEMAS = new URL("../../../../docs/schemas/", import.meta.url);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

interface Published {
  readonly title: string;
  readonly properties: { readonly schema: { readonly const: string } };
}

for (const file of readdirSync(SCHEMAS)) {
  const schema = JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")) as Published;
  ajv.addSchema(schema, schema.title);
}

/** What is published under an identifier; undefined when nothing is. */
export function published(identifier: string): Published | undefined {
  return ajv.getSchema(identifier)?.schema as Published | undefined;
}

/** Expects a document of a kind, as published: `heng.result/1` for `result`. */
export function valid(text: string, kind: string): void {
  const document = JSON.parse(text) as { readonly schema?: unknown };
  expect(document.schema).toBe(`heng.${kind}/1`);
  const check = ajv.getSchema(`heng.${kind}/1`);
  expect(check, `no file of docs/schemas describes heng.${kind}/1`).toBeDefined();
  expect(check?.(document) === true || check?.errors).toBe(true);
}
