import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describesPatient } from '../../src/intent/described-patient.ts';
import { harmlessNotes } from '../support/harmless-notes.ts';

test.each([
  'pat Karin f. 1938',
  'pat Karin',
  'pat karin, avd 24',
  'vem ringer jag om patienten Karin Larsson?',
  'patienten heter Karin Larsson',
  'patientens namn är Aferdita',
  'patienten Lindqvist ska hem i dag',
  'brukaren Olle från Ånge',
  'fru Larsson är utskrivningsklar',
  'Karin, född 38',
  'Karin Larsson f 38',
  'pat f 1938',
  'f. 3 mars 1938',
  'född i mars -38',
  'Larsson, född 3/3 1938',
  'FÖDD 1938',
  'pat A.B. skrivs ut',
  'pat K L',
  '84-årig kvinna från Ånge',
  'kvinna 84 år, från Ånge',
  'pat\u200B Karin f.\u00A01938',
])('"%s" tells who the patient is', (text) => {
  expect(describesPatient(text)).toBe(true);
});

test.each([
  'pat K7M-3F',
  'patienten från Ånge',
  'patienten i Ånge kommun',
  'Patienten Ånge kommun ringde om',
  'Pat A inskriven, pat B utskriven',
  'PATIENTEN UTSKRIVEN',
  'patienten Inskriven under avbrottet',
  'ringde Ånge, pratade med Karin Larsson',
  'jag heter Karin och ringer från avdelning 24',
  'handläggaren heter Carina',
  'vi har 12 patienter födda på 40-talet',
  'f.m. 10-12',
  'fr.o.m. 12/3 2026',
  'kl 18 i stället för 16',
  'ring f 16, tack',
  'fel F12 på skärmen',
  '2 år sedan sist, 84 patienter',
  'Patient OK',
  'Ring patienten HC',
  'född för 12 timmar sedan',
  'Född 12 timmar sedan',
  'f. 14.30',
])('"%s" tells nobody', (text) => {
  expect(describesPatient(text)).toBe(false);
});

const line = z.object({ text: z.string() });

test('of what people ask the bot, one in a thousand is warned of at most, and nothing of what was written by hand', () => {
  const files = [
    'src/intent/corpus/utterances.jsonl',
    'test/intent/frozen.jsonl',
    'test/intent/told-calls.jsonl',
  ];
  const texts = files.flatMap((file) =>
    readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
      .split('\n')
      .filter((json) => json !== '')
      .map((json) => line.parse(JSON.parse(json)).text),
  );
  expect(texts.length).toBeGreaterThan(19_000);
  expect(texts.filter(describesPatient).length).toBeLessThanOrEqual(texts.length / 1_000);
  expect(harmlessNotes.filter(describesPatient)).toEqual([]);
});
