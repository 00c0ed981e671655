import { describe, expect, test } from 'vitest';
import type { Act } from '../../src/domain/act.ts';
import type { OutageDeed } from '../../src/domain/outage.ts';
import type { FieldFault, Refusal, RefusedField } from '../../src/domain/refusal.ts';
import { refusalText } from '../../src/text/refusal-text.ts';

const swedish = (clock: string, day = '2026-11-24'): number => Date.parse(`${day}T${clock}:00+01:00`);
const now = swedish('15:30');
const anAct = (at = swedish('14:05'), name = 'Anna Andersson'): Act => ({
  by: { id: 'anna', name },
  at,
  form: { id: 'form', digest: '' },
});
const act = anAct();
const said = (refusal: Refusal, coordinators: readonly string[] = []): string =>
  refusalText(refusal, { now, coordinators });

const doneAlready: Readonly<Record<OutageDeed, string>> = {
  reported: 'Det är redan anmält av Anna Andersson 14.05. Utlys det om det stämmer.',
  declared: 'Det är redan utlyst av Anna Andersson 14.05. Uppdatera det om något ska ändras.',
  planned: 'Det är redan planerat av Anna Andersson 14.05. Ändra det planerade om något ska bli annorlunda.',
  updated: 'Det är redan uppdaterat av Anna Andersson 14.05. Uppdatera igen om mer ska ändras.',
  restored:
    'Det är redan sparat av Anna Andersson 14.05 att Lifecare SP svarar igen. Avsluta avbrottet när allt är kontrollerat.',
  resumed:
    'Det är redan sparat av Anna Andersson 14.05 att Lifecare SP slutade fungera igen. Avbrottet fortsätter.',
  ended: 'Det är redan avslutat av Anna Andersson 14.05. Utlys ett nytt om Lifecare SP inte fungerar.',
  dismissed:
    'Anmälan är redan stängd av Anna Andersson 14.05: det var inget avbrott. Anmäl igen om Lifecare SP inte fungerar.',
  cancelled:
    'Det planerade avbrottet är redan inställt av Anna Andersson 14.05. Planera ett nytt om det ändå ska bli av.',
  closed: 'Det är redan stängt av Anna Andersson 14.05. Utlys ett nytt om Lifecare SP inte fungerar.',
};
const deeds = Object.keys(doneAlready).filter((deed): deed is OutageDeed => deed in doneAlready);

describe('what is done already is said with who did it, and when', () => {
  test.each(deeds)('%s', (deed) => {
    expect(said({ kind: 'already-done', deed, act })).toBe(doneAlready[deed]);
  });

  test('the date is said where it was another day', () => {
    const yesterday = anAct(swedish('23:50', '2026-11-23'));
    expect(said({ kind: 'already-done', deed: 'ended', act: yesterday })).toContain(
      'avslutat av Anna Andersson måndag 23 november kl. 23.50.',
    );
  });

  test.each(['', ' '])('nobody is named where Teams told no name: "%s"', (name) => {
    expect(said({ kind: 'already-done', deed: 'ended', act: anAct(act.at, name) })).toContain(
      'Det är redan avslutat 14.05. ',
    );
  });
});

describe('what changed meanwhile is said with who changed it, and what to do', () => {
  test('an update', () => {
    expect(said({ kind: 'changed-meanwhile', deed: 'updated', act })).toBe(
      'Det uppdaterades av Anna Andersson 14.05, så formuläret gäller inte längre. Kontrollera vad som gäller nu och skicka igen.',
    );
  });

  test('each deed has words of its own', () => {
    const texts = deeds.map((deed) => said({ kind: 'changed-meanwhile', deed, act }));
    expect(new Set(texts).size).toBe(deeds.length);
    for (const text of texts) expect(text).toContain('av Anna Andersson 14.05');
  });
});

test('what the clock began meanwhile is said with when it began', () => {
  expect(said({ kind: 'begun-meanwhile', at: swedish('14:00') })).toBe(
    'Det planerade avbrottet började kl. 14.00, sedan du öppnade formuläret. Kontrollera vad som gäller nu och skicka igen.',
  );
});

