import { describe, expect, test } from 'vitest';
import { asa } from '../support/activities.ts';
import { cardFaults } from '../support/card-faults.ts';
import {
  coordinator,
  inTeamChannel,
  nurse,
  onlyOutage,
  openBotStage,
  stageStart,
} from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { liveMarkdown } from '../support/live-markdown.ts';

const start = Date.parse(stageStart);
const hour = 3_600_000;

async function declared(
  data: Readonly<Record<string, unknown>>,
): Promise<BotStage & { readonly seen: Seen }> {
  const stage = await openBotStage();
  return { ...stage, seen: await stage.press(coordinator, 'outage.declare', { kind: 'unplanned', ...data }) };
}

describe('a declaration sent directly, in the names of the contract', () => {
  test('everything in it is kept', async () => {
    const stage = await declared({
      startedOn: '2026-11-24',
      startedAt: '07:30',
      expectedEndOn: '2026-11-24',
      expectedEndAt: '12:00',
      nextUpdateOn: '2026-11-24',
      nextUpdateAt: '09:00',
      scope: 'region,ange',
      message: 'Driften felsöker.',
    });
    expect(stage.seen.outcome).toBe('saved');
    expect(await onlyOutage(stage)).toMatchObject({
      state: 'ongoing',
      kind: 'unplanned',
      startedAt: start - hour / 2,
      terms: {
        scope: ['region', 'ange'],
        message: 'Driften felsöker.',
        expectedEndAt: start + 4 * hour,
        nextUpdateAt: start + hour,
      },
    });
  });

  test.each([
    ['an empty scope is all', { scope: '' }, { scope: [] }],
    [
      'spaces around the names in it are nothing',
      { scope: ' region , ange ' },
      { scope: ['region', 'ange'] },
    ],
    ['one named twice counts once', { scope: 'ange,ange' }, { scope: ['ange'] }],
    ['a list of names is a scope', { scope: ['region', 'ange'] }, { scope: ['region', 'ange'] }],
    ['a number is a message', { message: 42 }, { message: '42' }],
  ])('%s', async (_fact, data, terms) => {
    const stage = await declared(data);
    expect((await onlyOutage(stage)).terms).toMatchObject(terms);
  });

  test.each([
    ['left out', {}, start],
    ['a time alone, today', { startedAt: '07:30' }, start - hour / 2],
    ['a point for the colon', { startedAt: '07.30' }, start - hour / 2],
    ['no zero before the hour', { startedAt: '7:30' }, start - hour / 2],
    ['the day before', { startedOn: '2026-11-23', startedAt: '23:00' }, start - 9 * hour],
    ['both left empty', { startedOn: '', startedAt: '' }, start],
  ])('its start: %s', async (_what, data, startedAt) => {
    expect((await onlyOutage(await declared(data))).startedAt).toBe(startedAt);
  });
});

