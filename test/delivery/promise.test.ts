import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SendFailure } from '../../src/delivery/courier.ts';
import { aDirectory, aNotice, aUnit, createStage, refused } from '../support/delivery-stage.ts';
import type { Script } from '../support/delivery-stage.ts';

const hour = 3_600_000;
const units = ['a', 'b', 'c'];
const recipients = units.map((unit) => `unit:${unit}` as const);

/** What Teams makes of one request, and whether the message is there in the end. */
type Fate = { readonly arrived: boolean; readonly answer: SendFailure | 'ok' | 'crash' };
const fates: readonly Fate[] = [
  { arrived: true, answer: 'ok' },
  { arrived: false, answer: refused(429, 'Throttled', 2_000) },
  { arrived: false, answer: refused(412) },
  { arrived: true, answer: refused(502) },
  { arrived: false, answer: refused(504) },
  { arrived: true, answer: { errorCode: 'timeout', reached: 'maybe' } },
  { arrived: false, answer: { errorCode: 'unreachable', reached: 'no' } },
  { arrived: true, answer: 'crash' },
  { arrived: false, answer: 'crash' },
];
const nights = fc.record({
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 25 }),
  /** Refused records, and when the process is started anew. */
  storeFaults: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
  restartsMs: fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 3 }),
});

test('nobody is left untold, in the right order; and what must not be repeated is not, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(nights, async ({ fates: told, storeFaults, restartsMs }) => {
      const arrivals: string[] = [];
      const script: Script = ({ place, text }, { length }) => {
        const { answer, arrived } = told[length] ?? { answer: 'ok', arrived: true };
        if (arrived) arrivals.push(`${place.conversation.slice(3, 4)} ${text}`);
        return answer === 'crash' ? new Promise(() => undefined) : answer;
      };
      const stage = createStage({ script, directory: aDirectory({ units: units.map((id) => aUnit(id)) }) });
      stage.issue(aNotice({ recipients }));
      stage.issue(aNotice({ number: 2, notice: 'reminder', recipients }));
      stage.issue(aNotice({ number: 3, notice: 'update', recipients }));
      let process = stage.start();
      for (const [index, ms] of [...restartsMs, 20_000, 20_000, 20_000].entries()) {
        stage.storeFails(storeFaults[index] ?? 0);
        // oxlint-disable-next-line no-await-in-loop -- one process after the other
        await stage.clock.pass(ms);
        void process[Symbol.asyncDispose]();
        // oxlint-disable-next-line no-await-in-loop -- as above
        await stage.clock.pass(100);
        process = stage.start();
      }
      for (let count = 0; count < 25; count += 1) {
        // oxlint-disable-next-line no-await-in-loop -- what hangs is ended by the next process
        await stage.clock.pass(hour);
        void process[Symbol.asyncDispose]();
        process = stage.start();
      }
      for (const unit of units) {
        const own = arrivals.filter((arrival) => arrival.startsWith(unit)).map((one) => one.slice(7));
        expect(own).toContain('1');
        expect(own).toContain('3');
        expect(own.filter((number) => number === '2').length).toBeLessThanOrEqual(1);
        expect(own).toEqual(own.toSorted());
      }
      expect([...stage.outbox().deliveries.values()].filter(({ state }) => state === 'waiting')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