test('a form that was used is not to be used again', () => {
  expect(said({ kind: 'form-used', act })).toBe(
    'Redan sparat av Anna Andersson 14.05 – rätta? Det du skickade nu är något annat än det som sparades. Öppna ett nytt formulär och ändra där.',
  );
});

test('a call that was taken back is said with who took it back', () => {
  expect(said({ kind: 'entry-withdrawn', act })).toBe(
    'Samtalet är redan tillbakataget av Anna Andersson 14.05. Logga det på nytt om det ändå ska gälla.',
  );
});

test.each([
  [
    'entry-changed',
    'Samtalet rättades av Anna Andersson 14.05, sedan du öppnade formuläret. Nu visar det samtalet som det står nu. Ändra det som är fel och skicka igen.',
  ],
  [
    'receivers-changed',
    'Mottagarna ändrades av Anna Andersson 14.05, sedan du öppnade formuläret. Nu visar det dem som gäller nu. Ändra det som är fel och skicka igen.',
  ],
] as const)('what was changed since the form was opened is said with who changed it: %s', (kind, text) => {
  expect(said({ kind, act })).toBe(text);
});

test.each([
  ['done', 'Redan klar, av Anna Andersson 14.05. '],
  ['dismissed', 'Redan struken, av Anna Andersson 14.05. '],
] as const)('what is marked as %s is said with who marked it', (mark, happened) => {
  expect(said({ kind: 'task-marked', mark, act })).toBe(
    `${happened}Du behöver inte göra något. Är det fel: ångra det först.`,
  );
  const nameless = said({ kind: 'task-marked', mark, act: anAct(act.at, '') });
  expect(nameless).toMatch(/^Redan \p{L}+, 14\.05\. /u);
});

test('of a code that is nothing to the unit it is not told whether there is one', () => {
  const text = said({ kind: 'no-handover-on-code' });
  expect(text).toBe(
    'Ingen överlämning till er är loggad på koden. Kontrollera koden, be avsändaren logga samtalet, eller lämna koden tom om patienten är ny.',
  );
  expect(text).not.toMatch(/finns|någon annan|okänd/);
});

describe('whom to turn to, where only a coordinator may', () => {
  test.each([
    [[], 'Kontakta systemförvaltningen eller IT-supporten.'],
    [['Anna'], 'Kontakta Anna.'],
    [['Anna', 'Bo'], 'Kontakta Anna eller Bo.'],
    [['Anna', 'Bo', 'Eva'], 'Kontakta Anna, Bo eller Eva.'],
    [['Anna', 'Bo', 'Eva', 'Ida'], 'Kontakta Anna, Bo, Eva eller Ida.'],
    [['Anna', 'Bo', 'Eva', 'Ida', 'Per'], 'Kontakta Anna, Bo, Eva, Ida eller någon annan samordnare.'],
  ])('%j', (coordinators, whom) => {
    expect(said({ kind: 'not-coordinator' }, coordinators)).toBe(`Det kan bara en samordnare göra. ${whom}`);
  });
});

test('what runs already is said with since when', () => {
  const since = swedish('08:10');
  expect(said({ kind: 'another-outage-runs', isDrill: false, since })).toBe(
    'Ett avbrott pågår redan sedan kl. 08.10. Vänta tills det är avslutat.',
  );
  expect(said({ kind: 'another-outage-runs', isDrill: true, since })).toBe(
    'En övning pågår redan sedan kl. 08.10. Avsluta den först.',
  );
});

