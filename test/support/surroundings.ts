import * as fc from 'fast-check';

/** What stands before and after a number in what people write to the bot; no word that announces one. */
export const surroundings = fc.constantFrom<readonly [before: string, after: string]>(
  ['', ''],
  ['Patienten ', ' skrivs ut 2026-11-22.'],
  ['Ringde Ånge 0690-25 01 00 kl 09.10 om ', ', bekräftat'],
  ['Koden K7M-3F är ', ' i journalen'],
  ['(', ')'],
  ['**', '**'],
  ['?ref=', '&enhet=24'],
  ['avd 4: ', '; ring 060-16 31 00'],
  ['😀', '\ud800'],
  ['2026-11-22: ', ' kl 10:15'],
  ['Hej\n', '\nmvh avd 24'],
  ['<p>', '</p>'],
);
