import { describe, expect, test } from 'vitest';
import { question } from '../support/activities.ts';
import { buildFaultStage, declared, numberOf, outageIn, unitsOf, updated } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import type { ConnectorCall, ConnectorDouble } from '../support/connector-double.ts';
import type { Misbehaviour } from '../support/misbehave.ts';
import { throttled } from '../support/misbehave.ts';
import { hourMs, minuteMs } from '../support/moved-clock.ts';

const start = /Avbrott i Lifecare SP sedan/;

/** What each unit sees of the start: the numbers of its posts. */
const numbersOf = (stage: FaultStage): readonly (readonly string[])[] =>
  unitsOf(stage).map((unit) => stage.posts(unit, start).map(numberOf));
/** Each unit has it once, by the outage's first number. */
const onceEach = (stage: FaultStage): readonly (readonly string[])[] => unitsOf(stage).map(() => ['1']);

describe('a connector that is slow', () => {
  test('and answers within the time is waited for, and nobody is told twice', async () => {
    await using stage = await buildFaultStage({ overrides: { limits: { sendBudgetMs: 5_000 } } });
    stage.double.connector.delays.set('thread', 400);
    await stage.coordinate('outage.declare', declared);
    await stage.settled();
    expect(numbersOf(stage)).toEqual(onceEach(stage));
  });

  test('and answers after the time is asked again: nobody is left untold, and the repeat has the same number', async () => {
    await using stage = await buildFaultStage({ channels: 2, overrides: { limits: { sendBudgetMs: 250 } } });
    for (let call = 0; call < 3; call += 1) stage.double.connector.next({ kind: 'hang', kept: true });
    await stage.coordinate('outage.declare', declared);
    await stage.settled();
    await stage.logs(/"errorCode":"timeout"/, 3);
    const [numbers = []] = numbersOf(stage);
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(new Set(numbers)).toEqual(new Set(['1']));
  });

  test('makes nobody who asks get two answers, though Teams delivers the question again meanwhile', async () => {
    await using stage = await buildFaultStage();
    const { connector } = stage.double;
    const release = connector.hold();
    const asked = question('Vem ringer jag i Ånge?');
    const first = stage.answer(asked);
    await connector.reached(1);
    const again = stage.answer(asked);
    release();
    await Promise.all([first, again]);
    expect(connector.messagesIn('a:personal')).toHaveLength(1);
    expect(JSON.stringify(connector.messagesIn('a:personal'))).toContain('0690');
  });

  test('does not keep a form waiting: it is answered as saved while notices hang', async () => {
    await using stage = await buildFaultStage();
    const release = stage.double.connector.hold();
    expect(await stage.coordinate('outage.declare', declared)).toContain('Sparat');
    expect(await stage.coordinate('outage.update', updated)).toContain('Sparat');
    release();
    await stage.settled();
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, /Felet är hittat/)).toHaveLength(1);
  });
});

describe('a connector that refuses', () => {
  test.each<[string, Misbehaviour]>([
    ['412', { kind: 'status', status: 412, code: 'PreconditionFailed' }],
    ['429 without Retry-After', { kind: 'status', status: 429, code: 'Throttled' }],
    ['429 with Retry-After', throttled(1)],
    ['500', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['504', { kind: 'status', status: 504 }],
  ])(
    'by %s is asked again until it takes the notice, and the channel sees it once',
    async (_what, trouble) => {
      await using stage = await buildFaultStage();
      for (let call = 0; call < 6; call += 1) stage.double.connector.next(trouble);
      await stage.coordinate('outage.declare', declared);
      await stage.logs(/notice step failed/);
      await stage.settled(minuteMs);
      await stage.logs(/notice step failed/, 6);
      expect(numbersOf(stage)).toEqual(onceEach(stage));
    },
  );

  test('by 500 without end is given up, and the coordinators are shown to whom and what to do', async () => {
    await using stage = await buildFaultStage({ channels: 2 });
    for (let call = 0; call < 200; call += 1) {
      stage.double.connector.next({ kind: 'status', status: 500 });
    }
    const outage = outageIn(await stage.coordinate('outage.declare', declared));
    for (let tries = 1; tries <= 6; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one hour after the other
      await stage.logs(/"step":"post".*notice step failed/, 2 * tries);
      stage.clock.jump(hourMs);
    }
    await stage.logs(/"verdict":"given-up"/, 2);
    // It is on record a moment after it is in the log.
    await expect.poll(async () => (await stage.ready()).text).toMatch(/"failedNotices":[1-9]/);
    const list = await stage.coordinate('delivery.list', { outage });
    expect(list).toContain('Enhet 1');
    expect(list).toMatch(/[Rr]ing/);
  });
});

describe('a storm of 429', () => {
  test('over forty channels asks none of them again before its time, and leaves none untold', async () => {
    const asked: { readonly at: number; readonly channel: string }[] = [];
    await using stage = await buildFaultStage({
      channels: 40,
      overrides: { delivery: { perSecond: 1_000 } },
      way: (double) => (input, init) => {
        const [channel] = /19:kanal\d+@/.exec(bodyOf(init)) ?? [];
        if (channel !== undefined) asked.push({ at: stage.clock.at(), channel });
        return double.fetch(input, init);
      },
    });
    const { connector } = stage.double;
    for (let call = 0; call < 60; call += 1) {
      connector.next(throttled(30));
      connector.next({ kind: 'status', status: 429, code: 'Throttled' });
    }
    await stage.coordinate('outage.declare', declared);
    await stage.settled(5_000);
    expect(numbersOf(stage)).toEqual(onceEach(stage));
    for (const { id } of unitsOf(stage)) {
      const times = asked.filter(({ channel }) => id.startsWith(channel)).map(({ at }) => at);
      const waits = connector.calls.filter((call) => call.conversation === id).map(waitAskedFor(connector));
      expect(times).toHaveLength(waits.length);
      for (const [index, wait] of waits.slice(0, -1).entries()) {
        expect((times[index + 1] ?? 0) - (times[index] ?? 0)).toBeGreaterThanOrEqual(wait);
      }
    }
    // One for each that was refused, and one for each that was taken.
    expect(connector.calls).toHaveLength(120 + connector.messages().length);
  });
});

/** Milliseconds, by the answer's `Retry-After`. */
const waitAskedFor =
  ({ outcomeOf }: ConnectorDouble) =>
  (call: ConnectorCall): number => {
    const outcome = outcomeOf(call);
    if (outcome?.kind !== 'troubled' || outcome.trouble.kind !== 'status') return 0;
    return 1_000 * Number(outcome.trouble.retryAfter ?? 0);
  };

const bodyOf = (init: RequestInit | undefined): string => (typeof init?.body === 'string' ? init.body : '');
