import { describe, expect, test } from 'vitest';
import {
  asClientSends,
  coordinator,
  onlyOutage,
  openBotStage,
  otherCoordinator,
} from '../support/bot-stage.ts';
import { deeds, outageIn } from '../support/outage-in.ts';
import type { State } from '../support/outage-in.ts';

const early = 'Det finns inget utlyst avbrott';
/** What each is answered with in each state: `saved`, or words of the refusal. */
const answers: readonly (readonly [State, Readonly<Record<string, string | RegExp>>])[] = [
  [
    'reported',
    {
      'outage.update': early,
      'outage.restored': early,
      'outage.resume': early,
      'outage.end': early,
      'outage.dismiss': 'saved',
      'outage.close': early,
    },
  ],
  [
    'planned',
    { 'outage.update': 'saved', 'outage.restored': early, 'outage.end': early, 'outage.cancel': 'saved' },
  ],
  [
    'ongoing',
    {
      'outage.update': 'saved',
      'outage.restored': 'saved',
      'outage.end': 'saved',
      'outage.dismiss': /redan utlyst av Megan Samordnare 08\.01/,
      'outage.cancel': /redan utlyst av Megan Samordnare 08\.01/,
    },
  ],
  [
    'restored',
    {
      'outage.update': 'saved',
      'outage.restored': /redan sparat av Megan Samordnare 08\.02/,
      'outage.resume': 'saved',
      'outage.end': 'saved',
    },
  ],
  [
    'ended',
    {
      'outage.update': /redan avslutat av Megan Samordnare 08\.02/,
      'outage.restored': /redan avslutat av Megan Samordnare 08\.02/,
      'outage.resume': /redan avslutat av Megan Samordnare 08\.02/,
      'outage.end': /redan avslutat av Megan Samordnare 08\.02/,
      'outage.close': 'saved',
    },
  ],
  [
    'closed',
    Object.fromEntries(Object.keys(deeds).map((verb) => [verb, /redan stängt av Megan Samordnare 08\.03/])),
  ],
  ['dismissed', { 'outage.dismiss': /redan stängd av Megan Samordnare 08\.02/ }],
  ['cancelled', { 'outage.cancel': /redan inställt av Megan Samordnare 08\.02/ }],
];
const rows = answers.flatMap(([state, wanted]) =>
  Object.entries(wanted).map(([verb, answer]) => ({ verb, state, answer })),
);

