import { describe, expect, test } from 'vitest';
import { carry } from '../../src/teams/carry.ts';
import type { FormCarrier } from '../../src/app/verb-message.ts';

const card = { type: 'AdaptiveCard' };
const form = {
  kind: 'card',
  card,
  summary: 'Svar: Logga en överlämning',
  title: 'Logga en överlämning',
} as const;
const text = { kind: 'text', text: 'Sparat.' } as const;
const carriers = ['execute', 'submit', 'fetch', 'dialog'] as const satisfies readonly FormCarrier[];

describe.each(['fetch', 'dialog'] as const)('a dialog that is carried by %s', (carrier) => {
  test('goes on with a form, called what the form is called', () => {
    expect(carry(carrier, form)).toEqual({
      body: {
        task: {
          type: 'continue',
          value: {
            title: 'Logga en överlämning',
            height: 'medium',
            width: 'medium',
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
          },
        },
      },
    });
  });

  test('ends with a text', () => {
    expect(carry(carrier, text)).toEqual({ body: { task: { type: 'message', value: 'Sparat.' } } });
  });

  test.each([
    ['short', 'Avsluta avbrottet', 'Avsluta avbrottet'],
    ['as long as may be', 'o'.repeat(60), 'o'.repeat(60)],
    [
      'longer',
      'Bekräfta att ni har tagit emot uppgifterna från avdelning 24 i Sundsvall',
      'Bekräfta att ni har tagit emot uppgifterna från avdelning…',
    ],
    ['one long word', 'o'.repeat(61), `${'o'.repeat(59)}…`],
    ['of signs that take two places', `o${'😀'.repeat(40)}`, `o${'😀'.repeat(29)}…`],
  ])('has a title of 60 characters at most: %s', (_case, title, shown) => {
    const { body } = carry(carrier, { ...form, title });
    expect(body).toMatchObject({ task: { value: { title: shown } } });
    expect(shown.length).toBeLessThanOrEqual(60);
  });
});

test('a card without a title is called by its summary', () => {
  const { body } = carry('fetch', { kind: 'card', card, summary: 'Svar: Ring så här' });
  expect(body).toMatchObject({ task: { value: { title: 'Svar: Ring så här' } } });
});

test.each(carriers)('what is carried by %s is answered in one way: posted or in the request', (carrier) => {
  for (const answer of [form, text]) {
    const { post, body } = carry(carrier, answer);
    expect([post === undefined, body === undefined]).toEqual([carrier !== 'submit', carrier === 'submit']);
  }
});
