import { expect, test } from 'vitest';
import { topicsBeyond } from '../../src/intent/topics-beyond.ts';

test.each([
  ['vem ringer jag i Umeå?', ['A28']],
  ['patienten bor i Östersund', ['A28']],
  ['gäller rutinen privata hälsocentraler?', ['A28']],
  ['patient från annat län', ['A28']],
  ['hen har skyddade personuppgifter', ['A29']],
  ['patienten har reservnummer', ['A29']],
  ['SIP för en patient med ÖPT', ['A26']],
  ['patienten har avlidit, ska utskrivning registreras', ['A06']],
  ['utskriven på egen begäran till korttidsboende', ['A06']],
  ['patienten är på permission', ['A05']],
  ['vad gäller vid skiftbyte?', ['A31']],
])('"%s" touches %j', (text, readings) => {
  expect(topicsBeyond(text)).toEqual(readings);
});

test.each(['vem ringer jag i Ånge?', 'optimal vård', 'skriv ut patienten', 'är det lunda', ''])(
  '"%s" touches nothing that the routine is silent about',
  (text) => {
    expect(topicsBeyond(text)).toEqual([]);
  },
);
