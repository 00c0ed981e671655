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
};

const ownTexts: Readonly<Record<RefusedField, Readonly<Partial<Record<FieldFault, string>>>>> = {
  startedAt: { 'in-future': 'Starttiden ligger i framtiden. Skriv när Lifecare SP slutade fungera.' },
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
  reason: { missing: 'Skriv varför.' },
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
};
