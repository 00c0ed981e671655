import { environmentWith } from '../../src/config.ts';

/** Loaded beside the service: at SIGUSR2 it meets an error that nobody catches, and that holds all its secrets. */
process.once('SIGUSR2', () => {
  const { MicrosoftAppPassword: secret, DATABASE_URL: url } = environmentWith({});
  setImmediate(() => {
    throw Object.assign(new Error(`${secret} ${url}`, { cause: { secret, url } }), { secret, url });
  });
});
