import { unreachable } from '../domain/unreachable.ts';
import type { Carrier } from './incoming.ts';
import type { Post, Reaction } from './reaction.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card as an attachment. */
export function cardAttachment(card: object): { readonly contentType: string; readonly content: object } {
  return { contentType: cardType, content: card };
}

/**
 * An answer to a form in the shape that its carrier asks for. Execute and dialogs are answered in the
 * request, seen only by the one who pressed; a Submit cannot be, and is answered by a post.
 */
export function carry(carrier: Carrier, post: Post): Pick<Reaction, 'post' | 'body'> {
  switch (carrier) {
    case 'submit':
      return { post };
    case 'execute':
      return { body: executeAnswer(post) };
    case 'dialog':
      return { body: { task: dialogAnswer(post) } };
    default:
      return unreachable(carrier);
  }
}

/** "Universal Actions for Adaptive Cards": the HTTP status is 200 whatever the body's own says. */
function executeAnswer(post: Post): object {
  return post.kind === 'card'
    ? { statusCode: 200, type: cardType, value: post.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: post.text };
}

function dialogAnswer(post: Post): object {
  if (post.kind === 'text') return { type: 'message', value: post.text };
  const size = { height: 'medium', width: 'medium' };
  return { type: 'continue', value: { title: post.summary, ...size, card: cardAttachment(post.card) } };
}
