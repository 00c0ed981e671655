import type { Found } from './found.ts';

const weekday = '(?:mån|tis|ons|tors|fre|lör|sön|man|lor|son)dag(?:en|s)?';
const month =
  '(?:jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni|juli|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const patterns = [
  '20\\d\\d-[01]?\\d-[0-3]?\\d',
  '[0-3]?\\d/(?:1[0-2]|0?[1-9])(?:[-/](?:20)?\\d\\d| 20\\d\\d)?',
  `[0-3]?\\d(?::?e)? ${month}(?: 20\\d\\d)?`,
  'i ?(?:dag|går|gar|morgon)|i ?(?:förr|forr)(?:går|gar)|(?:i )?(?:över|over)morgon(?: bitti)?',
  weekday,
  '(?:2[4-9]|3[01])\\.(?:1[0-2]|0?[1-9])',
];
const date = new RegExp(`(?<![\\p{L}\\p{N}/.:-])(?:${patterns.join('|')})(?![\\p{L}\\p{N}]|/\\d)`, 'giu');

/** Dates as typed: a weekday, a day by name, "14/11", "3 oktober", "2025-10-14". */
export function findDates(text: string): readonly Found<string>[] {
  return [...text.matchAll(date)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
