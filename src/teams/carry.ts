import { unreachable } from '../domain/unreachable.ts';
import type { FormCarrier } from '../app/verb-message.ts';
import type { Post, Reaction } from './reaction.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card as an attachment. */
export function cardAttachment(card: object): { readonly contentType: string; readonly content: object } {
  return { contentType: cardType, content: card };
}

/** What answers a form; `title` is what a dialog that shows a card is called, else its summary is. */
export type Carried = Post & { readonly title?: string };

/**
 * An answer to a form in the shape that its carrier asks for. Execute and dialogs are answered in the
 * request, seen only by the one who pressed; a Submit cannot be, and is answered by a post. In a dialog a
 * card is its next step, and a text its last word.
 */
export function carry(carrier: FormCarrier, post: Carried): Pick<Reaction, 'post' | 'body'> {
  switch (carrier) {
    case 'submit':
      return { post };
    case 'execute':
      return { body: executeAnswer(post) };
    case 'fetch':
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

/** Room for it on a phone. */
const longestTitle = 60;

function dialogAnswer(post: Carried): object {
  if (post.kind === 'text') return { type: 'message', value: post.text };
  const title = shortened(post.title ?? post.summary);
  const size = { height: 'medium', width: 'medium' };
  return { type: 'continue', value: { title, ...size, card: cardAttachment(post.card) } };
}

/** Cut between words where there is one to cut after. */
function shortened(title: string): string {
  if (title.length <= longestTitle) return title;
  const start = title.slice(0, longestTitle - 1).toWellFormed();
  return `${start.replace(/\s+\S*$/, '').replace(/\uFFFD$/, '')}…`;
}
