/** Ends a `switch` over a union: a case added later no longer compiles. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
