import type { SearchHit } from '../app/search-numbers.ts';
import { cardAttachment } from './carry.ts';

const previewType = 'application/vnd.microsoft.card.thumbnail';

/** The answer to a search that says something instead of showing a list ("Respond to search command"). */
export function toldInSearch(text: string): object {
  return { composeExtension: { type: 'message', text } };
}

/** The answer to a search: a list to choose from, each with the card that goes into the message. */
export function hitsInSearch(hits: readonly SearchHit[]): object {
  const attachments = hits.map(({ card, text, title }) => ({
    ...cardAttachment(card),
    preview: { contentType: previewType, content: { title, text } },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}
