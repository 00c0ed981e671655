import { afterEach, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import type { IssuedNotice } from '../../src/domain/notice-event.ts';
import { coordinator, onlyOutage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { expectNothingOverheard, issuedOn, openOverheardStage } from '../support/overheard.ts';
import { shownCard } from '../support/story.ts';
import {
  declared,
  entriesOf,
  inChatOf,
  inUnit,
  logged,
  toAnge,
  unitIdOf,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;
const noAnswer = { outcome: 'no-answer', counterpart: '' };

/** At nine somebody of the ward rings Ånge, and nobody answers. */
async function unanswered(isInChat: boolean) {
  const stage = await openOverheardStage();
  await declared(stage);
  const by = isInChat ? await inChatOf(stage, ward) : inUnit(ward);
  await stage.at(at('09:00'));
  const code = await logged(stage, noAnswer, by);
  const [entry = ''] = await entriesOf(stage, ward);
  return { stage, by, code, of: { outage: (await onlyOutage(stage)).id, entry } };
}

async function remindersOf({ store }: BotStage): Promise<readonly IssuedNotice[]> {
  return (await issuedOn(store)).filter(({ notice }) => notice === 'reminder');
}

/** What a reminder says to a person, or to a channel. */
const cardOf = (reminder: IssuedNotice | undefined) => {
  const place = reminder?.recipients[0]?.startsWith('person:') === true ? 'personal' : 'channel';
  return shownCard(noticeMessage(reminder?.card, { place }).card);
};

describe('nobody answers', () => {
  test('after 30 minutes, and not before, whoever rang is told in the own chat, with the code', async () => {
    const { code, stage } = await unanswered(true);
    await stage.at(at('09:29'));
    expect(await remindersOf(stage)).toEqual([]);
    await stage.at(at('09:30'));
    const [reminder, ...others] = await remindersOf(stage);
    expect(others).toEqual([]);
    expect(reminder?.recipients).toEqual([`person:${ward.people[0].aadObjectId}`]);
    expect(reminder?.text).toBe('Ring igen: Ånge kommun. Ingen svarade kl. 09.00');
    expect(cardOf(reminder).text).toContain(code);
    expect(cardOf(reminder).text).toContain('0690-25 01 00');
  });

  test('the reminder leads to the form for the same call on the same code', async () => {
    const { by, code, stage } = await unanswered(true);
    await stage.at(at('09:30'));
    const [button] = cardOf((await remindersOf(stage))[0]).buttons;
    const form = await stage.press(by, button?.verb ?? '', { ...button?.data }, { carrier: 'fetch' });
    expect(form.values).toMatchObject({ code, party: 'municipality', municipality: 'ange', outcome: '' });
  });

  test('whoever has no chat is told in the unit’s channel, without the code', async () => {
    const { code, stage } = await unanswered(false);
    await stage.at(at('09:30'));
    const [reminder, ...others] = await remindersOf(stage);
    expect(others).toEqual([]);
    expect(reminder?.recipients).toEqual([`unit:${await unitIdOf(stage, ward)}`]);
    expect(cardOf(reminder).text).toContain('Ring igen: Ånge kommun');
    expect(JSON.stringify(reminder)).not.toContain(code);
  });

  test('it is said once, however long nobody answers', async () => {
    const { stage } = await unanswered(true);
    for (const time of ['09:30', '10:00', '12:00']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await stage.at(at(time));
    }
    expect(await remindersOf(stage)).toHaveLength(1);
  });
});

type Later = (known: Awaited<ReturnType<typeof unanswered>>) => Promise<unknown>;
const rings =
  (changes: Readonly<Record<string, string>>, by: Whereabouts = inUnit(ward, 1)): Later =>
  ({ code, stage }) =>
    stage.press(by, 'handover.record', { ...toAnge, counterpart: 'Vera Prov', code, ...changes });

describe('twenty minutes later', () => {
  const none: readonly (readonly [string, Later])[] = [
    ['a colleague has rung again, and was answered', rings({})],
    [
      'the call is taken back',
      ({ of, stage }) => stage.press(inUnit(ward), 'handover.withdraw', { ...of, reason: 'Fel patient' }),
    ],
    [
      'the call is corrected: somebody did answer',
      ({ of, stage }) =>
        stage.press(inUnit(ward), 'handover.correct', {
          ...of,
          ...toAnge,
          counterpart: 'Vera Prov',
          reason: 'Fel val',
        }),
    ],
    [
      'the outage is over',
      ({ of, stage }) =>
        stage.press(coordinator, 'outage.end', {
          outage: of.outage,
          endedOn: '2026-11-24',
          endedAt: '09:20',
        }),
    ],
  ];

  test.each(none)('%s: nobody is reminded', async (_what, does) => {
    const known = await unanswered(true);
    await known.stage.at(at('09:20'));
    await does(known);
    await known.stage.at(at('10:30'));
    expect(await remindersOf(known.stage)).toEqual([]);
  });

  test.each([
    ['another receiver was told', rings({ party: 'primary-care', municipality: '' })],
    ['another municipality was told', rings({ municipality: 'timra' })],
  ] as const)('%s: the one who did not answer is still to be rung', async (_what, does) => {
    const known = await unanswered(true);
    await known.stage.at(at('09:20'));
    await does(known);
    await known.stage.at(at('09:30'));
    expect(await remindersOf(known.stage)).toHaveLength(1);
  });

  test('it was tried again in vain: the reminder comes 30 minutes after that, to whoever tried last', async () => {
    const known = await unanswered(true);
    const { stage } = known;
    await stage.at(at('09:20'));
    await rings(noAnswer, await inChatOf(stage, ward, 1))(known);
    await stage.at(at('09:49'));
    expect(await remindersOf(stage)).toEqual([]);
    await stage.at(at('09:50'));
    const reminders = await remindersOf(stage);
    expect(reminders.flatMap(({ recipients }) => recipients)).toEqual([
      `person:${ward.people[1].aadObjectId}`,
    ]);
  });
});
