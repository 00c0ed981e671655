import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedText } from '../../src/cards/typed-text.ts';

test.each([
  ['Rad 1\r\nRad 2\n\n\tRad 3', 'Rad 1\nRad 2\n\n\tRad 3'],
  ['"Ankaret" \\ [a](b) **c** <at>d</at>', '"Ankaret" \\ [a](b) **c** <at>d</at>'],
  ['👩‍⚕️ Åsa', '👩‍⚕️ Åsa'],
  ['pris ${foo} $${{bar}', 'pris {foo} {{bar}'],
  ['00\u202e18', '0018'],
  ['$\u202e{foo}', '{foo}'],
  ['a\u0000b\u0085c', 'abc'],
  ['', ''],
])('%j is shown again as %j', (text, shown) => {
  expect(typedText(text, 100)).toBe(shown);
});

test('a text that is too long is not cut in the middle of a character', () => {
  expect(typedText('ab😀', 3)).toBe('ab');
});

test('whatever is typed, a card can carry it, and cleaning it again changes nothing', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('$', '{', '\u202e', '\r', '\n'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = typedText(text, 50);
      expect(shown.length).toBeLessThanOrEqual(50);
      expect(shown).not.toContain('${');
      expect(shown.isWellFormed()).toBe(true);
      expect(typedText(shown, 50)).toBe(shown);
    }),
  );
});
