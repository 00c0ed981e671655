import { afterEach, describe, expect, test } from 'vitest';
import type { FormCarrier } from '../../src/app/verb-message.ts';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { newCaseCode } from '../../src/domain/case-code.ts';
import { coordinator, nurse } from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import { declared, inChatOf, inUnit, logged, presses, sends, ward } from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;

/** Every field of a ward's form, filled in. */
const whole = {
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Vera Prov, handläggare',
  items: 'admission,planningBasis',
  outcome: 'read-back',
  calledOn: '2026-11-24',
  calledAt: '08:50',
  code: '',
  receivers: 'municipality,psychiatric-outpatient',
  receivingMunicipality: 'timra',
  admittedOn: '2026-11-24',
  admittedAt: '08:12',
  dischargedOn: '2026-11-26',
  dischargedAt: '13:30',
  wentHome: 'false',
  formUsed: 'true',
  formId: 'form-1',
  whole: 'true',
} as const;
type Values = Readonly<Record<string, string>>;

/** Everything that was filled in stands in the form again: as it was typed, but for what is named. */
function expectKept(seen: Seen, sent: Values, but: Values = {}): void {
  const { direction: _direction, formId: _formId, whole: _whole, ...fields } = { ...sent, ...but };
  expect(seen.values).toMatchObject(fields);
}

type Place = 'chat' | 'channel';
const ways: readonly (readonly [FormCarrier, Place])[] = [
  ['execute', 'chat'],
  ['submit', 'chat'],
  ['dialog', 'chat'],
  ['execute', 'channel'],
  ['dialog', 'channel'],
];

/** At nine in an outage; nobody has logged anything. */
async function atNine(place: Place): Promise<readonly [BotStage, Whereabouts]> {
  const stage = await openOverheardStage();
  await declared(stage);
  const by = place === 'chat' ? await inChatOf(stage, ward) : inUnit(ward);
  await stage.at(at('09:00'));
  return [stage, by];
}

/** A code as one is made, that nobody has taken. */
const guess = newCaseCode('guess-1-abcdef', () => false);
const long = 'Vera Prov '.repeat(7);

const faults: readonly (readonly [string, Values, string])[] = [
  ['nobody is chosen', { party: '' }, 'Välj vem samtalet var med.'],
  ['no municipality', { municipality: '' }, 'Välj vilken kommun samtalet var med.'],
  ['no name', { counterpart: '' }, 'Skriv vem du talade med'],
  ['a name of 70 characters', { counterpart: long.trim() + '.' }, 'Namnet är för långt'],
  ['nothing is ticked', { items: '' }, 'Kryssa i minst en sak.'],
  ['no outcome', { outcome: '' }, 'Välj hur det gick.'],
  ['a call to come', { calledAt: '09:01' }, 'Tiden för samtalet ligger i framtiden'],
  ['a call without its time', { calledAt: '' }, 'Fyll i klockslaget också.'],
  ['a call of the year before last', { calledOn: '2024-11-24' }, 'Kontrollera året'],
  ['a call of four days ago, when no outage went on', { calledOn: '2026-11-20' }, 'Inget avbrott är känt'],
  ['a code with a wrong character', { code: 'K7M-3X' }, 'ett tecken är fel'],
  ['a code that is none', { code: 'rum 4' }, 'Det är ingen kod'],
  ['a code that nobody has', { code: guess }, 'Ingen överlämning till er är loggad på koden'],
  [
    'a receiving municipality that is not said, to a health centre',
    { party: 'primary-care', municipality: '', receivers: 'municipality', receivingMunicipality: '' },
    'Välj vilken kommun som ska ta emot patienten',
  ],
  ['an admission to come', { admittedAt: '09:01' }, 'Tiden för inskrivningen ligger i framtiden'],
  ['an admission without its time', { admittedAt: '' }, 'Fyll i klockslaget också.'],
  ['a discharge before the admission', { dischargedOn: '2026-11-23' }, 'Utskrivningen ligger före'],
  ['a discharge in two years', { dischargedOn: '2028-11-26' }, 'ligger mer än ett år bort'],
];

