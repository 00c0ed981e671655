import { expect, test } from 'vitest';
import { groupNamed } from '../../src/intent/group-named.ts';

test.each([
  ['vad ska kommunen svara på inskrivningar?', 'municipality'],
  ['vad ansvarar biståndshandläggaren för?', 'municipality'],
  ['kommunens ansvar vid driftstopp', 'municipality'],
  ['vad ska primärvården registrera efteråt?', 'outpatient'],
  ['Vi på hälsocentralen undrar vad vi ska lämna', 'outpatient'],
  ['jag jobbar på psykiatrisk öppenvård, vad gäller?', 'outpatient'],
  ['öppenvårdens uppgifter efter avbrottet', 'outpatient'],
  ['vad behöver avdelningen säga?', 'inpatient'],
  ['slutenvårdens ansvar', 'inpatient'],
] as const)('"%s" asks about %s', (text, group) => {
  expect(groupNamed(text)).toBe(group);
});

test.each([
  'vad ska jag säga till kommunen?',
  'vem ringer jag på hälsocentralen?',
  'vem ringer vi i kommunen?',
  'numret till avdelning 24',
  'har kommunens växel stängt?',
  'får vi skriva ut patienten till kommunen?',
  '',
])('"%s" only speaks of somebody to ring', (text) => {
  expect(groupNamed(text)).toBeUndefined();
});
