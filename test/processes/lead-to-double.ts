import { Agent, setGlobalDispatcher } from 'undici';
import { doubleUrl } from '../support/double-url.ts';

/**
 * Loaded before `src/main.ts` (`node --import`): every call out of the process leads to Teams' double, on the port
 * that is its first argument, over real HTTP. Nothing else of the service is another than in production.
 */
const port = Number(process.argv[2]);
setGlobalDispatcher(
  new Agent().compose((dispatch) => (options, handler) => {
    const led = new URL(doubleUrl(port, new URL(options.path, options.origin)));
    return dispatch({ ...options, origin: led.origin, path: led.pathname + led.search }, handler);
  }),
);
