import { describe, expect, test } from 'vitest';
import { asa, bo } from '../support/activities.ts';
import { coordinator, inTeamChannel, nurse, onlyOutage, openBotStage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';

const other = {
  channel: '19:ange@thread.tacv2',
  name: 'Ånge',
  team: { id: '19:ange@thread.tacv2', name: 'Ånge' },
};

async function withUnits(): Promise<BotStage> {
  const stage = await openBotStage();
  const ward = { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region' };
  await stage.press(inTeamChannel(asa), 'unit.connect', ward);
  const ange = { name: 'Ånge kommun', careSetting: 'municipality', organisation: 'ange' };
  await stage.press(inTeamChannel(bo, other), 'unit.connect', ange);
  return stage;
}

/** The notices to units of every outage, in order: what, how, and to how many. */
async function said({ outages }: BotStage): Promise<readonly string[]> {
  return (await outages()).flatMap(({ outbox }) =>
    [...outbox.notices.values()]
      .flat()
      .filter(({ thread }) => thread !== 'coordinators')
      .map(({ notice, manner, recipients }) => `${notice} ${manner} ${recipients.length}`),
  );
}

const nights = [
  [
    'an ordinary morning',
    '2026-12-08',
    '06:00',
    ['2026-12-01T06:00+01:00', '2026-12-07T06:00+01:00', '2026-12-08T05:00+01:00', '2026-12-08T06:00+01:00'],
  ],
  [
    'the night when summer time begins',
    '2027-03-28',
    '03:30',
    ['2027-03-21T03:30+01:00', '2027-03-27T03:30+01:00', '2027-03-28T01:30+01:00', '2027-03-28T03:30+02:00'],
  ],
  [
    'the morning after it',
    '2027-03-28',
    '06:00',
    ['2027-03-21T06:00+01:00', '2027-03-27T06:00+01:00', '2027-03-28T05:00+02:00', '2027-03-28T06:00+02:00'],
  ],
  [
    'the night when summer time ends',
    '2027-10-31',
    '02:30',
    ['2027-10-24T02:30+02:00', '2027-10-30T02:30+02:00', '2027-10-31T01:30+02:00', '2027-10-31T02:30+02:00'],
  ],
] as const;
const before = (moment: string): string => new Date(Date.parse(moment) - 60_000).toISOString();

describe('a plan is told of 7 days, 1 day and 1 hour ahead, and begins by itself', () => {
  test.each(nights)('on %s', async (_what, startedOn, startedAt, moments) => {
    const stage = await withUnits();
    await stage.press(coordinator, 'outage.declare', { kind: 'planned', startedOn, startedAt });
    const wanted = [
      'planned-ahead post 2',
      'planned-ahead revise 2',
      'planned-ahead revise 2',
      'start post 2',
    ];
    for (const [at, moment] of moments.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one moment after the other
      await stage.at(before(moment));
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await said(stage), `before ${moment}`).toEqual(wanted.slice(0, at));
      // oxlint-disable-next-line no-await-in-loop -- as above
      await stage.at(moment);
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await said(stage), moment).toEqual(wanted.slice(0, at + 1));
    }
    expect(await onlyOutage(stage)).toMatchObject({ state: 'ongoing', kind: 'planned' });
  });

  test('after a night without power, the latest word alone is said', async () => {
    const stage = await withUnits();
    await stage.press(coordinator, 'outage.declare', {
      kind: 'planned',
      startedOn: '2026-12-08',
      startedAt: '06:00',
    });
    await stage.at('2026-12-08T05:30:00+01:00');
    expect(await said(stage)).toEqual(['planned-ahead post 2']);
  });

  test('who was told hears that it moved, and the moments of the new start come', async () => {
    const stage = await withUnits();
    await stage.press(coordinator, 'outage.declare', {
      kind: 'planned',
      startedOn: '2026-12-08',
      startedAt: '06:00',
    });
    await stage.at('2026-12-01T06:00:00+01:00');
    const { id } = await onlyOutage(stage);
    await stage.press(coordinator, 'outage.update', {
      outage: id,
      startedOn: '2026-12-09',
      startedAt: '06:00',
    });
    expect(await said(stage)).toEqual(['planned-ahead post 2', 'update revise 2']);
    await stage.at('2026-12-08T06:00:00+01:00');
    expect((await onlyOutage(stage)).state).toBe('planned');
    expect(await said(stage)).toHaveLength(3);
  });

  test('who was told hears that it does not come; who was not, hears nothing', async () => {
    const stage = await withUnits();
    const data = { kind: 'planned', startedOn: '2026-12-08', startedAt: '06:00', scope: 'region' };
    await stage.press(coordinator, 'outage.declare', data);
    await stage.at('2026-12-01T06:00:00+01:00');
    const { id } = await onlyOutage(stage);
    await stage.press(coordinator, 'outage.cancel', { outage: id, reason: 'Leverantören flyttar.' });
    expect(await said(stage)).toEqual(['planned-ahead post 1', 'cancelled revise 1']);
    await stage.at('2026-12-08T06:00:00+01:00');
    expect(await said(stage)).toHaveLength(2);
  });

  test('one whose time comes while another runs is part of it, and who was told of the plan is told that', async () => {
    const stage = await withUnits();
    const data = { kind: 'planned', startedOn: '2026-11-25', startedAt: '06:00' };
    await stage.press(coordinator, 'outage.declare', data);
    await stage.at('2026-11-25T05:00:00+01:00');
    await stage.press(coordinator, 'outage.declare', { kind: 'unplanned' });
    await stage.at('2026-11-25T06:00:00+01:00');
    const [plan] = await stage.outages();
    expect(plan).toMatchObject({ state: 'closed' });
    expect(plan?.joinedTo).toBeDefined();
    expect(await said(stage)).toContain('cancelled revise 2');
  });

  test('its end is asked for, never assumed', async () => {
    const stage = await withUnits();
    const data = {
      kind: 'planned',
      startedOn: '2026-12-08',
      startedAt: '06:00',
      expectedEndOn: '2026-12-08',
      expectedEndAt: '10:00',
    };
    await stage.press(coordinator, 'outage.declare', data);
    await stage.at('2026-12-08T06:00:00+01:00');
    await stage.at('2026-12-08T18:00:00+01:00');
    expect((await onlyOutage(stage)).state).toBe('ongoing');
    expect((await stage.says(nurse, 'är Lifecare nere?')).text).toContain('Ja, ett planerat avbrott pågår');
  });

  test('a form from before it began by itself is said to be old, by the clock and not in anybody’s name', async () => {
    const stage = await withUnits();
    await stage.press(coordinator, 'outage.declare', {
      kind: 'planned',
      startedOn: '2026-11-25',
      startedAt: '06:00',
    });
    const { id, revision } = await onlyOutage(stage);
    await stage.at('2026-11-25T06:00:00+01:00');
    const data = { outage: id, version: `${revision}`, message: 'Nytt' };
    const seen = await stage.press(coordinator, 'outage.update', data);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).not.toContain('utlystes av Megan Samordnare');
  });
});
