/** An entity as a list: absent is none, one is a list of one. */
export function asList<Value extends string>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
