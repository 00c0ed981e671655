import { expect, test } from 'vitest';
import { answerForm } from '../../src/app/answer-form.ts';
import { answerIntent } from '../../src/app/answer-question.ts';
import { intents } from '../../src/intent/recognition.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const knowledge = await builtInKnowledge();

test.each(intents)('a button for %s asks for that and nothing else', (intent) => {
  const { recognition, refused } = answerIntent(intent, {}, knowledge);
  expect({ intent: recognition.intent, asks: recognition.asks, refused }).toEqual({
    intent,
    asks: false,
    refused: false,
  });
});

test.each([
  ['keeps the organisation that fits', 'municipality', { organisation: 'ange', careSetting: 'municipality' }],
  ['leaves out one that cannot have it', 'primary-care', { careSetting: 'primary-care' }],
])('a chosen care setting %s', (_case, careSetting, asker) => {
  const form = { verb: 'help.choose', data: { intent: 'help', careSetting } };
  expect(answerForm(form, { organisation: 'ange' }, knowledge)).toMatchObject({ kind: 'replied', asker });
});

test('an organisation that is left out takes nothing else of the asker with it', () => {
  const form = { verb: 'help.choose', data: { intent: 'outage.start', careSetting: 'primary-care' } };
  const answered = answerForm(form, { organisation: 'ange', isInTeams: true }, knowledge);
  expect(answered).toMatchObject({ asker: { careSetting: 'primary-care', isInTeams: true } });
  expect(answered).not.toHaveProperty('asker.organisation');
});
