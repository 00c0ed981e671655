import { decodeHTMLStrict } from 'entities';
import type { TeamsActivity } from './activity.ts';

/** Nobody mentions the bot more often in one message; each costs a search of the whole text. */
const mostMentions = 20;

/**
 * What the person wrote: every mention of the bot taken out, other people's mentions as plain names,
 * entities decoded, hard spaces as spaces. The mention's own text is taken from the activity's entities.
 */
export function messageText({ text = '', entities, recipient }: TeamsActivity): string {
  const withoutBot = entities
    .filter(({ mentioned }) => mentioned.id === recipient?.id)
    .slice(0, mostMentions)
    .reduce((rest, mention) => rest.replaceAll(mention.text, ' '), text);
  return decodeHTMLStrict(withoutBot.replaceAll(/<\/?at\b[^<>]*>/gi, ''))
    .replaceAll('\u00A0', ' ')
    .trim();
}
