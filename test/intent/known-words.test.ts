import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfKnownWords, isShipped, knownWords } from '../../src/intent/known-words.ts';

describe('what may be kept of a text that was not understood', () => {
  test.each([
    ['vem ringer jag om xylofonen?', 'vem ringer jag om □ ?'],
    ['Ring Berit Påhittad på 070-174 06 05', 'ring □ pa # # # #'],
    ['pat i Härnösand bor på Storgatan 3', 'pat □ bor pa □ #'],
    ['19121212-1212 har fått sepsis', '# # har fatt □'],
    ['K7M-3F är inte avgjord', '□ ar inte □'],
    ['mejla berit.pahittad@exempel.se nu', 'mejla □ nu'],
    ['höftfraktur, diabetes och KOL', '□ och □'],
    ['SVERIGE\u0000\u202E<at>Avbrottsboten</at>', '□'],
    ['undrar Per Berg var mina saker är', 'undrar □ var mina saker ar'],
    ['har Dag Ström ringt', 'har □ ringt'],
    ['', ''],
  ])('%s: %s', (text, kept) => expect(knownWords(text)).toBe(kept));

  test.each([
    'Timrå',
    'Ånge',
    'Örnsköldsvik',
    'Övik',
    'Sundsvall',
    'Kramfors',
    'Härnösand',
    'Sollefteå',
    'Solle',
  ])('%s is no word of it', (place) => expect(isShipped(place)).toBe(false));

  test('is nothing but words that the bot brings with it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const words = knownWords(text).split(' ').filter(Boolean);
        expect(words.length).toBeLessThanOrEqual(30);
        expect(words.filter((word) => !'□#?'.includes(word) && !isShipped(word))).toEqual([]);
      }),
    );
  });

  test('is at most thirty words of a long text', () => {
    expect(knownWords('ring '.repeat(200)).split(' ').length).toBeLessThanOrEqual(30);
  });
});

describe('a text that may be remembered word for word', () => {
  test.each(['vem ringer jag i Ånge?', 'vilket nummer har Timrå kommun', 'får vi skriva ut patienten?', ''])(
    '"%s"',
    (text) => expect(isOfKnownWords(text)).toBe(true),
  );
});

describe('a text that may name somebody is not remembered', () => {
  test.each([
    ['a name', 'vem ringer jag om Berit?'],
    ['an initial', 'vem ringer jag om K?'],
    ['an illness', 'får patienten med sepsis skrivas ut?'],
    ['a number', 'får patienten i rum 4 skrivas ut?'],
    ['a code', 'vem ringer jag om K7M-3F?'],
    ['an address of mail', 'ring@om.oss'],
    ['a long text', 'vem ringer jag '.repeat(20)],
  ])('%s', (_what, text) => expect(isOfKnownWords(text)).toBe(false));
});
