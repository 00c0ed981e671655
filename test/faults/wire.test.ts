import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { question } from '../support/activities.ts';
import { certified, knowNames, overTls, trustTestAuthority } from '../support/connector-over-tls.ts';
import { buildFaultStage, declared, numberOf, startingAt, unitsOf } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { hourMs, minuteMs } from '../support/moved-clock.ts';
import { startWire } from '../support/wire.ts';
import type { Wire, WireFault } from '../support/wire.ts';

beforeAll(trustTestAuthority);
afterEach(() => knowNames(true));

const start = /Avbrott i Lifecare SP sedan/;
/** The number of the start, as often as a unit sees it. */
const numbersOf = (stage: FaultStage): readonly (readonly string[])[] =>
  unitsOf(stage).map((unit) => stage.posts(unit, start).map(numberOf));

type Wired = FaultStage & { wire: Wire };

/** The connector is reached over TLS, by its own name. */
async function buildWired(certificate = 'connector'): Promise<Wired> {
  const stage = await buildFaultStage({
    overrides: { limits: { sendBudgetMs: 1_000 } },
    way: overTls(() => wired.wire),
  });
  const wired: Wired = { ...stage, wire: await startWire(stage.double.port, certified(certificate)) };
  return Object.assign(wired, {
    async [Symbol.asyncDispose]() {
      await stage[Symbol.asyncDispose]();
      await wired.wire[Symbol.asyncDispose]();
    },
  });
}

/** Whether Teams has seen the request, though its answer does not come. */
const faults: readonly (readonly [WireFault, string, isSeen: boolean])[] = [
  ['reset-before', 'is reset before the request is read', false],
  ['reset-after', 'is reset when the request is done', true],
  ['cut-answer', 'ends in the middle of the answer', true],
  ['hang', 'hangs without an answer', false],
  ['half-close', 'is half closed under TLS', false],
  ['babble', 'answers what is no HTTP', false],
];

describe.each(faults)('a connection that (%s) %s', (fault, _what, isSeen) => {
  test('leaves nobody untold, and repeats a start by the same number alone', async () => {
    await using stage = await buildWired();
    stage.wire.fault = fault;
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/notice step failed/, 3);
    stage.wire.fault = undefined;
    await stage.settled(minuteMs);
    for (const numbers of numbersOf(stage)) {
      expect(new Set(numbers).size).toBe(1);
      expect(numbers.length).toBeLessThanOrEqual(isSeen ? 1 + stage.wire.met() : 1);
    }
  });

  test('answers a question at most once, and the next one as ever', async () => {
    await using stage = await buildWired();
    stage.wire.fault = fault;
    const asked = question('Vem ringer jag i Ånge?');
    await stage.answer(asked);
    stage.wire.fault = undefined;
    await stage.answer(asked);
    const answers = stage.double.connector.messagesIn('a:personal').length;
    expect(answers).toBe(isSeen ? 1 : 0);
    expect(await stage.ask()).toHaveLength(answers + 1);
  });
});

describe('a handshake', () => {
  test.each<[string, WireFault]>([
    ['that is never answered', 'hang'],
    ['that is broken off', 'half-close'],
  ])('%s leaves nobody untold, and nobody is told twice', async (_what, fault) => {
    await using stage = await buildWired();
    const whole = stage.wire;
    await using broken = await startWire(stage.double.port);
    broken.fault = fault;
    stage.wire = broken;
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/notice step failed/, 3);
    stage.wire = whole;
    await stage.settled(minuteMs);
    for (const numbers of numbersOf(stage)) expect(numbers).toHaveLength(1);
  });
});

describe('a certificate of the connector’s', () => {
  test.each(['another-name', 'expired', 'unknown-authority'])(
    '(%s) that is wrong is shown nothing, not even the token, and the operator is told; what waited goes when it is right',
    async (certificate) => {
      await using stage = await buildWired();
      const whole = stage.wire;
      await using wrong = await startWire(stage.double.port, certified(certificate));
      stage.wire = wrong;
      await stage.coordinate('outage.declare', declared);
      await stage.logs(/"level":50.*"errorCode":"certificate"/, 3);
      expect(stage.double.connector.calls).toEqual([]);
      stage.wire = whole;
      await stage.settled(minuteMs);
      for (const numbers of numbersOf(stage)) expect(numbers).toHaveLength(1);
    },
  );

  test('that is wrong does not make a notice ahead be given up: it cannot have arrived', async () => {
    await using stage = await buildWired();
    const whole = stage.wire;
    await using wrong = await startWire(stage.double.port, certified('expired'));
    stage.wire = wrong;
    await stage.coordinate('outage.declare', {
      ...declared,
      kind: 'planned',
      ...startingAt(stage.clock.at() + 25 * hourMs),
    });
    stage.clock.jump(2 * hourMs);
    await stage.logs(/"recipient":"unit:u1".*notice step failed/);
    await stage.logs(/"recipient":"unit:u2".*notice step failed/);
    stage.wire = whole;
    await stage.settled(minuteMs);
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, /[Pp]lanerat/)).toHaveLength(1);
  });
});

describe('a name that does not resolve', () => {
  test('costs nobody a notice: all are told, once, when it does', async () => {
    await using stage = await buildWired();
    knowNames(false);
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/"errorCode":"unreachable"/, 3);
    knowNames(true);
    await stage.settled(minuteMs);
    for (const numbers of numbersOf(stage)) expect(numbers).toHaveLength(1);
  });

  test('leaves a question to be answered when Teams delivers it again', async () => {
    await using stage = await buildWired();
    knowNames(false);
    const asked = question('Vem ringer jag i Ånge?');
    await stage.answer(asked);
    expect(stage.double.connector.messages()).toEqual([]);
    knowNames(true);
    await stage.answer(asked);
    expect(JSON.stringify(stage.double.connector.messagesIn('a:personal'))).toContain('0690');
  });
});
