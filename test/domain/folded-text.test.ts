import { expect, test } from 'vitest';
import { foldText } from '../../src/domain/folded-text.ts';

test.each([
  ['wide digits', '１２３', '123'],
  ['Arabic digits', '٠١٩', '019'],
  ['Devanagari digits', '०९', '09'],
  ['bold digits', '𝟖𝟏', '81'],
  ['circled digits', '⑧①', '81'],
  ['keycap digits', '8️⃣1️⃣', '81'],
  ['every dash and minus', '‐‑‒–—―−﹣－', '---------'],
  ['every space', '\u00A0\u2009\u202F\u3000\t', '     '],
  ['line breaks', 'a\r\nb\u2028c', 'a\n\nb\nc'],
  ['what cannot be seen', '8\u200B1\u00AD1\u2060\uFEFF2', '8112'],
  ['strike-through', '8\u03361\u0336', '81'],
  ['named entities', '81&nbsp;12&ndash;18&shy;', '81 12-18'],
  ['numbered entities', '&#56;&#x31;&#45;', '81-'],
  ['entities written twice', '81&amp;nbsp;12', '81 12'],
  ['unknown entities', '81&unknown;12 & 3', '81&unknown;12 & 3'],
  ['what is no code point', '&#9999999;', '&#9999999;'],
  ['signs of web addresses', '81%2D12%20100%', '81-12 100%'],
  ['tags', '<b>81</b>12', ' 81 12'],
  ['tags with a number in them', '<a href="81">', '<a href="81">'],
  ['lone surrogates', '\ud80081\udc00', '\ud80081\udc00'],
])('%s', (_, written, folded) => {
  expect(foldText(written).text).toBe(folded);
});

test('each folded character knows the stretch of the original that it stands for', () => {
  const { text, starts, ends } = foldText('8&nbsp;\u200B1');
  expect([text, starts, ends]).toEqual(['8 1', [0, 1, 8], [1, 7, 9]]);
});
