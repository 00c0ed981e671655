import pino from 'pino';
import { expect, test } from 'vitest';
import { logOptions } from '../src/service.ts';

test('should a log line come to hold what somebody wrote, it is not read', () => {
  const lines: string[] = [];
  const log = pino(logOptions, { write: (line) => void lines.push(line) });
  log.info(
    { text: 'hemligt', activity: { text: 'hemligt', from: { name: 'hemligt' } }, outcome: 'answered' },
    'turn',
  );
  expect(lines.join('')).toContain('answered');
  expect(lines.join('')).not.toContain('hemligt');
});
