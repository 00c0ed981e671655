import { doubleUrl } from '../support/double-url.ts';

/**
 * Loaded before `src/main.ts` (`node --import`): every call out of the process leads to Teams' double, on the port
 * that is its first argument, over real HTTP. Nothing else of the service is another than in production.
 */
const port = Number(process.argv[2]);
const direct = globalThis.fetch;
globalThis.fetch = (input, init) =>
  direct(doubleUrl(port, new URL(input instanceof Request ? input.url : input)), init);
