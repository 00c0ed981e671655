import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { municipalities } from '../../src/domain/ids.ts';
import { confusablePairs } from '../../src/domain/phone-number.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const document = readFileSync(new URL('avbrottsrutin.txt', import.meta.url), 'utf8').split('\n');

type Quoted = { readonly text: string; readonly heading: string; readonly lines: readonly [number, number] };
const isQuoted = (value: object): value is Quoted =>
  'text' in value && 'heading' in value && 'lines' in value;

/** Every statement of the data that says where in the routine it stands, with its place in the data. */
function quotesIn(value: unknown, place = ''): readonly (readonly [place: string, quote: Quoted])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isQuoted(value)) return [[place, value]];
  return Object.entries(value).flatMap(([key, inner]) => quotesIn(inner, `${place}.${key}`));
}

/** The words alone: bullets, dashes, line breaks and the document's four slips of the hand taken away. */
const wordsOf = (text: string): string =>
  text
    .replace(/^\s*(?:•|o|\d\.)\s/gm, ' ')
    .replaceAll('patenten', 'patienten')
    .replaceAll('Kommunenens', 'Kommunens')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const between = (first: number, last: number): string => document.slice(first - 1, last).join('\n');
const quotes = quotesIn(routine);
const headings = [...new Set(quotes.flatMap(([, { heading }]) => heading.split(' › ')))];

/** The heading a line starts, alone or with the next line that has text. */
function headingAt(index: number): string | undefined {
  const line = wordsOf(document[index] ?? '');
  const next = document.slice(index + 1).find((one) => one.trim() !== '') ?? '';
  return headings.find((heading) => [line, wordsOf(`${line} ${next}`)].includes(wordsOf(heading)));
}
const headingByLine = document.map((_line, index) => headingAt(index));

describe('each statement', () => {
  test.each(quotes)('%s stands in the routine where it says', (_place, { text, lines: [first, last] }) => {
    expect(` ${wordsOf(between(first, last))} `).toContain(` ${wordsOf(text)} `);
  });

  test.each(quotes)('%s stands under its heading', (_place, { heading, lines: [first] }) => {
    const above = headingByLine.slice(0, first - 1).filter((one) => one !== undefined);
    expect(above.at(-1)).toBe(heading.split(' › ').at(-1));
    expect(above).toEqual(expect.arrayContaining(heading.split(' › ')));
  });
});

test('nothing of the routine is left out but headings, page numbers and the links’ targets', () => {
  const covered = [
    ...quotes.map(([, { lines }]) => lines),
    ...[routine.document, ...routine.phones].map(({ lines }) => lines),
  ];
  const left = document
    .map((line, index) => ({ line: line.trim(), number: index + 1, heading: headingByLine[index] }))
    .filter(
      ({ line, number }) =>
        line !== '' && !covered.some(([first, last]) => first <= number && number <= last),
    )
    .filter(({ heading }) => heading === undefined)
    .map(({ line, number }) => `${number} ${line}`.slice(0, 60));
  expect(left).toEqual([
    '220 När Lifecare SP är i drift igen',
    '287 6',
    '384 8',
    '388 När Lifecare SP är i drift igen',
    '429 driftstopp i Lifecare SP',
    '509 När Lifecare SP är i drift igen',
    '600 Växeltelefonnummer till respektive kommun:',
    '620 https://intranat.rvn.se/sv/information-och-arbetssatt/or',
    '621 tel:060-163100',
    '622 tel:060-191565',
    '623 tel:060-191565',
    '624 https://www.google.com/search?q=kramfors+kommun+v%C3%A4x',
  ]);
});

test('the document is version 1.0 of 2025-10-02 and not decided', () => {
  expect(routine.document).toMatchObject({ version: '1.0', date: '2025-10-02', status: 'EJ BESLUTAD' });
});

describe('the numbers', () => {
  test.each(routine.phones)('$name is printed $printed', ({ printed, lines: [first, last] }) => {
    expect(between(first, last).replaceAll(/\s+/g, ' ')).toContain(printed);
  });

  test.each([
    ['servicedesk', '+4666089070'],
    ['region-switchboard', '+4661180000'],
    ['timra-switchboard', '+4660163100'],
    ['ange-switchboard', '+46690250100'],
    ['ornskoldsvik-switchboard', '+4666088000'],
    ['sundsvall-switchboard', '+4660191000'],
    ['kramfors-switchboard', '+4661280000'],
    ['harnosand-switchboard', '+46611348000'],
    ['solleftea-switchboard', '+46620682000'],
  ])('%s dials %s', (id, e164) => {
    expect(routine.phones.find((phone) => phone.id === id)?.e164).toBe(e164);
  });

  test('every municipality has one, and Örnsköldsvik’s has a menu and hours', () => {
    const own = routine.phones.filter(({ party }) => party === 'municipality');
    expect(own.map(({ organisation }) => organisation)).toEqual(municipalities);
    expect(own.find(({ organisation }) => organisation === 'ornskoldsvik')).toMatchObject({
      menu: 'tonval 2',
      hours: expect.stringContaining('07.30–17.00'),
    });
  });

  test('none is one of the links’ targets', () => {
    const { linkNumbers, ...shown } = routine.document;
    expect(linkNumbers).toEqual(['+4660191565']);
    expect(JSON.stringify({ ...routine, document: shown })).not.toMatch(/191565|19 15 65|google/);
  });

  test('each has a name and a place of its own, for some are one digit apart', () => {
    const [nearest] = confusablePairs(
      routine.phones.map(({ e164 }) => e164),
      2,
    );
    expect(nearest).toMatchObject({ distance: 1 });
    expect(new Set(routine.phones.map(({ name }) => name)).size).toBe(routine.phones.length);
  });
});
