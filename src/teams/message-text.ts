import { decodeHTMLStrict } from 'entities';
import type { TeamsActivity } from './activity.ts';

/**
 * What the person wrote: every mention of the bot taken out, other people's mentions as plain names,
 * entities decoded, hard spaces as spaces. The mention's own text is taken from the activity's entities.
 */
export function messageText({ text = '', entities, recipient }: TeamsActivity): string {
  const withoutBot = entities
    .filter(({ mentioned }) => mentioned.id === recipient?.id)
    .reduce((rest, mention) => rest.replaceAll(mention.text, ' '), text);
  return decodeHTMLStrict(withoutBot.replaceAll(/<\/?at\b[^>]*>/gi, ''))
    .replaceAll('\u00A0', ' ')
    .trim();
}
