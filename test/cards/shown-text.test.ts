import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLines, plainText, shownText } from '../../src/cards/shown-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'[]()<>*_`~#|\\$ {}\n\u00ad\u202e\ud800ö'.split('')) }),
);

describe('shown text', () => {
  test.each([
    ['Avdelning 24', 'Avdelning 24'],
    ['  Ånge\n kommuns\tväxel ', 'Ånge kommuns växel'],
    ['Hälsocentralen "Ankaret"', 'Hälsocentralen ”Ankaret”'],
    ['0611–800 00', '0611–800 00'],
    ['00\u202e18', '0018'],
    ['${foo}', '{foo}'],
    ['$${{foo}}', '{{foo}}'],
    ['100 $ {a}', '100 $ {a}'],
    ['ut\u00adskrivning', 'utskrivning'],
    ['\u200b', '–'],
    ['', '–'],
  ])('%j is shown as %j', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  test('a long text is cut with an ellipsis and not in the middle of a character', () => {
    expect(shownText('abcdef', 4)).toBe('abc…');
    expect(shownText('ab😀def', 4)).toBe('ab…');
  });

  test('any text becomes one visible line that cleaning again does not change', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = shownText(text, 50);
        expect(shown).toMatch(/^\P{Cc}{1,50}$/u);
        expect(shown).not.toContain('${');
        expect(shownText(shown, 50)).toBe(shown);
      }),
    );
  });
});

describe('plain text', () => {
  test.each([
    ['[klicka](http://evil.example)', '(klicka)(http: //evil.example)'],
    ['**Ring** _nu_ `kod`', 'Ring nu kod'],
    ['<at>Alla</at>', '‹at›Alla‹/at›'],
    ['# Rubrik', 'Rubrik'],
    ['$*{foo}', '{foo}'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test('no text keeps a mark of Markdown, of HTML or of a template', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(text)).not.toMatch(/[[\]<>*_`~#|\\]|:\/\/|\$\{/);
      }),
    );
  });
});

describe('plain lines', () => {
  test('short text keeps its lines', () => {
    expect(plainLines('Ring\n\n[112](tel:112)', 100)).toBe('Ring\n\n(112)(tel:112)');
  });

  test('long text loses whole lines, and says so', () => {
    expect(plainLines('060-16 31 00\n0690-25 01 00\n0660-880 00', 30)).toBe('060-16 31 00\n0690-25 01 00\n…');
  });

  test('any text keeps its bound', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.integer({ min: 1, max: 200 }), (lines, most) => {
        expect(plainLines(lines.join('\n'), most).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
