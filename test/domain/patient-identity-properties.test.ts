import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPatientIdentities, maskPatientIdentities } from '../../src/domain/patient-identity.ts';
import { harmlessTexts } from '../support/harmless-texts.ts';
import { identityTexts } from '../support/identity-texts.ts';

test('an identity is found however it is written and whatever stands around it', () => {
  fc.assert(
    fc.property(identityTexts, ({ identity, text, from }) => {
      const to = from + identity.length;
      expect(findPatientIdentities(text).some(({ start, end }) => start < to && end > from)).toBe(true);
    }),
    { numRuns: 4000 },
  );
});

test('phone numbers, times, amounts and codes are no identities', () => {
  fc.assert(
    fc.property(harmlessTexts, (text) => {
      expect(findPatientIdentities(text)).toEqual([]);
    }),
    { numRuns: 8000 },
  );
});

test('a masked text has no identity left in it', () => {
  fc.assert(
    fc.property(identityTexts, ({ text }) => {
      expect(findPatientIdentities(maskPatientIdentities(text))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('any text at all is taken, and what is found lies within it, in order and apart', () => {
  const digitsAndSigns = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789 -.:/&;#<>+()OlX\n')),
    maxLength: 200,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), digitsAndSigns), (text) => {
      let last = 0;
      for (const { start, end } of findPatientIdentities(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});