test.each<[Refusal, string]>([
  [{ kind: 'no-such-outage' }, 'Det avbrottet finns inte längre. '],
  [{ kind: 'no-outage' }, 'Det finns inget utlyst avbrott att göra det med. '],
  [{ kind: 'no-such-unit' }, 'Den enheten finns inte. '],
  [{ kind: 'other-organisation-in-team' }, 'En enhet från en annan organisation är redan ansluten'],
  [{ kind: 'unit-disconnected-already' }, 'Kanalen är redan bortkopplad. '],
  [{ kind: 'coordinator-already' }, 'Personen är redan samordnare. '],
  [{ kind: 'no-such-coordinator' }, 'Personen är inte samordnare. '],
  [{ kind: 'configured-coordinator' }, 'Den samordnaren har lagts in av driften'],
  [{ kind: 'last-coordinator' }, 'Det måste finnas minst en samordnare. '],
  [{ kind: 'log-closed' }, 'Loggen är stängd, så inget kan läggas till eller ändras. '],
  [{ kind: 'which-outage' }, 'En övning pågår, och ett avbrott är anmält. '],
  [{ kind: 'no-handover-on-code' }, 'Ingen överlämning till er är loggad på koden. '],
  [{ kind: 'no-such-entry' }, 'Samtalet finns inte i er logg. '],
  [
    { kind: 'outage-goes-on' },
    'Avbrottet är inte slut, så listan över vad ni ska registrera är inte färdig. ',
  ],
  [{ kind: 'task-gone' }, 'Listan har ändrats sedan du öppnade den, '],
])('says what happened and what to do: $0', (refusal, happened) => {
  const text = said(refusal);
  expect(text.startsWith(happened)).toBe(true);
  expect(text.length).toBeGreaterThan(happened.length);
});

