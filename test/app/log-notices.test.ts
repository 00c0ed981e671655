import { describe, expect, test } from 'vitest';
import { planDeliveries } from '../../src/delivery/plan-deliveries.ts';
import { noticeOf } from '../../src/domain/notice-steps.ts';
import { anAct, hour, minute, noon } from '../support/build-outage.ts';
import {
  ange,
  codeIn,
  expectSound,
  forOne,
  issuedIn,
  only,
  openLogStage,
  other,
  people,
  said,
  ward,
  withReceipt,
} from '../support/log-stage.ts';
import { because, declare, drill, report } from '../support/outage-commands.ts';

describe('the receiver’s side confirms', () => {
  test('one number: the caller reads the code in the own chat, the channel reads none', async () => {
    const { code, world } = await withReceipt();
    const receipts = issuedIn(world, 'receipt');
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
    expect(receipts.flatMap(({ recipients }) => recipients)).toEqual(['person:anna', 'unit:ward']);
    expect(said(forOne(receipts, 'person:anna'))).toContain(code);
    expect(said(forOne(receipts, 'unit:ward'))).not.toContain(code);
    expect(said(forOne(receipts, 'unit:ward'))).not.toContain('Inskrivning');
    expectSound(receipts);
  });

  test('each delivery brings its recipient’s own card', async () => {
    const { code, world } = await withReceipt();
    const { outbox } = only(world);
    const [{ number } = { number: 0 }] = issuedIn(world, 'receipt');
    for (const [recipient, isTold] of [
      ['person:anna', true],
      ['unit:ward', false],
    ] as const) {
      expect(said(noticeOf(outbox, { number, recipient })).includes(code)).toBe(isTold);
    }
    const plan = planDeliveries(
      { directory: world.directory, streams: [{ stream: 'outages/o1', outbox }] },
      { now: noon + hour, longestDelayMs: hour, isBusy: () => false },
    );
    expect(plan.due.map(({ recipient }) => recipient)).toContain('person:anna');
  });

  test('no push of it has the code', async () => {
    const { code, world } = await withReceipt();
    expect(issuedIn(world, 'receipt').map(({ text }) => text)).toEqual([
      'Ånge kommun har bekräftat en överlämning',
      'En mottagare har bekräftat en överlämning',
    ]);
    expect(issuedIn(world, 'receipt').some(({ text }) => text.includes(code))).toBe(false);
  });

  test('of a drill each says so', async () => {
    const { world } = await withReceipt(drill());
    const receipts = issuedIn(world, 'receipt');
    expect(receipts).toHaveLength(2);
    for (const receipt of receipts) {
      expect(receipt.text).toMatch(/^ÖVNING: /);
      expect(said(receipt)).toContain('"banner":"ÖVNING"');
    }
  });

  test('what comes after has the next number: numbers count causes', async () => {
    const { code, stage, world } = await withReceipt();
    const { lastNumber } = only(world).outbox;
    const act = anAct({ at: noon + 30 * minute, by: { id: 'eva', name: 'Eva' } });
    const back = { kind: 'withdraw', act, unit: ange, isUnverified: false, outage: 'o1' } as const;
    const then = await stage.logs({ ...back, entry: 'receipt', reason: 'Fel patient' });
    const [first, ...others] = issuedIn(then, 'receipt').filter(({ number }) => number > lastNumber);
    expect([first?.number, ...others.map(({ number }) => number)]).toEqual([lastNumber + 1, lastNumber + 1]);
    expect(said(first)).toContain('har tagit tillbaka en bekräftelse');
    expect(said(first)).not.toContain('Fel patient');
    expect(others.map(said).join('')).not.toContain(code);
  });
});

/** Nobody answers somebody of the ward, and half an hour has gone. */
const ringing = async (by: typeof people.anna) => {
  const stage = await openLogStage();
  await stage.does(declare());
  const told = await stage.logs(stage.record(ward, { outcome: 'no-answer', counterpart: '' }, by));
  stage.at(noon + 30 * minute);
  return { code: codeIn(told), reminders: issuedIn(await stage.tick(), 'reminder') };
};

describe('nobody answers', () => {
  test('half an hour later whoever rang is asked in the own chat, with the code', async () => {
    const { code, reminders } = await ringing(people.anna);
    expect(reminders.map(({ recipients }) => recipients)).toEqual([['person:anna']]);
    expect(said(reminders[0])).toContain(code);
    expect(reminders[0]?.text).toBe('Ring igen: Ånge kommun. Ingen svarade kl. 12.00');
    expectSound(reminders);
  });

  test('whoever has no chat is asked in the unit’s channel, without the code', async () => {
    const { code, reminders } = await ringing(people.bo);
    expect(reminders.map(({ recipients }) => recipients)).toEqual([['unit:ward']]);
    expect(said(reminders[0])).not.toContain(code);
    expectSound(reminders);
  });
});

describe('a call is the first to tell of it', () => {
  test('coordinators read counts, that nobody has reported, and more of them with each call', async () => {
    const stage = await openLogStage();
    const first = await stage.logs(stage.record(ward, {}));
    const then = await stage.logs(stage.record(other, {}));
    const reports = issuedIn(then, 'report');
    expect(reports.map(({ manner, text }) => `${manner}: ${text}`)).toEqual([
      'post: Ingen har anmält, men 1 överlämning är loggad från 1 enhet. Den första kl. 12.00',
      'amend: Ingen har anmält, men 2 överlämningar är loggade från 2 enheter. Den första kl. 12.00',
    ]);
    expect(reports.map(said).join('')).not.toContain(codeIn(first));
    expect(reports.map(said).join('')).not.toContain('Anna');
    expectSound(reports);
  });

  test('found to be none, each unit with calls reads that its log is kept, once', async () => {
    const stage = await openLogStage();
    const code = codeIn(await stage.logs(stage.record(ward, {})));
    await stage.does(report());
    const world = await stage.does(because('dismiss'));
    const kept = issuedIn(world, 'log-kept');
    expect(kept.map(({ recipients }) => recipients)).toEqual([['unit:ward']]);
    expect(said(kept[0])).toContain('Er logg finns kvar.');
    expect(said(kept[0])).not.toContain(code);
    expectSound(kept);
  });
});
