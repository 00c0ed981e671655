import { expect, test } from 'vitest';
import { cancelledNotice, plannedAheadNotice } from '../../src/cards/planned-notice.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { at, outage } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const context = { now: at('08:20'), number: 1, routine };
const planned = outage({
  state: 'planned',
  kind: 'planned',
  startedAt: at('22:00', '2026-11-26'),
  terms: { scope: [], message: '', expectedEndAt: at('02:00', '2026-11-27') },
});

test('a planned outage is told ahead: when, and how to prepare', () => {
  const { answer, text } = plannedAheadNotice(planned, context);
  expect(text).toBe(
    'Planerat avbrott i Lifecare SP torsdag 26 november kl. 22.00. Beräknas sluta fredag 27 november kl. 02.00',
  );
  expect(factsOf(answer)).toEqual({
    Börjar: 'torsdag 26 november kl. 22.00',
    'Beräknas sluta': 'fredag 27 november kl. 02.00',
    Gäller: 'alla',
  });
  expect(headingsOf(answer)).toEqual(['Förbered er', 'Under avbrottet']);
  expect(linesOf(answer)).toContain('Ett nytt meddelande kommer när avbrottet börjar.');
});

test('a cancelled one is told, with why where that is said', () => {
  const { answer, text } = cancelledNotice({ ...planned, state: 'closed', reason: 'Flyttas.' }, context);
  expect(text).toBe('Det planerade avbrottet i Lifecare SP torsdag 26 november kl. 22.00 är inställt');
  expect(linesOf(answer)).toEqual([
    'Avbrottet torsdag 26 november kl. 22.00 blir inte av. Arbeta som vanligt i Lifecare SP.',
    'Flyttas.',
  ]);
});

test('one that came while another ran is never said to be cancelled', () => {
  const { answer, text } = cancelledNotice({ ...planned, state: 'closed', joinedTo: 'o2' }, context);
  expect(text).toBe('Det planerade avbrottet i Lifecare SP är en del av det som pågår');
  expect(linesOf(answer)).toEqual(['Lifecare SP är redan nere. Följ meddelandet om det avbrott som pågår.']);
  expect(JSON.stringify(answer)).not.toMatch(/nställt|blir inte av/);
});
