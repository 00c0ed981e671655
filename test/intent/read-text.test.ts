import { expect, test } from 'vitest';
import { readText } from '../../src/intent/read-text.ts';
import { recognise } from '../../src/intent/recognise.ts';

test('a text of known words is read once, and read right', () => {
  const text = 'vem ringer jag i Ånge?';
  expect(readText(text)).toBe(readText(text));
  expect(readText(text).recognition).toEqual(recognise(text));
});

test('a text that may name somebody is read anew each time: nothing of it is kept', () => {
  const text = 'vem ringer jag om Berit?';
  expect(readText(text)).not.toBe(readText(text));
  expect(readText(text)).toEqual(readText(text));
});