const faultsOf: Readonly<Record<RefusedField, Readonly<Partial<Record<FieldFault, string>>>>> = {
  startedAt: {
    'in-future': 'Starttiden ligger i framtiden. Skriv när Lifecare SP slutade fungera.',
    'before-last-end': 'Starttiden ligger före det förra avbrottets slut. Kontrollera datum och klockslag.',
    'after-first-call':
      'Ett samtal är loggat före den starttiden. Skriv en start som är före det första samtalet.',
    'too-far': 'Starttiden ligger mer än ett år bort. Kontrollera året.',
  },
  expectedEndAt: {
    'in-past': 'Den beräknade sluttiden har redan passerat. Skriv en ny, eller lämna tomt om ni inte vet.',
    'before-start': 'Den beräknade sluttiden måste vara efter starttiden. Kontrollera båda tiderna.',
    'too-far': 'Den beräknade sluttiden ligger mer än ett år bort. Kontrollera året.',
  },
  nextUpdateAt: {
    'in-past': 'Tiden för nästa besked har redan passerat. Skriv en ny, eller lämna tomt om ni inte vet.',
    'too-far': 'Tiden för nästa besked ligger mer än ett år bort. Kontrollera året.',
  },
  restoredAt: {
    'in-future': 'Tiden ligger i framtiden. Skriv en tid som har varit.',
    'before-start':
      'Enligt tiderna svarade Lifecare SP igen före avbrottets start. Kontrollera starttiden och tiden då det svarade igen.',
    'before-restored': 'Tiden ligger före den tid då Lifecare SP svarade igen. Kontrollera båda tiderna.',
  },
  endedAt: {
    'in-future': 'Sluttiden ligger i framtiden. Skriv när avbrottet tog slut.',
    'before-start': 'Sluttiden ligger före avbrottets start. Kontrollera båda tiderna.',
    'before-restored': 'Sluttiden ligger före den tid då Lifecare SP svarade igen. Kontrollera båda tiderna.',
  },
  reason: {
    missing: 'Skriv varför.',
    'too-long': 'Texten är för lång. Korta den och skicka igen.',
    unchanged: 'Samtalet är som det var, så det finns inget att spara. Ändra det som är fel.',
  },
  message: { missing: 'Skriv ett meddelande.', 'too-long': 'Texten är för lång. Korta den och skicka igen.' },
  name: {
    missing: 'Skriv enhetens namn.',
    'too-long': 'Namnet är för långt. Skriv ett kortare, till exempel Avdelning 12 Sundsvall.',
  },
  careSetting: {
    'other-organisation':
      'Vårdformen passar inte organisationen. Kommunal vård och omsorg hör till en kommun, de andra vårdformerna till regionen.',
  },
  organisation: { missing: 'Välj organisation.' },
  unit: {
    missing: 'Den enheten är inte ansluten längre. Välj en annan.',
    'other-organisation':
      'Enheten hör till en annan organisation än den du har valt. Ändra organisationen, eller välj en annan enhet.',
    'not-member':
      'Teams säger att du inte är med i enhetens team. Be någon där lägga till dig, eller välj en annan enhet.',
  },
  person: { missing: 'Välj en person.' },
  code: { missing: 'Skriv koden, till exempel K7M-3F.' },
  party: {
    missing: 'Välj vem samtalet var med.',
    'not-between': 'Rutinen har ingen information som lämnas åt det hållet. Välj en annan part.',
  },
  municipality: {
    missing: 'Välj vilken kommun samtalet var med.',
    'other-organisation':
      'Valet ”Inom kommunen” gäller bara er egen kommun. Kontrollera vem samtalet var med, och välj igen.',
  },
  counterpart: {
    missing: 'Skriv vem du talade med: namn och roll. Svarade ingen: välj ”Inget svar”.',
    'too-long': 'Namnet är för långt. Skriv ett kortare, till exempel Lisa, biståndshandläggare.',
  },
  items: {
    missing: 'Kryssa i minst en sak.',
    'not-between':
      'Rutinen har ingen sådan information åt det hållet. Kontrollera vem samtalet var med, och kryssa i det som lämnades.',
    'not-given':
      'Avsändaren har inte loggat allt det som lämnat till er. Kryssa bara i det som står här, eller be avsändaren logga samtalet.',
  },
  outcome: {
    missing: 'Välj hur samtalet gick.',
    'not-between': 'Alternativet ”Inget svar” gäller bara när ni själva ringde. Välj ett annat.',
  },
  calledAt: {
    'in-future': 'Tiden för samtalet ligger i framtiden. Skriv när samtalet var.',
    'too-far': 'Tiden för samtalet ligger mer än ett år bort. Kontrollera året.',
    'no-outage-then': 'Inget avbrott är känt vid den tiden. Kontrollera datum och klockslag.',
  },
  receivers: {
    missing: 'Kryssa i vilka som ska ta emot patienten.',
    unchanged: 'Det är samma mottagare som förut, så det finns inget att spara. Ändra dem som är fel.',
    'needs-reason':
      'Mottagarna är redan angivna för patienten. Spara igen, så behålls de. Ska de ändras: öppna koden och välj Ändra mottagare.',
  },
  receivingMunicipality: {
    missing:
      'Välj vilken kommun som ska ta emot patienten. Ska ingen kommun ta emot: ta bort krysset för kommunen.',
  },
  admittedAt: {
    'in-future': 'Tiden för inskrivningen ligger i framtiden. Skriv när patienten skrevs in.',
    'too-far': 'Tiden för inskrivningen ligger mer än ett år bort. Kontrollera året.',
  },
  dischargedAt: {
    'before-admitted': 'Utskrivningen ligger före inskrivningen. Kontrollera båda tiderna.',
    'too-far': 'Tiden för utskrivningen ligger mer än ett år bort. Kontrollera året.',
  },
  sipOn: { 'too-far': 'Datumet för SIP ligger mer än ett år bort. Kontrollera året.' },
  note: {
    missing: 'Skriv varför det inte ska göras.',
    'too-long': 'Texten är för lång. Korta den och skicka igen.',
  },
};
const fields = Object.keys(faultsOf).filter((field): field is RefusedField => field in faultsOf);
const faults: readonly FieldFault[] = [
  'missing',
  'too-long',
  'in-future',
  'in-past',
  'before-start',
  'before-restored',
  'before-last-end',
  'too-far',
  'other-organisation',
  'not-member',
  'not-between',
  'not-given',
  'no-outage-then',
  'before-admitted',
  'unchanged',
  'after-first-call',
  'needs-reason',
];

describe('what is wrong with a field is said with what to write instead', () => {
  const cases = fields.flatMap((field) =>
    faults.flatMap((fault) => {
      const text = faultsOf[field][fault];
      return text === undefined ? [] : [{ field, fault, text }];
    }),
  );

  test.each(cases)('$field $fault', ({ field, fault, text }) => {
    expect(said({ kind: 'field', field, fault })).toBe(text);
  });

  test('no field is without words for any fault', () => {
    const texts = fields.flatMap((field) => faults.map((fault) => said({ kind: 'field', field, fault })));
    expect(texts.filter((text) => !/^\p{Lu}.{8,}\.$/su.test(text))).toEqual([]);
  });
});
