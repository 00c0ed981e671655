import { StoreFault } from './store.ts';
import type { StreamName } from './store.ts';

const pattern = /^(?:directory|phrases|(?:outages|drills)\/[a-z0-9-]{1,100})$/;

/** Whether a text is the name of a stream. No such name leads out of the directory it is kept in. */
export const isStreamName = (text: string): text is StreamName => pattern.test(text);

/** Throws `StoreFault` for what is no name of a stream. The text is not repeated: it may be anything. */
export function checkStreamName(text: string): void {
  if (isStreamName(text)) return;
  throw new StoreFault('Ett namn som inte är ett id kom till lagringen. Inget är sparat. Anmäl felet.');
}
