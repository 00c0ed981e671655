import { afterEach, describe, expect, test } from 'vitest';
import { logOf } from '../../src/domain/handover-log.ts';
import { latestStay } from '../../src/domain/stay-of-case.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import {
  declared,
  entriesOf,
  inUnit,
  logged,
  presses,
  sends,
  unitIdOf,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const by = inUnit(ward);
const colleague = inUnit(ward, 1);

async function withCall() {
  const stage = await openOverheardStage();
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  const code = await logged(stage);
  const [entry = ''] = await entriesOf(stage, ward);
  const outage = (await stage.outages())[0]?.id ?? '';
  return { stage, code, entry, outage };
}

async function logIn(stage: BotStage) {
  const [outage] = await stage.outages();
  if (outage === undefined) throw new Error('No outage');
  return outage.log;
}

describe('a form that a colleague has overtaken', () => {
  test('receivers: also where it waited behind a button in the channel', async () => {
    const { code, stage } = await withCall();
    const form = await stage.press(by, 'case.receivers', { code }, { carrier: 'fetch' });
    const waiting = await sends(stage, by, [form, { receivers: 'municipality', reason: '' }, 'submit']);
    const more = 'municipality,primary-care,psychiatric-outpatient';
    const changed = { code, receivers: more, receivingMunicipality: 'ange', reason: 'Behövs' };
    expect((await stage.press(colleague, 'case.receivers', changed)).outcome).toBe('saved');
    const opened = await presses(stage, by, [waiting, 'Öppna formuläret']);
    const sent = await sends(stage, by, [opened, { reason: 'Färre' }]);
    expect(sent.outcome).toBe('faulty');
    expect(sent.text).toContain('Mottagarna ändrades av Person 21 09.00');
    expect(sent.values).toMatchObject({ receivers: more, reason: 'Färre' });
    expect((await logIn(stage)).cases.get(code)?.receivers?.parties).toHaveLength(3);
  });

  test.each([
    ['handover.correct', { counterpart: 'Vera Prov' }],
    ['handover.correct', { isWithdrawn: 'true' }],
    ['handover.withdraw', {}],
  ])('%s %j', async (verb, values) => {
    const { entry, outage, stage } = await withCall();
    const form = await stage.press(by, verb, { entry, outage }, { carrier: 'fetch' });
    const other = await stage.press(colleague, 'handover.correct', { entry, outage }, { carrier: 'fetch' });
    const heard = await sends(stage, colleague, [other, { outcome: 'given', reason: 'Inte upprepat' }]);
    expect(heard.outcome).toBe('saved');
    const sent = await sends(stage, by, [form, { ...values, reason: 'Fel' }]);
    expect(sent.outcome).toBe('faulty');
    expect(sent.text).toContain('Samtalet rättades av Person 21 09.00');
    const kept = logOf(await logIn(stage), await unitIdOf(stage, ward)).entries.get(entry);
    expect(kept?.versions).toHaveLength(2);
    expect(kept?.withdrawn).toBeUndefined();
    // Sent once more, it is sent with what holds now in sight.
    expect((await sends(stage, by, [sent, values])).outcome).not.toBe('form');
  });

  test('times that a colleague told meanwhile are neither emptied nor told anew', async () => {
    const { code, stage } = await withCall();
    const form = await stage.press(by, 'case.facts', { code }, { carrier: 'fetch' });
    const told = {
      admittedOn: '2026-11-23',
      admittedAt: '19:00',
      admissionNoticeSent: 'true',
      sipOn: '2026-11-27',
    };
    expect((await stage.press(colleague, 'case.facts', { code, ...told })).outcome).toBe('saved');
    const faulty = await sends(stage, by, [form, { dischargedOn: '2026-11-24' }]);
    expect(faulty.outcome).toBe('faulty');
    expect((await sends(stage, by, [faulty, { dischargedAt: '08:50' }])).outcome).toBe('saved');
    const unit = await unitIdOf(stage, ward);
    expect(latestStay(await logIn(stage), unit, code)).toEqual({
      admittedAt: Date.parse('2026-11-23T19:00:00+01:00'),
      dischargedAt: Date.parse('2026-11-24T08:50:00+01:00'),
      admissionNoticeSent: true,
      sipOn: '2026-11-27',
    });
  });
});

test('what is saved already is not offered to be sent anew as another patient', async () => {
  const { stage } = await withCall();
  const form = await stage.press(
    by,
    'handover.record',
    { party: 'municipality', municipality: 'ange' },
    { carrier: 'fetch' },
  );
  const filled = { items: 'admission', outcome: 'read-back', counterpart: 'Vera' };
  expect((await sends(stage, by, [form, filled])).outcome).toBe('saved');
  const again = await sends(stage, by, [form, { ...filled, counterpart: 'Vera Prov' }]);
  expect(again.outcome).toBe('refused');
  expect(again.text).toContain('Redan sparat');
  expect(again.buttons.map(({ title }) => title)).not.toContain('Öppna formuläret igen');
  expect((await logIn(stage)).cases.size).toBe(2);
});

test('a discharge is not told to lie before the admission that is known', async () => {
  const { code, stage } = await withCall();
  await stage.press(by, 'case.facts', { code, admittedOn: '2026-11-24', admittedAt: '08:30' });
  const seen = await stage.press(by, 'case.facts', {
    code,
    dischargedOn: '2026-11-24',
    dischargedAt: '08:10',
  });
  expect(seen.outcome).toBe('faulty');
  expect(seen.text).toContain('Utskrivningen ligger före inskrivningen');
});
