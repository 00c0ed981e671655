import { expect, test } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.ts';
import { sourceViewOf } from '../../src/cards/source-view.ts';
import type { Answer } from '../../src/cards/answer.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { elementsOf } from '../support/card-faults.ts';

const { routine } = await builtInKnowledge();

function answerFrom(...headings: readonly string[]): Answer {
  return { title: 'Svar', sections: [{ lines: headings.map((heading) => ({ text: 'Ring.', heading })) }] };
}

test('a heading is quoted once however many sentences stand under it', () => {
  const { headings, isFolded } = sourceViewOf(answerFrom('Omfattning', 'Syfte', 'Omfattning'), routine);
  expect(headings).toEqual([{ text: 'Ur: Omfattning; Syfte' }]);
  expect(isFolded).toBe(false);
});

test('many headings are gathered by chapter and folded, to be unfolded by a press', () => {
  const chapter = 'Slutenvårdens ansvar vid driftstopp i Lifecare SP';
  const answer = answerFrom(
    `${chapter} › Vilka patienter ska registreras i Lifecare SP i efterhand?`,
    'Kommunikation vid driftstopp',
    `${chapter} › Meddelanden`,
  );
  const { headings, foldTitle } = sourceViewOf(answer, routine);
  expect(headings.map(({ text }) => text)).toEqual([
    `${chapter}: Vilka patienter ska registreras i Lifecare SP i efterhand?; Meddelanden`,
    'Kommunikation vid driftstopp',
  ]);
  expect(foldTitle).toBe('Visa var i rutinen (3 avsnitt)');
  const elements = elementsOf(answerCard(answer, routine, { callLinks: 'none' }));
  expect(elements.find(({ id }) => id === 'headings')?.['isVisible']).toBe(false);
  expect(elements.find(({ type }) => type === 'Action.ToggleVisibility')).toMatchObject({
    targetElements: ['headings'],
  });
});

test('an answer without the routine quotes none of it', () => {
  const view = sourceViewOf({ ...answerFrom('Omfattning'), withoutRoutine: true }, routine);
  expect(view).toMatchObject({ version: '', headings: [], reminder: '' });
});
