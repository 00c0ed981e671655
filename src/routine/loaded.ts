import { z } from 'zod';

/** What was read from outside: its value, or every fault in it at once, each led by its place, in Swedish. */
export type Loaded<Value> =
  | { readonly kind: 'loaded'; readonly value: Value }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

const { localeError } = z.locales.sv();

/** Checks a value against a schema; a fault reads `phones[3].e164: är inte samma nummer som …`. */
export function load<Schema extends z.ZodType>(schema: Schema, value: unknown): Loaded<z.output<Schema>> {
  // What is read at the start alone is not worth compiling a schema for.
  const parsed = schema.safeParse(value, { error: localeError, jitless: true });
  if (parsed.success) return { kind: 'loaded', value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
  );
  return { kind: 'faulty', faults };
}
