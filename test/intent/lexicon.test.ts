import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/intent/analysis.ts';
import { conceptsOf } from '../../src/intent/concept-finder.ts';
import { concepts } from '../../src/intent/lexicon/concepts.ts';
import { vetoes } from '../../src/intent/lexicon/vetoes.ts';
import { speechOf } from '../../src/intent/mood.ts';
import type { Mood } from '../../src/intent/mood.ts';
import { cleaned, fold, withoutCourtesies } from '../../src/intent/normalise.ts';
import { repaired } from '../../src/intent/repair.ts';
import { vetoOf } from '../../src/intent/veto.ts';

test('vetoes speak of concepts that there are', () => {
  const named = vetoes.flatMap((veto) => [...veto.concepts, ...veto.unless]);
  expect(named.filter((name) => !(name in concepts) && name !== 'CODE')).toEqual([]);
});

describe('a word means what its line in the lexicon says', () => {
  test.each([
    ['avbrottsrapporten', 'SUMMARY'],
    ['avbrottsrapporten', 'OUTAGE'],
    ['driftstoppsblanketten', 'FORM'],
    ['kommunväxeln', 'SWITCHBOARD'],
    ['efterregistreringarna', 'REREG'],
  ])('%s: %s', (word, concept) => expect(conceptsOf(fold(word)).has(concept)).toBe(true));

  test('"utskrivningsklar" does not say that something is done', () => {
    expect(conceptsOf('utskrivningsklar').has('DONE')).toBe(false);
  });
});

describe("somebody else's business is refused", () => {
  test.each([
    ['Cosmic ligger nere', 'other-system'],
    ['skrivaren är trasig', 'other-system'],
    ['återställ lösenordet i Lifecare', 'account'],
    ['vilken dos alvedon ska patienten ha', 'clinical'],
    ['när kommer lönen', 'employment'],
    ['vad blir det till lunch', 'leisure'],
  ])('%s: %s', (text, about) => expect(vetoOf(analyse(text))).toBe(about));

  test.each([
    'Lifecare ligger nere men Cosmic fungerar',
    'ska vi dokumentera i Cosmic under avbrottet',
    'hur får jag tag på kommunen',
    'Patienten avled under driftstoppet, ska något registreras?',
  ])('but not "%s"', (text) => expect(vetoOf(analyse(text))).toBeUndefined());

  test('a misspelled word refuses nothing', () => {
    expect(vetoOf(analyse('cosmix ligger nere'))).toBeUndefined();
  });
});

describe('the mood of what is said', () => {
  test.each<[string, Mood]>([
    ['vem ringer jag', 'wh'],
    ['är Lifecare uppe', 'yes-no'],
    ['har avbrottet startat', 'yes-no'],
    ['har pratat med kommunen', 'statement'],
    ['Fick precis veta att de tar emot', 'statement'],
    ['Nu är Lifecare uppe igen', 'statement'],
    ['Lifecare är uppe igen?', 'yes-no'],
    ['kan du logga det?', 'order'],
    ['starta avbrott', 'order'],
    ['avsluta det planerade stoppet', 'order'],
    ['jag vill logga ett samtal', 'wish'],
    ['jag undrar om Lifecare är uppe', 'yes-no'],
    ['nu kan vi avsluta', 'statement'],
    ['kommunen har ringt och sagt ja, det har vi alltså fått', 'statement'],
    ['alla tre ligger i Lifecare nu', 'statement'],
    ['can i close it', 'yes-no'],
    ['deklarera avbrott fr.o.m. nu', 'order'],
    ['Vi är på avd. Är Lifecare nere', 'yes-no'],
    ['jag har en patient som vill hem nu men lifecare ligger nere får jag skicka hem honom', 'yes-no'],
    ['vi har bokat ett sip möte på torsdag och nu kommer vi inte åt systemet vad gör vi', 'wh'],
  ])('%s: %s', (text, mood) => expect(analyse(text).speech.focus.mood).toBe(mood));

  test('nothing said is a statement', () => {
    expect(speechOf([]).focus).toMatchObject({ words: [], mood: 'statement', negated: false });
  });
});

describe('a slip of the pen is put right', () => {
  test.each([
    ['avborttet', 'avbrottet'],
    ['balnketten', 'blanketten'],
    ['hlsocentralen', 'halsocentralen'],
    ['avlsuta', 'avsluta'],
    ['aktievra', 'aktivera'],
  ])('%s: %s', (written, meant) => expect(repaired(written)).toBe(meant));

  test.each(['andas', 'andra', 'svara', 'borta', 'lunch', 'tack', 'k7m3f'])('but "%s" stays', (word) => {
    expect(repaired(word)).toBe(word);
  });
});

describe('what is only courtesy is taken off', () => {
  test.each([
    ['Hej! Vem ringer jag?', 'Vem ringer jag?'],
    ['God morgon, visa loggen tack', 'visa loggen'],
    ['starta avbrott\nMvh Anna', 'starta avbrott'],
    ['<at>Avbrottsboten</at> hej är SP nere', 'är SP nere'],
    ['hej', 'hej'],
    ['tack', 'tack'],
  ])('%s', (text, core) => expect(withoutCourtesies(cleaned(text))).toBe(core));
});
