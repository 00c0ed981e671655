/** Where a fault is, for the log; without its message, which may hold what a person wrote. */
export type Fault = { readonly fault: string; readonly at?: readonly string[] };

/** The name of an error and the nearest places that it passed. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { fault: 'unknown' };
  const { message, stack = '' } = error;
  // A message may have lines that look like places.
  const at = stack.indexOf(message);
  const places = at < 0 ? stack : stack.slice(at + message.length);
  const frames = places.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { fault: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
