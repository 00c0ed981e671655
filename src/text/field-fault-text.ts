import type { FieldFault, RefusedField } from '../domain/refusal.ts';

/** What is wrong with one field of a form, and what to write instead: said at the field. */
export function fieldFaultText(field: RefusedField, fault: FieldFault): string {
  return ownTexts[field][fault] ?? commonTexts[fault](subjects[field]);
}

/** How each field begins a sentence. */
const subjects: Readonly<Record<RefusedField, string>> = {
  startedAt: 'Starttiden',
  expectedEndAt: 'Den beräknade sluttiden',
  nextUpdateAt: 'Tiden för nästa besked',
  restoredAt: 'Tiden',
  endedAt: 'Sluttiden',
  reason: 'Skälet',
  message: 'Meddelandet',
  name: 'Enhetens namn',
  careSetting: 'Vårdformen',
  organisation: 'Organisationen',
  unit: 'Enheten',
  person: 'Personen',
  code: 'Koden',
  party: 'Den andra parten',
  municipality: 'Kommunen',
  counterpart: 'Namnet på den du talade med',
  items: 'Det som lämnades',
  outcome: 'Hur samtalet gick',
  calledAt: 'Tiden för samtalet',
  receivers: 'Mottagarna',
  receivingMunicipality: 'Kommunen som ska ta emot',
  admittedAt: 'Tiden för inskrivningen',
  dischargedAt: 'Tiden för utskrivningen',
  sipOn: 'Datumet för SIP',
  note: 'Anteckningen',
};

const otherOrganisation =
  'Vårdformen passar inte organisationen. Kommunal vård och omsorg hör till en kommun, de andra vårdformerna till regionen.';

/** What is said of any field, where the field has no words of its own. */
const commonTexts: Readonly<Record<FieldFault, (subject: string) => string>> = {
  missing: (subject) => `${subject} saknas. Fyll i och skicka igen.`,
  'too-long': () => 'Texten är för lång. Korta den och skicka igen.',
  'in-future': (subject) => `${subject} ligger i framtiden. Skriv en tid som har varit.`,
  'in-past': (subject) => `${subject} har redan passerat. Skriv en tid som inte har varit än.`,
  'before-start': (subject) => `${subject} ligger före avbrottets start. Kontrollera båda tiderna.`,
  'before-restored': (subject) =>
    `${subject} ligger före den tid då Lifecare SP svarade igen. Kontrollera båda tiderna.`,
  'before-last-end': (subject) =>
    `${subject} ligger före det förra avbrottets slut. Kontrollera datum och klockslag.`,
  'too-far': (subject) => `${subject} ligger mer än ett år bort. Kontrollera året.`,
  'other-organisation': () => otherOrganisation,
  'not-member': () =>
    'Teams säger att du inte är med i enhetens team. Be någon där lägga till dig, eller välj en annan enhet.',
  'not-between': () => 'Rutinen har ingen sådan information åt det hållet. Välj något annat.',
  'not-given': () => 'Ingen har loggat det som lämnat till er. Be avsändaren logga samtalet.',
  'no-outage-then': () => 'Inget avbrott är känt vid den tiden. Kontrollera datum och klockslag.',
  'before-admitted': (subject) => `${subject} ligger före inskrivningen. Kontrollera båda tiderna.`,
  unchanged: () => 'Inget är ändrat, så det finns inget att spara. Ändra det som är fel.',
  'after-first-call': () => 'Ett samtal är loggat före den tiden. Skriv en tid före det första samtalet.',
  'needs-reason': () => 'Något annat är redan sparat. Ska det ändras behövs ett skäl.',
};

const ownTexts: Readonly<Record<RefusedField, Readonly<Partial<Record<FieldFault, string>>>>> = {
  startedAt: {
    'in-future': 'Starttiden ligger i framtiden. Skriv när Lifecare SP slutade fungera.',
    'after-first-call':
      'Ett samtal är loggat före den starttiden. Skriv en start som är före det första samtalet.',
  },
  expectedEndAt: {
    'in-past': 'Den beräknade sluttiden har redan passerat. Skriv en ny, eller lämna tomt om ni inte vet.',
    'before-start': 'Den beräknade sluttiden måste vara efter starttiden. Kontrollera båda tiderna.',
  },
  nextUpdateAt: {
    'in-past': 'Tiden för nästa besked har redan passerat. Skriv en ny, eller lämna tomt om ni inte vet.',
  },
  // The form of what was started anew says it too, where the field is not shown.
  restoredAt: {
    'before-start':
      'Enligt tiderna svarade Lifecare SP igen före avbrottets start. Kontrollera starttiden och tiden då det svarade igen.',
  },
  endedAt: { 'in-future': 'Sluttiden ligger i framtiden. Skriv när avbrottet tog slut.' },
  reason: {
    missing: 'Skriv varför.',
    unchanged: 'Samtalet är som det var, så det finns inget att spara. Ändra det som är fel.',
  },
  message: { missing: 'Skriv ett meddelande.' },
  name: {
    missing: 'Skriv enhetens namn.',
    'too-long': 'Namnet är för långt. Skriv ett kortare, till exempel Avdelning 12 Sundsvall.',
  },
  careSetting: { missing: 'Välj vårdform.' },
  organisation: { missing: 'Välj organisation.' },
  unit: {
    missing: 'Den enheten är inte ansluten längre. Välj en annan.',
    'other-organisation':
      'Enheten hör till en annan organisation än den du har valt. Ändra organisationen, eller välj en annan enhet.',
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
    missing: 'Fyll i när samtalet var.',
    'in-future': 'Tiden för samtalet ligger i framtiden. Skriv när samtalet var.',
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
  },
  dischargedAt: {
    'before-admitted': 'Utskrivningen ligger före inskrivningen. Kontrollera båda tiderna.',
  },
  sipOn: {},
  note: { missing: 'Skriv varför det inte ska göras.' },
};
