import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/app/answer-question.ts';
import { openQuestion } from '../../src/app/open-question.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const knowledge = await builtInKnowledge();

function openAfter(text: string, asker: Asker = {}) {
  return openQuestion(answerQuestion(text, asker, knowledge), asker, knowledge);
}

test('whom to ring is open for one who has not said where one works', () => {
  expect(openAfter('vem ringer jag?')).toEqual({
    intent: 'call.who',
    text: 'vem ringer jag?',
    groups: ['inpatient', 'municipality', 'outpatient'],
  });
});

test('whoever works for the region does not work for a municipality', () => {
  const open = openAfter('vad ska registreras efteråt?', { organisation: 'region' });
  expect(open?.groups).toEqual(['inpatient', 'outpatient']);
});

test.each<[string, string, Asker]>([
  ['a known care setting', 'vem ringer jag?', { careSetting: 'primary-care' }],
  ['a known municipality', 'vem ringer jag?', { organisation: 'ange' }],
  ['a named municipality', 'vem ringer jag i Ånge?', {}],
  ['a named part of the routine', 'vad ska slutenvården registrera efteråt?', {}],
  ['what holds for all', 'får vi skriva ut patienten?', {}],
  ['help', 'hjälp', {}],
  ['danger to life', 'patienten andas inte', {}],
  ['a refused text', 'vem ringer jag om 121212-1212?', {}],
])('%s leaves no question open', (_what, text, asker) => {
  expect(openAfter(text, asker)).toBeUndefined();
});