describe.each(ways)('by %s in the %s', (carrier, place) => {
  test.each(faults)(
    '%s: said at its field, all else comes back, and then it is saved',
    async (_what, changes, words) => {
      const [stage, by] = await atNine(place);
      const before = await stage.recorded();
      const sent = { ...whole, ...changes };
      const seen = await stage.press(by, 'handover.record', sent, { carrier });
      expect(seen.outcome).toBe('faulty');
      expect(seen.text).toContain(words);
      expectKept(seen, sent);
      expect(await stage.recorded()).toBe(before);
      const mended = { ...whole, ...(changes['party'] === undefined ? {} : { municipality: 'ange' }) };
      const { formId: _formId, whole: _whole, direction: _direction, ...fields } = mended;
      expect((await sends(stage, by, [seen, fields, carrier])).outcome).toBe('saved');
    },
  );

  test('an outage is reported and a drill runs: it is asked which, and all else comes back', async () => {
    const stage = await openOverheardStage();
    const by = place === 'chat' ? await inChatOf(stage, ward) : inUnit(ward);
    await stage.at(at('08:15'));
    const drill = { kind: 'drill', startedOn: '2026-11-24', startedAt: '08:05' };
    await stage.press(coordinator, 'outage.declare', drill);
    await stage.press(nurse, 'outage.report', { message: 'Nere' });
    await stage.at(at('09:00'));
    const seen = await stage.press(by, 'handover.record', whole, { carrier });
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Välj vilket av dem samtalet hör till');
    expectKept(seen, whole, { outage: '' });
    const [chosen] = (await stage.outages()).filter(({ kind }) => kind === 'drill');
    expect((await sends(stage, by, [seen, { outage: chosen?.id ?? '' }, carrier])).outcome).toBe('saved');
  });
});

describe('a Submit in a channel is answered with a button, and behind it is all that was typed', () => {
  test.each(faults)('%s', async (_what, changes, words) => {
    const [stage, by] = await atNine('channel');
    const sent = { ...whole, ...changes };
    const seen = await stage.press(by, 'handover.record', sent, { carrier: 'submit' });
    expect(seen.outcome).toBe('faulty');
    expect(seen.buttons.map(({ verb }) => verb)).toEqual(['handover.record']);
    expect(Object.keys({ ...seen.buttons[0]?.data }).toSorted()).toEqual(['draft', 'msteams', 'verb']);
    const form = await presses(stage, by, [seen, 'Öppna']);
    expect(form.outcome).toBe('form');
    expectKept(form, sent);
    expect((await sends(stage, by, [form])).text).toContain(words);
  });
});

/** A report that was no outage has the ward's code; now another outage goes on. */
async function withClosedCode() {
  const stage = await openOverheardStage();
  const by = inUnit(ward);
  const code = await logged(stage, { counterpart: 'Vera Prov' });
  const [reported] = await stage.outages();
  await stage.press(coordinator, 'outage.dismiss', { outage: reported?.id ?? '', reason: 'Fel' });
  await stage.at(at('09:00'));
  const start = { kind: 'unplanned', startedOn: '2026-11-24', startedAt: '08:30' };
  await stage.press(coordinator, 'outage.declare', start);
  return { stage, by, code };
}

describe('what comes with a typed code', () => {
  const news = { items: 'admission,expectedDischargeChanged', counterpart: 'Vera Prov' };

  test('that it is the same as was told before is kept while a mistyped code is put right', async () => {
    const [stage, by] = await atNine('channel');
    const code = await logged(stage, news);
    const form = await stage.press(by, 'handover.record', { code }, { carrier: 'fetch' });
    const filled = { ...news, party: 'primary-care', outcome: 'read-back', isSameAsBefore: 'true' };
    const seen = await sends(stage, by, [form, { ...filled, code: 'K7M-3X' }]);
    expect(seen.outcome).toBe('faulty');
    await sends(stage, by, [seen, { code }]);
    expect(await stage.recorded()).toContain('"isSameAsBefore":true');
  });

  test('a code of a log that is closed: said at its field, and all else comes back', async () => {
    const { by, code, stage } = await withClosedCode();
    const sent = { ...whole, code };
    const seen = await stage.press(by, 'handover.record', sent, { carrier: 'dialog' });
    expect(seen.text).toContain('Loggen är stängd');
    expectKept(seen, sent);
  });

  test('the sixth code that nobody has logged yet: all else comes back', async () => {
    const [stage, by] = await atNine('channel');
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const sent = { ...whole, code: newCaseCode(`guess-${number}-abcdef`, () => false) };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(by, 'handover.record', sent, { carrier: 'dialog' });
      expect(seen.values).toMatchObject({ counterpart: whole.counterpart, code: sent.code });
    }
  });
});

test('a time that was understood is there when the form comes back', async () => {
  const [stage, by] = await atNine('chat');
  const seen = await stage.press(by, 'handover.record', { ...whole, calledAt: '8.50', outcome: '' });
  expect(seen.outcome).toBe('faulty');
  expect(seen.values['calledAt']).toBe('08:50');
});