describe('what cannot be, is said at its field, and the rest comes back', () => {
  test.each([
    ['31 February', { startedOn: '2026-02-31', startedAt: '08:00' }, 'Den tiden finns inte'],
    ['29 February of a common year', { startedOn: '2026-02-29', startedAt: '08:00' }, 'Den tiden finns inte'],
    [
      'the hour that summer time leaves out',
      { startedOn: '2026-03-29', startedAt: '02:30' },
      'Den tiden finns inte',
    ],
    ['24:30', { startedOn: '2026-11-23', startedAt: '24:30' }, 'Den tiden finns inte'],
    ['words', { startedOn: 'igår', startedAt: 'åtta' }, 'Den tiden finns inte'],
    ['a date without a time', { startedOn: '2026-11-24' }, 'Fyll i klockslaget'],
    ['a date by the American way', { startedOn: '11/24/2026', startedAt: '08:00' }, 'Den tiden finns inte'],
    ['a start to come', { startedOn: '2026-11-25', startedAt: '08:00' }, 'ligger i framtiden'],
    ['an end before the start', { startedAt: '07:00', expectedEndAt: '06:00' }, 'har redan passerat'],
    ['an end that has been', { expectedEndAt: '07:59' }, 'har redan passerat'],
    ['an end without a time', { expectedEndOn: '2026-11-24' }, 'Fyll i klockslaget'],
    ['a promise that has been', { nextUpdateAt: '08:00' }, 'har redan passerat'],
    ['an unknown organisation', { scope: 'region,stockholm' }, 'Välj bland organisationerna'],
    ['1 001 characters', { message: 'x'.repeat(1_001) }, 'Texten är för lång'],
    ['an unknown kind', { kind: 'storm' }, 'Välj vad det är'],
  ])('%s', async (_what, data, words) => {
    const filled = { message: 'Driften felsöker.', ...data };
    const stage = await declared(filled);
    expect(stage.seen.outcome).toBe('faulty');
    expect(stage.seen.text).toContain(words);
    expect(stage.seen.values['message']).toBe(filled.message);
    expect(await stage.recorded()).toBe('[]');
  });

  test('1 000 characters are a message', async () => {
    const stage = await declared({ message: 'x'.repeat(1_000) });
    expect(stage.seen.outcome).toBe('saved');
  });

  test('a plan needs a start to come: without one nothing is announced', async () => {
    const stage = await declared({ kind: 'planned', message: 'Uppgradering' });
    expect(stage.seen.outcome).toBe('faulty');
    expect(await stage.recorded()).toBe('[]');
  });

  test('a plan that would end before it begins is refused', async () => {
    const stage = await declared({
      kind: 'planned',
      startedOn: '2026-11-30',
      startedAt: '06:00',
      expectedEndOn: '2026-11-30',
      expectedEndAt: '05:00',
    });
    expect(stage.seen.text).toContain('måste vara efter starttiden');
  });
});

const hostile: readonly (readonly [string, string])[] = [
  ['an expression', '${x} ${json(1)} ${$root}'],
  ['markdown', '**fet** [länk](https://ond.example) # rubrik `kod` <b>html</b>'],
  ['a mention', '<at>Alla</at> @alla'],
  ['writing from right to left', '\u202Eetxet nav\u202C \u200Fשלום'],
  ['null bytes', 'a\u0000b\u0000'],
  ['half a character', 'a\uD800b'],
  ['line ends', 'a\r\nb\u2028c\n\n\n\nd'],
  ['20 000 characters', 'å'.repeat(20_000)],
  ['a prototype', '__proto__'],
  ['emoji', '👩🏽‍⚕️'.repeat(50)],
];

