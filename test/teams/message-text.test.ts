import { describe, expect, test } from 'vitest';
import { activitySchema } from '../../src/teams/activity.ts';
import { messageText } from '../../src/teams/message-text.ts';
import { activity, botId } from '../support/activities.ts';

const mention = (id: string, name: string) => ({
  type: 'mention',
  mentioned: { id, name },
  text: `<at>${name}</at>`,
});
const read = (text: string | undefined, entities: readonly object[] = []): string =>
  messageText(activitySchema.parse(activity({ text, entities })));

describe('what was written', () => {
  test.each<[string, string | undefined, string]>([
    ['a mention before it', '<at>Boten</at>&nbsp;vem ringer jag?', 'vem ringer jag?'],
    ['a mention after it', 'vem ringer jag? <at>Boten</at>', 'vem ringer jag?'],
    ['several mentions', '<at>Boten</at> <at>Boten</at> hej <at>Boten</at>', 'hej'],
    ['a mention alone', '<at>Boten</at>\u00A0', ''],
    ['no text at all', undefined, ''],
    ['entities', 'A &amp; B &lt;3 &quot;hej&quot; &#229;', 'A & B <3 "hej" å'],
    ['an entity of an entity, decoded once', '&amp;lt;', '&lt;'],
    ['lines', 'rad 1\nrad 2', 'rad 1\nrad 2'],
  ])('is read without %s', (_case, text, expected) => {
    expect(read(text, [mention(botId, 'Boten')])).toBe(expected);
  });

  test('keeps other people’s names', () => {
    const entities = [mention(botId, 'Boten'), mention('29:bo', 'Bo Bistånd')];
    expect(read('<at>Boten</at> ring <at>Bo Bistånd</at>', entities)).toBe('ring Bo Bistånd');
  });

  test('is read from the entities, not from the name: one who calls himself as the bot stays', () => {
    expect(read('<at>Boten</at> hej', [mention('29:someone', 'Boten')])).toBe('Boten hej');
  });

  test.each<[string, unknown]>([
    ['without a text', { type: 'mention', mentioned: { id: botId } }],
    ['with an empty text', { ...mention(botId, 'Boten'), text: '' }],
    ['of nobody', { type: 'mention', text: '<at>Boten</at>' }],
    ['that is null', null],
    ['that is a number', 7],
  ])('is read though a mention is %s', (_case, entity) => {
    expect(messageText(activitySchema.parse(activity({ text: 'hej', entities: [entity] })))).toBe('hej');
  });
});

test('a text of nothing but unclosed tags is read like any other', () => {
  expect(read('<at '.repeat(60_000))).toContain('<at');
  // It took eleven seconds when each tag was looked for to the end of the text.
}, 5_000);
