import { describe, expect, test } from 'vitest';
import { endNotice } from '../../src/cards/end-notice.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { act, at, outage } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const context = { now: at('14:15'), number: 7, routine };
const over = {
  state: 'ended' as const,
  endedAt: at('14:10'),
  lastDeed: 'ended' as const,
  deeds: { ended: act('14:15') },
};

describe('an outage is over', () => {
  const { answer, conclusion, text } = endNotice(outage(over), context);
  if (conclusion === undefined) throw new Error('No new post follows');

  test('a phone shows that it is over and since when', () => {
    expect(text).toBe('Avbrottet i Lifecare SP är slut sedan kl. 14.10');
  });

  test('the first post becomes one that is closed, and says from when to when', () => {
    expect(answer.title).toBe('Avslutat: avbrott i Lifecare SP');
    expect(factsOf(answer)).toMatchObject({
      Från: 'tisdag 24 november kl. 08.10',
      Till: 'tisdag 24 november kl. 14.10',
      Gällde: 'alla',
    });
  });

  test('the new post says what to register, what not, and to acknowledge messages', () => {
    expect(conclusion.title).toBe('Avbrottet är slut');
    expect(linesOf(conclusion)[0]).toBe('Lifecare SP är åter i drift. Arbeta som vanligt i det igen.');
    expect(headingsOf(conclusion)).toEqual(['Registrera i efterhand', 'Kvittera meddelanden i Lifecare SP']);
    expect(linesOf(conclusion).join('\n')).toContain(
      'Tidigare kommunicerad information behöver inte föras in retroaktivt.',
    );
    expect(linesOf(conclusion)).toContain(routine.groups.inpatient.after.admittedAndDischarged.text);
    expect(conclusion.choices).toEqual(['reregistration.rules', 'messages.acknowledge']);
    expect(conclusion.footer).toBe('Meddelande 7');
  });

  test('nobody who did it is named to the units', () => {
    expect(JSON.stringify([answer, conclusion, text])).not.toContain('Anna Berg');
  });

  test('what the coordinator says at the end is said', () => {
    const terms = { scope: [], message: 'Ett nätfel är lagat.' };
    const said = endNotice(outage({ ...over, terms }), context).conclusion;
    expect(said === undefined ? [] : linesOf(said)).toContain('Ett nätfel är lagat.');
  });
});

test('the end of a drill is a drill’s, and nothing is to be registered', () => {
  const { answer, conclusion, text } = endNotice(outage({ ...over, kind: 'drill' }), context);
  expect(text).toMatch(/^ÖVNING: /);
  expect([answer.banner, conclusion?.banner]).toEqual(['ÖVNING', 'ÖVNING']);
  expect(answer.title).toBe('Avslutad: övning');
  expect(conclusion?.title).toBe('Övningen är slut');
  expect(conclusion === undefined ? '' : linesOf(conclusion)[0]).toMatch(/^Inget ska registreras/);
});

test('a drill that a real outage broke off says so first, everywhere', () => {
  const { answer, conclusion, text } = endNotice(
    outage({ ...over, kind: 'drill', isInterrupted: true }),
    context,
  );
  expect([text, answer.banner, conclusion?.banner]).toEqual(
    Array.from({ length: 3 }, () => 'ÖVNING AVBRUTEN, verkligt avbrott'),
  );
  expect(conclusion === undefined ? [] : linesOf(conclusion)).toEqual([
    'Sluta öva. Följ det som står om det verkliga avbrottet i kanalen.',
  ]);
});
