import { afterEach, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import { callOf, logOf } from '../../src/domain/handover-log.ts';
import type { IssuedNotice } from '../../src/domain/notice-event.ts';
import { coordinator, inOwnChat, onlyOutage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { someone } from '../support/activities.ts';
import { expectNothingOverheard, issuedOn, openOverheardStage } from '../support/overheard.ts';
import { shownCard } from '../support/story.ts';
import {
  ange,
  declared,
  entriesOf,
  hasChat,
  inChatOf,
  inUnit,
  logged,
  otherWard,
  presses,
  sends,
  unitIdOf,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;
type Of = { readonly outage: string; readonly entry: string };

/** At nine somebody of the ward has told Ånge; at five past Ånge has confirmed it. */
async function confirmed(isSenderInChat = true) {
  const stage = await openOverheardStage();
  await declared(stage);
  const sender = isSenderInChat ? await inChatOf(stage, ward) : inUnit(ward);
  await stage.at(at('09:00'));
  const items = 'admission,planningBasis';
  const code = await logged(stage, { counterpart: 'Vera Prov', outcome: 'given', items }, sender);
  await stage.at(at('09:05'));
  await stage.press(inUnit(ange), 'handover.acknowledge', { code, items });
  const { id: outage } = await onlyOutage(stage);
  const [call = ''] = await entriesOf(stage, ward);
  const [receipt = ''] = await entriesOf(stage, ange);
  await stage.at(at('09:20'));
  return { stage, sender, code, call: { outage, entry: call }, receipt: { outage, entry: receipt } };
}

/** What is filled in, and what is said of it. */
type Refused = readonly [string, Readonly<Record<string, string>>, string];

const correct = (stage: BotStage, by: Whereabouts, of: Of) =>
  stage.press(by, 'handover.correct', of, { carrier: 'fetch' });

describe('a call is corrected', () => {
  test('the form holds it as it stands', async () => {
    const { call, code, sender, stage } = await confirmed();
    const form = await correct(stage, sender, call);
    expect(form.values).toMatchObject({
      party: 'municipality',
      municipality: 'ange',
      counterpart: 'Vera Prov',
      items: 'admission,planningBasis',
      outcome: 'given',
      calledOn: '2026-11-24',
      calledAt: '09:00',
      code,
      reason: '',
    });
  });

  test.each([
    ['without a reason', { counterpart: 'Vera Provsson' }, 'Skriv varför.'],
    ['with blanks for a reason', { outcome: 'read-back', reason: '  ' }, 'Skriv varför.'],
    ['unchanged', { reason: 'Fel' }, 'Samtalet är som det var'],
    [
      'with the same items in another order',
      { reason: 'Fel', items: 'planningBasis,admission' },
      'som det var',
    ],
    ['with nothing ticked', { reason: 'Fel', items: '' }, 'Kryssa i minst en sak.'],
    ['to a time to come', { reason: 'Fel', calledAt: '09:21' }, 'ligger i framtiden'],
    ['with a reason of 1 001 characters', { reason: 'x'.repeat(1_001), outcome: 'read-back' }, 'för lång'],
  ] satisfies Refused[])('%s it is not, and the form comes back with what was typed', async (...row) => {
    const [, filled, words] = row;
    const { call, sender, stage } = await confirmed();
    const form = await correct(stage, sender, call);
    const before = await stage.recorded();
    const seen = await sends(stage, sender, [form, filled]);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain(words);
    const typed = Object.entries(filled).filter(([, value]) => value.trim() !== '');
    expect(seen.values).toMatchObject(Object.fromEntries(typed));
    expect(await stage.recorded()).toBe(before);
  });

  test('with a reason it is told anew, and what stood before is on record still', async () => {
    const { call, sender, stage } = await confirmed();
    const form = await correct(stage, sender, call);
    const seen = await sends(stage, sender, [form, { items: 'admission', reason: 'Bara inskrivningen' }]);
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toContain('Rättat.');
    expect(seen.text).toContain('rättad 09.20: Bara inskrivningen');
    const recorded = await stage.recorded();
    expect(recorded).toContain('"items":["admission","planningBasis"]');
    expect(recorded).toContain('"kind":"handoverCorrected"');
  });

  test('it is moved to another case of one’s own, and the first has it no more', async () => {
    const { call, code, sender, stage } = await confirmed();
    const other = await logged(stage, { counterpart: 'Vera Prov', items: 'readyForDischarge' });
    const form = await correct(stage, sender, call);
    const filled = { code: other.toLowerCase().replace('-', ''), reason: 'Fel patient' };
    const seen = await sends(stage, sender, [form, filled]);
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toContain(other);
    const { log } = await onlyOutage(stage);
    const entries = [...logOf(log, await unitIdOf(stage, ward)).entries.values()];
    expect(entries.map((entry) => callOf(entry).code)).toEqual([other, other]);
    expect(entries[0]?.versions.map((version) => version.call.code)).toEqual([code, other]);
  });

  test('to a code that is nothing to the unit it is not moved, and the form comes back', async () => {
    const { call, sender, stage } = await confirmed();
    const foreign = await logged(
      stage,
      { counterpart: 'Vera Prov', municipality: 'timra' },
      inUnit(otherWard),
    );
    const form = await correct(stage, sender, call);
    const seen = await sends(stage, inUnit(ward), [form, { code: foreign, reason: 'Fel patient' }]);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Ingen överlämning till er är loggad på koden');
    expect(seen.values).toMatchObject({ code: foreign, reason: 'Fel patient' });
  });

  test('to an own code of another outage it is not moved, and the form comes back', async () => {
    const { call, sender, stage } = await confirmed();
    await stage.at(at('10:00'));
    await stage.press(coordinator, 'outage.end', { ...call, endedOn: '2026-11-24', endedAt: '09:50' });
    await stage.press(coordinator, 'outage.declare', {
      kind: 'unplanned',
      startedOn: '2026-11-24',
      startedAt: '09:55',
    });
    const other = await logged(stage, { counterpart: 'Vera Prov' });
    const form = await correct(stage, sender, call);
    const seen = await sends(stage, sender, [form, { code: other, reason: 'Fel patient' }]);
    expect(seen.values).toMatchObject({ code: other, reason: 'Fel patient' });
  });

  const strangers = [
    ['a member of the unit that was rung', inUnit(ange)],
    ['a member of another ward', inUnit(otherWard)],
    ['somebody of no unit', inOwnChat(someone(99))],
    ['a coordinator', coordinator],
  ] as const;
  test.each(strangers)('%s neither corrects it nor takes it back', async (_who, by) => {
    const { call, stage } = await confirmed();
    const before = await stage.recorded();
    const unit = await unitIdOf(stage, ward);
    for (const verb of ['handover.correct', 'handover.withdraw']) {
      for (const of of [call, { ...call, unit }]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const seen = await stage.press(by, verb, { ...of, items: 'admission', reason: 'Fel' });
        expect(['refused', 'shown']).toContain(seen.outcome);
      }
    }
    expect(await stage.recorded()).toBe(before);
  });
});

describe('a call is taken back', () => {
  test('not without a reason', async () => {
    const { call, sender, stage } = await confirmed();
    const form = await stage.press(sender, 'handover.withdraw', call);
    expect(form.text).toContain('Till Ånge kommun kl. 09.00, Vera Prov: Inskrivning, Planeringsunderlag');
    const seen = await sends(stage, sender, [form, { reason: ' ' }]);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Skriv varför.');
    expect((await sends(stage, sender, [seen, { reason: 'Fel patient' }])).outcome).toBe('saved');
  });

  test.each([
    ['taken back', 'handover.withdraw', 'fetch'],
    ['taken back, from an old form', 'handover.withdraw', 'dialog'],
    ['corrected', 'handover.correct', 'fetch'],
    ['corrected, from an old form', 'handover.correct', 'dialog'],
  ] as const)('once it is, an old button says by whom and when: to be %s', async (_what, verb, carrier) => {
    const { call, stage } = await confirmed();
    await stage.press(inUnit(ward, 1), 'handover.withdraw', { ...call, reason: 'Fel patient' });
    await stage.at(at('09:40'));
    const before = await stage.recorded();
    const filled = {
      ...call,
      party: 'municipality',
      municipality: 'ange',
      items: 'admission',
      reason: 'Fel',
    };
    const data = carrier === 'fetch' ? call : { ...filled, outcome: 'no-answer' };
    const seen = await stage.press(inUnit(ward), verb, data, { carrier });
    expect(seen.text).toContain('Samtalet är redan tillbakataget av Person 21 09.20');
    expect(await stage.recorded()).toBe(before);
  });

  test('it stays in the log, marked, with why', async () => {
    const { call, code, sender, stage } = await confirmed();
    await stage.press(inUnit(ward, 1), 'handover.withdraw', { ...call, reason: 'Fel patient' });
    const { text } = await stage.press(sender, 'handover.list', { code });
    expect(text).toMatch(/tillbakatagen .*09\.20: Fel patient/);
  });

  test('it stays in the log with the name of whoever took it back', async () => {
    const { call, code, sender, stage } = await confirmed();
    await stage.press(inUnit(ward, 1), 'handover.withdraw', { ...call, reason: 'Fel patient' });
    expect((await stage.press(sender, 'handover.list', { code })).text).toContain('Person 21');
  });

  test('somebody comes to it from the case, and says why', async () => {
    const { code, sender, stage } = await confirmed();
    const seen = await stage.press(sender, 'handover.list', { code });
    const form = await presses(stage, sender, [seen, 'Rätta']);
    const unsaid = await sends(stage, sender, [form, { isWithdrawn: 'true' }]);
    expect(unsaid.text).toContain('Skriv varför.');
    expect(unsaid.values['isWithdrawn']).toBe('true');
    const then = await sends(stage, sender, [unsaid, { reason: 'Fel patient' }]);
    expect(then.text).toContain('Tillbakataget.');
    expect(await stage.recorded()).toContain('"kind":"handoverWithdrawn"');
  });

  test('somebody comes from the case to each call that stands', async () => {
    const { call, code, sender, stage } = await confirmed();
    await logged(stage, { counterpart: 'Vera Prov', code, receivers: '' }, sender);
    const seen = await stage.press(sender, 'handover.list', { code });
    const next = await presses(stage, sender, [seen, 'Rätta']);
    expect(JSON.stringify([seen.card, next.card])).toContain(call.entry);
  });
});

describe.each([
  ['who has an own chat with the bot, with the code', true],
  ['in the unit’s channel, without the code', false],
])('whoever handed over hears of it: %s', (_where, isInChat) => {
  const changes: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['har tagit tillbaka en bekräftelse', 'handover.withdraw', { reason: 'Fel patient' }],
    ['har ändrat en bekräftelse', 'handover.correct', { items: 'admission', reason: 'Bara det' }],
  ];

  async function newsAfter(does: readonly [string, Readonly<Record<string, string>>]) {
    const known = await confirmed(isInChat);
    const { receipt, stage } = known;
    const before = (await issuedOn(stage.store)).length;
    const form = await stage.press(inUnit(ange, 1), does[0], receipt, { carrier: 'fetch' });
    expect((await sends(stage, inUnit(ange, 1), [form, does[1]])).outcome).toBe('saved');
    return { ...known, news: (await issuedOn(stage.store)).slice(before) };
  }

  const cardOf = ({ card }: IssuedNotice) =>
    shownCard(noticeMessage(card, { place: isInChat ? 'personal' : 'channel' }).card);

  test.each(changes)('%s', async (words, verb, filled) => {
    const { code, news, stage } = await newsAfter([verb, filled]);
    const to = isInChat ? `person:${ward.people[0].aadObjectId}` : `unit:${await unitIdOf(stage, ward)}`;
    expect(news.map(({ recipients }) => recipients)).toEqual([[to]]);
    const [notice] = news;
    const shown = notice === undefined ? '' : JSON.stringify(cardOf(notice));
    expect(notice?.text).toContain(words);
    expect(shown.includes(code)).toBe(isInChat);
    expect(shown.includes('Planeringsunderlag')).toBe(isInChat);
    expect(shown).not.toContain('Fel patient');
    expect(shown).not.toContain('Bara det');
  });

  test('a receipt that is changed in what the sender has not said is told too, once', async () => {
    const { news } = await newsAfter(['handover.correct', { outcome: 'read-back', reason: 'Upprepade' }]);
    expect(news).toHaveLength(1);
  });
});

test('a receipt that was logged on a new code, and moved to the sender’s, is told to the sender', async () => {
  const { code, sender, stage } = await confirmed();
  await logged(stage, { counterpart: 'Vera Prov', code, receivers: '', items: 'readyForDischarge' }, sender);
  const own = { direction: 'received', party: 'inpatient-ward', municipality: '', outcome: 'given' };
  await logged(stage, { ...own, counterpart: 'Vera Prov', items: 'readyForDischarge' }, inUnit(ange));
  const before = (await issuedOn(stage.store)).length;
  const [, entry = ''] = await entriesOf(stage, ange);
  const { id: outage } = await onlyOutage(stage);
  const form = await correct(stage, inUnit(ange), { outage, entry });
  await sends(stage, inUnit(ange), [form, { code, reason: 'Fick koden sedan' }]);
  const news = (await issuedOn(stage.store)).slice(before);
  expect(news.map(({ text }) => text)).toEqual(['Ånge kommun har bekräftat en överlämning']);
});

test('a colleague’s own chat is not where it is told', async () => {
  const { receipt, stage } = await confirmed(false);
  await hasChat(stage, ward.people[1]);
  await stage.press(inUnit(ange), 'handover.withdraw', { ...receipt, reason: 'Fel' });
  const last = (await issuedOn(stage.store)).at(-1);
  expect(last?.recipients).toEqual([`unit:${await unitIdOf(stage, ward)}`]);
});

test('from the case the last call is corrected, in the dialog', async () => {
  const { code, stage } = await confirmed();
  const seen = await stage.press(inUnit(ward), 'handover.list', { code });
  const form = await presses(stage, inUnit(ward), [seen, 'Rätta senaste']);
  expect(form.outcome).toBe('form');
  const then = await sends(stage, inUnit(ward), [form, { outcome: 'read-back', reason: 'Det upprepades' }]);
  expect(then.outcome).toBe('saved');
});
