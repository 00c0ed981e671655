import tls from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded before a bot (`node --import`): its TLS connections to Microsoft lead to the double on this machine, at the
 * port in `DOUBLE_PORT`, under the names that were asked for; and it tells its parent what it has used when asked, or,
 * asked to `collect`, what it uses when garbage is gone.
 */
const port = Number(process.env.DOUBLE_PORT);
const connect = tls.connect;
tls.connect = (options, ...rest) => {
  if (typeof options !== 'object' || options === null || options.socket) return connect(options, ...rest);
  const servername = options.servername || options.host || options.hostname;
  const { path: _path, ...others } = options;
  return connect({ ...others, servername, host: '127.0.0.1', hostname: '127.0.0.1', port }, ...rest);
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('message', (asked) => {
  if (asked === 'collect') collect();
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({
    cpuMicros: userCPUTime + systemCPUTime,
    peakKib: maxRSS,
    rss: process.memoryUsage.rss(),
    heapUsed: process.memoryUsage().heapUsed,
  });
});
process.channel?.unref();
