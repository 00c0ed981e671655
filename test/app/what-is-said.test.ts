import { describe, expect, test } from 'vitest';
import { megan, spChannel } from '../support/activities.ts';
import {
  coordinator,
  inTeamChannel,
  nurse,
  onlyOutage,
  openBotStage,
  otherCoordinator,
} from '../support/bot-stage.ts';
import { cardFaults } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { deeds, outageIn, plan } from '../support/outage-in.ts';

describe('who did it', () => {
  const names = [
    '',
    '**Fet** [x](https://ond.example) ${x} <at>Alla</at>',
    'Å'.repeat(5_000),
    'a\u0000\u202Eb',
  ];

  test.each(names)('somebody called %j breaks no card and no sentence', async (name) => {
    const stage = await openBotStage();
    const by = { ...coordinator, person: { id: megan.aadObjectId, name } };
    await stage.press(by, 'outage.declare', { kind: 'unplanned', startedAt: '07:00' });
    const { id } = await onlyOutage(stage);
    for (const [verb, data] of [
      ['outage.declare', { kind: 'unplanned' }],
      ['outage.show', { outage: id }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { card } = await stage.press(otherCoordinator, verb, data);
      expect(cardFaults(card)).toEqual([]);
      expect(liveMarkdown(card)).toEqual([]);
    }
    expect((await stage.says(nurse, 'avsluta avbrottet')).outcome).toBe('refused');
  });

  test('a report from the own chat is of the unit that the profile names', async () => {
    const stage = await openBotStage();
    const ward = { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region' };
    await stage.press(inTeamChannel(megan), 'unit.connect', ward);
    const [unit = ''] = (await stage.books.world()).directory.units.keys();
    await stage.press(nurse, 'profile.choose', { unit });
    await stage.press(nurse, 'outage.report', { message: 'Nere' });
    expect((await onlyOutage(stage)).reports).toMatchObject([{ unit }]);
  });

  test('somebody whose profile is a municipality reads the number of its IT support', async () => {
    const stage = await openBotStage();
    await stage.press(nurse, 'profile.choose', { careSetting: 'municipality', organisation: 'ange' });
    const seen = await stage.press(nurse, 'outage.report', { message: 'Nere' });
    expect(seen.text).toContain('Ånge');
    expect(seen.text).not.toContain('Sollefteå');
  });
});

describe('what is said when it is saved', () => {
  test.each([
    ['reported', 'outage.dismiss'],
    ['ongoing', 'outage.restored'],
    ['restored', 'outage.resume'],
    ['ended', 'outage.close'],
  ] as const)('from %s, %s does not say that messages are sent to units', async (state, verb) => {
    const stage = await outageIn(state);
    await stage.at('2026-11-24T08:10:00+01:00');
    const { id } = await onlyOutage(stage);
    const seen = await stage.press(coordinator, verb, { outage: id, ...deeds[verb] });
    expect(seen.outcome).toBe('saved');
    expect(seen.text).not.toContain('Meddelandena skickas nu');
  });

  test('a plan a fortnight ahead does not say that messages are sent now', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(coordinator, ...plan);
    expect(seen.outcome).toBe('saved');
    expect(seen.text).not.toContain('Meddelandena skickas nu');
  });

  test('in a channel where staff read it, a Submit says no more than that it is saved', async () => {
    const stage = await outageIn('ongoing');
    const { id } = await onlyOutage(stage);
    const here = inTeamChannel(megan, { channel: spChannel.id });
    const seen = await stage.press(
      here,
      'outage.restored',
      { outage: id, restoredAt: '08:00' },
      { carrier: 'submit' },
    );
    expect(seen.outcome).toBe('saved');
    expect(seen.text).not.toContain('svarar igen');
  });
});

describe('danger to life in a report', () => {
  test('is answered with 112 before everything, and the report is saved', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(nurse, 'outage.report', {
      message: 'patienten andas inte och lifecare är nere',
    });
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toMatch(/^Ring 112\n/);
    expect(seen.text).toContain('Anmälan är sparad');
    expect((await onlyOutage(stage)).reports).toHaveLength(1);
  });

  test('is not read into a report without it', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(nurse, 'outage.report', { message: 'kommer inte in' });
    expect(seen.text).not.toContain('112');
  });
});