describe('what can be done to an outage as it stands', () => {
  test.each(rows.filter(({ answer }) => answer === 'saved'))(
    '$verb where it is $state',
    async ({ verb, state }) => {
      const stage = await outageIn(state);
      await stage.at('2026-11-24T08:10:00+01:00');
      const { id } = await onlyOutage(stage);
      expect((await stage.press(otherCoordinator, verb, { outage: id, ...deeds[verb] })).outcome).toBe(
        'saved',
      );
    },
  );

  test.each(rows.filter(({ answer }) => answer !== 'saved'))(
    'not $verb where it is $state: $answer',
    async ({ verb, state, answer }) => {
      const stage = await outageIn(state);
      await stage.at('2026-11-24T08:10:00+01:00');
      const { id } = await onlyOutage(stage);
      const before = await stage.recorded();
      const seen = await stage.press(otherCoordinator, verb, { outage: id, ...deeds[verb] });
      expect(seen.outcome).toBe('refused');
      expect(seen.text).toMatch(answer);
      // The form that an old button asks for says it too.
      const form = await stage.press(otherCoordinator, verb, { outage: id }, { carrier: 'fetch' });
      expect(form.text).toMatch(answer);
      expect(await stage.recorded()).toBe(before);
    },
  );

  test.each(Object.entries(deeds))('%s of an unknown outage is refused', async (verb, data) => {
    const stage = await outageIn('ongoing');
    const before = await stage.recorded();
    const seen = await stage.press(coordinator, verb, { outage: 'ingen', ...data });
    expect(seen.text).toContain('Det avbrottet finns inte längre');
    expect(await stage.recorded()).toBe(before);
  });

  test.each(Object.entries(deeds))(
    '%s where there never was one says that there is none',
    async (verb, data) => {
      const stage = await openBotStage();
      const seen = await stage.press(coordinator, verb, data);
      expect(seen.text).toContain(early);
    },
  );

  test('a second declaration is told who declared it', async () => {
    const stage = await outageIn('ongoing');
    const seen = await stage.press(otherCoordinator, 'outage.declare', { kind: 'unplanned' });
    expect(seen.text).toMatch(/redan utlyst av Megan Samordnare 08\.01/);
    expect(await stage.outages()).toHaveLength(1);
  });

  test('a drill that is over is told of as that, whatever else was called off', async () => {
    const stage = await outageIn('cancelled');
    await stage.at('2026-11-24T08:10:00+01:00');
    await stage.press(coordinator, 'outage.declare', { kind: 'drill', startedAt: '08:05' });
    await stage.press(coordinator, 'outage.end', { endedAt: '08:10' });
    const seen = await stage.press(otherCoordinator, 'outage.end', { endedAt: '08:10' });
    expect(seen.text).toMatch(/redan avslutat av Megan Samordnare 08\.10/);
  });

  test.each(['execute', 'fetch', 'dialog'] as const)(
    'the button of a report that was dismissed declares nothing, and says who dismissed it: %s',
    async (carrier) => {
      const stage = await outageIn('reported');
      const { id, revision } = await onlyOutage(stage);
      await stage.press(coordinator, 'outage.dismiss', { outage: id, reason: 'Fel lösenord' });
      const data = { outage: id, version: `${revision}`, ...(carrier !== 'fetch' && { kind: 'unplanned' }) };
      const seen = await stage.press(otherCoordinator, 'outage.declare', data, { carrier });
      expect(await stage.outages()).toHaveLength(1);
      expect(seen.text).toMatch(/stängd.* av Megan Samordnare 08\.01/);
    },
  );

  test.each([
    ['cancelled', /inställt/i],
    ['dismissed', /inget avbrott/i],
  ] as const)('one that is %s is not called a closed outage', async (state, words) => {
    const stage = await outageIn(state);
    const { id } = await onlyOutage(stage);
    const seen = await stage.press(coordinator, 'outage.show', { outage: id });
    expect(seen.text.split('\n')[0]).toMatch(words);
  });

  test('no drill begins while an outage runs', async () => {
    const stage = await outageIn('ongoing');
    const seen = await stage.press(coordinator, 'outage.declare', { kind: 'drill' });
    expect(seen.text).toContain('Ett avbrott pågår redan sedan');
  });

  test('a declaration takes the report over, back to when it was first reported', async () => {
    const stage = await outageIn('reported');
    await stage.at('2026-11-24T08:30:00+01:00');
    expect((await stage.press(coordinator, 'outage.declare', { kind: 'unplanned' })).outcome).toBe('saved');
    expect(await onlyOutage(stage)).toMatchObject({
      state: 'ongoing',
      startedAt: Date.parse('2026-11-24T08:01:00+01:00'),
    });
  });

  test.each(['outage.dismiss', 'outage.cancel'])('%s needs a reason', async (verb) => {
    const stage = await outageIn(verb === 'outage.cancel' ? 'planned' : 'reported');
    const { id } = await onlyOutage(stage);
    const seen = await stage.press(coordinator, verb, { outage: id, reason: '  ' });
    expect(seen.text).toContain('Skriv varför');
    expect(seen.outcome).toBe('faulty');
  });

  test.each([
    ['outage.end', { endedAt: '06:59' }, 'ligger före avbrottets start'],
    ['outage.end', { endedAt: '08:30' }, 'ligger i framtiden'],
    ['outage.restored', { restoredAt: '06:59' }, 'före avbrottets start'],
    ['outage.restored', { restoredAt: '08:30' }, 'ligger i framtiden'],
    ['outage.update', { startedAt: '08:30' }, 'ligger i framtiden'],
  ])('%s with %j is said at its field', async (verb, data, words) => {
    const stage = await outageIn('ongoing');
    const { id } = await onlyOutage(stage);
    const seen = await stage.press(coordinator, verb, { outage: id, ...data });
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain(words);
    expect(seen.values).toMatchObject(data);
  });

  test('a start set after the system answered again is said in the form, and the rest of it is kept', async () => {
    const stage = await outageIn('restored');
    await stage.at('2026-11-24T08:10:00+01:00');
    const { id } = await onlyOutage(stage);
    const data = { outage: id, startedAt: '08:05', message: 'Felet är hittat.' };
    const seen = await stage.press(coordinator, 'outage.update', data);
    expect(seen.text).toContain('före avbrottets start');
    expect(seen.outcome).toBe('faulty');
    expect(seen.values).toMatchObject({ startedAt: '08:05', message: 'Felet är hittat.' });
  });

  test.each(['outage.report', 'outage.declare'])(
    'what began by %s within a minute may be over by the end of that minute, as forms have no seconds',
    async (verb) => {
      const stage = await openBotStage();
      await stage.at('2026-11-24T08:00:20+01:00');
      await stage.press(coordinator, verb, { kind: 'drill', message: 'Nere' });
      if (verb === 'outage.report') await stage.press(coordinator, 'outage.declare', { kind: 'unplanned' });
      await stage.at('2026-11-24T08:00:50+01:00');
      const { id } = await onlyOutage(stage);
      const form = await stage.press(coordinator, 'outage.end', { outage: id });
      expect((await stage.press(coordinator, 'outage.end', asClientSends(form))).outcome).toBe('saved');
    },
  );

  test('what was restored and fell again within a minute goes on', async () => {
    const stage = await outageIn('ongoing');
    await stage.at('2026-11-24T08:05:20+01:00');
    const { id } = await onlyOutage(stage);
    await stage.press(coordinator, 'outage.restored', { outage: id, restoredOn: '', restoredAt: '' });
    await stage.at('2026-11-24T08:05:50+01:00');
    const form = await stage.press(coordinator, 'outage.resume', { outage: id });
    expect((await stage.press(coordinator, 'outage.resume', asClientSends(form))).outcome).toBe('saved');
  });

  test('an end before the system answered is refused', async () => {
    const stage = await outageIn('restored');
    const { id } = await onlyOutage(stage);
    expect((await stage.press(coordinator, 'outage.end', { outage: id, endedAt: '07:30' })).outcome).toBe(
      'faulty',
    );
  });

  test('a plan over the night when summer time begins keeps both its times', async () => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'outage.declare', {
      kind: 'planned',
      startedOn: '2027-03-27',
      startedAt: '23:00',
      expectedEndOn: '2027-03-28',
      expectedEndAt: '05:00',
    });
    const { startedAt, terms } = await onlyOutage(stage);
    expect((terms.expectedEndAt ?? 0) - startedAt).toBe(5 * 3_600_000);
  });
});
