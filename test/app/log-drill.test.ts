import { afterEach, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import { megan } from '../support/activities.ts';
import { coordinator, nurse } from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { expectNothingOverheard, issuedOn, openOverheardStage } from '../support/overheard.ts';
import {
  ange,
  codeOn,
  entriesOf,
  hasChat,
  inChatOf,
  inUnit,
  logged,
  presses,
  sends,
  toAnge,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;
const by = inUnit(ward);
const call = {
  ...toAnge,
  counterpart: 'Vera Prov',
  receivers: 'municipality',
  receivingMunicipality: 'ange',
};

/** A drill since five past eight; it is nine. */
async function withDrill(): Promise<BotStage> {
  const stage = await openOverheardStage();
  await hasChat(stage, megan);
  await stage.at(at('08:15'));
  await stage.press(coordinator, 'outage.declare', {
    kind: 'drill',
    startedOn: '2026-11-24',
    startedAt: '08:05',
  });
  await stage.at(at('09:00'));
  return stage;
}

/** The same, and at nine somebody reports that it does not work. */
async function withBoth() {
  const stage = await withDrill();
  await stage.press(nurse, 'outage.report', { message: 'Nere' });
  const outages = await stage.outages();
  const drill = outages.find(({ kind }) => kind === 'drill')?.id ?? '';
  const real = outages.find(({ kind }) => kind !== 'drill')?.id ?? '';
  return { stage, drill, real };
}

/** In which streams something stands. */
async function streamsWith({ store }: BotStage, text: string): Promise<readonly string[]> {
  const streams = await store.streams();
  const records = await Promise.all(streams.map((stream) => store.read(stream, 0)));
  return streams.filter((_stream, index) => JSON.stringify(records[index]).includes(text));
}

describe('a drill runs, and an outage is reported', () => {
  const ways = ['execute', 'dialog', 'submit'] as const;

  test('the form asks which, and none of them is chosen', async () => {
    const { drill, real, stage } = await withBoth();
    const form = await stage.press(by, 'handover.record', call, { carrier: 'fetch' });
    expect(form.text).toContain('Välj vad samtalet hör till.');
    expect(form.values['outage']).toBe('');
    expect(JSON.stringify(form.card)).toContain(`"value":"${drill}"`);
    expect(JSON.stringify(form.card)).toContain(`"value":"${real}"`);
  });

  test.each(ways)('a call that does not say which is not saved: %s', async (carrier) => {
    const { stage } = await withBoth();
    const own = await inChatOf(stage, ward);
    const before = await stage.recorded();
    const seen = await stage.press(own, 'handover.record', call, { carrier });
    expect(seen.outcome).toBe('faulty');
    expect(await stage.recorded()).toBe(before);
  });

  test.each([
    ['the drill', 'drill'],
    ['the outage', 'real'],
  ] as const)('what is chosen is where it goes, and nowhere else: %s', async (_what, which) => {
    const { stage, ...ids } = await withBoth();
    const form = await stage.press(by, 'handover.record', call, { carrier: 'fetch' });
    const { direction: _direction, ...filled } = call;
    const seen = await sends(stage, by, [form, { ...filled, outage: ids[which] }]);
    expect(seen.outcome).toBe('saved');
    expect(seen.text.startsWith('ÖVNING')).toBe(which === 'drill');
    const stream = which === 'drill' ? `drills/${ids.drill}` : `outages/${ids.real}`;
    expect(await streamsWith(stage, codeOn(seen))).toEqual([stream]);
  });

  test('a call in words is asked about too, in the own chat', async () => {
    const { stage } = await withBoth();
    const form = await stage.says(await inChatOf(stage, ward), 'ringde Ånge 08.50, inskrivning');
    expect(form.text).toContain('Välj vad samtalet hör till.');
    expect(form.values).toMatchObject({ outage: '', calledAt: '08:50', items: 'admission' });
  });

  test('with a code of the drill nothing is asked: it goes there, whatever else is said', async () => {
    const { drill, real, stage } = await withBoth();
    const code = await logged(stage, { ...call, outage: drill });
    const form = await stage.press(by, 'handover.record', { code }, { carrier: 'fetch' });
    expect(form.values['outage']).toBeUndefined();
    expect(form.text).toContain('ÖVNING');
    const more = { ...toAnge, counterpart: 'Vera Prov', code };
    expect((await stage.press(by, 'handover.record', { ...more, outage: real })).outcome).toBe('saved');
    expect(await streamsWith(stage, code)).toEqual([`drills/${drill}`]);
  });

  test('the log that is shown does not hide that the drill has one', async () => {
    const { drill, stage } = await withBoth();
    await logged(stage, { ...call, outage: drill });
    const seen = await stage.press(by, 'handover.list');
    expect(seen.outcome).not.toBe('refused');
    expect(JSON.stringify(seen.card)).toContain(drill);
  });

  test('when a real outage is declared, the drill is over and new calls are real', async () => {
    const { drill, real, stage } = await withBoth();
    const code = await logged(stage, { ...call, outage: drill });
    const start = { kind: 'unplanned', startedOn: '2026-11-24', startedAt: '08:40' };
    await stage.press(coordinator, 'outage.declare', start);
    await stage.at(at('09:10'));
    const other = await logged(stage, call);
    expect(await streamsWith(stage, other)).toEqual([`outages/${real}`]);
    const more = { ...toAnge, counterpart: 'Vera Prov', code };
    await stage.press(by, 'handover.record', more);
    expect(await streamsWith(stage, code)).toEqual([`drills/${drill}`]);
  });
});

describe('a drill alone', () => {
  test('takes the call without asking, and says that it is one', async () => {
    const stage = await withDrill();
    const form = await stage.press(by, 'handover.record', {}, { carrier: 'fetch' });
    expect(form.values['outage']).toBeUndefined();
    expect(form.text).toContain('ÖVNING');
    const code = await logged(stage, call);
    const [{ id } = { id: '' }] = await stage.outages();
    expect(await streamsWith(stage, code)).toEqual([`drills/${id}`]);
  });

  test('alarms nobody: no coordinator hears that an outage is reported', async () => {
    const stage = await withDrill();
    await logged(stage, call);
    const kinds = (await issuedOn(stage.store)).map(({ notice }) => notice);
    expect(kinds).not.toContain('report');
  });
});

/** A drill, and a call of the ward's to Ånge in it. */
async function withCall() {
  const stage = await withDrill();
  const code = await logged(stage, call);
  const [{ id: outage } = { id: '' }] = await stage.outages();
  const [entry = ''] = await entriesOf(stage, ward);
  return { stage, code, of: { outage, entry } };
}

type Shows = (known: {
  stage: BotStage;
  code: string;
  of: { outage: string; entry: string };
}) => Promise<Seen>;
const opened =
  (verb: string, what: 'code' | 'of' | 'case', who: Whereabouts = by): Shows =>
  ({ code, of, stage }) => {
    const data = { code: { code }, of, case: { outage: of.outage, case: code } }[what];
    return stage.press(who, verb, data, { carrier: 'fetch' });
  };

/** What is shown of a drill's call while it runs. */
const during: readonly (readonly [string, Shows])[] = [
  ['the form of a new call', ({ stage }) => stage.press(by, 'handover.record', {}, { carrier: 'fetch' })],
  ['the form of a call on the code', opened('handover.record', 'code')],
  ['the form of a correction', opened('handover.correct', 'of')],
  ['the case', ({ code, stage }) => stage.press(by, 'handover.list', { code })],
  [
    'the case, as the receiver sees it',
    ({ code, stage }) => stage.press(inUnit(ange), 'handover.list', { code }),
  ],
  ['the log', ({ stage }) => stage.press(by, 'handover.list')],
  ['the list', ({ stage }) => stage.press(by, 'tasks.list')],
  ['the summary', ({ stage }) => stage.press(by, 'summary.show')],
  ['the statistics', ({ stage }) => stage.press(by, 'statistics.show')],
  [
    'what is said of an acknowledgement',
    ({ code, stage }) => stage.press(inUnit(ange), 'handover.acknowledge', { code, items: 'admission' }),
  ],
  [
    'what is said of times',
    ({ code, stage }) =>
      stage.press(by, 'case.facts', { code, admittedOn: '2026-11-24', admittedAt: '08:30' }),
  ],
  [
    'what is said of a withdrawal',
    ({ of, stage }) => stage.press(by, 'handover.withdraw', { ...of, reason: 'Fel' }),
  ],
  ['the form of times', opened('case.facts', 'code')],
  ['the form of receivers', opened('case.receivers', 'code')],
  ['the form of a withdrawal', opened('handover.withdraw', 'of')],
  ['the list of what was received', opened('handover.acknowledge', 'code', inUnit(ange))],
  [
    'what is said of a call when Teams does not say who is a member',
    ({ stage }) => {
      stage.setRosters(() => ({ kind: 'unknown' }));
      return stage.press(by, 'handover.record', call);
    },
  ],
];

describe('ÖVNING stands on every card of a drill', () => {
  test.each(during)('%s', async (_what, shows) => {
    expect((await shows(await withCall())).text).toMatch(/^ÖVNING\n/);
  });

  test('also when it is over: the list, its forms, and what is said of a mark', async () => {
    const { code, of, stage } = await withCall();
    await stage.press(coordinator, 'outage.end', { ...of, endedOn: '2026-11-24', endedAt: '09:00' });
    const list = await stage.press(by, 'tasks.list');
    expect(list.text).toContain('Inget ska registreras i Lifecare SP efter en övning.');
    const form = await presses(stage, by, [list, 'Meddelanden kvitterade']);
    const dismissal = await opened('task.dismiss', 'case')({ stage, code, of });
    const done = await sends(stage, by, [form]);
    for (const { text } of [list, form, dismissal, done]) expect(text).toMatch(/^ÖVNING\n/);
  });

  test('and on every notice, in every push', async () => {
    const { code, of, stage } = await withCall();
    await stage.press(by, 'handover.record', {
      ...call,
      code,
      receivers: '',
      outcome: 'no-answer',
      counterpart: '',
    });
    await stage.press(inUnit(ange), 'handover.acknowledge', { code, items: 'admission' });
    await stage.at(at('09:40'));
    await stage.press(coordinator, 'outage.end', { ...of, endedOn: '2026-11-24', endedAt: '09:35' });
    await stage.at('2026-11-28T12:00:00+01:00');
    const notices = (await issuedOn(stage.store)).filter(({ notice }) => notice !== 'test');
    const kinds = notices.map(({ notice }) => notice);
    expect(kinds).toEqual(expect.arrayContaining(['start', 'coordination', 'receipt', 'reminder', 'end']));
    for (const { card, conclusion, notice, text } of notices) {
      expect(text, notice).toMatch(/^ÖVNING: /);
      for (const view of conclusion === undefined ? [card] : [card, conclusion]) {
        expect(JSON.stringify(noticeMessage(view).card), notice).toContain('"ÖVNING"');
      }
    }
  });
});
