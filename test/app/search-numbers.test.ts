import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchNumbers } from '../../src/app/search-numbers.ts';
import type { NumberSearch } from '../../src/app/search-numbers.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { directoryRow } from '../../src/routine/directory.ts';
import { cardFaults } from '../support/card-faults.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { identityTexts } from '../support/identity-texts.ts';

const row = (organisation: string, party: string, name: string, number: string) =>
  directoryRow.parse({
    organisation,
    party,
    name,
    careSetting: '',
    number,
    hours: '',
    menu: '',
    source: 'enhetschefen',
    checkedOn: '2026-11-01',
  });
const directory = [
  row('region', 'primary-care', 'Hälsocentralen Ankaret Sundsvall', '060-18 10 01'),
  row('region', 'primary-care', 'Hälsocentralen Sidsjö', '060-18 10 02'),
  row('region', 'inpatient-ward', 'Avdelning 24', '060-18 10 03'),
  row('region', 'inpatient-ward', 'Avdelning 25', '060-18 10 04'),
  row('region', 'psychiatric-outpatient', 'Psykiatriska mottagningen Kramfors', '0612-71 00 05'),
  row('ange', 'municipality', 'Hemtjänsten Fränsta', '0690-25 01 06'),
  row('ange', 'it-support', 'Ånge kommuns IT-support', '0690-25 01 07'),
];
const routineOnly = await builtInKnowledge();
const known = { ...routineOnly, directory };
const all = { skip: 0, count: 25 };

const search = (text: string, asker: Asker = {}): NumberSearch => searchNumbers(text, { asker, known }, all);
const titles = (text: string, asker?: Asker): readonly string[] =>
  search(text, asker).hits.map(({ title }) => title);

describe('what is typed finds', () => {
  test.each([
    ['ånge', ['Ånge kommuns växel', 'Hemtjänsten Fränsta, Ånge kommun', 'Ånge kommuns IT-support']],
    ['ange', ['Ånge kommuns växel', 'Hemtjänsten Fränsta, Ånge kommun', 'Ånge kommuns IT-support']],
    ['ång', ['Ånge kommuns växel', 'Hemtjänsten Fränsta, Ånge kommun', 'Ånge kommuns IT-support']],
    ['övik', ['Örnsköldsviks kommuns växel']],
    ['ovik', ['Örnsköldsviks kommuns växel']],
    ['ö-vik', ['Örnsköldsviks kommuns växel']],
    ['Timrås växel', ['Timrå kommuns växel']],
    ['vem ringer jag i Härnösand?', ['Härnösands kommuns växel']],
    ['numret till kommunen i Sollefteå', ['Sollefteå kommuns växel']],
    ['servicedesk', ['Servicedesk, Region Västernorrland', 'Ånge kommuns IT-support']],
    ['it-support ånge', ['Ånge kommuns IT-support']],
    ['regionens växel', ['Region Västernorrlands växel']],
    ['avd 24', ['Avdelning 24, Region Västernorrland']],
    [
      'avdelning',
      [
        'Region Västernorrlands växel',
        'Avdelning 24, Region Västernorrland',
        'Avdelning 25, Region Västernorrland',
      ],
    ],
    ['hälsocentralen ankaret', ['Hälsocentralen Ankaret Sundsvall, Region Västernorrland']],
    ['ankar', ['Hälsocentralen Ankaret Sundsvall, Region Västernorrland']],
    ['svall', ['Sundsvalls kommuns växel', 'Hälsocentralen Ankaret Sundsvall, Region Västernorrland']],
    ['psykiatriska mottagningen kramfors', ['Psykiatriska mottagningen Kramfors, Region Västernorrland']],
    ['hemtjänst fränsta', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['0690', ['Ånge kommuns växel', 'Hemtjänsten Fränsta, Ånge kommun', 'Ånge kommuns IT-support']],
    ['fränsta 0690', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['060 ånge', []],
    ['0690-25 01 06', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['0690–250106', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['+46 (0)690 25 01 06', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['0046690250106', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['25 01 06', ['Hemtjänsten Fränsta, Ånge kommun']],
    ['0611-800', ['Region Västernorrlands växel']],
    ['it-support Timrå', ['Timrå kommuns växel']],
    ['timrå it', ['Timrå kommuns växel']],
    ['it-support i övik', ['Örnsköldsviks kommuns växel']],
  ])('%s', (text, found) => {
    expect(titles(text)).toEqual(found);
  });

  test('IT support that has no number of its own at the switchboard, and says to ask for it there', () => {
    const [hit] = search('it-support Timrå').hits;
    expect(hit?.text).toBe('060-16 31 00 · fråga efter kommunens IT-support');
    expect(JSON.stringify(hit?.card)).toContain('kommunens IT-support');
  });

  test.each(['avdelning 99', 'Umeå', 'xylofon', '0970', '06', 'it-support xylofon'])(
    'nothing for %s, and says so',
    (text) => {
      expect(search(text)).toEqual({
        outcome: 'not-found',
        hits: [],
        told: expect.stringMatching(/Inget nummer/),
      });
    },
  );
});

describe('where nothing is typed', () => {
  test('every number there is can be chosen, the own organisation’s first', () => {
    expect(titles('', { organisation: 'kramfors' })[0]).toBe('Kramfors kommuns växel');
    expect(titles('', { organisation: 'region' })[0]).toBe('Servicedesk, Region Västernorrland');
    expect(titles('')).toHaveLength(routineOnly.routine.phones.length + directory.length);
  });

  test('a long list comes page by page, each number once', () => {
    const pages = [0, 5, 10, 15].flatMap((skip) =>
      searchNumbers('', { asker: {}, known }, { skip, count: 5 }).hits.map(({ title }) => title),
    );
    expect(pages).toEqual(titles(''));
  });
});

describe('the card of a number', () => {
  const hits = search('').hits;

  test.each(hits)(
    'of $title says whose it is and what it rests on, and has nothing to press',
    ({ card, title }) => {
      expect(cardFaults(card)).toEqual([]);
      const shown = JSON.stringify(card);
      expect(shown).not.toMatch(/"Action\.|selectAction|"Input\./);
      expect(shown).toContain(title.split(',')[0]);
      expect(shown).toMatch(/EJ BESLUTAD/);
    },
  );

  test('shows the number as printed, and what to ask for, in the list too', () => {
    const [hit] = search('ånge').hits;
    expect(hit?.text).toBe('0690-25 01 00 · fråga efter ansvarig biståndshandläggare');
    expect(JSON.stringify(hit?.card)).toContain('0690-25 01 00');
  });

  test('never shows a number that only the document’s links have', () => {
    expect(JSON.stringify(hits)).not.toMatch(/19 ?15 ?65/);
  });
});

describe('what may not be typed', () => {
  test('a patient’s identity, however written, is refused and not repeated', () => {
    assert(
      property(identityTexts, ({ text }) => {
        const { hits, outcome, told } = search(text);
        expect({ hits, outcome }).toEqual({ hits: [], outcome: 'refused' });
        expect(told).not.toMatch(/\d/);
      }),
    );
  });

  test('danger to life gets 112 alone, in a card with nothing to press', () => {
    const { hits, outcome } = search('patienten andas inte');
    expect(outcome).toBe('emergency');
    expect(hits).toMatchObject([{ title: 'SOS Alarm, hela landet', text: '112' }]);
    expect(JSON.stringify(hits)).not.toMatch(/"Action\./);
  });
});

test('a text without end costs no time', () => {
  const started = performance.now();
  search('å '.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