describe('hostile texts', () => {
  test.each(hostile)('%s in a report breaks no card', async (_what, message) => {
    const stage = await openBotStage();
    const seen = await stage.press(nurse, 'outage.report', { message });
    const [first] = await stage.outages();
    const board = await stage.press(coordinator, 'outage.show', { outage: first?.id ?? '' });
    for (const { card } of [seen, board]) {
      expect(cardFaults(card)).toEqual([]);
      expect(liveMarkdown(card)).toEqual([]);
    }
    expect(await stage.recorded()).not.toContain(String.raw`\u0000`);
  });

  test.each(hostile)('%s in a declaration breaks no card', async (_what, message) => {
    const stage = await declared({ message, scope: message, startedAt: message });
    expect(cardFaults(stage.seen.card)).toEqual([]);
    expect(stage.seen.outcome).toBe('faulty');
    const other = await declared({ message: message.slice(0, 900) });
    expect(other.seen.outcome).toBe('saved');
    expect(cardFaults(other.seen.card)).toEqual([]);
  });

  test.each(hostile)("%s as a unit's name breaks no card", async (_what, text) => {
    const stage = await openBotStage();
    const name = text.slice(0, 78);
    const seen = await stage.press(
      inTeamChannel(asa),
      'unit.connect',
      { name, careSetting: '', organisation: 'region' },
      { carrier: 'dialog' },
    );
    expect(cardFaults(seen.card)).toEqual([]);
    expect(cardFaults((await stage.press(coordinator, 'unit.list')).card)).toEqual([]);
  });

  test.each([...hostile, ['a comma', 'a,b'] as const])(
    '%s for a person breaks no card',
    async (_what, person) => {
      const stage = await openBotStage();
      const seen = await stage.press(coordinator, 'coordinator.add', { person });
      expect(seen.outcome).toBe('faulty');
      expect(cardFaults(seen.card)).toEqual([]);
    },
  );

  test.each(hostile)('%s as ids finds nothing', async (_what, text) => {
    const stage = await declared({});
    const seen = await stage.press(coordinator, 'outage.end', {
      outage: text,
      unit: text,
      version: text,
      formId: text,
      endedAt: '08:00',
    });
    expect(seen.text).toContain('Det avbrottet finns inte längre');
  });

  test.each([
    ['an array', ['a']],
    ['an object', { a: { b: 'c' } }],
    ['nothing', null],
    ['no', false],
    ['a number', 17],
  ])('%s in every field is read without a fault', async (_what, value) => {
    const stage = await openBotStage();
    const fields = [
      'kind',
      'startedOn',
      'startedAt',
      'scope',
      'message',
      'formId',
      'version',
      'outage',
      'person',
      'name',
    ];
    const data = Object.fromEntries(fields.map((field) => [field, value]));
    for (const verb of [
      'outage.declare',
      'outage.report',
      'outage.update',
      'coordinator.add',
      'profile.choose',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(cardFaults((await stage.press(coordinator, verb, data)).card)).toEqual([]);
    }
  });
});

const identity = '19811218-9876';

describe('a patient’s identity in a form', () => {
  test.each([
    ['outage.declare', { kind: 'unplanned', scope: 'ange', message: `Ring om ${identity}` }, 'message'],
    ['outage.declare', { kind: 'drill', startedAt: identity, message: 'Kvar' }, 'startedAt'],
    ['outage.report', { message: identity }, 'message'],
    ['coordinator.add', { person: identity }, 'person'],
    ['profile.choose', { careSetting: 'municipality', organisation: identity }, 'organisation'],
    [
      'profile.choose',
      { careSetting: 'municipality', extra: { deep: [Number(identity.replace('-', ''))] } },
      'extra',
    ],
  ])('%s with it in a field keeps nothing, and shows the rest', async (verb, data, field) => {
    const stage = await openBotStage();
    const seen = await stage.press(coordinator, verb, data);
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('personnummer');
    expect(await stage.recorded()).toBe('[]');
    expect(JSON.stringify(seen)).not.toMatch(/811218|9876/);
    expect(seen.values[field] ?? '').not.toContain('9876');
    const others = Object.entries(data).filter(([name]) => name !== field && name in seen.values);
    expect(seen.values).toMatchObject(Object.fromEntries(others));
  });

  test.each(['outage', 'formId', 'version', 'unit', identity])('in %s it is told of as such', async (key) => {
    const stage = await declared({});
    const before = await stage.recorded();
    const seen = await stage.press(coordinator, 'outage.end', { endedAt: '08:00', [key]: identity });
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('personnummer');
    expect(JSON.stringify(seen)).not.toMatch(/811218|9876/);
    expect(await stage.recorded()).toBe(before);
  });

  test('in a list it is told of as such', async () => {
    const stage = await openBotStage();
    const seen = await stage.press(coordinator, 'unit.list', { page: identity });
    expect(seen.text).toContain('personnummer');
  });

  test('a direct number is none', async () => {
    const stage = await openBotStage();
    const data = { name: 'Avd 24', careSetting: '', organisation: 'region', directNumber: '0611-80 00 00' };
    const seen = await stage.press(inTeamChannel(asa), 'unit.connect', data);
    expect(seen.text).not.toContain('personnummer');
  });
});
