import { expect, test } from 'vitest';
import { playgroundCommand } from '../../src/tools/start-playground.ts';

test('the Playground sends no telemetry, opens no browser and speaks to this machine', () => {
  const { args, environment } = playgroundCommand({ botPort: 3978, port: 56150, logFile: 'log' });
  expect(args).toContain('--disable-telemetry');
  expect(args).toContain('http://127.0.0.1:3978/api/messages');
  expect(environment).toMatchObject({
    APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    TEAMSAPPTESTER_BROWSER: 'none',
  });
});
