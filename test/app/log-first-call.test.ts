import { afterEach, describe, expect, test } from 'vitest';
import { noticeMessage } from '../../src/cards/notice-card.ts';
import type { IssuedNotice } from '../../src/domain/notice-event.ts';
import { megan } from '../support/activities.ts';
import { coordinator, nurse, onlyOutage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { expectNothingOverheard, issuedOn, openOverheardStage } from '../support/overheard.ts';
import { shownCard } from '../support/story.ts';
import {
  ange,
  centre,
  hasChat,
  inUnit,
  logged,
  otherWard,
  sends,
  timra,
  toAnge,
  unitIdOf,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;
const by = inUnit(ward);
const call = { counterpart: 'Vera Prov' };
const megans = `person:${megan.aadObjectId}`;

/** At nine nothing is known of any outage, and a coordinator can be reached. */
async function quiet(): Promise<BotStage> {
  const stage = await openOverheardStage();
  await hasChat(stage, megan);
  await stage.at(at('09:00'));
  return stage;
}

const noticesOf = async ({ store }: BotStage, kind: string): Promise<readonly IssuedNotice[]> =>
  (await issuedOn(store)).filter(({ notice }) => notice === kind);
const textOf = (notice: IssuedNotice | undefined): string =>
  shownCard(noticeMessage(notice?.card, { place: 'personal' }).card).text;

describe('the first call, when nothing is known', () => {
  test('the form says that saving it tells the coordinators', async () => {
    const stage = await quiet();
    const form = await stage.press(by, 'handover.record', {}, { carrier: 'fetch' });
    expect(form.text).toContain('När du sparar anmäls ett, och samordnarna får veta det.');
    expect(await stage.outages()).toEqual([]);
  });

  test('opens an outage that is reported, which units hear nothing of', async () => {
    const stage = await quiet();
    await logged(stage, call);
    expect((await onlyOutage(stage)).state).toBe('reported');
    const told = (await issuedOn(stage.store)).filter(({ notice }) => notice !== 'test');
    expect(told.flatMap(({ recipients }) => recipients)).toEqual([megans]);
  });

  test('tells coordinators how many, and no code, name or patient', async () => {
    const stage = await quiet();
    const code = await logged(stage, call);
    const [report, ...others] = await noticesOf(stage, 'report');
    expect(others).toEqual([]);
    expect(report?.manner).toBe('post');
    expect(textOf(report)).toContain('Loggade överlämningar: \n1 från 1 enhet');
    expect(report?.text).toContain('1 överlämning är loggad från 1 enhet');
    for (const secret of [code, 'Vera Prov', 'Åsa Öberg', 'Ånge']) {
      expect(JSON.stringify(report?.card)).not.toContain(secret);
    }
  });

  test('later ones change the card of the coordinators, silently', async () => {
    const stage = await quiet();
    const code = await logged(stage, call);
    await logged(stage, { ...call, code, receivers: '', items: 'readyForDischarge' });
    await logged(stage, call, inUnit(otherWard));
    const reports = await noticesOf(stage, 'report');
    expect(reports.map(({ manner }) => manner)).toEqual(['post', 'amend', 'amend']);
    expect(textOf(reports.at(-1))).toContain('3 från 2 enheter');
  });

  test('what the receiver confirms is the same handover: it is not counted twice', async () => {
    const stage = await quiet();
    const code = await logged(stage, call);
    await stage.press(inUnit(ange), 'handover.acknowledge', { code, items: 'admission' });
    await logged(stage, call);
    const reports = await noticesOf(stage, 'report');
    expect(reports).toHaveLength(2);
    expect(textOf(reports.at(-1))).toContain('2 från 1 enhet');
  });

  test('forty at once are one report', async () => {
    const stage = await quiet();
    await Promise.all(Array.from({ length: 40 }, () => logged(stage, call)));
    expect((await onlyOutage(stage)).log.cases.size).toBe(40);
    const posts = (await noticesOf(stage, 'report')).filter(({ manner }) => manner === 'post');
    expect(posts).toHaveLength(1);
  });

  test('a call of two days ago opens none, and says so at its time', async () => {
    const stage = await quiet();
    const old = { ...toAnge, ...call, calledOn: '2026-11-22', calledAt: '08:00' };
    const seen = await stage.press(by, 'handover.record', old);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Inget avbrott är känt vid den tiden');
    expect(await stage.outages()).toEqual([]);
  });
});

/** Two wards have logged a call, and a coordinator says that it was none. */
async function dismissed() {
  const stage = await quiet();
  const code = await logged(stage, call);
  await stage.at(at('09:20'));
  await logged(stage, { ...call, municipality: 'timra' }, inUnit(otherWard));
  const { id: outage } = await onlyOutage(stage);
  const seen = await stage.press(coordinator, 'outage.dismiss', { outage, reason: 'Fel hos oss' });
  return { stage, code, outage, seen };
}

describe('it was no outage', () => {
  test('units with calls are told that their log is kept, and no others', async () => {
    const { code, seen, stage } = await dismissed();
    expect(seen.text).toContain('får veta att deras logg finns kvar');
    const kept = await noticesOf(stage, 'log-kept');
    const units = [await unitIdOf(stage, ward), await unitIdOf(stage, otherWard)];
    expect(kept.flatMap(({ recipients }) => recipients)).toEqual(units.map((id) => `unit:${id}`));
    expect(textOf(kept[0])).toContain('Er logg finns kvar.');
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain('Fel hos oss');
  });

  test('it can be read, all of it, and not changed', async () => {
    const { code, stage } = await dismissed();
    expect((await stage.press(by, 'handover.list')).text).toContain(code);
    const seen = await stage.press(by, 'handover.list', { code });
    expect(seen.text).toContain('Vera Prov');
    expect(seen.buttons).toEqual([]);
    const more = await stage.press(by, 'handover.record', { ...toAnge, ...call, code });
    expect(more.text).toContain('Loggen är stängd');
  });

  test('units without calls have no log to read', async () => {
    const { stage } = await dismissed();
    expect((await stage.press(inUnit(centre), 'handover.list')).text).toContain('Det finns ingen logg');
    expect((await stage.press(inUnit(timra), 'handover.list')).text).toContain('Det finns ingen logg');
  });

  test('what the units are told has a button to the log', async () => {
    const { stage } = await dismissed();
    const [kept] = await noticesOf(stage, 'log-kept');
    const { buttons } = shownCard(noticeMessage(kept?.card).card);
    expect(buttons.map(({ verb }) => verb)).toContain('handover.list');
  });

  test('the next call opens another report', async () => {
    const { stage } = await dismissed();
    await stage.at(at('10:00'));
    await logged(stage, call);
    expect((await stage.outages()).map(({ state }) => state).toSorted()).toEqual(['closed', 'reported']);
    expect((await noticesOf(stage, 'report')).filter(({ manner }) => manner === 'post')).toHaveLength(2);
  });
});

const declare = (stage: BotStage, startedAt: string) =>
  stage.press(coordinator, 'outage.declare', { kind: 'unplanned', startedOn: '2026-11-24', startedAt });

describe('it is declared', () => {
  test('not with a start after the first call: said at its field, and what was typed comes back', async () => {
    const stage = await quiet();
    await logged(stage, { ...call, calledOn: '2026-11-24', calledAt: '08:40' });
    const before = await stage.recorded();
    const seen = await declare(stage, '08:41');
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Ett samtal är loggat före den starttiden.');
    expect(seen.values).toMatchObject({ kind: 'unplanned', startedAt: '08:41' });
    expect(await stage.recorded()).toBe(before);
    expect((await sends(stage, coordinator, [seen, { startedAt: '08:40' }])).outcome).toBe('saved');
  });

  test('the earliest call counts, whoever logged it and whenever', async () => {
    const stage = await quiet();
    await logged(stage, { ...call, calledOn: '2026-11-24', calledAt: '08:50' });
    await logged(stage, { ...call, calledOn: '2026-11-24', calledAt: '08:20' }, inUnit(otherWard));
    expect((await declare(stage, '08:21')).outcome).toBe('faulty');
    expect((await declare(stage, '08:20')).outcome).toBe('saved');
  });

  test('it takes the log over: the calls and their codes are in it, and the units hear', async () => {
    const stage = await quiet();
    const code = await logged(stage, call);
    await stage.press(nurse, 'outage.report', { message: 'Nere' });
    await declare(stage, '08:30');
    const { kind, state } = await onlyOutage(stage);
    expect([kind, state]).toEqual(['unplanned', 'ongoing']);
    expect((await stage.press(by, 'handover.list', { code })).text).toContain('Vera Prov');
    expect(await noticesOf(stage, 'start')).toHaveLength(1);
    expect(await noticesOf(stage, 'log-kept')).toEqual([]);
  });

  test('nor is its start moved past the first call afterwards', async () => {
    const stage = await quiet();
    await logged(stage, call);
    await declare(stage, '08:30');
    await stage.at(at('09:30'));
    const { id: outage } = await onlyOutage(stage);
    const form = await stage.press(coordinator, 'outage.update', { outage });
    const seen = await sends(stage, coordinator, [form, { startedAt: '09:10', message: 'Ny start' }]);
    expect(seen.outcome).toBe('faulty');
    expect(seen.values).toMatchObject({ startedAt: '09:10', message: 'Ny start' });
  });
});
